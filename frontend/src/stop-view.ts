import { html, nothing, type TemplateResult } from 'lit';
import { colourIndex, initials, PALETTE } from './faces.js';
import { clockTime, dayAndMonth, localNow, shortWeekday } from './format.js';
import type { Outcome, Stop } from './phone-data.js';
import { isOver, mustRead, type Closing } from './phone-entries.js';
import type { Trouble } from './phone-store.js';

/** One stop of a technician's day, from the person down to what is to be done. */

export interface StopHands {
    zone: string;
    today: string;
    open: boolean;
    toggle: () => void;
    /** Null for whoever only looks. */
    read: (() => void) | null;
    actions: TemplateResult | typeof nothing;
}

export function stopView(stop: Stop, hands: StopHands): TemplateResult {
    return html`<article class="stop ${stop.status}" data-visit=${stop.visit}>
        <h2>
            <button type="button" class="head" aria-expanded=${hands.open} @click=${hands.toggle}>
                <span class="when">
                    ${stop.start ? clockTime(stop.start) : 'any time'} <small>${stop.minutes} min</small>
                </span>
                <span class="who">
                    <bdi class="name">${stop.name}</bdi>
                    ${stop.fullName === stop.name ? nothing : html`<bdi class="full">${stop.fullName}</bdi>`}
                    <span class="how">${stateOf(stop, hands)}</span>
                </span>
            </button>
        </h2>
        ${hands.open ? html`<div class="body">${personView(stop, hands)} ${hands.actions}</div>` : nothing}
    </article>`;
}

function stateOf(stop: Stop, { zone, today }: StopHands): string {
    const at = (moment: string) => localNow(zone, new Date(moment)).time;
    const { checkedIn, checkedOut, status, date } = stop;
    const since = date < today ? ` on ${dayWords(date)}` : '';
    if (isOver(stop)) {
        const times = [checkedIn, checkedOut].filter((one) => one !== null).map(at);
        return [status === 'done' ? 'Done' : 'Missed', times.join('–')].filter(Boolean).join(' ');
    }
    if (checkedIn !== null) {
        return `Here since ${at(checkedIn)}${since}`;
    }
    return mustRead(stop) ? 'Something to remember' : status === 'confirmed' ? 'Confirmed' : '';
}

function personView(stop: Stop, hands: StopHands): TemplateResult {
    const { wishes, remember, newHere, ask, access, address, phone, came, note, service, why } = stop;
    return html`
        ${newHere ? newHereView(stop, newHere) : nothing}
        ${
            remember.words.length > 0
                ? html`<section class="remember">
                      <h3>Please remember</h3>
                      ${remember.words.map((words) => html`<p class="text" dir="auto">${words}</p>`)}
                      ${
                          remember.readAt !== null
                              ? html`<p class="read">
                                    Read at ${localNow(hands.zone, new Date(remember.readAt)).time}
                                </p>`
                              : hands.read && !isOver(stop)
                                ? html`<button type="button" @click=${hands.read}>I have read it</button>`
                                : html`<p class="read">Not read yet</p>`
                      }
                  </section>`
                : nothing
        }
        ${
            wishes.length > 0
                ? html`<section>
                      <h3>What they said</h3>
                      <ul class="wishes">
                          ${wishes.map(
                              ({ words, meaning, answer, heardBy }) =>
                                  html`<li>
                                      ${words ? html`<blockquote>${long(words)}</blockquote>` : nothing}
                                      <span class="answer ${answer}">${ANSWERS[answer] ?? answer}</span>
                                      <bdi>${meaning}</bdi>
                                      ${heardBy ? html`<small>heard by <bdi>${heardBy}</bdi></small>` : nothing}
                                  </li>`,
                          )}
                      </ul>
                  </section>`
                : nothing
        }
        ${
            access || address || phone
                ? html`<section>
                      <h3>How to get in</h3>
                      ${access ? html`<p>${long(access)}</p>` : nothing}
                      ${address ? html`<p dir="auto">${address}</p>` : nothing}
                      ${phone ? html`<p><a href=${`tel:${phone.replace(/[^+0-9]/g, '')}`}>Call ${phone}</a></p>` : nothing}
                  </section>`
                : nothing
        }
        ${
            came.length > 0
                ? html`<section>
                      <h3>Who was here before</h3>
                      <ul class="came">
                          ${came.map(
                              ({ technician, name, date }) =>
                                  html`<li>
                                      ${faceView(technician, name)}<bdi>${name}</bdi>
                                      <small>${dayAndMonth(date)}</small>
                                  </li>`,
                          )}
                      </ul>
                  </section>`
                : nothing
        }
        ${
            service || note
                ? html`<section>
                      <h3>This visit</h3>
                      ${service ? html`<p>${service}</p>` : nothing} ${note ? html`<p>${long(note)}</p>` : nothing}
                  </section>`
                : nothing
        }
        ${ask ? html`<p class="new" dir="auto">Ask this time: ${ask}</p>` : nothing}
        ${why ? html`<p dir="auto">Missed: ${why}</p>` : nothing}
    `;
}

const ANSWERS: Record<string, string> = { promised: 'Promised', will_try: 'We try', unanswered: 'No answer yet' };

function newHereView({ name, came }: Stop, { metOn, introducedBy }: NonNullable<Stop['newHere']>): TemplateResult {
    const by = introducedBy
        ? html`introduced by <bdi>${introducedBy}</bdi>${metOn ? ` on ${dayWords(metOn)}` : ''}.`
        : metOn
          ? `you met on ${dayWords(metOn)}.`
          : html`nobody has introduced you. Say who you
            are${came[0] ? html`, and that <bdi>${came[0].name}</bdi> came before` : nothing}.`;
    return html`<p class="new">You are new to <bdi>${name}</bdi>: ${by}</p>`;
}

function faceView(technician: string, name: string): TemplateResult {
    const index = colourIndex(technician);
    return html`<span
        class="face"
        aria-hidden="true"
        style="background: var(--dorothy-face-${index}, ${PALETTE[index]})"
        >${initials(name)}</span
    >`;
}

/** Letters that fit a phone at a glance; the rest opens. */
const GLANCE = 300;

function long(text: string): TemplateResult {
    const whole = html`<span class="text" dir="auto">${text}</span>`;
    return text.length <= GLANCE
        ? whole
        : html`<details>
              <summary>
                  <span class="glance">${text.slice(0, GLANCE)}…</span> <span class="more">Show all</span>
              </summary>
              ${whole}
          </details>`;
}

/** `Tue 6 Oct` */
function dayWords(date: string): string {
    return `${shortWeekday(date)} ${dayAndMonth(date)}`;
}

export interface ClosingHands {
    change: (closing: Closing) => void;
    close: () => void;
    back: () => void;
}

export function closingView(stop: Stop, closing: Closing, lacks: string | null, hands: ClosingHands): TemplateResult {
    const id = (what: string) => `${what}-${stop.visit}`;
    const radio = (outcome: Outcome, words: string, disabled = false) =>
        html`<label class="choice"
            ><input
                type="radio"
                name=${id('outcome')}
                .checked=${closing.outcome === outcome}
                ?disabled=${disabled}
                @change=${() => hands.change({ ...closing, outcome })}
            />
            ${words}</label
        >`;
    return html`<form class="closing" @submit=${(event: Event) => (event.preventDefault(), hands.close())} novalidate>
        <fieldset>
            <legend>How did it go?</legend>
            ${stop.checkedIn !== null ? radio('DONE', 'Done') : nothing} ${radio('MISSED', 'Missed')}
        </fieldset>
        ${
            closing.outcome === 'MISSED'
                ? html`<label for=${id('why')}>Why was it missed?</label>
                      <textarea
                          id=${id('why')}
                          rows="2"
                          dir="auto"
                          .value=${closing.why}
                          @input=${(event: InputEvent) => hands.change({ ...closing, why: valueOf(event) })}
                      ></textarea>`
                : nothing
        }
        <label for=${id('said')}>What did they say?</label>
        <textarea
            id=${id('said')}
            rows="3"
            dir="auto"
            placeholder="In their own words. The office reads it and answers."
            .value=${closing.said}
            @input=${(event: InputEvent) => hands.change({ ...closing, said: valueOf(event), nothingSaid: false })}
        ></textarea>
        <label class="choice"
            ><input
                type="checkbox"
                .checked=${closing.nothingSaid}
                ?disabled=${closing.said.trim() !== ''}
                @change=${(event: Event) =>
                    hands.change({ ...closing, nothingSaid: (event.target as HTMLInputElement).checked })}
            />
            They said nothing</label
        >
        ${lacks ? html`<p class="lacks" role="alert">${lacks}</p>` : nothing}
        <div class="actions">
            <button type="submit" class="main">Close the visit</button>
            <button type="button" @click=${hands.back}>Back</button>
        </div>
    </form>`;
}

function valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
}

export interface TroubleHands {
    understood: () => void;
    declined: () => void;
    /** Answers what is wrong with the words, or null. */
    said: (words: string) => string | null;
}

export function troubleView({ entry, sentence, caught, note }: Trouble, hands: TroubleHands): TemplateResult {
    if (caught) {
        return html`<form
            class="trouble"
            @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                const form = event.currentTarget as HTMLFormElement;
                const lacks = hands.said(form.querySelector('textarea')?.value ?? '');
                form.querySelector('.lacks')!.textContent = lacks ?? '';
            }}
        >
            <p>${sentence}</p>
            <p>You can say: <q>${caught.toSay}</q></p>
            <p>What may be written down instead:</p>
            <ul>
                ${caught.options.map((option) => html`<li>${option}</li>`)}
            </ul>
            <label for=${`said-${entry.id}`}>What they said</label>
            <textarea id=${`said-${entry.id}`} rows="3" dir="auto" .value=${entry.said ?? ''}></textarea>
            <p class="lacks" role="alert"></p>
            <div class="actions">
                <button type="submit" class="main">Write this down</button>
                <button type="button" @click=${hands.declined}>Keep as declined, I told them</button>
                <button type="button" @click=${hands.understood}>Write nothing down</button>
            </div>
        </form>`;
    }
    return html`<div class="trouble ${note ? 'note' : ''}">
        <p>${sentence}</p>
        ${entry.why ? html`<p dir="auto">You wrote: “${entry.why}”</p>` : nothing}
        ${entry.said ? html`<p dir="auto">They said: “${entry.said}”</p>` : nothing}
        <div class="actions"><button type="button" @click=${hands.understood}>I have read this</button></div>
    </div>`;
}

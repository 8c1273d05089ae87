import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { clockTime, localNow, spokenDate } from './format.js';
import type { Day, Entry, Outcome, Stop, TechnicianDay } from './phone-data.js';
import {
    closingLacks,
    entryOf,
    isOver,
    mustRead,
    runWords,
    stateWords,
    withEntries,
    wordsLack,
    type Closing,
} from './phone-entries.js';
import { PhoneSender } from './phone-sender.js';
import { forgetOthers, rememberWho } from './phone-keeper.js';
import { PhoneStore, type Trouble } from './phone-store.js';
import { closingView, stopView, troubleView } from './stop-view.js';
import { technicianDayStyles } from './technician-day.styles.js';
import { tokens } from './tokens.js';

/**
 * `<technician-day>`: the technician's today and tomorrow on a phone, the person first at every stop. It goes on without
 * network: the day and what is entered are kept on the phone, and sent when there is one again, once.
 */
@customElement('technician-day')
export class TechnicianDayElement extends LitElement {
    static override styles = [tokens, technicianDayStyles];

    /** Who is signed in: what is kept on the phone is theirs. */
    @property() user = '';

    /** The code of the technician whose day it is. */
    @property() technician = '';

    /** Set where somebody looks at the day of another person. */
    @property({ type: Boolean, attribute: 'looking' }) looking = false;

    /** Set where the page is nothing but the day, because there was no network when it was opened. */
    @property({ type: Boolean }) alone = false;

    /** Where the day is read and entries are sent. */
    @property() url = 'api/day';

    @state() private shown: 0 | 1 = 0;
    @state() private open: ReadonlySet<string> | null = null;
    @state() private lacks: { visit: string; sentence: string } | null = null;
    /** Changes with everything that is kept or sent. */
    @state() private turn = 0;

    #store: PhoneStore | null = null;
    #sender: PhoneSender | null = null;
    #day: TechnicianDay | null = null;

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener('storage', this.#changed);
        if (this.hasUpdated) {
            this.#begin();
        }
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener('storage', this.#changed);
        this.#sender?.stop();
    }

    protected override firstUpdated(): void {
        this.#begin();
    }

    #begin(): void {
        this.#sender?.stop();
        const store = new PhoneStore(this.user, this.technician, window.localStorage);
        forgetOthers(window.localStorage, this.user);
        const query = `?technician=${encodeURIComponent(this.technician)}`;
        const address = this.looking ? `${this.url}/${encodeURIComponent(this.technician)}` : this.url + query;
        const sender = new PhoneSender(store, address, `${this.url}/entries${query}`, this.#changed);
        sender.fresh = (day) => {
            this.#day = day;
            if (!this.looking) {
                rememberWho(window.localStorage, { user: this.user, technician: this.technician });
                void openWithoutNetwork();
            }
        };
        sender.stored = (entry) => {
            this.#day = this.#day && withEntries(this.#day, [entry]);
            store.keepDay(this.#day);
        };
        this.#store = store;
        this.#sender = sender;
        this.#day = store.day;
        sender.start();
        this.#changed();
    }

    readonly #changed = () => {
        this.turn++;
    };

    protected override render(): TemplateResult {
        const [store, sender] = [this.#store, this.#sender];
        if (!store || !sender) {
            return html`<p class="empty" role="status">Your day is coming…</p>`;
        }
        if (sender.refusal !== null) {
            return html`${this.#stateView(store, sender)}
                <p class="empty">${sender.refusal}</p>
                ${this.#troubles(store)}`;
        }
        if (this.#day === null) {
            const sentence =
                sender.reach === 'fine'
                    ? 'Your day is coming…'
                    : sender.reach === 'signed-out'
                      ? 'Sign in to see your day.'
                      : 'No network, and this phone has not kept the day yet. It appears as soon as there is network.';
            return html`${this.#stateView(store, sender)}
                <p class="empty" role="status">${sentence}</p>`;
        }
        const day = withEntries(this.#day, store.entries);
        const one = day.days[this.shown] ?? day.days[0];
        return html`
            <header>
                <h1>${spokenDate(one?.date ?? day.today)}</h1>
                <p class="whose"><bdi>${day.name}</bdi>, ${day.office}</p>
            </header>
            ${this.#stateView(store, sender)} ${this.#troubles(store)}
            <div class="days" role="group" aria-label="Which day">
                ${day.days.map(
                    ({ stops }, at) =>
                        html`<button
                            type="button"
                            aria-pressed=${this.shown === at}
                            @click=${() => (this.shown = at as 0 | 1)}
                        >
                            ${at === 0 ? 'Today' : 'Tomorrow'} <small>${runWords(stops)}</small>
                        </button>`,
                )}
            </div>
            ${one ? this.#dayView(day, one) : nothing}
        `;
    }

    #stateView(store: PhoneStore, sender: PhoneSender): TemplateResult {
        const waiting = store.entries.length;
        const asOf = this.#day ? localNow(this.#day.zone, new Date(this.#day.now)).time : null;
        const words = this.looking
            ? `You are looking at the day of ${this.#day?.name ?? 'a technician'}. Only they enter something here.`
            : stateWords(waiting, sender.reach, sender.sent, asOf);
        return html`<p class="state ${sender.reach} ${waiting > 0 ? 'waiting' : ''}" role="status">
                ${words}
                ${
                    sender.reach === 'signed-out'
                        ? html`<a href=${location.pathname} router-ignore>Sign in</a>`
                        : waiting > 0 && sender.reach === 'lost'
                          ? html`<button type="button" class="quiet" @click=${() => void sender.run()}>Try now</button>`
                          : this.alone && waiting === 0 && sender.reach === 'fine'
                            ? html`<a href=${location.pathname}>Open all screens</a>`
                            : nothing
                }
            </p>
            ${
                store.failed
                    ? html`<p class="state lost" role="alert">
                          This phone has no room left. Leave this page open until everything is sent.
                      </p>`
                    : nothing
            }`;
    }

    #troubles(store: PhoneStore): TemplateResult | typeof nothing {
        return store.troubles.length === 0
            ? nothing
            : html`<section class="troubles" aria-label="To know">
                  ${repeat(
                      store.troubles,
                      ({ entry }) => entry.id,
                      (trouble) =>
                          troubleView(trouble, {
                              understood: () => this.#dismiss(trouble),
                              declined: () => this.#answerCaught(trouble, trouble.entry.said ?? '', true),
                              said: (words) => this.#answerCaught(trouble, words, false),
                          }),
                  )}
              </section>`;
    }

    #dayView(day: TechnicianDay, one: Day): TemplateResult {
        const today = this.shown === 0;
        const open =
            this.open ??
            new Set(
                one.stops
                    .filter((stop) => !isOver(stop))
                    .slice(0, 1)
                    .map(({ visit }) => visit),
            );
        return html`
            ${one.away ? html`<p class="away">${awayWords(one.away, today)}</p>` : nothing}
            ${
                one.stops.length === 0
                    ? html`<p class="empty">
                          ${today ? 'No visits today.' : 'No visits tomorrow yet.'}
                          ${today ? this.#tomorrowWords(day) : nothing}
                      </p>`
                    : html`<ol class="stops">
                          ${repeat(
                              one.stops,
                              ({ visit }) => visit,
                              (stop) => html`<li>${this.#stop(day, stop, today, open)}</li>`,
                          )}
                      </ol>`
            }
            ${one.elsewhere.map(
                (start) =>
                    html`<p class="elsewhere">${clockTime(start)}: a visit for another office. Call them for it.</p>`,
            )}
        `;
    }

    #tomorrowWords(day: TechnicianDay): string {
        const stops = day.days[1]?.stops ?? [];
        const first = stops[0]?.start;
        return stops.length === 0
            ? ''
            : `Tomorrow: ${runWords(stops)}${first ? `, the first at ${clockTime(first)}` : ''}.`;
    }

    #stop(day: TechnicianDay, stop: Stop, today: boolean, open: ReadonlySet<string>): TemplateResult {
        const closing = this.#store?.closings[stop.visit] ?? null;
        const mayWrite = day.mayWrite && !this.looking;
        return stopView(stop, {
            zone: day.zone,
            today: day.today,
            open: open.has(stop.visit),
            toggle: () => this.#toggle(stop.visit, open),
            read: mayWrite ? () => this.#enter(entryOf(stop, 'READ', Date.now(), { mark: stop.remember.mark })) : null,
            actions:
                !mayWrite || !today || isOver(stop)
                    ? nothing
                    : closing
                      ? closingView(stop, closing, this.lacks?.visit === stop.visit ? this.lacks.sentence : null, {
                            change: (next) => this.#changeClosing(stop, next),
                            close: () => this.#close(stop, closing),
                            back: () => this.#changeClosing(stop, null),
                        })
                      : this.#buttons(stop),
        });
    }

    #buttons(stop: Stop): TemplateResult {
        const begun = stop.checkedIn !== null;
        return html`<div class="actions">
            ${
                begun
                    ? html`<button type="button" class="main" @click=${() => this.#leave(stop, 'DONE')}>
                          Check out
                      </button>`
                    : html`<button
                          type="button"
                          class="main"
                          ?disabled=${mustRead(stop)}
                          @click=${() =>
                              this.#enter(entryOf(stop, 'CHECK_IN', Date.now(), { mark: stop.remember.mark }))}
                      >
                          Check in
                      </button>`
            }
            <button type="button" @click=${() => this.#leave(stop, 'MISSED')}>Could not do it</button>
            ${mustRead(stop) && !begun ? html`<small>Read what to remember first.</small>` : nothing}
        </div>`;
    }

    #toggle(visit: string, open: ReadonlySet<string>): void {
        const next = new Set(open);
        if (!next.delete(visit)) {
            next.add(visit);
            // What is done from anywhere is done for this person.
            window.dispatchEvent(new CustomEvent('dorothy-select', { detail: { visit } }));
        }
        this.open = next;
    }

    #leave(stop: Stop, outcome: Outcome): void {
        this.#changeClosing(stop, {
            outcome: outcome === 'DONE' ? null : outcome,
            why: '',
            said: '',
            nothingSaid: false,
            at: Date.now(),
        });
    }

    #changeClosing(stop: Stop, closing: Closing | null): void {
        this.#store?.keepClosing(stop.visit, closing);
        this.lacks = null;
        this.#changed();
    }

    #close(stop: Stop, closing: Closing): void {
        const sentence = closingLacks(closing);
        if (sentence !== null) {
            this.lacks = { visit: stop.visit, sentence };
            return;
        }
        const { outcome, why, said, at } = closing;
        const words = said.trim();
        this.#enter(
            entryOf(stop, 'CHECK_OUT', at, {
                outcome,
                why: outcome === 'MISSED' ? why.trim() : null,
                said: words === '' ? null : words,
                nothingSaid: words === '',
            }),
        );
        this.#changeClosing(stop, null);
        this.open = null;
    }

    #dismiss(trouble: Trouble): void {
        this.#store?.dismiss(trouble);
        this.#changed();
    }

    /** Answers what is wrong with the words, or null once they are on their way. */
    #answerCaught(trouble: Trouble, words: string, keepDeclined: boolean): string | null {
        const lacks = wordsLack(words, false);
        if (lacks === null) {
            this.#enter(entryOf(trouble.entry, 'SAID', Date.now(), { said: words.trim(), keepDeclined }));
            this.#dismiss(trouble);
        }
        return lacks;
    }

    #enter(entry: Entry): void {
        this.#store?.add(entry);
        this.#changed();
        void this.#sender?.run();
    }
}

/**
 * From now on this page opens in a dead spot too, as a page of its own. Asked with every day that was read until it is so: the
 * network may go while the worker is fetched.
 */
async function openWithoutNetwork(): Promise<void> {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    const scope = new URL('day', document.baseURI).pathname;
    try {
        if (workers && !(await workers.getRegistration(scope))?.active) {
            await workers.register(new URL('day-worker.js', document.baseURI), { scope });
        }
    } catch {
        // Without it the day still works while its page is open.
    }
}

function awayWords(away: string, today: boolean): string {
    const words: Record<string, string> = { vacation: 'on vacation', sick: 'ill', training: 'at a training' };
    return `You are ${words[away] ?? 'away'} ${today ? 'today' : 'tomorrow'}. Call the desk if that is not right.`;
}

declare global {
    interface HTMLElementTagNameMap {
        'technician-day': TechnicianDayElement;
    }
}

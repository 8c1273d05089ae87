import { html, nothing, type TemplateResult } from 'lit';
import type { BoardModel } from './board-model.js';
import { dayOfOne, duration, type Stop } from './day-list.js';
import type { DayPlan } from './day-plan.js';
import { colourIndex, initials } from './faces.js';
import { clockTime, count, dayAndMonth, minuteOfDay, shortWeekday } from './format.js';
import { icons } from './icons.js';
import { lightsView } from './lights-view.js';
import type { Looks } from './looking.js';
import { marksOf } from './marks.js';
import type { StopsFeed } from './stops-feed.js';
import { timeOf } from './timeline.js';
import { awayWord } from './verdicts.js';

/** A phone's list of one technician's day, and above it who and which day. Pressed parts carry what they do in their class. */

export interface DayListPicture extends Pick<Looks, 'matches'> {
    readonly model: BoardModel;
    readonly plan: DayPlan;
    readonly details: StopsFeed;
    readonly technician: string;
    readonly date: string;
    readonly selected: string | null;
    readonly mayMove: boolean;
}

/** Whose day is shown: everybody's, or one technician's. */
export function whoseView(model: BoardModel, technician: string, choose: (technician: string) => void): TemplateResult {
    return html`<div class="whose-day">
        <button type="button" class="person-before" aria-label="Previous technician">${icons.previous}</button>
        <select aria-label="Whose day" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
            <option value="" ?selected=${technician === ''}>Everybody</option>
            ${model.offices.map(
                (office) =>
                    html`<optgroup label=${office.name}>
                        ${model
                            .peopleOf(office.code)
                            .map(
                                ({ code, name }) =>
                                    html`<option value=${code} ?selected=${code === technician}>${name}</option>`,
                            )}
                    </optgroup>`,
            )}
        </select>
        <button type="button" class="person-after" aria-label="Next technician">${icons.next}</button>
    </div>`;
}

/** The day above the list; above the rows the grid's own header says it. */
export function dayTurnView(model: BoardModel, date: string): TemplateResult {
    const today = model.offices.some((office) => office.today === date);
    return html`<div class="day turn ${today ? 'today' : ''}">
        <button type="button" class="previous" aria-label="Previous day">${icons.previous}</button>
        <span><b>${shortWeekday(date)}</b> ${dayAndMonth(date)}</span>
        <button type="button" class="next" aria-label="Next day">${icons.next}</button>
    </div>`;
}

export function dayListView(picture: DayListPicture): TemplateResult {
    const { model, plan, technician, date } = picture;
    const person = model.technician(technician);
    const { stops, shift, work, road } = dayOfOne(model, technician, date, plan);
    const away = shift?.away ?? null;
    const facts = [
        away ? awayWord(away) : shift ? `works ${clockTime(shift.from)}–${clockTime(shift.to)}` : '',
        stops.length > 0 ? `${count(stops.length, 'visit')}, ${duration(work)}` : '',
        road > 0 ? `${duration(road)} on the road` : '',
    ].filter(Boolean);
    return html`<section class="day-list" aria-label=${`Day of ${person?.name ?? 'a technician'}`}>
        <header>
            ${
                person
                    ? html`<span class="face f${colourIndex(person.code)}" aria-hidden="true"
                          >${initials(person.name)}</span
                      >`
                    : nothing
            }
            <p>${facts.join(' · ')}</p>
        </header>
        ${
            stops.length === 0
                ? html`<p class="nobody">
                      ${
                          away
                              ? `${person?.name ?? 'This technician'} does not work on this day.`
                              : 'Nobody is visited on this day. Turn to another day, or swipe to the next technician.'
                      }
                  </p>`
                : html`<ol>
                      ${stops.map((stop) => stopView(picture, stop))}
                  </ol>`
        }
    </section>`;
}

function stopView(picture: DayListPicture, { visit, drive, free, tight }: Stop): TemplateResult {
    const { details, matches, selected } = picture;
    const more = details.of(visit.code);
    const marks = marksOf(visit.marks).map(({ label }) => label);
    const bright = matches === null ? '' : matches.has(visit.code) ? 'lit' : 'dim';
    const until = visit.start === null ? null : timeOf(minuteOfDay(visit.start) + visit.minutes);
    const road = [
        drive === null ? '' : `${drive} min drive${tight ? ', too little time for it' : ''}`,
        free > 0 ? `${duration(free)} free` : '',
    ].filter(Boolean);
    return html`${road.length > 0 ? html`<li class="between ${tight ? 'tight' : ''}">${road.join(' · ')}</li>` : nothing}
        <li
            class="stop ${visit.status} ${visit.start === null ? 'untimed' : ''} ${visit.promisesBroken > 0 ? 'broken' : ''} ${bright}"
        >
            <button type="button" class="open" data-open=${visit.code} aria-pressed=${visit.code === selected}>
                <time
                    >${visit.start === null ? 'no time yet' : clockTime(visit.start)}<small
                        >${clockTime(until)}</small
                    ></time
                >
                <span class="what">
                    <bdi class="who-is">${visit.name}</bdi>
                    ${more?.street ? html`<bdi class="where">${more.street}</bdi>` : nothing}
                    <span class="both"
                        >${lightsView(visit.customerLight, visit.companyLight)} ${lightWords(visit)}</span
                    >
                    ${marks.length > 0 ? html`<span class="matters">${sentence(marks)}</span>` : nothing}
                    ${more?.words.map((words) => html`<q><bdi>${words}</bdi></q>`)}
                    ${more?.remember.map((words) => html`<span class="remember">Please remember: <bdi>${words}</bdi></span>`)}
                </span>
            </button>
            ${
                picture.mayMove && visit.status !== 'done' && visit.status !== 'missed'
                    ? html`<button
                          type="button"
                          class="move-to"
                          data-of=${visit.code}
                          aria-label=${`Move to… ${visit.name}`}
                      >
                          Move to…
                      </button>`
                    : nothing
            }
        </li>`;
}

const COLOURS = ['green', 'amber', 'red'];

/** Both lights in words, and the one reason behind them. */
function lightWords({ customerLight, companyLight, reason, status }: Stop['visit']): string {
    const lights =
        customerLight === 0 && companyLight === 0
            ? 'Customer and company green'
            : `Customer ${COLOURS[customerLight]}, company ${COLOURS[companyLight]}`;
    const state = status === 'planned' ? '' : `, ${status}`;
    return `${lights}${state}${reason ? `: ${reason}` : ''}`;
}

function sentence(words: readonly string[]): string {
    const all = words.join(', ');
    return all.charAt(0).toUpperCase() + all.slice(1);
}

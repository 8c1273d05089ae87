import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Light, Technician } from './board-data.js';
import { colourIndex, initials } from './faces.js';
import { clockTime, count, dayAndMonth, shortWeekday, spokenDate } from './format.js';
import { icons } from './icons.js';
import { SIGNS } from './map-paint.js';
import { find, type MapPicture, type MapRun, type ReadableBoard, type Stop } from './map-picture.js';
import { awayWord } from './verdicts.js';

/** The map in words: what it draws as lists of buttons, for people who do not see it, have no mouse, or no WebGL. */

export interface ListState {
    readonly board: ReadableBoard;
    readonly picture: MapPicture;
    readonly route: string | null;
    readonly technician: string | null;
    readonly selected: string | null;
    readonly lit: string | null;
}

export function listView(state: ListState): TemplateResult {
    const { picture, route, technician } = state;
    return html`${route === null && technician === null ? overview(state) : oneRun(state)}
    ${stopSection(state, 'Nobody drives these yet', picture.waiting)}
    ${stopSection(state, 'Not on the map: nobody knows where', picture.lost)}`;
}

function overview(state: ListState): TemplateResult {
    const { board, picture, selected } = state;
    const chosen = find(picture, selected)?.run ?? null;
    return html`${board.offices.map((office) => {
        const runs = picture.runs.filter((run) => run.office.code === office.code);
        return html`<section class="map-office">
            <h3>
                <button type="button" data-office=${office.code} title="Show ${office.name} on the map">
                    <bdi>${office.name}</bdi>
                </button>
            </h3>
            ${runs.length === 0 ? html`<p class="map-hint">Nobody drives on this day.</p>` : nothing}
            <ul>
                ${repeat(
                    runs,
                    (run) => run.key,
                    (run) => html`<li>${runButton(run)}${run === chosen ? stopList(state, run) : nothing}</li>`,
                )}
            </ul>
        </section>`;
    })}`;
}

function runButton(run: MapRun): TemplateResult {
    const face = faceView(run.technician);
    const words = html`<span class="map-words"
        ><bdi>${run.name}</bdi
        ><small><bdi>${run.over || driver(run)}</bdi>, ${count(run.stops.length, 'stop')}</small></span
    >`;
    const person = run.over === '' ? undefined : run.technician?.code;
    if (run.route === null && person === undefined) {
        return html`<div class="map-run">${face}${words}</div>`;
    }
    return html`<button
        type="button"
        class="map-run"
        data-route=${run.route ?? nothing}
        data-technician=${person ?? nothing}
        title=${person === undefined ? 'Only this route, all its days' : 'Only this technician, all their days'}
    >
        ${face}${words}${lightsView(worst(run.stops, 'customerLight'), worst(run.stops, 'companyLight'))}
    </button>`;
}

function oneRun(state: ListState): TemplateResult {
    const { board, picture, route, technician } = state;
    const person = board.technician(technician)?.name;
    const name = person ?? ((route !== null && board.route(route)?.name) || '');
    const none = person === undefined ? 'Nobody drives this route then.' : `${person} drives nowhere then.`;
    return html`<button type="button" class="map-all" data-all>
            ${icons.previous} ${board.by === 'people' ? 'All technicians' : 'All routes'}
        </button>
        <h3><bdi>${name}</bdi></h3>
        ${picture.runs.length === 0 ? html`<p class="map-hint">${none}</p>` : nothing}
        ${repeat(
            picture.runs,
            (run) => run.key,
            (run) =>
                html`<section class="map-day">
                    <h4>
                        ${faceView(run.technician)}<span
                            >${spokenDate(run.date)}, <bdi>${run.over || driver(run)}</bdi></span
                        >
                    </h4>
                    ${stopList(state, run)}
                </section>`,
        )}`;
}

function stopList(state: ListState, run: MapRun): TemplateResult {
    return html`<ol aria-label="Stops of ${run.name}, ${spokenDate(run.date)}, in order">
        ${repeat(
            run.stops,
            ({ visit }) => visit.code,
            (stop) => html`<li>${stopButton(state, stop)}</li>`,
        )}
    </ol>`;
}

function stopSection(state: ListState, title: string, stops: readonly Stop[]): TemplateResult | typeof nothing {
    if (stops.length === 0) {
        return nothing;
    }
    return html`<section class="map-others">
        <h3>${title}</h3>
        <ul>
            ${repeat(
                stops,
                ({ visit }) => visit.code,
                (stop) => html`<li>${stopButton(state, stop)}</li>`,
            )}
        </ul>
    </section>`;
}

const TONES = ['green', 'amber', 'red'];

function stopButton({ board, selected, lit }: ListState, { visit, number, street }: Stop): TemplateResult {
    const unsaved = board.truth(visit.code) !== visit;
    const when =
        number === 0 || visit.date === null
            ? `due ${shortWeekday(visit.due)} ${dayAndMonth(visit.due)}`
            : time(visit.start);
    return html`<button
        type="button"
        class="map-stop ${visit.code === lit ? 'lit' : ''}"
        data-visit=${visit.code}
        aria-pressed=${visit.code === selected}
        title=${[visit.name, visit.reason].filter(Boolean).join('\n')}
    >
        <span class="map-number" aria-hidden="true">${number === 0 ? nothing : number}</span>
        <span class="map-words"
            ><bdi>${visit.name}</bdi
            ><small
                >${unsaved ? html`<b>not saved yet</b>, ` : nothing}${when}${street ? html`, <bdi>${street}</bdi>` : nothing}</small
            ></span
        >
        ${lightsView(visit.customerLight, visit.companyLight)}
        <span class="map-hidden"
            >customer ${TONES[visit.customerLight]}, company
            ${TONES[visit.companyLight]}${visit.reason ? `, ${visit.reason}` : ''}</span
        >
    </button>`;
}

function time(start: string | null): string {
    return start === null ? 'no time yet' : clockTime(start);
}

/** What is pointed at, in one line over the map. */
export function readoutView({ board, picture, lit, selected }: ListState): TemplateResult | typeof nothing {
    const found = find(picture, lit) ?? find(picture, selected);
    if (!found) {
        return nothing;
    }
    const { visit, street, number } = found.stop;
    const parts = [
        number === 0 || visit.date === null ? 'nobody yet' : `${shortWeekday(visit.date)} ${time(visit.start)}`,
        found.run ? (board.technician(visit.technician)?.name ?? driver(found.run)) : null,
        street,
        visit.reason,
    ];
    return html`<p class="map-readout">
        ${lightsView(visit.customerLight, visit.companyLight)}<b><bdi>${visit.name}</bdi></b>
        <span>${parts.filter(Boolean).map((part, i) => html`${i > 0 ? ' · ' : nothing}<bdi>${part}</bdi>`)}</span>
    </p>`;
}

function driver(run: MapRun): string {
    return run.technician?.name ?? (run.away ? `nobody: ${awayWord(run.away)}` : 'nobody yet');
}

function faceView(technician: Technician | null): TemplateResult {
    return technician
        ? html`<span class="map-face mf${colourIndex(technician.code)}" aria-hidden="true"
              >${initials(technician.name)}</span
          >`
        : html`<span class="map-face" aria-hidden="true">?</span>`;
}

function lightsView(customer: Light, company: Light): TemplateResult {
    return html`<span class="map-lights" aria-hidden="true"
        ><i class="round t${customer}">${SIGNS[customer]}</i><i class="square t${company}">${SIGNS[company]}</i></span
    >`;
}

function worst(stops: readonly Stop[], side: 'customerLight' | 'companyLight'): Light {
    return stops.reduce<Light>((light, { visit }) => (visit[side] > light ? visit[side] : light), 0);
}

export function isEmpty(board: ReadableBoard, picture: MapPicture): boolean {
    return board.offices.length === 0 || (picture.runs.length === 0 && picture.waiting.length === 0);
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Technician } from './board-data.js';
import type { BoardModel, Visit, Workday } from './board-model.js';
import { meaningKey, type Meaning } from './colours.js';
import type { DayPlan } from './day-plan.js';
import { colourIndex, initials } from './faces.js';
import { clockTime, spokenDate } from './format.js';
import { icons } from './icons.js';
import type { Cursor } from './keyboard.js';
import { TONES, lightsView, loudLightsView } from './lights-view.js';
import { judgedAt, verdictAt, type Lift } from './lifting.js';
import type { Looks } from './looking.js';
import { marksOf } from './marks.js';
import type { Moves } from './moves.js';
import type { NameRoom } from './name-room.js';
import { officeView } from './office-view.js';
import type { Presence } from './presence.js';
import { takesVisits, titlesOf, unusualRoute, workdayOf } from './row-kinds.js';
import { needsLine, type Row } from './rows.js';
import { tileColumns } from './tiles.js';
import { trackView } from './timeline-view.js';
import type { Hours } from './timeline.js';
import { awayWord, consequence, type Verdict } from './verdicts.js';

/** Everything a row is drawn from. */
export interface Picture extends Looks {
    readonly model: BoardModel;
    readonly dates: readonly string[];
    /** The stretch of the day that lies across; null where days do. */
    readonly hours: Hours | null;
    readonly plan: DayPlan;
    readonly narrow: boolean;
    /** How many cards may stand side by side in a cell. */
    readonly tiles: number;
    readonly names: NameRoom;
    readonly selected: string | null;
    readonly cursor: Cursor | null;
    readonly lift: Lift | null;
    /** What letting go now would mean. */
    readonly aimed: Verdict | 'here' | null;
    readonly moves: Moves;
    /** Chosen together, to be moved together. */
    readonly chosen: ReadonlySet<string>;
    /** Whether a visit is shown where this person's draft has put it. */
    readonly isDrafted: (visit: string) => boolean;
    /** What others have in the air. */
    readonly presence: Presence;
    /** Just changed by somebody else. */
    readonly fresh: ReadonlySet<string>;
    readonly collapsed: ReadonlySet<string>;
    readonly now: Date;
}

export function rowView(picture: Picture, row: Row): TemplateResult {
    switch (row.kind) {
        case 'office':
            return officeView(picture, row);
        case 'note':
            return html`<div role="gridcell" class="note" aria-colspan=${picture.dates.length + 1}>
                ${
                    picture.model.by === 'routes'
                        ? `${row.office.name} has no routes yet. Add a route with its technician, and its days appear here.`
                        : `Nobody works at ${row.office.name} yet. Add a technician, and their days appear here.`
                }
            </div>`;
        default:
            if (picture.hours) {
                return html`${dayHeadView(picture, row)}${trackView(picture, row, picture.hours)}`;
            }
            return html`${headView(picture, row)}${picture.dates.map((date, i) => cellView(picture, row, date, i + 1))}`;
    }
}

function headView(picture: Picture, row: Row): TemplateResult {
    const { title, under } = titlesOf(picture.model, row);
    return sideView(picture, row, row.technician ?? undefined, title, under, null);
}

/** The head of a single day names who drives on it, and while a visit is lifted what the day would mean for it. */
function dayHeadView(picture: Picture, row: Row): TemplateResult {
    const { model, lift } = picture;
    const date = picture.dates[0] ?? '';
    const { title, under } = titlesOf(model, row);
    const driver = model.technician(workdayOf(model, row, date)?.technician ?? null);
    const instead = row.kind === 'route' && driver && driver.code !== row.technician?.code;
    const who = instead ? (row.technician ? `${driver.name} for ${row.technician.name}` : driver.name) : under;
    const verdict = lift && takesVisits(row.kind) ? judgedAt(model, lift, row, date) : null;
    return sideView(picture, row, driver ?? row.technician ?? undefined, title, who, verdict);
}

function sideView(
    picture: Picture,
    row: Row,
    technician: Technician | undefined,
    title: string,
    under: string,
    verdict: Verdict | null,
): TemplateResult {
    return html`<div
        role="rowheader"
        class="side"
        data-stop
        tabindex=${stopIndex(picture, row, 0, null)}
        title=${under ? `${title}, ${under}` : title}
    >
        <div class="who">
            ${technician ? faceView(technician) : html`<span class="face empty"></span>`}
            <span class="names"
                ><bdi>${title}</bdi>${
                    verdict === null || verdict.customer === null || verdict.company === null
                        ? html`<small><bdi>${under}</bdi></small>`
                        : html`<small class="said ${verdict.tone}" title=${verdict.text}
                              >${lightsView(verdict.customer, verdict.company)} ${verdict.text}</small
                          >`
                }</span
            >
        </div>
    </div>`;
}

function faceView(technician: Technician, size: 'whole' | 'small' = 'whole'): TemplateResult {
    const letters = initials(technician.name);
    return html`<span class="face f${colourIndex(technician.code)}" aria-hidden="true"
        >${size === 'small' ? [...letters].slice(0, 1) : letters}</span
    >`;
}

function cellView(picture: Picture, row: Row, date: string, column: number): TemplateResult {
    const { model, lift } = picture;
    const run = workdayOf(model, row, date);
    const visits = model.cell(row.key, date);
    const verdict = lift && takesVisits(row.kind) ? verdictAt(model, lift, row, date) : null;
    const aimed = lift?.target?.row === row.key && lift.target.column === column;
    const classes = ['cell'];
    if (run?.away) {
        classes.push('away');
    }
    if (date === row.office.today) {
        classes.push('today');
    }
    if (verdict && verdict !== 'here') {
        classes.push('judged');
    }
    const line = needsLine(run, row);
    const tiles = picture.tiles > 1 ? tileColumns(visits.length + (line ? 1 : 0), picture.tiles) : null;
    return html`<div
        role="gridcell"
        class=${classes.join(' ')}
        style=${tiles === null || tiles === 1 ? nothing : `--tiles:${tiles}`}
        data-column=${column}
        tabindex=${visits.length === 0 ? stopIndex(picture, row, column, null) : nothing}
        aria-label=${visits.length === 0 && !lift ? emptyLabel(model, row, run, date) : nothing}
    >
        ${run ? loadView(model, row, run, date) : nothing}${line ? lineView(model, row, run as Workday) : nothing}
        ${repeat(
            visits,
            (visit) => visit.code,
            (visit) =>
                cardView(
                    picture,
                    visit,
                    clockTime(visit.start),
                    stopIndex(picture, row, column, visit.code),
                    run,
                    unusualRoute(model, row, visit),
                ),
        )}
        ${verdict === null ? nothing : verdict === 'here' ? hereView(aimed) : verdictView(verdict, aimed)}
    </div>`;
}

function emptyLabel(model: BoardModel, row: Row, run: Workday | undefined, date: string): string {
    const technician = model.technician(run?.technician ?? null) ?? row.technician;
    const away = run?.away ? `, ${technician?.name ?? 'technician'}: ${awayWord(run.away)}` : '';
    return `${spokenDate(date)}, ${titlesOf(model, row).title}: no visits${away}`;
}

function loadView(model: BoardModel, row: Row, run: Workday, date: string): TemplateResult | typeof nothing {
    if (run.away !== null && model.cell(row.key, date).length === 0) {
        return nothing;
    }
    const minutes = model.minutes(row.key, date);
    const share = run.shift > 0 ? minutes / run.shift : minutes > 0 ? Infinity : 0;
    const label = run.shift > 0 ? `${Math.round(100 * share)} % of the shift` : `${minutes} minutes without a shift`;
    const tone = share > 1 ? 'over' : share > 0.9 ? 'full' : '';
    return html`<div class="load" role="img" aria-label=${label} title=${label}>
        <u class=${tone} style=${`width:${Math.min(100, 100 * share)}%`}></u>
    </div>`;
}

/** Why nobody drives, or who drives instead of the row's technician. */
function lineView(model: BoardModel, row: Row, run: Workday): TemplateResult {
    const substitute = run.technician !== (row.technician?.code ?? null) ? model.technician(run.technician) : undefined;
    return html`<div class="line">
        ${run.away ? html`<em>${awayWord(run.away)}</em>` : nothing}
        ${substitute ? html`${faceView(substitute, 'small')}<bdi title=${substitute.name}>${substitute.name}</bdi>` : nothing}
    </div>`;
}

/** One visit. `when` is its time, or when it is due in the tray; `route` is said when it is not the usual one. */
export function cardView(
    picture: Picture,
    visit: Visit,
    when: string,
    tabindex: number,
    run: Workday | undefined,
    route: string | null = null,
    notes: readonly string[] = [],
): TemplateResult {
    const { moves } = picture;
    const saving = moves.isSaving(visit.code);
    const waiting = moves.isWaiting(visit.code);
    const chosen = picture.chosen.has(visit.code);
    const drafted = picture.isDrafted(visit.code);
    const held = picture.presence.sentence(visit.code);
    const classes = [
        cardClass(visit),
        saving ? 'saving' : waiting ? 'waiting' : '',
        isLifted(picture.lift, visit) ? 'lifted' : '',
        held ? 'held' : '',
        chosen ? 'chosen' : '',
        drafted ? 'drafted' : '',
        picture.fresh.has(visit.code) ? 'fresh' : '',
        brightness(picture, visit),
    ];
    const meaning = meaningOf(picture, visit);
    const holder = picture.presence.brief(visit.code);
    const said = saving ? 'saving' : visit.status === 'missed' ? 'missed' : drafted ? `draft ${when}` : when;
    const marks = marksOf(visit.marks).map((mark) => mark.label);
    const signs = marksView(picture, visit, run);
    const alone =
        !picture.model.isInTray(visit) &&
        route === null &&
        holder === null &&
        meaning === undefined &&
        signs === nothing;
    const whole = alone && picture.names.fits(visit.name, said, lightsWidth(visit));
    // One template and few blanks between its parts: a screen has hundreds of cards, and scrolling makes them by the row.
    // The one after the name keeps what is seen, "Dorothy 9:00", within what is heard.
    // prettier-ignore
    return html`<div
        class=${classes.filter(Boolean).join(' ')}
        role="button"
        tabindex=${tabindex}
        data-visit=${visit.code}
        data-stop
        aria-label=${[
            cardLabel(picture.model, visit, when, route, saving, waiting),
            meaning?.label,
            drafted && 'in your draft',
            chosen && 'chosen',
            held,
            ...notes,
        ]
            .filter(Boolean)
            .join(', ')}
        aria-pressed=${picture.selected === visit.code}
        aria-busy=${saving ? 'true' : nothing}
        title=${[visit.name, visit.reason, route && `On ${route}`, held, ...marks, ...notes].filter(Boolean).join('\n')}
        >${tintView(meaning)}<span class="lights" aria-hidden="true"><i class=${TONES[visit.customerLight] as string}></i><i class=${TONES[visit.companyLight] as string}></i></span><bdi class=${whole ? 'name whole' : 'name'}>${visit.name}</bdi> ${elsewhereView(route)}${holderView(holder)}<time ?hidden=${holder !== null}>${holder === null ? said : ''}</time>${signs}</div>`;
}

/** In pixels, as the style sheet draws them: a green light is small, the others have a sign in them. */
function lightsWidth({ customerLight, companyLight }: Visit): number {
    return (customerLight === 0 ? 6 : 11) + 2 + (companyLight === 0 ? 6 : 11);
}

function brightness({ matches, spot }: Picture, visit: Visit): string {
    if (matches === null) {
        return '';
    }
    return !matches.has(visit.code) ? 'dim' : spot === visit.code ? 'lit spot' : 'lit';
}

function meaningOf({ colour, legend }: Picture, visit: Visit): Meaning | undefined {
    const key = meaningKey(colour, visit);
    return key === null ? undefined : legend.get(key);
}

/** The style sheet draws the letters: the card's label says in words what they mean. */
function tintView(meaning: Meaning | undefined): TemplateResult | typeof nothing {
    return meaning
        ? html`<span class="tint t${meaning.tint}" data-letters=${meaning.letters} aria-hidden="true"></span>`
        : nothing;
}

function isLifted(lift: Lift | null, { code }: Visit): boolean {
    return lift !== null && (lift.visit.code === code || lift.others.some((other) => other.code === code));
}

function cardClass(visit: Visit): string {
    return `card ${visit.status}${visit.promisesBroken > 0 ? ' broken' : ''}`;
}

/** What a card looks like, without anything to press. */
function faceOfCard(picture: Picture, visit: Visit, when: string): TemplateResult {
    const holder = picture.presence.brief(visit.code);
    return html`${tintView(meaningOf(picture, visit))}${lightsView(visit.customerLight, visit.companyLight)}
        <bdi class="name">${visit.name}</bdi>
        ${holderView(holder)} ${holder === null ? html`<time>${when}</time>` : nothing}
        ${marksView(picture, visit, undefined)}`;
}

function elsewhereView(route: string | null): TemplateResult | typeof nothing {
    return route === null ? nothing : html`<bdi class="elsewhere">${route}</bdi>`;
}

/** Whoever holds this visit at the moment, in the place of its time. */
function holderView(holder: string | null): TemplateResult | typeof nothing {
    return holder === null ? nothing : html`<span class="holder">${icons.hand}<bdi>${holder}</bdi></span>`;
}

function marksView(picture: Picture, visit: Visit, run: Workday | undefined): TemplateResult | typeof nothing {
    const other = run && visit.technician !== run.technician ? picture.model.technician(visit.technician) : undefined;
    const waiting = picture.moves.isWaiting(visit.code);
    const confirmed = visit.status === 'confirmed';
    if (visit.marks === '' && !visit.pinned && !confirmed && !waiting && !other) {
        return nothing;
    }
    return html`<span class="marks" aria-hidden="true"
        >${marksOf(visit.marks).map(({ sign }) => (sign === '✎' ? icons.pencil : html`<i data-sign=${sign}></i>`))}
        ${visit.pinned ? icons.pin : nothing} ${confirmed ? icons.tick : nothing} ${waiting ? icons.wait : nothing}
        ${other ? faceView(other, 'small') : nothing}</span
    >`;
}

const COLOURS = ['green', 'amber', 'red'];

function cardLabel(
    model: BoardModel,
    visit: Visit,
    when: string,
    route: string | null,
    saving: boolean,
    waiting: boolean,
): string {
    const technician = model.technician(visit.technician);
    return [
        `${visit.name} ${when}`,
        visit.date === null ? 'unassigned' : spokenDate(visit.date),
        technician?.name,
        route && `on ${route}`,
        `customer ${COLOURS[visit.customerLight]}`,
        `company ${COLOURS[visit.companyLight]}`,
        visit.reason,
        ...marksOf(visit.marks).map((mark) => mark.label),
        visit.pinned ? 'pinned' : null,
        visit.status === 'planned' || visit.status === 'unassigned' ? null : visit.status,
        saving ? 'saving' : null,
        waiting ? 'waiting for an answer' : null,
    ]
        .filter(Boolean)
        .join(', ');
}

function verdictView(verdict: Verdict, aimed: boolean): TemplateResult {
    const { customer, company, text, tone } = verdict;
    return html`<div class="verdict ${tone} ${aimed ? 'aimed' : ''}">
        ${customer === null || company === null ? nothing : loudLightsView(customer, company)}
        <span>${text}</span>
    </div>`;
}

/** The card under the pointer, and what letting go here would mean. */
export function ghostView(picture: Picture, visit: Visit, verdict: Verdict | 'here' | null): TemplateResult {
    const said = verdict === null || verdict === 'here' || verdict.customer === null ? null : verdict;
    const others = picture.lift?.others.length ?? 0;
    return html`<div class="ghost ${others > 0 ? 'many' : ''}" aria-hidden="true" inert>
        ${others > 0 ? html`<b class="number">${others + 1}</b>` : nothing}
        <div class=${cardClass(visit)}>${faceOfCard(picture, visit, clockTime(said?.start ?? visit.start))}</div>
        ${said ? html`<span class="consequence ${said.tone}">${consequence(said)}</span>` : nothing}
    </div>`;
}

function hereView(aimed: boolean): TemplateResult {
    return html`<div class="verdict here ${aimed ? 'aimed' : ''}"></div>`;
}

/** 0 for the one place of the grid that Tab reaches, -1 for the others. Column null: the only stop of its row. */
export function stopIndex(picture: Picture, row: Row, column: number | null, visit: string | null): number {
    const { cursor } = picture;
    if (!cursor || cursor.row !== row.key || (column !== null && cursor.column !== column)) {
        return -1;
    }
    return cursor.visit === visit || column === null ? 0 : -1;
}

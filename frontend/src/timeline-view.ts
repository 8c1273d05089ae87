import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Shift } from './board-data.js';
import type { BoardModel, Workday } from './board-model.js';
import { clockTime, count, localNow, minuteOfDay, shortWeekday, dayAndMonth, spokenDate } from './format.js';
import { cornerView } from './frame-view.js';
import { judgedAt } from './lifting.js';
import { takesVisits, titlesOf, unusualRoute, workdayOf } from './row-kinds.js';
import { cardView, stopIndex, type Picture } from './row-view.js';
import type { Row } from './rows.js';
import { DAY, blocksOf, fullHours, legsOf, share, timeOf, type Block, type Hours, type Leg } from './timeline.js';
import { stretchesOf } from './stretches.js';
import { awayWord, type Verdict } from './verdicts.js';
import type { Viewport } from './viewport.js';

/** A row's day by the clock: when the technician works, the visits as long as they take, and the drives between them. */
export function trackView(picture: Picture, row: Row, hours: Hours): TemplateResult {
    const { model, plan, lift } = picture;
    const date = picture.dates[0] ?? '';
    const day = workdayOf(model, row, date);
    const shift = plan.shift(day?.technician ?? null);
    const visits = model.cell(row.key, date);
    const legs = legsOf(visits, plan);
    const before = new Map(legs.map((leg) => [leg.to.code, leg]));
    const verdict = lift && takesVisits(row.kind) ? judgedAt(model, lift, row, date) : null;
    const classes = ['cell', 'track', day?.away ? 'away' : '', verdict ? 'judged' : ''];
    return html`<div
        role="gridcell"
        class=${classes.filter(Boolean).join(' ')}
        data-column="1"
        tabindex=${visits.length === 0 ? stopIndex(picture, row, 1, null) : nothing}
        aria-label=${visits.length === 0 ? emptyLabel(picture, row, date, day) : nothing}
    >
        ${shift && !day?.away ? shadesView(hours, shift) : nothing}
        ${day?.away ? html`<em class="why">${awayWord(day.away)}</em>` : nothing}
        ${repeat(
            blocksOf(visits, shift).blocks,
            ({ visit }) => visit.code,
            (block) => blockView(picture, row, hours, block, day, before.get(block.visit.code)),
        )}
        ${legs.map((leg) => legView(hours, leg))} ${verdict ? stretchesView(hours, verdict) : nothing}
        ${
            lift?.target?.row === row.key && lift.target.minute !== undefined
                ? landingView(picture, hours, lift.target.minute, lift.visit.minutes)
                : nothing
        }
    </div>`;
}

function emptyLabel({ model }: Picture, row: Row, date: string, day: Workday | undefined): string {
    const away = day?.away ? `, ${awayWord(day.away)}` : '';
    return `${spokenDate(date)}, ${titlesOf(model, row).title}: no visits${away}`;
}

function stretch(hours: Hours, from: number, to: number): Record<string, string> {
    const left = share(hours, from);
    return { left: `${left}%`, width: `${share(hours, to) - left}%` };
}

/** The hours before and after the shift. */
function shadesView(hours: Hours, { from, to }: Shift): TemplateResult {
    return html`<i class="shade" style=${styleMap(stretch(hours, 0, minuteOfDay(from)))}></i
        ><i class="shade" style=${styleMap(stretch(hours, minuteOfDay(to), DAY))}></i>`;
}

function blockView(
    picture: Picture,
    row: Row,
    hours: Hours,
    { visit, from, to, lane, clash, untimed }: Block,
    day: Workday | undefined,
    drive: Leg | undefined,
): TemplateResult {
    const notes = [
        clash ? 'at the same time as another visit' : '',
        untimed ? 'no time yet' : '',
        drive ? `${count(drive.minutes, 'minute')} drive from ${drive.from.name}` : '',
        drive?.tight ? 'too little time for it' : '',
    ].filter(Boolean);
    return html`<div
        class="block ${clash ? 'clash' : ''} ${untimed ? 'untimed' : ''}"
        style=${styleMap({ ...stretch(hours, from, to), '--at': String(lane) })}
    >
        ${cardView(
            picture,
            visit,
            untimed ? 'no time yet' : clockTime(visit.start),
            stopIndex(picture, row, 1, visit.code),
            day,
            unusualRoute(picture.model, row, visit),
            notes,
        )}
    </div>`;
}

/** The road from one stop to the next, as long as the drive takes; it reaches under the next block when time is short. */
function legView(hours: Hours, { from, to, leaves, minutes, tight }: Leg): TemplateResult {
    const words = `${count(minutes, 'minute')} drive from ${from.name} to ${to.name}`;
    return html`<i
        class="leg ${tight ? 'tight' : ''}"
        style=${styleMap(stretch(hours, leaves, leaves + minutes))}
        title=${tight ? `${words}: too little time` : words}
        aria-hidden="true"
        ><span>${minutes} min</span></i
    >`;
}

/** Where along the row the lifted visit could start, as far as the server has said. */
function stretchesView(hours: Hours, { quarters, tone }: Verdict): TemplateResult {
    const stretches = quarters === null ? [{ from: 0, to: DAY, tone }] : stretchesOf(quarters);
    return html`${stretches.map(
        ({ from, to, tone: its }) => html`<i class="stretch ${its}" style=${styleMap(stretch(hours, from, to))}></i>`,
    )}`;
}

/** The place the visit would take, with its time under its edge. */
function landingView({ aimed }: Picture, hours: Hours, minute: number, minutes: number): TemplateResult {
    const tone = aimed === null || aimed === 'here' ? 'here' : aimed.tone;
    return html`<div class="landing ${tone}" style=${styleMap(stretch(hours, minute, minute + minutes))}>
        <b>${clockTime(timeOf(minute))}</b>
    </div>`;
}

/** The day and its hours, above the rows. */
export function hoursHeaderView(
    model: BoardModel,
    viewport: Viewport,
    hours: Hours,
    collapsed: ReadonlySet<string>,
): TemplateResult {
    const { day } = viewport;
    const zones = new Set(model.offices.map((office) => office.zone)).size;
    return html`<div role="row" class="header hours" aria-rowindex="1">
        ${cornerView(model, viewport, collapsed)}
        <div role="columnheader" class="day" aria-label="Hours of ${spokenDate(day)}, local time of each office">
            <div class="which">
                <span><b>${shortWeekday(day)}</b> ${dayAndMonth(day)}</span>
                ${zones > 1 ? html`<small>local time of each office</small>` : nothing}
            </div>
            ${fullHours(hours).map(
                (hour) =>
                    html`<span class="hour" style=${styleMap({ left: `${share(hours, hour)}%` })}>${hour / 60}</span>`,
            )}
        </div>
    </div>`;
}

/** A line at this moment through the rows of each office where it is that day, at its own time. */
export function nowLinesView(viewport: Viewport, hours: Hours, now: Date): TemplateResult {
    const { rows } = viewport.table;
    const spans = new Map<string, { zone: string; top: number; bottom: number }>();
    for (const { office, kind, top, height } of rows) {
        const span = spans.get(office.code);
        const from = kind === 'office' ? top + height : (span?.top ?? top);
        spans.set(office.code, { zone: office.zone, top: from, bottom: top + height });
    }
    return html`${[...spans.values()].map(({ zone, top, bottom }) => {
        const { date, time } = localNow(zone, now);
        const minute = minuteOfDay(time.padStart(5, '0'));
        return date !== viewport.day || minute < hours.from || minute > hours.to || bottom === top
            ? nothing
            : html`<div class="now-track" style=${styleMap({ top: `${top}px`, height: `${bottom - top}px` })}>
                  <i style=${styleMap({ left: `${share(hours, minute)}%` })}></i>
              </div>`;
    })}`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { BoardModel } from './board-model.js';
import type { Notice } from './connection.js';
import { count, dayAndMonth, shortWeekday, spokenDate } from './format.js';
import { icons } from './icons.js';
import type { Viewport } from './viewport.js';

/** What stands around the rows: the days above, and sentences where there is nothing to draw. */

export function headerView(model: BoardModel, viewport: Viewport, collapsed: ReadonlySet<string>): TemplateResult {
    const todays = new Set(model.offices.map((office) => office.today));
    return viewport.narrow
        ? narrowHeaderView(todays, viewport.day)
        : wideHeaderView(model, viewport, todays, collapsed);
}

/** Above the names of the rows: the button that folds them all, and the office whose head has been scrolled away. */
export function cornerView(model: BoardModel, viewport: Viewport, collapsed: ReadonlySet<string>): TemplateResult {
    const open = model.offices.some(({ code }) => !collapsed.has(code));
    const words = open ? 'Collapse all offices' : 'Expand all offices';
    return html`<div role="columnheader" class="corner">
        ${
            model.offices.length > 0
                ? html`<button type="button" class="fold-all" aria-label=${words} title="${words} (C)">
                      ${open ? icons.collapse : icons.expand}
                  </button>`
                : nothing
        }
        <span class="hidden">${model.by === 'routes' ? 'Route' : 'Technician'}</span
        ><bdi aria-hidden="true">${viewport.officeInView}</bdi>
    </div>`;
}

function wideHeaderView(
    model: BoardModel,
    viewport: Viewport,
    todays: ReadonlySet<string>,
    collapsed: ReadonlySet<string>,
): TemplateResult {
    return html`<div role="row" class="header" aria-rowindex="1">
        ${cornerView(model, viewport, collapsed)}
        ${viewport.dates.map(
            (date) =>
                html`<div role="columnheader" class="day ${todays.has(date) ? 'today' : ''}" title=${spokenDate(date)}>
                    ${viewport.month ? html`<b>${Number(date.slice(8))}</b> ${shortWeekday(date).slice(0, 2)}` : html`<b>${shortWeekday(date)}</b> ${dayAndMonth(date)}`}
                </div>`,
        )}
    </div>`;
}

function narrowHeaderView(todays: ReadonlySet<string>, date: string): TemplateResult {
    return html`<div role="row" class="header" aria-rowindex="1">
        <div role="columnheader" class="day ${date && todays.has(date) ? 'today' : ''}">
            <button type="button" class="previous" aria-label="Previous day">${icons.previous}</button>
            <span>${date ? html`<b>${shortWeekday(date)}</b> ${dayAndMonth(date)}` : nothing}</span>
            <button type="button" class="next" aria-label="Next day">${icons.next}</button>
        </div>
    </div>`;
}

/** Below the rows, so that nothing moves that somebody is looking at. What is said about the connection comes first. */
export function bannerView(notice: Notice | null, trouble: string | null): TemplateResult | typeof nothing {
    const sentence = notice?.sentence ?? trouble;
    return sentence === null
        ? nothing
        : html`<div class="banner ${notice ? 'lost' : ''}">
              <span>${sentence}</span>
              ${notice?.progress ? html`<span class="progress"><i></i>${notice.progress}</span>` : nothing}
              <button type="button" class="retry">${notice?.button ?? 'Try again'}</button>
          </div>`;
}

export function toastView(sentence: string | null): TemplateResult | typeof nothing {
    return sentence === null
        ? nothing
        : html`<div class="toast">
              <span>${sentence}</span>
              <button type="button" class="dismiss" aria-label="Close this message">${icons.close}</button>
          </div>`;
}

/** Grey bars; the style sheet holds them back for a moment, so that a quick answer does not flicker. */
export function skeletonView(): TemplateResult {
    return html`<div class="skeleton" role="status" aria-label="Loading the board">
        ${Array.from({ length: 8 }, () => html`<i></i>`)}
    </div>`;
}

/** When nothing fits what is looked for: what that was, and the ways on. */
export function nothingFoundView(looked: { find: string; filter: string; exception: string | null }): TemplateResult {
    const text = looked.find.trim();
    const also = looked.filter !== '' || looked.exception !== null;
    return html`<div class="banner none-found">
        <span
            >${
                text === ''
                    ? 'No visit of these days fits the filter. Take one of its ticks away, or look in another week.'
                    : html`No visit of these days fits “<bdi>${text}</bdi>”${also ? ' and the filter' : ''}. Look in
                      another week, or press Ctrl K: that finds every customer.`
            }</span
        >
        <button type="button" class="show-all">Show all</button>
    </div>`;
}

/** Why there is nothing to see, and what to do about it. */
export function emptySentence(model: BoardModel): string | null {
    if (model.offices.length === 0) {
        return 'No office to show. Ask an administrator to give you one.';
    }
    const first = model.days[0];
    const last = model.days[model.days.length - 1];
    if (!first || !last || !model.whole || !isEmpty(model)) {
        return null;
    }
    const waiting = model.tray().length;
    const on =
        waiting === 0
            ? "Go to another week with [ or ], or import the branch's files."
            : `${count(waiting, 'visit')} ${waiting === 1 ? 'waits' : 'wait'} below: drag them to a day, or go to another week with [ or ].`;
    return `No visits from ${dayAndMonth(first)} to ${dayAndMonth(last)}. ${on}`;
}

/** Whether no row has a visit. */
function isEmpty(model: BoardModel): boolean {
    for (const visit of model.visits()) {
        if (!model.isInTray(visit)) {
            return false;
        }
    }
    return true;
}

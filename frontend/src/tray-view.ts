import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Visit } from './board-model.js';
import { count, dueLabel } from './format.js';
import { cardView, type Picture } from './row-view.js';

/** Where the tray's cards lie: a windowed grid of equal cards, because a branch can have thousands unassigned. */
export interface Shelf {
    readonly perLine: number;
    readonly line: number;
    readonly lines: number;
    readonly shown: number;
}

const CARD_WIDTH = 182;
const FEW_LINES = 2;
const MANY_LINES = 8;

export function shelfOf(visits: number, width: number, cardHeight: number, expanded: boolean): Shelf {
    const perLine = Math.max(1, Math.floor(width / CARD_WIDTH));
    const lines = Math.ceil(visits / perLine);
    return {
        perLine,
        line: cardHeight + 4,
        lines,
        shown: Math.min(Math.max(1, lines), expanded ? MANY_LINES : FEW_LINES),
    };
}

export function trayView(
    picture: Picture,
    shelf: Shelf,
    scrollTop: number,
    cursor: string | null,
    expanded: boolean,
): TemplateResult {
    const { model } = picture;
    const visits = model.tray();
    const from = Math.max(0, Math.floor(scrollTop / shelf.line) - 1) * shelf.perLine;
    const to = (Math.ceil(scrollTop / shelf.line) + shelf.shown + 1) * shelf.perLine;
    const drawn = visits.flatMap((visit, place) =>
        (place >= from && place < to) || visit.code === cursor ? [{ visit, place }] : [],
    );
    return html`<section class="tray" aria-label="Unassigned visits">
        <div class="side">
            <h3>Unassigned</h3>
            <small>${countsByOffice(picture, visits)}</small>
            ${
                shelf.lines > FEW_LINES
                    ? html`<button type="button" class="more" aria-expanded=${expanded}>
                          ${expanded ? 'Show fewer' : 'Show more'}
                      </button>`
                    : nothing
            }
        </div>
        <div class="shelf" style=${styleMap({ height: `${shelf.shown * shelf.line}px` })}>
            <div
                role="group"
                aria-label="Unassigned visits, longest overdue first"
                style=${styleMap({ height: `${shelf.lines * shelf.line}px` })}
            >
                ${repeat(
                    drawn,
                    ({ visit }) => visit.code,
                    ({ visit, place }) =>
                        html`<div
                            class="slot"
                            style=${styleMap({
                                top: `${Math.floor(place / shelf.perLine) * shelf.line}px`,
                                left: `${(100 * (place % shelf.perLine)) / shelf.perLine}%`,
                                width: `${100 / shelf.perLine}%`,
                            })}
                        >
                            ${cardView(picture, visit, dueOf(picture, visit), visit.code === (cursor ?? visits[0]?.code) ? 0 : -1, undefined)}
                        </div>`,
                )}
            </div>
        </div>
    </section>`;
}

function dueOf(picture: Picture, visit: Visit): string {
    return dueLabel(visit.due, picture.model.office(visit.office)?.today ?? visit.due);
}

function countsByOffice(picture: Picture, visits: readonly Visit[]): string {
    if (visits.length === 0) {
        return 'Every visit has a technician and a day.';
    }
    const counts = new Map<string, number>();
    for (const visit of visits) {
        counts.set(visit.office, (counts.get(visit.office) ?? 0) + 1);
    }
    const offices = picture.model.offices.filter((office) => counts.has(office.code));
    return offices.length > 3
        ? `${count(visits.length, 'visit')} in ${offices.length} offices`
        : offices.map((office) => `${office.name} ${counts.get(office.code)}`).join(' · ');
}

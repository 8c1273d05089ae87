import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { trayRow, type BoardModel, type Visit } from './board-model.js';
import { count, dueLabel } from './format.js';
import { cardView, type Picture } from './row-view.js';
import { slotsOf, type Group, type Shelf, type Slot } from './tray-shelf.js';

/** The offices that have somebody waiting. */
export function groupsOf(model: BoardModel): Group[] {
    return model.offices
        .map((office) => ({ office, visits: model.trayOf(office.code) }))
        .filter(({ visits }) => visits.length > 0);
}

export function trayView(
    picture: Picture,
    shelf: Shelf,
    scrollTop: number,
    cursor: string | null,
    expanded: boolean,
): TemplateResult {
    const { model, lift } = picture;
    const visits = model.tray();
    const from = Math.max(0, Math.floor(scrollTop / shelf.line) - 1);
    const to = Math.ceil(scrollTop / shelf.line) + shelf.shown + 1;
    const taking = lift !== null && !model.isInTray(lift.visit);
    const aimed = taking && lift.target?.row === trayRow;
    return html`<section class="tray ${taking ? 'taking' : ''} ${aimed ? 'aimed' : ''}" aria-label="Unassigned visits">
        <div class="side">
            <h3>Unassigned</h3>
            <small>${taking ? 'Let go here to unassign' : countOf(picture, visits)}</small>
            ${
                shelf.lines > shelf.shown || expanded
                    ? html`<button type="button" class="more" aria-expanded=${expanded}>
                          ${expanded ? 'Show fewer' : 'Show more'}
                      </button>`
                    : nothing
            }
        </div>
        <div class="shelf" style=${styleMap({ height: `${shelf.shown * shelf.line}px` })}>
            <div
                role="group"
                aria-label="Unassigned visits, broken promises and the longest overdue first"
                style=${styleMap({ height: `${shelf.lines * shelf.line}px` })}
            >
                ${model.offices.length > 1 ? shelf.groups.map((group) => nameView(shelf, group)) : nothing}
                ${repeat(
                    slotsOf(shelf, from, to, cursor),
                    ({ visit }) => visit.code,
                    (slot) => slotView(picture, shelf, slot, slot.visit.code === (cursor ?? visits[0]?.code)),
                )}
            </div>
        </div>
    </section>`;
}

function nameView(shelf: Shelf, { office, visits, top }: Shelf['groups'][number]): TemplateResult {
    return html`<div
        class="whose"
        style=${styleMap({ top: `${top * shelf.line}px`, width: shelf.gutter > 0 ? `${shelf.gutter}px` : '100%' })}
    >
        <bdi title=${office.name}>${office.name}</bdi> ${visits.length}
    </div>`;
}

function slotView(picture: Picture, shelf: Shelf, { visit, line, place }: Slot, stop: boolean): TemplateResult {
    const share = `(100% - ${shelf.gutter}px) / ${shelf.perLine}`;
    return html`<div
        class="slot"
        style=${styleMap({
            top: `${line * shelf.line}px`,
            left: `calc(${shelf.gutter}px + ${share} * ${place})`,
            width: `calc(${share})`,
        })}
    >
        ${cardView(picture, visit, dueOf(picture, visit), stop ? 0 : -1, undefined)}
    </div>`;
}

function dueOf(picture: Picture, visit: Visit): string {
    return dueLabel(visit.due, picture.model.office(visit.office)?.today ?? visit.due);
}

function countOf({ model }: Picture, visits: readonly Visit[]): string {
    if (visits.length === 0) {
        return 'Every visit has a technician and a day.';
    }
    const offices = new Set(visits.map((visit) => visit.office)).size;
    return model.offices.length > 1
        ? `${count(visits.length, 'visit')} in ${count(offices, 'office')}`
        : count(visits.length, 'visit');
}

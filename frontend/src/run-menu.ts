import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { BoardModel } from './board-model.js';
import type { Point } from './drag.js';
import { dayAndMonth, shortWeekday } from './format.js';
import { isRoute, nameOf, visitsOf, type Run } from './run-moves.js';

/** What can be done with a whole run. */
export interface RunMenu {
    readonly run: Run;
    /** In the board's own coordinates. */
    readonly at: Point;
}

const OF_ROUTE = [
    ['choose-run', 'Choose its visits'],
    ['swap-run', 'Swap who drives with another run…'],
    ['send-run', 'Send this run to another technician…'],
] as const;

const OF_PERSON = [
    ['choose-run', 'Choose its visits'],
    ['swap-run', 'Swap this day with another technician…'],
    ['send-run', 'Send this day to another technician…'],
] as const;

const WIDTH = 280;

/** @param pins whether the server can pin visits */
export function runMenuView(
    model: BoardModel,
    menu: RunMenu | null,
    width: number,
    pins: boolean,
): TemplateResult | typeof nothing {
    if (!menu) {
        return nothing;
    }
    const title = `${nameOf(model, menu.run)}, ${shortWeekday(menu.run.date)} ${dayAndMonth(menu.run.date)}`;
    const place = { left: `${Math.max(4, Math.min(menu.at.x, width - WIDTH - 4))}px`, top: `${menu.at.y}px` };
    return html`<div class="run-menu" role="menu" aria-label=${title} style=${styleMap(place)}>
        <b aria-hidden="true">${title}</b>
        ${itemsOf(model, menu.run, pins).map(
            ([act, words]) =>
                html`<button type="button" role="menuitem" tabindex="-1" data-act=${act}>${words}</button>`,
        )}
    </div>`;
}

function itemsOf(model: BoardModel, run: Run, pins: boolean): readonly (readonly [act: string, words: string])[] {
    const items = isRoute(run) ? OF_ROUTE : OF_PERSON;
    const visits = pins ? visitsOf(model, run) : [];
    if (visits.length === 0) {
        return items;
    }
    const pinned = visits.every((visit) => visit.pinned);
    return [...items, ['pin-run', pinned ? 'Unpin its visits' : 'Pin its visits']];
}

/** Arrow keys go round the items; anything that ends the menu answers `close`. */
export function onMenuKey(event: KeyboardEvent): 'close' | null {
    const items = [...((event.currentTarget as Element).querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.indexOf(event.target as HTMLElement);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
        event.preventDefault();
        event.stopPropagation();
        items[(at + by + items.length) % items.length]?.focus();
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
        event.preventDefault();
        event.stopPropagation();
        return 'close';
    }
    return null;
}

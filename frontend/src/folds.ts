import { html, nothing, type TemplateResult } from 'lit';
import { count } from './format.js';
import { icons } from './icons.js';
import type { Workbench } from './workbench.js';

/** Where the screen is small, tray and draft are one line until somebody opens one of them. */

export type Fold = 'tray' | 'draft';

export function foldsView(
    open: Fold | null,
    waiting: number,
    bench: Workbench | null,
    taking: 'aimed' | 'taking' | '',
): TemplateResult {
    const moves = bench?.draft.moves.length ?? 0;
    return html`<div class="folds">
        <button
            type="button"
            class="fold ${taking === '' ? '' : `tray ${taking}`}"
            data-fold="tray"
            aria-expanded=${open === 'tray'}
        >
            ${icons.open}${taking === '' ? html`Unassigned <b>${waiting}</b>` : 'Let go here to unassign'}
        </button>
        ${
            bench
                ? html`<button type="button" class="fold" data-fold="draft" aria-expanded=${open === 'draft'}>
                      ${icons.open}Draft${moves > 0 ? html`: <b>${count(moves, 'visit')}</b>` : nothing}
                  </button>`
                : nothing
        }
    </div>`;
}

/** Whether the bar below has a question or a choice that must not be folded away. */
export function needsBar(bench: Workbench): boolean {
    return bench.conflicts.length > 0 || bench.picking !== null || bench.selection.size > 0;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { BoardModel } from './board-model.js';
import { count, dayAndMonth, shortWeekday } from './format.js';
import { driverOf, isRoute, nameOf } from './run-moves.js';
import type { Picking, Workbench } from './workbench.js';

/** The line below the tray: the chosen visits, the draft, and undo. Buttons carry what they do in `data-act`. */

export function bottomBarView(bench: Workbench, model: BoardModel): TemplateResult {
    return html`<section class="bar" aria-label="Draft and chosen visits">
        ${bench.conflicts.map(
            ({ move, sentence, keepable }) =>
                html`<div class="conflict" role="group" aria-label="About ${move.name}">
                    <span>${sentence}</span>
                    ${keepable ? button('keep', 'Keep my move', move.visit) : nothing}
                    ${button('take-out', 'Take it out', move.visit)}
                </div>`,
        )}
        ${bench.picking ? pickingView(bench, model, bench.picking) : nothing}
        ${!bench.picking && bench.selection.size > 0 ? selectionView(bench) : nothing}
        <div class="line-of-bar">
            ${bench.able ? draftView(bench) : nothing}
            <span class="room"></span>
            <button
                type="button"
                data-act="undo"
                ?disabled=${!bench.canUndo || bench.busy}
                title=${bench.draft.canUndo ? 'Undo in the draft (Ctrl-Z)' : `Undo ${bench.log.undoName} (Ctrl-Z)`}
            >
                Undo
            </button>
            <button
                type="button"
                data-act="redo"
                ?disabled=${!bench.canRedo || bench.busy}
                title=${bench.draft.canRedo ? 'Redo in the draft (Ctrl-Shift-Z)' : `Redo ${bench.log.redoName} (Ctrl-Shift-Z)`}
            >
                Redo
            </button>
        </div>
    </section>`;
}

/** Whether there is anything to show; an empty bar would only take room. */
export function hasBar(bench: Workbench): boolean {
    return bench.able || bench.canUndo || bench.canRedo || bench.selection.size > 0;
}

function draftView(bench: Workbench): TemplateResult {
    const moves = bench.draft.moves.length;
    return html`<button
            type="button"
            role="switch"
            class="switch"
            data-act="drafting"
            aria-checked=${bench.drafting}
            title="While it is on, single moves wait in the draft too"
        >
            <i aria-hidden="true"></i>Draft
        </button>
        ${
            moves > 0
                ? html`<b>Draft: ${count(moves, 'visit')} moved</b>
                      <button type="button" class="main" data-act="review">Review and save</button>
                      ${button('discard', 'Discard')}`
                : html`<span class="soft"
                      >${
                          bench.draft.discarded
                              ? 'Draft discarded. Undo brings it back.'
                              : bench.drafting
                                ? 'Moves wait here until you save them. Nobody else sees them.'
                                : 'Moves are saved at once.'
                      }</span
                  >`
        }`;
}

function selectionView(bench: Workbench): TemplateResult {
    const visits = bench.movable;
    const unpin = visits.length > 0 && visits.every((visit) => visit.pinned);
    return html`<div class="line-of-bar chosen" role="group" aria-label="Chosen visits">
        <b>${count(bench.selection.size, 'visit')}:</b>
        ${visits.length > 0 && (bench.able || visits.length === 1) ? button('move', 'Move to…') : nothing}
        ${visits.length > 0 && (bench.able || visits.length === 1) ? button('unassign', 'Unassign') : nothing}
        ${visits.length > 0 && bench.canPin ? button('pin', unpin ? 'Unpin' : 'Pin') : nothing}
        ${button('clear', 'Clear')}
    </div>`;
}

function pickingView(bench: Workbench, model: BoardModel, picking: Picking): TemplateResult {
    return html`<form class="line-of-bar chosen picking" aria-label="Choose where">
        <b>${titleOf(bench, model, picking)}</b>
        ${picking.kind === 'send' || (picking.kind === 'swap' && !isRoute(picking.run)) ? technicianChoice(model, driverOf(model, picking.run)) : routeChoice(model, picking)}
        ${picking.kind === 'move' ? dayChoice(model) : nothing}
        <button type="submit" class="main">${VERBS[picking.kind]}</button>
        ${button('cancel', 'Cancel')}
        <span class="soft">${pointing(model, picking)}</span>
    </form>`;
}

function pointing(model: BoardModel, picking: Picking): string {
    if (picking.kind === 'send' || (picking.kind === 'swap' && !isRoute(picking.run))) {
        return model.by === 'people' ? 'or click their day on the board' : 'or click a run of theirs';
    }
    return model.by === 'people' ? 'or click a day of somebody’s on the board' : 'or click it on the board';
}

const VERBS = { move: 'Move', swap: 'Swap', send: 'Send' };

function titleOf(bench: Workbench, model: BoardModel, picking: Picking): string {
    if (picking.kind === 'move') {
        return `Move ${count(bench.movable.length, 'visit')} to`;
    }
    const { run } = picking;
    const words = `${nameOf(model, run)}, ${shortWeekday(run.date)} ${dayAndMonth(run.date)},`;
    return picking.kind === 'send' ? `Send ${words} to` : `Swap ${isRoute(run) ? 'who drives ' : ''}${words} with`;
}

function routeChoice(model: BoardModel, picking: Picking): TemplateResult {
    const own = picking.kind === 'swap' && isRoute(picking.run) ? picking.run.route : null;
    return html`<select name="route" aria-label="Route" autofocus>
        ${model.offices.map(
            (office) =>
                html`<optgroup label=${office.name}>
                    ${model
                        .routesOf(office.code)
                        .filter((route) => route.code !== own)
                        .map((route) => {
                            const driver =
                                picking.kind === 'swap'
                                    ? model.technician(model.run(route.code, picking.run.date)?.technician ?? null)
                                    : undefined;
                            return html`<option value=${route.code}>
                                ${route.name}${driver ? `, ${driver.name}` : ''}
                            </option>`;
                        })}
                </optgroup>`,
        )}
    </select>`;
}

function dayChoice(model: BoardModel): TemplateResult {
    const today = model.offices[0]?.today ?? '';
    return html`<select name="date" aria-label="Day">
        ${model.days
            .filter((date) => date >= today)
            .map((date) => html`<option value=${date}>${shortWeekday(date)} ${dayAndMonth(date)}</option>`)}
    </select>`;
}

/** @param driver who drives now and is not offered */
function technicianChoice(model: BoardModel, driver: string | null): TemplateResult {
    return html`<select name="technician" aria-label="Technician" autofocus>
        ${model.offices.map(
            (office) =>
                html`<optgroup label=${office.name}>
                    ${[...model.technicians()]
                        .filter(({ code, office: home }) => home === office.code && code !== driver)
                        .map((technician) => html`<option value=${technician.code}>${technician.name}</option>`)}
                </optgroup>`,
        )}
    </select>`;
}

function button(act: string, words: string, visit?: string): TemplateResult {
    return html`<button type="button" data-act=${act} data-of=${visit ?? nothing}>${words}</button>`;
}

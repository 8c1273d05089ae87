import type { Focus } from './keyboard.js';
import { Lasso, type Box } from './lasso.js';
import type { Run } from './run-moves.js';
import { onMenuKey, type RunMenu } from './run-menu.js';
import type { Workbench } from './workbench.js';

/** The board, as far as the hands that work with several visits need it. */
export interface HandsHost {
    root(): ParentNode;
    box(): DOMRect;
    drawn(): Promise<unknown>;
    draw(): void;
    /** Gives the focus back to the grid. */
    refocus(): void;
    /** The run a cell shows. */
    runOf(element: Element): Run | null;
    /** The visits that stand together with an element: of its cell, or of its office in the tray. */
    together(element: Element): readonly string[];
    moveTo(visit: string): void;
    mayMove(): boolean;
}

export interface HandKey {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly shiftKey: boolean;
    readonly altKey: boolean;
}

export type HandIntent = 'undo' | 'redo' | 'choose' | 'choose-run' | 'run-menu' | 'clear';

/** What a key means for several visits; null leaves it to the rest of the board. */
export function handIntentOf(key: HandKey, on: Focus | null): HandIntent | null {
    const name = key.key.toLowerCase();
    if (key.altKey) {
        return null;
    }
    if (key.ctrlKey || key.metaKey) {
        if (name === 'z') {
            return key.shiftKey ? 'redo' : 'undo';
        }
        if (name === 'y') {
            return 'redo';
        }
        return name === ' ' && on === 'card' ? 'choose' : name === 'a' && on !== null ? 'choose-run' : null;
    }
    if (name === 'escape') {
        return 'clear';
    }
    return (name === 'r' || name === 'contextmenu') && (on === 'cell' || (on === 'card' && name === 'r'))
        ? 'run-menu'
        : null;
}

/** Clicks, keys and the lasso around the workbench. */
export class BenchHands {
    menu: RunMenu | null = null;
    readonly #lasso: Lasso;

    constructor(
        private readonly bench: Workbench,
        private readonly host: HandsHost,
    ) {
        this.#lasso = new Lasso({
            cards: () => this.#cards(),
            choose: (visits, more) => bench.choose((selection) => selection.choose(visits, more)),
            click: () => bench.selection.size > 0 && bench.clear(),
            draw: () => host.draw(),
            origin: () => ({ x: host.box().left, y: host.box().top }),
        });
    }

    lassoView(): ReturnType<Lasso['view']> {
        return this.#lasso.view();
    }

    /** A press beside the cards. */
    press(event: PointerEvent): void {
        const ground = event.target as Element;
        if (this.menu && !ground.closest('.run-menu')) {
            this.#close();
        }
        if (ground.closest('.cell') && !ground.closest('button') && !this.bench.picking && this.host.mayMove()) {
            this.#lasso.start(event);
        }
    }

    stop(): void {
        this.#lasso.stop();
        this.menu = null;
    }

    /** Answers whether the click on a card was about choosing several. */
    clickCard(
        visit: string,
        card: Element | null,
        event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean },
    ): boolean {
        const { selection } = this.bench;
        if (event.ctrlKey || event.metaKey) {
            this.bench.choose((chosen) => chosen.toggle(visit));
            return true;
        }
        if (event.shiftKey && card) {
            this.bench.choose((chosen) => chosen.extend(visit, this.host.together(card)));
            return true;
        }
        if (selection.size > 0) {
            this.bench.clear();
        }
        selection.anchor(visit);
        return false;
    }

    /** A click somewhere else; answers whether it was one of ours. */
    click(element: Element): boolean {
        const button = element.closest<HTMLElement>('[data-act]');
        if (button?.dataset.act) {
            this.#act(button.dataset.act, button.dataset.of ?? '');
            // A button that takes itself away must not take the focus along: the next key may be Ctrl-Z.
            void this.host.drawn().then(() => !button.isConnected && !this.bench.picking && this.host.refocus());
            return true;
        }
        const strip = element.closest('.load');
        const run = element.closest('.cell') ? this.host.runOf(element) : null;
        if (this.bench.picking && run) {
            this.bench.picked(run, null);
            return true;
        }
        if (strip && run && this.host.mayMove() && this.bench.able) {
            this.#open(run, strip);
            return true;
        }
        return false;
    }

    /** The second button on a run, beside its cards. */
    contextMenu(event: MouseEvent): boolean {
        const cell = (event.target as Element).closest('.cell');
        const run = cell && this.host.runOf(cell);
        if (!cell || !run || !this.host.mayMove() || !this.bench.able) {
            return false;
        }
        const { left, top } = this.host.box();
        this.menu = { run, at: { x: event.clientX - left, y: event.clientY - top } };
        this.#opened();
        return true;
    }

    /** Answers whether the key was one of ours. */
    key(event: KeyboardEvent, on: Focus | null): boolean {
        const element = event.target as HTMLElement;
        if (element.closest('.run-menu')) {
            if (onMenuKey(event) === 'close') {
                this.#close();
            }
            return true;
        }
        const intent =
            element.matches('input, select, textarea') && event.key !== 'Escape' ? null : handIntentOf(event, on);
        if (!intent || !this.host.mayMove()) {
            return false;
        }
        const visit = element.dataset.visit;
        switch (intent) {
            case 'undo':
                this.bench.undo();
                break;
            case 'redo':
                this.bench.redo();
                break;
            case 'choose':
                this.bench.choose((selection) => selection.toggle(visit ?? ''));
                break;
            case 'choose-run':
                this.bench.choose((selection) => selection.choose(this.host.together(element), true));
                break;
            case 'run-menu': {
                const run = this.host.runOf(element);
                if (!run || !this.bench.able) {
                    return false;
                }
                this.#open(run, element);
                break;
            }
            case 'clear':
                if (!this.bench.picking && this.bench.selection.size === 0) {
                    return false;
                }
                this.#clear();
                break;
        }
        event.preventDefault();
        return true;
    }

    submit(event: SubmitEvent): void {
        event.preventDefault();
        const chosen = new FormData(event.target as HTMLFormElement);
        const picking = this.bench.picking;
        const text = (name: string) => (chosen.get(name) as string | null) ?? '';
        if (picking?.kind === 'send') {
            this.bench.picked(null, text('technician'));
        } else if (picking) {
            const date = picking.kind === 'swap' ? picking.run.date : text('date');
            const technician = text('technician');
            this.bench.picked(technician === '' ? { route: text('route'), date } : { technician, date }, null);
        }
        if (!this.bench.picking) {
            this.host.refocus();
        }
    }

    #act(act: string, visit: string): void {
        const run = this.menu?.run;
        switch (act) {
            case 'drafting':
                return this.bench.toggleDrafting();
            case 'review':
                return this.bench.review();
            case 'discard':
                return this.bench.discard();
            case 'undo':
                return this.bench.undo();
            case 'redo':
                return this.bench.redo();
            case 'keep':
                return this.bench.keep(visit);
            case 'take-out':
                return this.bench.takeOut(visit);
            case 'move':
                return this.#move();
            case 'unassign':
                return this.bench.unassign();
            case 'pin':
                return void this.bench.pin();
            case 'clear':
            case 'cancel':
                return this.#clear();
            case 'choose-run':
                this.#close();
                return run && this.bench.choose((selection) => selection.choose(this.bench.codesOf(run)));
            case 'pin-run':
                this.#close();
                return run && void this.bench.pin(run);
            case 'swap-run':
            case 'send-run':
                this.menu = null;
                this.bench.pick(run ? { kind: act === 'swap-run' ? 'swap' : 'send', run } : null);
                this.#focus('.picking select');
        }
    }

    #move(): void {
        const [only, more] = this.bench.movable;
        if (only && !more) {
            this.host.moveTo(only.code);
        } else {
            this.bench.pick({ kind: 'move' });
            this.#focus('.picking select');
        }
    }

    #clear(): void {
        if (this.bench.picking) {
            this.bench.pick(null);
        } else {
            this.bench.clear();
        }
        this.host.refocus();
    }

    #open(run: Run, by: Element): void {
        const board = this.host.box();
        const { left, bottom } = by.getBoundingClientRect();
        this.menu = { run, at: { x: left - board.left, y: Math.min(bottom - board.top + 2, board.height - 150) } };
        this.#opened();
    }

    #opened(): void {
        this.host.draw();
        this.#focus('.run-menu [role="menuitem"]');
    }

    #close(): void {
        this.menu = null;
        this.host.refocus();
    }

    #focus(selector: string): void {
        void this.host.drawn().then(() => this.host.root().querySelector<HTMLElement>(selector)?.focus());
    }

    *#cards(): Generator<{ visit: string; box: Box }> {
        for (const card of this.host.root().querySelectorAll<HTMLElement>('.rows [data-visit]')) {
            yield { visit: card.dataset.visit ?? '', box: card.getBoundingClientRect() };
        }
    }
}

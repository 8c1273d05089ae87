import { officeRow, type BoardModel, type Visit } from './board-model.js';
import { firstStop, settle, type Cursor, type Direction } from './keyboard.js';
import type { Row } from './rows.js';
import { stepInShelf, type Shelf } from './tray-shelf.js';
import type { Viewport } from './viewport.js';

/** The board around its focus. */
export interface RovingHost {
    root(): ShadowRoot;
    scroller(): HTMLElement | null;
    /** Draws again. */
    draw(): void;
    shelf(): Shelf;
    /** Another day is shown where one is shown at a time. */
    showDay(day: string): void;
    isCollapsed(office: string): boolean;
    toggle(office: string): void;
}

/** One stop of the grid and one of the tray take the focus; where they are, and how the focus gets back to them. */
export class Roving {
    cursor: Cursor | null = null;
    trayCursor: string | null = null;
    /** Gives the focus to the stop once it is drawn. */
    refocus = false;
    /** Scrolls to the stop once it is drawn. */
    revealing = false;
    #inTray = false;
    /** Whether one of the board's own stops had the focus before this update. */
    #hadFocus = false;

    constructor(
        private readonly model: BoardModel,
        private readonly viewport: Viewport,
        private readonly host: RovingHost,
    ) {}

    /** Before the board is drawn. */
    look(): void {
        const active = (this.host.root() as ShadowRoot | undefined)?.activeElement;
        this.#hadFocus = active?.matches('[data-stop], [data-column]') ?? false;
    }

    /** After it was drawn. */
    drawn(): void {
        const lost = this.#hadFocus && this.host.root().activeElement === null;
        if (this.refocus) {
            this.refocus = false;
            this.#focusStop(true);
        } else if (lost) {
            this.#focusStop(false); // the card was drawn anew by what others did: nobody asked to be taken there
        }
        if (this.revealing) {
            this.revealing = false;
            this.reveal(this.cursor);
        }
    }

    reveal(cell: { row: string; column: number } | null | undefined): void {
        const position = cell && this.viewport.revealing(cell);
        if (position) {
            this.host.scroller()?.scrollTo(position);
        }
    }

    /** Keeps the cursor on something that is there: the visit where it stands now, else its cell, else the first row. */
    settle(): void {
        const visit = this.cursor?.visit ? this.model.visit(this.cursor.visit) : undefined;
        if (visit && this.viewport.row(this.model.rowOf(visit)) && this.viewport.dates.includes(visit.date ?? '')) {
            this.pointAt(visit, this.#inTray);
        }
        const settled = settle(this.viewport.field, this.cursor);
        if (
            settled?.row !== this.cursor?.row ||
            settled?.column !== this.cursor?.column ||
            settled?.visit !== this.cursor?.visit
        ) {
            this.#put(settled);
        }
    }

    pointAt(visit: Visit, inTray = this.model.isInTray(visit)): void {
        this.#inTray = inTray;
        const row = this.model.rowOf(visit);
        if (row === undefined) {
            this.trayCursor = visit.code;
            this.host.draw();
            return;
        }
        if (this.viewport.single && visit.date !== null) {
            this.host.showDay(visit.date);
        }
        const column = this.viewport.single ? 1 : Math.max(0, this.model.days.indexOf(visit.date ?? '')) + 1;
        if (this.cursor?.row !== row || this.cursor.column !== column || this.cursor.visit !== visit.code) {
            this.#put({ row, column, visit: visit.code });
        }
    }

    /** Opens the visit's office where it is folded away, and points at the visit. */
    find(visit: Visit): void {
        if (this.host.isCollapsed(visit.office) && !this.model.isInTray(visit)) {
            this.host.toggle(visit.office);
        }
        this.pointAt(visit);
    }

    /** An office was folded or opened: the focus stays on it. */
    folded(office: string): void {
        if (this.cursor && this.viewport.row(this.cursor.row)?.office.code === office) {
            this.#put({ row: officeRow(office), column: this.cursor.column, visit: null });
        }
    }

    forget(): void {
        this.#put(null);
    }

    onFocusIn(element: HTMLElement): void {
        const code = element.dataset.visit ?? null;
        this.#inTray = element.closest('.tray') !== null;
        if (this.#inTray) {
            this.trayCursor = code ?? this.trayCursor;
            this.host.draw();
            return;
        }
        const row = this.#rowOf(element);
        if (row && element.matches('[data-stop], [data-column]')) {
            const cell = element.closest<HTMLElement>('[data-column]');
            const column = cell ? Number(cell.dataset.column) : row.kind === 'office' ? (this.cursor?.column ?? 0) : 0;
            this.#put({ row: row.key, column, visit: code });
        }
    }

    /** Moves the focus: in the tray along its cards, in the grid from stop to stop. */
    go(element: HTMLElement, direction: Direction): void {
        if (element.closest('.tray')) {
            this.#goInTray(direction);
            return;
        }
        const row = this.#rowOf(element);
        if (row?.kind === 'office' && (direction === 'left' || direction === 'right')) {
            if (this.host.isCollapsed(row.office.code) === (direction === 'right')) {
                this.host.toggle(row.office.code);
            }
            return;
        }
        const cursor = this.cursor ?? firstStop(this.viewport.field);
        if (cursor) {
            this.refocus = true;
            this.#put(this.viewport.step(cursor, direction));
        }
    }

    #goInTray(direction: Direction): void {
        const visit = stepInShelf(this.host.shelf(), this.trayCursor, direction);
        if (visit) {
            this.trayCursor = visit.code;
            this.refocus = true;
            this.host.draw();
        }
    }

    #put(cursor: Cursor | null): void {
        this.cursor = cursor;
        this.host.draw();
    }

    #rowOf(element: Element): Row | undefined {
        return this.viewport.row(element.closest<HTMLElement>('[data-row]')?.dataset.row);
    }

    #focusStop(reveal: boolean): void {
        const root = this.host.root();
        const inTray = this.#inTray ? root.querySelector<HTMLElement>('.tray [tabindex="0"]') : null;
        const stop = inTray ?? root.querySelector<HTMLElement>('.rows [tabindex="0"]');
        stop?.focus({ preventScroll: true });
        if (!reveal) {
            return;
        }
        if (inTray) {
            inTray.scrollIntoView({ block: 'nearest' });
            return;
        }
        this.reveal(this.cursor);
        const row = this.viewport.row(this.cursor?.row);
        if (row && row.height > this.viewport.innerHeight - this.viewport.metrics.header) {
            stop?.scrollIntoView({ block: 'nearest' });
        }
    }
}

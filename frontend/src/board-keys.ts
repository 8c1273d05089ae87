import { trayRow } from './board-model.js';
import { intentOf, type Focus } from './keyboard.js';
import type { Lift, Lifting } from './lifting.js';
import type { Roving } from './roving.js';
import type { Viewport } from './viewport.js';

const LOOK_ONLY = 'You may look at this board but not move visits.';

/** The board around its keys. */
export interface KeysHost {
    mayMove(): boolean;
    /** Scrolls to what a lifted visit is aimed at. */
    revealTarget(): void;
    select(visit: string): void;
    moveTo(visit: string): void;
    /** Folds or opens the office whose row this is. */
    toggle(element: Element): void;
    /** The keys for several visits come first. */
    takes(event: KeyboardEvent, on: Focus | null): boolean;
    say(sentence: string): void;
}

/** What the keys do on the grid and in the tray; `keyboard.ts` says what they mean. */
export class BoardKeys {
    constructor(
        private readonly lifting: Lifting,
        private readonly roving: Roving,
        private readonly viewport: Viewport,
        private readonly host: KeysHost,
    ) {}

    down(event: KeyboardEvent): void {
        const element = event.target as HTMLElement;
        const on = focusOf(element);
        const lift = this.lifting.current;
        if (!lift && this.host.takes(event, on)) {
            return;
        }
        const intent = on && intentOf(event, on, lift !== null);
        if (!intent) {
            return;
        }
        event.preventDefault();
        const code = element.dataset.visit ?? '';
        switch (intent.type) {
            case 'go':
                if (lift?.by === 'keyboard' && lift.target) {
                    this.host.revealTarget();
                    this.lifting.aim(
                        this.viewport.stepTarget(lift.target, intent.direction, event.shiftKey, lift.visit),
                    );
                } else if (!lift) {
                    this.roving.go(element, intent.direction);
                }
                break;
            case 'lift':
                this.#lift(code);
                break;
            case 'drop':
                if (lift?.by === 'keyboard') {
                    this.lifting.drop();
                }
                break;
            case 'cancel':
                this.lifting.end();
                break;
            case 'select':
                this.host.select(code);
                break;
            case 'move-to':
                this.host.moveTo(code);
                break;
            case 'unassign':
                this.#unassign(code, lift);
                break;
            case 'toggle':
                this.host.toggle(element);
                break;
        }
    }

    #lift(code: string): void {
        if (!this.host.mayMove()) {
            this.host.say(LOOK_ONLY);
            return;
        }
        const visit = this.lifting.begin(code, 'keyboard');
        if (visit) {
            this.host.revealTarget();
            const warning = this.lifting.warning === null ? '' : `${this.lifting.warning} `;
            this.host.say(
                `${warning}${this.lifting.name} lifted. Arrow keys choose where, Enter drops, Escape puts it back.`,
            );
        }
    }

    #unassign(code: string, lift: Lift | null): void {
        if (!this.host.mayMove()) {
            this.host.say(LOOK_ONLY);
        } else if (!lift) {
            this.lifting.unassign(code);
        } else if (lift.by === 'keyboard') {
            this.lifting.aim({ row: trayRow, column: 1 });
            this.lifting.drop();
        }
    }
}

/** What a key is pressed on; null for plain buttons, which keep their own keys. */
function focusOf(element: HTMLElement): Focus | null {
    if (element.dataset.visit !== undefined) {
        return 'card';
    }
    if (element.matches('.toggle')) {
        return 'office';
    }
    return element.matches('[data-column], [data-stop]') ? 'cell' : null;
}

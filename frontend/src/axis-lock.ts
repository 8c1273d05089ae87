import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Point } from './drag.js';
import { clockTime, spokenDate } from './format.js';

/** `row` keeps the person, `column` the time. */
export type Axis = 'row' | 'column';

/** A place a drag can aim at; with a minute where minutes lie across. */
interface Aim {
    readonly row: string;
    readonly column: number;
    readonly minute?: number;
}

/** Less than this is not a direction yet. */
const LEAST_WAY = 6;

/**
 * While Shift is held a drag keeps the axis it has moved along less: across the days the person stays, down the rows the
 * time stays. The axis is chosen once and kept until Shift is let go, so that a trembling hand does not change it.
 */
export class AxisLock {
    #axis: Axis | null = null;

    get axis(): Axis | null {
        return this.#axis;
    }

    /** Another drag begins: what an earlier one kept is forgotten, also while Shift is still held. */
    release(): void {
        this.#axis = null;
    }

    /** Answers whether the lock has changed. */
    follow(shift: boolean, from: Point, at: Point): boolean {
        const before = this.#axis;
        if (!shift) {
            this.#axis = null;
        } else if (this.#axis === null) {
            const across = Math.abs(at.x - from.x);
            const down = Math.abs(at.y - from.y);
            this.#axis = Math.max(across, down) < LEAST_WAY ? null : across >= down ? 'row' : 'column';
        }
        return this.#axis !== before;
    }

    /** What a drag that started over `home` aims at; without a home there is nothing to keep. */
    hold<T extends Aim>(home: Aim | null, aimed: T | null): T | null {
        if (!home || !aimed || this.#axis === null) {
            return aimed;
        }
        if (this.#axis === 'row') {
            return { ...aimed, row: home.row };
        }
        const minute = home.minute === undefined ? {} : { minute: home.minute };
        return { ...aimed, column: home.column, ...minute };
    }
}

/** What a visit keeps that is dragged down the rows: `Tue 6 October at 9:00`. */
export function keptTime(date: string, start: string | null): string {
    return start === null ? spokenDate(date) : `${spokenDate(date)} at ${clockTime(start)}`;
}

/** The strip that stays bright, in pixels of the scrolled rows. */
export interface Strip {
    readonly from: number;
    readonly to: number;
}

/** Dims what is out of reach while an axis is locked. */
export function veilView(axis: Axis | null, strip: Strip | null): TemplateResult | typeof nothing {
    if (axis === null || strip === null) {
        return nothing;
    }
    const before = axis === 'row' ? { height: `${strip.from}px` } : { width: `${strip.from}px`, bottom: '0' };
    const after =
        axis === 'row' ? { top: `${strip.to}px`, bottom: '0' } : { left: `${strip.to}px`, bottom: '0', right: '0' };
    return html`<div class="veil ${axis}" style=${styleMap({ top: '0', left: '0', ...before })}></div>
        <div
            class="veil ${axis}"
            style=${styleMap(axis === 'row' ? { left: '0', ...after } : { top: '0', ...after })}
        ></div>`;
}

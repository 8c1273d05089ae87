import type { BoardServer, Card, DropOutcome } from './board-data.js';
import { visitOf, type BoardModel, type Draft, type Visit } from './board-model.js';

/** How a drop ended, in the words for the person. `failed`: nobody knows, so the board has to be read again. */
export interface Ended {
    readonly status: DropOutcome['status'] | 'failed';
    readonly sentence: string;
    /** The visit as the server has it now. */
    readonly card: Card | null;
}

/**
 * Optimistic drops. A visit is shown at its new place at once and marked as saving; what the server answers decides
 * whether it stays.
 */
export class Moves {
    readonly #saving = new Set<string>();
    readonly #waiting = new Set<string>();

    constructor(private readonly model: BoardModel) {}

    /** The server has not answered yet. */
    isSaving(visit: string): boolean {
        return this.#saving.has(visit);
    }

    /** The server asks a person for a consent or a reason first. */
    isWaiting(visit: string): boolean {
        return this.#waiting.has(visit);
    }

    get waiting(): number {
        return this.#waiting.size;
    }

    /** The question was answered or given up. */
    settle(visit: string): void {
        if (this.#waiting.delete(visit)) {
            this.model.repaint(visit);
        }
    }

    /** Shows the visit at its new place and asks the server. The visit's own place is restored unless the server accepts. */
    async drop(
        server: BoardServer,
        visit: Visit,
        draft: Draft,
        start: string | null,
        technician: string | null = null,
    ): Promise<Ended> {
        const { code, version } = visit;
        this.#waiting.delete(code);
        this.#saving.add(code);
        this.model.draft(code, draft);
        const ended = await this.#ask(
            server.drop({
                opId: newId(),
                visit: code,
                version,
                route: draft.route,
                date: draft.date,
                start,
                technician,
            }),
        );
        this.#saving.delete(code);
        if (ended.status === 'needs') {
            this.#waiting.add(code);
        }
        this.model.undraft(code);
        this.model.repaint(code);
        return ended;
    }

    async #ask(answer: Promise<DropOutcome>): Promise<Ended> {
        try {
            const { status, sentence, card } = await answer;
            if (card && card[1] >= (this.model.truth(card[0])?.version ?? 0)) {
                this.model.put(visitOf(card));
            }
            return { status, sentence, card };
        } catch {
            return {
                status: 'failed',
                sentence: 'The server did not answer, so the board is read again. Look where the visit stands.',
                card: null,
            };
        }
    }
}

/** `crypto.randomUUID` exists on secure pages only, and an office may reach the console by plain http. */
export function newId(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import type { BoardServer, Card, DraftMove, DraftOutcome } from './board-data.js';
import { visitOf, type BoardModel, type Draft, type Visit } from './board-model.js';
import {
    DraftBook,
    conflictsOf,
    draftedOf,
    isState,
    placeOf,
    show,
    wire,
    type Conflict,
    type Drafted,
} from './draft.js';
import { count } from './format.js';
import { newId } from './moves.js';
import {
    driverOf,
    placeIn,
    sendRun,
    swapRuns,
    visitsOf,
    type Run,
    type RunMoves,
    type VisitMove,
} from './run-moves.js';
import { Selection } from './selection.js';
import { UndoLog, type SavedChange } from './undo.js';

/** The board around the workbench. */
export interface BenchHost {
    server(): BoardServer | undefined;
    /** Nothing that is saved would arrive. */
    offline(): boolean;
    /** Draws again and counts again. */
    changed(): void;
    say(sentence: string): void;
    tell(sentence: string): void;
    refetch(): void;
    /** Takes one visit off the board, at once or into the draft. */
    unassign(visit: string): void;
}

/** What the person is asked to point at, on the board or in a list. */
export type Picking =
    | { readonly kind: 'move' }
    | { readonly kind: 'swap'; readonly run: Run }
    | { readonly kind: 'send'; readonly run: Run };

const TRAY: Draft = { route: null, date: null, start: null, technician: null };
const MOST_HEARD = 50;

/** What a person has in hand: the visits they chose, the draft they put together, and what they can undo. */
export class Workbench {
    readonly selection = new Selection();
    readonly draft = new DraftBook();
    readonly log = new UndoLog();
    picking: Picking | null = null;
    conflicts: readonly Conflict[] = [];

    #shown = new Map<string, Drafted>();
    #user = '';
    #key = '';
    #drafting = false;
    /** An undo or redo that is under way, with its number. */
    #sent: { readonly opId: string; readonly kind: 'undo' | 'redo' } | null = null;
    /** The last changes the board has heard of, to know where a visit was before its own dialog moved it. */
    readonly #heard = new Map<string, { before: Visit; after: Visit }>();
    readonly #awaited = new Map<string, number>();
    /** Single moves that the server has not answered yet. */
    readonly #sending = new Map<string, Drafted>();
    /** Those that this page's forerunner never heard about. */
    #unheard: readonly Drafted[] = [];

    constructor(
        private readonly model: BoardModel,
        private readonly host: BenchHost,
    ) {}

    /** Takes up what this person has left on this board. */
    open(user: string, board: string): void {
        this.#user = user;
        this.#key = `dorothy-draft:${user}:${board}`;
        this.draft.read(read(tab, this.#key));
        this.log.read(read(tab, `${this.#key}:saved`));
        this.#unheard = statesOf(read(tab, `${this.#key}:sending`));
        this.#drafting = read(browser, `dorothy-drafting:${user}`) === 'on';
        this.sync();
    }

    /** Whether the server can look through a draft; else the board saves single moves only. */
    get able(): boolean {
        return typeof this.host.server()?.review === 'function';
    }

    get canPin(): boolean {
        return typeof this.host.server()?.pin === 'function';
    }

    /** Whether single moves wait in the draft too. */
    get drafting(): boolean {
        return this.#drafting;
    }

    get busy(): boolean {
        return this.#sent !== null;
    }

    toggleDrafting(): void {
        this.#drafting = !this.#drafting;
        write(browser, `dorothy-drafting:${this.#user}`, this.#drafting ? 'on' : 'off');
        this.host.say(this.#drafting ? 'Moves wait in your draft.' : 'Moves are saved at once.');
        this.host.changed();
    }

    /** The model was loaded or patched: the draft goes over it again. */
    sync(): void {
        show(this.model, this.#shown, this.draft.moves);
        this.#shown = new Map(this.draft.moves.map((move) => [move.visit, move]));
        this.conflicts = conflictsOf(this.model, this.draft.moves);
        this.selection.keepOnly((visit) => this.model.visit(visit) !== undefined);
    }

    // --- the draft ---

    /** Takes moves into the draft when they belong there: false means to save the one move at once. */
    stage(moves: readonly VisitMove[]): boolean {
        const single = moves.length === 1 ? moves[0] : undefined;
        const atOnce = single && !this.#drafting && !this.host.offline() && !this.draft.has(single[0].code);
        if (!this.able || atOnce) {
            return false;
        }
        this.draft.put(
            moves.flatMap(([visit, to]) => {
                const truth = this.model.truth(visit.code);
                return truth ? [draftedOf(visit, truth, to)] : [];
            }),
        );
        this.picking = null;
        this.#drafted();
        if (single && this.host.offline() && !this.#drafting) {
            this.host.tell(
                `No connection: the move of ${single[0].name} waits in your draft. Save it when we are back.`,
            );
        }
        return true;
    }

    /** A single move is on its way: should the page end before the answer comes, the next one knows of it. */
    sending(visit: Visit, to: Draft): void {
        this.#sending.set(visit.code, draftedOf(visit, this.model.truth(visit.code) ?? visit, to));
        this.#keepSending();
    }

    /** The server has answered, whatever it was. */
    answered(visit: string): void {
        this.#sending.delete(visit);
        this.#keepSending();
    }

    /** The picture was read: what was sent before this page began and did not arrive waits in the draft. */
    recover(): void {
        const moves = this.#unheard.filter(
            ({ visit, version }) => this.model.truth(visit)?.version === version && !this.draft.has(visit),
        );
        if (this.#unheard.length > 0) {
            this.#unheard = [];
            this.#keepSending();
        }
        if (moves.length > 0) {
            this.draft.put(moves);
            this.#drafted();
            const names = moves.map((move) => move.name).join(', ');
            this.host.tell(`The move of ${names} was not saved when the connection broke. It waits in your draft.`);
        }
    }

    #keepSending(): void {
        write(tab, `${this.#key}:sending`, JSON.stringify([...this.#sending.values()]));
    }

    takeOut(visit: string): void {
        this.draft.take([visit]);
        this.#drafted();
    }

    keep(code: string): void {
        const truth = this.model.truth(code);
        if (truth) {
            this.draft.keep(truth);
            this.#drafted();
        }
    }

    discard(): void {
        this.draft.discard();
        this.#drafted('Draft discarded. Undo brings it back.');
    }

    review(): void {
        const server = this.host.server();
        const [conflict] = this.conflicts;
        if (conflict) {
            this.host.tell(`First decide about ${conflict.move.name}: keep the move or take it out.`);
        } else if (this.host.offline()) {
            this.host.tell('There is no connection. Your draft is kept; review it when the connection is back.');
        } else if (server?.review && this.draft.moves.length > 0) {
            void Promise.resolve(server.review(this.draft.moves.map(wire))).catch(() =>
                this.host.tell('The server did not answer. Your draft is kept; try again in a moment.'),
            );
        }
    }

    /** A dialog of the server has ended: the preview of the draft, or the questions of an undo. */
    reviewed(outcome: DraftOutcome): void {
        if (this.#sent?.opId === outcome.opId) {
            this.#finish(this.#sent.kind, outcome);
            return;
        }
        this.#take(outcome.cards);
        if (outcome.status === 'accepted') {
            this.#record(
                this.draft.moves.filter((move) => outcome.visits.includes(move.visit)),
                outcome.cards,
            );
            this.draft.forget();
            this.#drafted(outcome.sentence || 'Saved.');
        } else if (outcome.status === 'given-up') {
            this.host.say(`${outcome.sentence} Your draft is kept.`);
        } else {
            this.host.tell(outcome.sentence);
            if (outcome.status === 'stale') {
                this.host.refetch();
            }
            this.sync();
            this.host.changed();
        }
    }

    // --- undo and redo ---

    get canUndo(): boolean {
        return this.draft.canUndo || (this.log.undo !== null && this.#canSave);
    }

    get canRedo(): boolean {
        return this.draft.canRedo || (this.log.redo !== null && this.#canSave);
    }

    get #canSave(): boolean {
        return typeof this.host.server()?.save === 'function';
    }

    undo(): void {
        if (this.draft.canUndo) {
            this.draft.undo();
            this.#drafted();
        } else {
            this.#send('undo', this.log.undo);
        }
    }

    redo(): void {
        if (this.draft.canRedo) {
            this.draft.redo();
            this.#drafted();
        } else {
            this.#send('redo', this.log.redo);
        }
    }

    /** A single move was saved; `visit` is how it was before. */
    saved(visit: Visit, card: Card | null): void {
        if (card) {
            this.#record([draftedOf(visit, this.model.truth(visit.code) ?? visit, visit)], [card], visit);
            this.host.changed();
        }
    }

    /** A dialog beside the board saved a change of this person; where the visit was before is known from the news. */
    ownChange(visit: string, version: number): void {
        const heard = this.#heard.get(visit);
        if (heard?.after.version === version) {
            this.#remember(heard.before, heard.after);
        } else {
            this.#awaited.set(visit, version);
        }
    }

    /** Several visits were saved as one change of this person; where they were is told with it. */
    ownSaved(change: SavedChange): void {
        this.log.record(change);
        this.#logged();
        this.host.changed();
    }

    /** `before` are the visits of a change as they stood until now. */
    hear(before: readonly (Visit | undefined)[]): void {
        for (const visit of before) {
            const after = visit && this.model.truth(visit.code);
            if (!after || after.version === visit.version) {
                continue;
            }
            this.#heard.delete(visit.code);
            this.#heard.set(visit.code, { before: visit, after });
            if (this.#awaited.get(visit.code) === after.version) {
                this.#awaited.delete(visit.code);
                this.#remember(visit, after);
            }
        }
        for (const visit of [...this.#heard.keys()].slice(0, Math.max(0, this.#heard.size - MOST_HEARD))) {
            this.#heard.delete(visit);
        }
    }

    // --- several visits, and whole runs ---

    /** The chosen visits that can still change. */
    get movable(): Visit[] {
        return [...this.selection.codes].flatMap((code) => {
            const visit = this.model.visit(code);
            return visit && visit.status !== 'done' && visit.status !== 'missed' ? [visit] : [];
        });
    }

    /** The visits of a run that can still change. */
    codesOf(run: Run): string[] {
        return visitsOf(this.model, run).map((visit) => visit.code);
    }

    clear(): void {
        this.picking = null;
        this.#repainting(() => this.selection.clear());
    }

    /** Changes the selection and repaints what was or is chosen. */
    choose(change: (selection: Selection) => void): void {
        this.#repainting(() => change(this.selection));
        if (this.selection.size > 0) {
            this.host.say(`${count(this.selection.size, 'visit')} chosen.`);
        }
    }

    unassign(): void {
        const visits = this.movable.filter((visit) => !this.model.isInTray(visit));
        const [first] = visits;
        if (!first) {
            this.host.say('They are unassigned already.');
        } else if (visits.length === 1 && !this.#drafting) {
            this.host.unassign(first.code);
        } else {
            this.stage(visits.map((visit) => [visit, TRAY]));
        }
    }

    /** Pins the chosen visits, or those of a run; when all of them are pinned already, lets go of them. */
    async pin(run?: Run): Promise<void> {
        const server = this.host.server();
        const visits = run ? visitsOf(this.model, run) : this.movable;
        const pinned = !visits.every((visit) => visit.pinned);
        if (this.host.offline()) {
            this.host.tell('There is no connection. Pin the visits when it is back.');
            return;
        }
        for (const { code } of visits) {
            const visit = this.model.truth(code);
            if (!server?.pin || !visit || visit.pinned === pinned) {
                continue;
            }
            try {
                const { status, sentence, card } = await server.pin(code, visit.version, pinned);
                this.#take(card ? [card] : []);
                if (status !== 'accepted') {
                    this.host.tell(sentence);
                    return;
                }
            } catch {
                this.host.tell('The server did not answer, so not every visit may be pinned. Look at their pins.');
                return;
            }
        }
        this.host.say(`${count(visits.length, 'visit')} ${pinned ? 'pinned' : 'free to move again'}.`);
    }

    pick(picking: Picking | null): void {
        this.picking = picking;
        this.host.changed();
    }

    /** The person pointed at a run, or chose a technician from the list. */
    picked(run: Run | null, technician: string | null): void {
        const picking = this.picking;
        if (!picking) {
            return;
        }
        const moves = this.#picked(picking, run, technician);
        if (moves && 'sentence' in moves) {
            this.host.tell(moves.sentence);
        } else if (moves) {
            this.stage(moves.moves);
        }
    }

    #picked(picking: Picking, run: Run | null, technician: string | null): RunMoves | null {
        if (picking.kind === 'send') {
            const driver = technician ?? (run && driverOf(this.model, run));
            return driver === null
                ? { sentence: 'Nobody drives there. Choose another technician.' }
                : sendRun(this.model, picking.run, driver);
        }
        if (!run) {
            return null;
        }
        if (picking.kind === 'swap') {
            return swapRuns(this.model, picking.run, run);
        }
        return { moves: this.movable.map((visit) => [visit, placeIn(this.model, run, visit)]) };
    }

    // --- inside ---

    #repainting(change: () => void): void {
        const before = this.selection.codes;
        change();
        new Set([...before, ...this.selection.codes]).forEach((code) => this.model.repaint(code));
        this.host.changed();
    }

    #drafted(sentence?: string): void {
        this.sync();
        write(tab, this.#key, this.draft.write());
        const moves = this.draft.moves.length;
        this.host.say(sentence ?? (moves === 0 ? 'The draft is empty.' : `Draft: ${count(moves, 'visit')} moved.`));
        this.host.changed();
    }

    #send(kind: 'undo' | 'redo', moves: DraftMove[] | null): void {
        const server = this.host.server();
        if (!moves || !server?.save) {
            this.host.say(`Nothing to ${kind}.`);
            return;
        }
        if (this.#sent) {
            return; // one after the other, or the second would expect what the first has not done yet
        }
        if (this.host.offline()) {
            this.host.tell(
                `There is no connection. What is saved can be ${kind === 'undo' ? 'undone' : 'redone'} when it is back.`,
            );
            return;
        }
        const opId = newId();
        this.#sent = { opId, kind };
        this.host.changed();
        server.save(kind, opId, moves).then(
            (outcome) => outcome.status !== 'asked' && this.#finish(kind, outcome),
            () => {
                this.#sent = null;
                this.host.tell('The server did not answer, so the board is read again. Look where the visits stand.');
                this.host.refetch();
            },
        );
    }

    #finish(kind: 'undo' | 'redo', { status, sentence, cards }: DraftOutcome): void {
        this.#sent = null;
        this.#take(cards);
        if (status === 'accepted') {
            if (kind === 'undo') {
                this.log.undid(cards);
            } else {
                this.log.redid(cards);
            }
            this.host.say(sentence || 'Saved.');
        } else if (status === 'given-up') {
            this.host.say(sentence);
        } else {
            if (kind === 'undo') {
                this.log.cannotUndo();
            } else {
                this.log.cannotRedo();
            }
            this.host.tell(sentence);
            if (status === 'stale') {
                this.host.refetch();
            }
        }
        this.#logged();
        this.sync();
        this.host.changed();
    }

    #take(cards: readonly Card[]): void {
        for (const card of cards) {
            if (card[1] >= (this.model.truth(card[0])?.version ?? 0)) {
                this.model.put(visitOf(card));
            }
        }
    }

    #record(moves: readonly Drafted[], cards: readonly Card[], before?: Visit): void {
        this.log.record(
            moves.flatMap((move) => {
                const card = cards.find(([code]) => code === move.visit);
                const after = card && visitOf(card);
                return after
                    ? [
                          {
                              visit: move.visit,
                              name: move.name,
                              before: before ? placeOf(before) : move.from,
                              after: placeOf(after),
                              base: before ? before.version : move.version,
                              version: after.version,
                          },
                      ]
                    : [];
            }),
        );
        this.#logged();
    }

    #remember(before: Visit, after: Visit): void {
        this.log.record([
            {
                visit: before.code,
                name: before.name,
                before: placeOf(before),
                after: placeOf(after),
                base: before.version,
                version: after.version,
            },
        ]);
        this.#logged();
        this.host.changed();
    }

    #logged(): void {
        write(tab, `${this.#key}:saved`, this.log.write());
    }
}

function statesOf(text: string | null): readonly Drafted[] {
    try {
        const kept: unknown = JSON.parse(text ?? '[]');
        return isState(kept) ? kept : [];
    } catch {
        return [];
    }
}

const tab = () => sessionStorage;
const browser = () => localStorage;

/** A browser may forbid to keep anything, already when asked for its storage; then the draft lives as long as the page. */
function read(storage: () => Storage, key: string): string | null {
    try {
        return storage().getItem(key);
    } catch {
        return null;
    }
}

function write(storage: () => Storage, key: string, text: string): void {
    try {
        storage().setItem(key, text);
    } catch {
        // Full or forbidden.
    }
}

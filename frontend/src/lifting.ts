import type { BoardServer, Card, DraftMove } from './board-data.js';
import { trayRow, type BoardModel, type Draft, type Visit } from './board-model.js';
import { clockTime, count, minuteOfDay, spokenDate } from './format.js';
import type { Target } from './keyboard.js';
import type { Ended, Moves } from './moves.js';
import { codeOf, standsIn, titlesOf, workdayOf, type RowSubject } from './row-kinds.js';
import type { VisitMove } from './run-moves.js';
import {
    PAST,
    Verdicts,
    provisionalVerdict,
    spokenVerdict,
    trayVerdict,
    verdictAtStart,
    type Verdict,
} from './verdicts.js';
import { timeOf } from './timeline.js';
import type { Place, Viewport } from './viewport.js';

/** A visit in the air. */
export interface Lift {
    readonly visit: Visit;
    /** The visits that were chosen with it and are in the air too. */
    readonly others: readonly Visit[];
    readonly by: 'pointer' | 'keyboard';
    /** Null until the server has answered. */
    readonly verdicts: Verdicts | null;
    readonly target: Target | null;
    /** The visits keep their own starts, wherever they go. */
    readonly keepTime: boolean;
}

/** The board around a lift. */
export interface LiftHost {
    server(): BoardServer | undefined;
    /** Nothing that is sent would arrive. */
    offline(): boolean;
    /** Offices whose rows are open, so that their targets are asked for. */
    openOffices(): string[];
    /** Draws again. */
    changed(): void;
    /** The visits that are lifted together with this one. */
    company(visit: Visit): readonly Visit[];
    /** What to say when somebody else has the visit in the air too. */
    warning(visit: Visit): string | null;
    /** The moves that wait in the draft. */
    drafted(): DraftMove[];
    /** Takes a drop into the draft; false saves it at once. */
    stage(moves: readonly VisitMove[]): boolean;
    /** A drop is on its way to the server, and has been answered. */
    sending(visit: Visit, to: Draft): void;
    answered(visit: string): void;
    /** A drop was saved; `visit` is how it was before. */
    saved(visit: Visit, card: Card | null): void;
    /** To the ear. */
    say(sentence: string): void;
    /** To the ear and the eye. */
    tell(sentence: string): void;
    fire(type: string, detail: object): void;
    refetch(): void;
    /** The visit was moved on the screen; the focus goes with it. `from` is where its card was, when it should fly. */
    moved(visit: Visit, from: DOMRect | undefined): void;
    cardBox(visit: string): DOMRect | undefined;
    /** The visit is no longer in the air and stays where it was. */
    landed(lift: Lift): void;
}

const STAYS = 'stays where it was.';
const IN_TRAY: Draft = { route: null, date: null, start: null, technician: null };

/** What a row would mean for the visit on a day, also where it stands now. */
export function judgedAt(model: BoardModel, lift: Lift, row: RowSubject, date: string): Verdict {
    return lift.verdicts?.at(codeOf(row) ?? '', date) ?? provisionalVerdict(model, lift.visit, row, date);
}

/** With a start, the verdict of just that start. */
export function verdictAt(
    model: BoardModel,
    lift: Lift,
    row: RowSubject,
    date: string,
    start: string | null = null,
): Verdict | 'here' {
    const { visit } = lift;
    const stands = (one: Visit) => standsIn(row, one) && one.date === date && one.status !== 'unassigned';
    if (stands(visit) && lift.others.every(stands) && (start === null || start === visit.start)) {
        return 'here';
    }
    const verdict = judgedAt(model, lift, row, date);
    const meant = start ?? (lift.keepTime ? visit.start : null);
    return meant === null ? verdict : verdictAtStart(verdict, meant);
}

/** Where a visit will stand when it is let go at a place: on the route and with the technician that its verdict names. */
function draftOf(model: BoardModel, visit: Visit, { row, date }: Place, verdict: Verdict): Draft {
    const technician = verdict.technician ?? workdayOf(model, row, date)?.technician ?? null;
    const route = row.route?.code ?? verdict.route ?? model.usualRoutes(technician ?? '')[0]?.code ?? visit.route;
    return { route, date, start: verdict.start ?? visit.start, technician };
}

function nameOf({ visit, others }: Lift): string {
    return others.length === 0 ? visit.name : `${visit.name} and ${count(others.length, 'other')}`;
}

/** From picking a visit up to what the server made of the drop, the same for pointer and keyboard. */
export class Lifting {
    current: Lift | null = null;
    /** What the server has said about this lift, with and without the visits' own times. */
    #answers = new Map<boolean, Verdicts>();

    constructor(
        private readonly model: BoardModel,
        private readonly moves: Moves,
        private readonly viewport: Viewport,
        private readonly host: LiftHost,
    ) {}

    /** Lifts a visit and asks once what every target would mean; null when it cannot be moved. */
    begin(code: string, by: Lift['by']): Visit | null {
        const visit = this.model.visit(code);
        if (!visit || !this.#mayMove(visit)) {
            return null;
        }
        this.#answers = new Map();
        this.current = {
            visit,
            others: this.host.company(visit),
            by,
            verdicts: null,
            keepTime: false,
            target: by === 'keyboard' ? this.viewport.targetOf(visit) : null,
        };
        this.host.fire('visit-picked-up', { visit: code });
        this.host.changed();
        const warning = this.host.warning(visit);
        if (warning !== null) {
            this.host.tell(warning);
        }
        void this.ask(this.host.openOffices());
        return visit;
    }

    #mayMove(visit: Visit): boolean {
        if (this.current || this.moves.isSaving(visit.code)) {
            return false;
        }
        if (visit.status === 'done' || visit.status === 'missed') {
            this.host.tell(`The visit of ${visit.name} is ${visit.status} and stays where it is.`);
            return false;
        }
        return true;
    }

    /** From now on the visits keep their times, or no longer: the places are asked for anew, unless they are known. */
    keepTime(keep: boolean): void {
        const lift = this.current;
        if (!lift || lift.keepTime === keep) {
            return;
        }
        const known = this.#answers.get(keep) ?? null;
        this.current = { ...lift, keepTime: keep, verdicts: known };
        this.host.changed();
        if (!known) {
            void this.ask(this.host.openOffices());
        }
    }

    /** Asks for the targets in these offices; until the answer is there the board shows what it knows itself. */
    async ask(offices: string[]): Promise<void> {
        const lift = this.current;
        const server = this.host.server();
        if (!lift || !server || this.host.offline()) {
            return;
        }
        const { visit, keepTime } = lift;
        const lifted = [visit, ...lift.others];
        try {
            const map = await server.pickUp({
                visits: lifted.map((one) => one.code),
                versions: lifted.map((one) => one.version),
                offices,
                by: this.model.by === 'people' ? 'technicians' : 'routes',
                day: this.viewport.timeline ? this.viewport.day : null,
                draft: this.host.drafted().filter((move) => !lifted.some((one) => one.code === move.visit)),
                keepTime,
            });
            if (this.current?.visit !== visit) {
                return;
            }
            if (lifted.some((one, i) => map.versions[i] !== one.version)) {
                this.end('was changed by someone else. Look again before moving it.', true);
                this.host.refetch();
                return;
            }
            const answer = new Verdicts(map, this.#answers.get(keepTime));
            this.#answers.set(keepTime, answer);
            if (this.current.keepTime === keepTime) {
                this.current = { ...this.current, verdicts: answer };
                this.host.changed();
                this.#sayTarget();
            }
        } catch {
            if (this.current?.visit === visit) {
                this.host.tell(`The lights for ${visit.name} could not be fetched. The server still checks a drop.`);
            }
        }
    }

    aim(target: Target | null): void {
        const lift = this.current;
        if (!lift || same(lift.target, target)) {
            return;
        }
        this.current = { ...lift, target };
        this.host.changed();
        this.#sayTarget();
    }

    /** What letting go here would mean. */
    get aimed(): Verdict | 'here' | null {
        const lift = this.current;
        if (lift?.target?.row === trayRow) {
            return trayVerdict(lift.visit);
        }
        const place = lift && this.viewport.placeOf(lift.target);
        return place ? verdictAt(this.model, lift, place.row, place.date, place.start) : null;
    }

    /** What to say when somebody else has it in the air too. */
    get warning(): string | null {
        return this.current && this.host.warning(this.current.visit);
    }

    /** Names what is in the air: `Dorothy`, or `Dorothy and 4 others`. */
    get name(): string {
        const lift = this.current;
        return lift ? nameOf(lift) : '';
    }

    /** Lets go over what is aimed at. */
    drop(): void {
        const lift = this.current;
        const place = lift && this.viewport.placeOf(lift.target);
        const verdict = this.aimed;
        const server = this.host.server();
        if (!lift || !verdict || verdict === 'here' || !server) {
            this.end();
            return;
        }
        if (verdict.allowed === 0) {
            const sentence = refusal(nameOf(lift), place?.date ?? null, verdict.text);
            if (lift.by === 'keyboard') {
                this.host.say(sentence); // the arrows go on from here
            } else {
                this.end();
                this.host.tell(sentence);
            }
            return;
        }
        this.current = null;
        if (lift.others.length > 0) {
            this.#stage(lift, place, verdict);
        } else {
            void this.#send(server, lift.visit, place, verdict);
        }
    }

    /** Ends a lift without a move. `why` follows the visit's name; `loud` also shows it. */
    end(why = STAYS, loud = false): void {
        const lift = this.current;
        if (!lift) {
            return;
        }
        this.current = null;
        const sentence = `${nameOf(lift)} ${why}`;
        if (loud) {
            this.host.tell(sentence);
        } else {
            this.host.say(sentence);
        }
        this.host.landed(lift);
    }

    /** Somebody else changed the visit in the air: dropping it now would overwrite what they did. */
    check(by: string | null): void {
        const lift = this.current;
        const changed =
            lift &&
            [lift.visit, ...lift.others].find(({ code, version }) => this.model.truth(code)?.version !== version);
        const now = changed && this.model.truth(changed.code);
        if (lift && changed) {
            const what = now ? 'was changed' : 'was taken away';
            this.end(`${what} by ${by || 'someone else'} while you held it. Look again before moving it.`, true);
        }
    }

    /** Takes a visit off the board, without lifting it. */
    unassign(code: string): void {
        const visit = this.model.visit(code);
        const server = this.host.server();
        if (visit && server && this.#mayMove(visit)) {
            if (this.model.isInTray(visit)) {
                this.host.say(`${visit.name} is unassigned already.`);
            } else {
                void this.#send(server, visit, null, trayVerdict(visit) as Verdict);
            }
        }
    }

    /** Without a place the visit goes to the tray. */
    async #send(server: BoardServer, visit: Visit, place: Place | null, verdict: Verdict): Promise<void> {
        const draft = place ? draftOf(this.model, visit, place, verdict) : IN_TRAY;
        // While the place's verdict is not there yet, its start is the server's to choose, as in a drop that is saved at once.
        if (this.host.stage([[visit, place ? { ...draft, start: verdict.start } : draft]])) {
            this.host.moved(visit, undefined);
            return;
        }
        if (this.host.offline()) {
            this.host.tell(`There is no connection. ${visit.name} stays where it was.`);
            return;
        }
        const technician = place?.row.kind === 'person' ? draft.technician : null;
        this.host.sending(visit, draft);
        const sending = this.moves.drop(server, visit, draft, verdict.start, technician);
        this.host.moved(visit, undefined);
        const ended = await sending;
        this.host.answered(visit.code);
        this.host.moved(visit, ended.status === 'accepted' ? undefined : this.host.cardBox(visit.code));
        if (ended.status === 'accepted') {
            this.host.saved(visit, ended.card);
        }
        this.#report(visit, ended);
        if (ended.status === 'stale' || ended.status === 'failed') {
            this.host.refetch();
        }
    }

    /**
     * Several visits always make a draft. In the week the server chooses their starts; along the hours of a day they keep
     * their distance in time. On a route whoever drives takes them.
     */
    #stage({ visit, others, keepTime }: Lift, place: Place | null, verdict: Verdict): void {
        const to = (one: Visit): Draft => {
            if (!place) {
                return IN_TRAY;
            }
            const draft = draftOf(this.model, one, place, { ...verdict, route: null });
            const beside = place.start === null ? null : startBeside(visit, one, place.start);
            const start = keepTime ? one.start : beside;
            return { ...draft, start, technician: place.row.kind === 'person' ? draft.technician : null };
        };
        if (this.host.stage([visit, ...others].map((one) => [one, to(one)]))) {
            this.host.moved(visit, undefined);
        } else {
            this.host.tell('Several visits cannot be moved together here. Move them one by one.');
        }
    }

    #report(visit: Visit, { status, sentence }: Ended): void {
        if (status === 'accepted' && !this.model.visit(visit.code)) {
            // Nothing of it is left on the screen, so the eye is told too.
            this.host.tell(
                `${visit.name} is unassigned and due ${spokenDate(visit.due)}: you find the visit in the tray of that week.`,
            );
        } else if (status === 'accepted') {
            this.host.say(sentence || this.#standsAt(visit));
        } else if (status === 'needs') {
            this.host.say(sentence); // the server asks in a dialog
        } else {
            this.host.tell(sentence);
        }
        this.host.fire('visit-dropped', { visit: visit.code, outcome: status });
    }

    #sayTarget(): void {
        const lift = this.current;
        const place = lift?.by === 'keyboard' && this.viewport.placeOf(lift.target);
        const verdict = this.aimed;
        if (lift?.by === 'keyboard' && lift.target?.row === trayRow) {
            this.host.say(
                `Unassigned visits. ${verdict === 'here' ? 'It lies here now.' : 'Nobody would come. Free to drop.'}`,
            );
        }
        if (!place || !verdict) {
            return;
        }
        const code = verdict === 'here' ? lift.visit.technician : verdict.technician;
        const driver = code ?? workdayOf(this.model, place.row, place.date)?.technician ?? null;
        const name = this.model.technician(driver)?.name;
        const title = titlesOf(this.model, place.row).title;
        const time = place.start === null ? '' : `${clockTime(place.start)}, `;
        const where = `${time}${spokenDate(place.date)}, ${title}${name && name !== title ? ` with ${name}` : ''}.`;
        this.host.say(`${where} ${verdict === 'here' ? 'It stands here now.' : spokenVerdict(verdict)}`);
    }

    #standsAt({ code, name }: Visit): string {
        const visit = this.model.visit(code);
        if (!visit?.date) {
            return `Saved. ${name} is unassigned.`;
        }
        const technician = this.model.technician(visit.technician)?.name;
        return `Saved. ${name}: ${spokenDate(visit.date)}, ${clockTime(visit.start)}${technician ? ` with ${technician}` : ''}.`;
    }
}

/** Why a visit cannot be let go here: `text` is what the place says. */
function refusal(name: string, date: string | null, text: string): string {
    if (text === PAST && date !== null) {
        return `${name} cannot go to ${spokenDate(date)}: that day is past. Choose today or a later day.`;
    }
    return `${name} cannot go there${text ? `: ${text}` : ''}.`;
}

function same(one: Target | null, other: Target | null): boolean {
    return one?.row === other?.row && one?.column === other?.column && one?.minute === other?.minute;
}

/** When another visit begins that is moved along: as much later or earlier than `start` as it stands from `lifted` now. */
export function startBeside(lifted: Visit, other: Visit, start: string): string | null {
    if (lifted.start === null || other.start === null) {
        return null;
    }
    const minute = minuteOfDay(start) + minuteOfDay(other.start) - minuteOfDay(lifted.start);
    return timeOf(Math.max(0, Math.min(24 * 60 - other.minutes, minute)));
}

import { describe, expect, it } from 'vitest';
import { MON, TUE, WED, board, card, delta, linesOf, snapshot } from './board-fixture.js';
import type { BoardSnapshot, Card } from './board-data.js';
import { inLines } from './snapshot-lines.js';
import { BoardModel, looseRow, personRow, routeRow, visitOf, type Visit } from './board-model.js';

const names = (visits: readonly Visit[]) => visits.map((visit) => visit.name);
const north = routeRow('north');
const south = routeRow('south');

/** Two offices, as they arrive in lines. */
const twoOffices = (...visits: Card[]) => {
    const base = snapshot(visits);
    base.offices.push({ code: 'hilltop', name: 'Hilltop', zone: 'America/Denver', seq: 5, today: MON });
    base.technicians.push({ code: 'hank', name: 'Hank', office: 'hilltop', shift: 480 });
    base.routes.push({ code: 'ridge', name: 'Ridge', office: 'hilltop', technician: 'hank' });
    return base;
};
const arrived = (all: BoardSnapshot) =>
    inLines.read(new Response(linesOf(all), { headers: { 'Content-Type': 'application/x-ndjson' } }));

describe('a snapshot in lines', () => {
    const visits = [
        card('first', { 17: 1 }),
        card('helps out', { 4: 'hilltop', 5: 'ridge', 6: 'cy', 17: 2, 18: 1 }),
        card('ridge', { 4: 'hilltop', 5: 'ridge', 6: 'hank', 9: '08:00' }),
        card('waits', { 4: 'hilltop', 5: null, 6: null, 7: null, 8: TUE, 11: 'unassigned' }),
    ];

    it('is read as far as its rows are in view, the unassigned always, and then to its end', async () => {
        const model = new BoardModel();
        model.load(await arrived(twoOffices(...visits)), 2);
        expect(names([...model.visits()]).sort()).toEqual(['first', 'waits']);
        expect(model.whole).toBe(false);
        const before = model.revision(routeRow('ridge'));
        const untouched = model.revision(north);
        model.readOn();
        expect(model.whole).toBe(true);
        expect(names(model.cell(routeRow('ridge'), MON))).toEqual(['ridge', 'helps out']);
        expect(model.revision(routeRow('ridge'))).not.toBe(before);
        expect(model.revision(north), 'what was drawn is not drawn again').toBe(untouched);
    });

    it('is the same picture as one that was read at once', async () => {
        const shown = (model: BoardModel) =>
            (['routes', 'people'] as const).map((by) => {
                model.arrange(by);
                const rows = [north, south, routeRow('ridge'), personRow('riverside', 'cy'), looseRow('hilltop')];
                return [
                    rows.map((row) => [MON, TUE, WED].map((day) => names(model.cell(row, day)))),
                    names(model.tray()),
                    ['riverside', 'hilltop'].map((office) => ({ ...model.promises(office) })),
                ];
            });
        const parts = new BoardModel();
        parts.arrange('people');
        parts.load(await arrived(twoOffices(...visits)), 1);
        parts.readOn();
        expect(names(parts.cell(personRow('riverside', 'cy'), MON))).toEqual(['first', 'helps out']);
        const once = new BoardModel();
        once.load(twoOffices(...visits));
        expect(shown(parts)).toEqual(shown(once));
    });

    it('keeps the draft of a visit that is not read yet', async () => {
        const model = new BoardModel();
        model.load(twoOffices(...visits));
        model.draft('ridge', { route: 'north', date: WED, start: '10:00', technician: 'cy' });
        model.load(await arrived(twoOffices(...visits)), 1);
        expect(names(model.cell(north, WED))).toEqual([]);
        model.readOn();
        expect(names(model.cell(north, WED))).toEqual(['ridge']);
    });

    it('that broke off is none', async () => {
        const cut = linesOf(twoOffices(...visits))
            .split('\n')
            .slice(0, 3)
            .join('\n');
        const response = new Response(cut, { headers: { 'Content-Type': 'application/x-ndjson' } });
        await expect(inLines.read(response)).rejects.toThrow('broke off');
    });
});

describe('BoardModel', () => {
    it('sorts a cell by start, then name', () => {
        const model = board(card('late', { 9: '14:00' }), card('b'), card('a'), card('open', { 9: null }));
        expect(names(model.cell(north, MON))).toEqual(['a', 'b', 'late', 'open']);
    });

    it('puts what has no technician or no day into the tray, longest overdue first', () => {
        const model = board(
            card('wednesday', { 5: null, 6: null, 7: null, 8: WED, 11: 'unassigned' }),
            card('overdue', { 5: null, 6: null, 7: null, 8: '2026-09-01', 11: 'unassigned' }),
            card('later', { 5: null, 6: null, 7: null, 8: '2026-11-01', 11: 'unassigned' }),
        );
        expect(names(model.tray())).toEqual(['overdue', 'wednesday']);
    });

    it('keeps a tray for each office, in the order of the offices', () => {
        const model = new BoardModel();
        const base = snapshot([
            card('later', { 4: 'hilltop', 7: null, 8: WED, 11: 'unassigned' }),
            card('sooner', { 4: 'hilltop', 7: null, 8: TUE, 11: 'unassigned' }),
            card('ours', { 7: null, 8: WED, 11: 'unassigned' }),
        ]);
        base.offices.push({ code: 'hilltop', name: 'Hilltop', zone: 'America/Denver', seq: 5, today: MON });
        model.load(base);
        expect(names(model.trayOf('hilltop'))).toEqual(['sooner', 'later']);
        expect(names(model.tray())).toEqual(['ours', 'sooner', 'later']);
        model.put(visitOf(card('sooner', { 1: 2, 4: 'hilltop', 7: MON })));
        expect(names(model.tray())).toEqual(['ours', 'later']);
    });

    it('hides no visit that has a technician and a day but no route', () => {
        const model = board(card('loose', { 5: null }), card('elsewhere', { 5: 'route-of-another-office' }));
        expect(names(model.cell(looseRow('riverside'), MON))).toEqual(['elsewhere', 'loose']);
        expect(model.hasLoose('riverside')).toBe(true);
    });

    it('does not show cancelled visits', () => {
        expect(names([...board(card('gone', { 11: 'cancelled' })).visits()])).toEqual([]);
    });

    it('counts the promises of an office', () => {
        const model = board(card('kept', { 17: 3 }), card('broken', { 17: 1, 18: 1 }));
        expect(model.promises('riverside')).toEqual({ due: 4, broken: 1 });
        model.put(visitOf(card('broken', { 1: 2, 17: 1, 18: 0 })));
        expect(model.promises('riverside')).toEqual({ due: 4, broken: 0 });
        model.put(visitOf(card('waiting', { 7: null, 11: 'unassigned', 17: 2 })));
        expect(model.promises('riverside'), 'in the tray nothing is kept yet').toEqual({ due: 4, broken: 0 });
    });

    describe('a change that follows the last one', () => {
        it('moves the visit and touches the two rows only', () => {
            const model = board(card('dorothy'), card('other', { 5: 'south', 6: 'ana' }));
            const before = [model.revision(north), model.revision(south)];
            const applied = model.apply(delta(11, { cards: [card('dorothy', { 1: 2, 7: TUE })] }));
            expect(applied).toEqual({ result: 'applied', changed: ['dorothy'] });
            expect(names(model.cell(north, TUE))).toEqual(['dorothy']);
            expect(names(model.cell(north, MON))).toEqual([]);
            expect(model.revision(north)).not.toBe(before[0]);
            expect(model.revision(south)).toBe(before[1]);
            expect(model.office('riverside')?.seq).toBe(11);
        });

        it('takes away what is gone', () => {
            const model = board(card('dorothy', { 17: 1 }));
            expect(model.apply(delta(11, { gone: ['dorothy'] }))).toEqual({ result: 'applied', changed: ['dorothy'] });
            expect(model.visit('dorothy')).toBeUndefined();
            expect(model.promises('riverside').due).toBe(0);
        });

        it('changes who drives', () => {
            const model = board();
            model.apply(
                delta(11, { runs: [{ route: 'north', date: TUE, technician: 'ana', away: null, shift: 300 }] }),
            );
            expect(model.run('north', TUE)?.technician).toBe('ana');
        });

        it('is no news when it is the echo of our own drop', () => {
            const model = board(card('dorothy'));
            model.put(visitOf(card('dorothy', { 1: 2, 7: TUE })));
            const applied = model.apply(delta(11, { cards: [card('dorothy', { 1: 2, 7: TUE })] }));
            expect(applied).toEqual({ result: 'applied', changed: [] });
        });

        it('does not undo a newer answer by older news', () => {
            const model = board(card('dorothy'));
            model.put(visitOf(card('dorothy', { 1: 3, 7: WED })));
            model.apply(delta(11, { cards: [card('dorothy', { 1: 2, 7: TUE })] }));
            expect(model.visit('dorothy')?.date).toBe(WED);
        });
    });

    it('ignores a change it already has', () => {
        const model = board(card('dorothy'));
        expect(model.apply(delta(10, { gone: ['dorothy'] }))).toEqual({ result: 'ignored' });
        expect(model.visit('dorothy')).toBeDefined();
    });

    it('ignores a change of an office that is not on the board', () => {
        expect(board().apply(delta(11, { office: 'hilltop' }))).toEqual({ result: 'ignored' });
    });

    it('reports a gap and leaves the picture as it is', () => {
        const model = board(card('dorothy'));
        expect(model.apply(delta(12, { gone: ['dorothy'] }))).toEqual({ result: 'gap' });
        expect(model.visit('dorothy')).toBeDefined();
        expect(model.office('riverside')?.seq).toBe(10);
    });

    it('treats a technician or route it has never heard of as a gap', () => {
        expect(board().apply(delta(11, { cards: [card('x', { 6: 'newcomer' })] })).result).toBe('gap');
        expect(board().apply(delta(11, { cards: [card('x', { 5: 'new-route' })] })).result).toBe('gap');
    });

    describe('a visit that crosses offices', () => {
        const two = () => {
            const model = new BoardModel();
            const base = snapshot([card('dorothy')]);
            base.offices.push({ code: 'hilltop', name: 'Hilltop', zone: 'America/Denver', seq: 5, today: MON });
            base.routes.push({ code: 'ridge', name: 'Ridge', office: 'hilltop', technician: null });
            model.load(base);
            return model;
        };
        const arrives = delta(6, { office: 'hilltop', cards: [card('dorothy', { 1: 2, 4: 'hilltop', 5: 'ridge' })] });
        const leaves = delta(11, { gone: ['dorothy'] });

        it.each([
            ['arrives first', [arrives, leaves]],
            ['leaves first', [leaves, arrives]],
        ])('stands in the new one when the news %s', (_, news) => {
            const model = two();
            news.forEach((one) => model.apply(one));
            expect(model.visit('dorothy')?.office).toBe('hilltop');
            expect(names(model.cell(routeRow('ridge'), MON))).toEqual(['dorothy']);
        });
    });

    describe('a draft', () => {
        const draft = { route: 'south', date: WED, start: '10:00', technician: 'ana' };

        it('is shown without touching what the server said', () => {
            const model = board(card('dorothy'));
            model.draft('dorothy', draft);
            expect(model.visit('dorothy')).toMatchObject(draft);
            expect(model.truth('dorothy')).toMatchObject({ route: 'north', date: MON });
            model.undraft('dorothy');
            expect(names(model.cell(north, MON))).toEqual(['dorothy']);
            expect(names(model.cell(south, WED))).toEqual([]);
        });

        it('survives a new snapshot and falls away with its visit', () => {
            const model = board(card('dorothy'));
            model.draft('dorothy', draft);
            model.load(snapshot([card('dorothy')]));
            expect(model.visit('dorothy')?.date).toBe(WED);
            model.load(snapshot([]));
            expect(model.visit('dorothy')).toBeUndefined();
            model.load(snapshot([card('dorothy')]));
            expect(model.visit('dorothy')?.date).toBe(MON);
        });

        it('takes a visit out of the tray', () => {
            const model = board(card('dorothy', { 5: null, 6: null, 7: null, 11: 'unassigned' }));
            model.draft('dorothy', draft);
            expect(model.tray()).toEqual([]);
            expect(names(model.cell(south, WED))).toEqual(['dorothy']);
        });

        it('leaves nothing behind of a visit that is no longer of this board', () => {
            const model = board(card('dorothy', { 17: 1 }));
            model.draft('dorothy', draft);
            model.put(visitOf(card('dorothy', { 1: 2, 7: '2026-12-01' })));
            expect(model.visit('dorothy')).toMatchObject(draft);
            model.undraft('dorothy');
            expect(model.visit('dorothy')).toBeUndefined();
            expect(model.promises('riverside').due).toBe(0);
        });

        it('puts a visit into the tray of its office', () => {
            const model = board(card('dorothy', { 11: 'confirmed' }));
            model.draft('dorothy', { route: null, date: null, start: null, technician: null });
            expect(names(model.trayOf('riverside'))).toEqual(['dorothy']);
            expect(model.visit('dorothy')?.status).toBe('unassigned');
            expect(names(model.cell(north, MON))).toEqual([]);
        });
    });

    it.each(['routes', 'people'] as const)('agrees with a fresh load after any sequence of changes, by %s', (by) => {
        const random = generator(20261005);
        const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
        const cards = new Map(Array.from({ length: 30 }, (_, i) => [`v${i}`, card(`v${i}`)]));
        const model = board(...cards.values());
        model.arrange(by);
        const rows = [north, south, personRow('riverside', 'cy'), personRow('riverside', 'ana'), looseRow('riverside')];
        for (let seq = 11; seq < 400; seq++) {
            const code = `v${Math.floor(random() * 40)}`;
            if (random() < 0.15) {
                cards.delete(code);
                model.apply(delta(seq, { gone: [code] }));
                continue;
            }
            const unassigned = random() < 0.2;
            const changed = card(code, {
                1: seq,
                5: unassigned ? null : pick(['north', 'south', null]),
                6: unassigned ? null : pick(['cy', 'ana', null]),
                7: unassigned ? null : pick([MON, TUE, WED, '2026-12-01']),
                9: pick(['08:00', '09:00', '13:30', null]),
                11: unassigned ? 'unassigned' : pick(['planned', 'confirmed', 'cancelled']),
                17: pick([0, 1, 2]),
                18: pick([0, 1]),
            });
            cards.set(code, changed);
            model.apply(delta(seq, { cards: [changed] }));
            const fresh = board(...cards.values());
            fresh.arrange(by);
            for (const row of rows) {
                for (const date of model.days) {
                    expect(names(model.cell(row, date)), `${row} ${date} after change ${seq}`).toEqual(
                        names(fresh.cell(row, date)),
                    );
                }
            }
            expect(names(model.tray())).toEqual(names(fresh.tray()));
            expect(model.promises('riverside')).toEqual(fresh.promises('riverside'));
        }
    });
});

/** Small linear congruential generator: the same sequence on every machine. */
function generator(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

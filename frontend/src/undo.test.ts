import { describe, expect, it } from 'vitest';
import { MON, TUE, WED, card } from './board-fixture.js';
import { UndoLog, type SavedMove } from './undo.js';

const at = (date: string) => ({ route: 'north', date, start: '09:00', technician: 'cy' });
const moved = (base: number, from: string, to: string, visit = 'dorothy'): SavedMove => ({
    visit,
    name: visit,
    before: at(from),
    after: at(to),
    base,
    version: base + 1,
});

describe('undo after saving', () => {
    it('goes back to where the visit stood, and expects the version it was saved with', () => {
        const log = new UndoLog();
        log.record([moved(1, MON, TUE)]);
        expect(log.undo).toEqual([{ visit: 'dorothy', version: 2, ...at(MON) }]);
        expect(log.undoName).toBe('dorothy');
        log.undid([card('dorothy', { 1: 3 })]);
        expect(log.undo).toBeNull();
        expect(log.redo).toEqual([{ visit: 'dorothy', version: 3, ...at(TUE) }]);
        log.redid([card('dorothy', { 1: 4 })]);
        expect(log.undo).toEqual([{ visit: 'dorothy', version: 4, ...at(MON) }]);
    });

    it('undoes two changes of one visit although the first undo gave it a new version', () => {
        const log = new UndoLog();
        log.record([moved(1, MON, TUE)]);
        log.record([moved(2, TUE, WED)]);
        log.undid([card('dorothy', { 1: 4 })]);
        expect(log.undo).toEqual([{ visit: 'dorothy', version: 4, ...at(MON) }]);
        log.undid([card('dorothy', { 1: 5 })]);
        expect(log.redo).toEqual([{ visit: 'dorothy', version: 5, ...at(TUE) }]);
        log.redid([card('dorothy', { 1: 6 })]);
        expect(log.redo, 'the second redo starts from the first').toEqual([
            { visit: 'dorothy', version: 6, ...at(WED) },
        ]);
        log.redid([card('dorothy', { 1: 7 })]);
        expect(log.undo).toEqual([{ visit: 'dorothy', version: 7, ...at(TUE) }]);
    });

    it('remembers the last twenty changes and names several visits by their number', () => {
        const log = new UndoLog();
        for (let i = 0; i < 25; i++) {
            log.record([moved(1, MON, TUE, `v${i}`), moved(1, MON, TUE, `w${i}`)]);
        }
        expect(log.undoName).toBe('2 visits');
        let undone = 0;
        while (log.undo) {
            log.cannotUndo();
            undone++;
        }
        expect(undone).toBe(20);
    });

    it('forgets what was undone when something new is saved', () => {
        const log = new UndoLog();
        log.record([moved(1, MON, TUE)]);
        log.undid([]);
        log.record([moved(1, MON, WED, 'rosa')]);
        expect(log.redo).toBeNull();
    });

    it('is the same after a reload, and empty when what was kept cannot be read', () => {
        const log = new UndoLog();
        log.record([moved(1, MON, TUE)]);
        const later = new UndoLog();
        later.read(log.write());
        expect(later.undo).toEqual(log.undo);
        later.read('{"done":[[1]],"undone":[]}');
        expect(later.undo).toBeNull();
    });
});

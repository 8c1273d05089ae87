import { describe, expect, it } from 'vitest';
import { described, type Corner, type Mark } from './quadrant-model.js';

function mark(name: string, corner: Corner, protocols: number, promises: number): Mark {
    return {
        code: name,
        name,
        corner,
        protocols,
        promises,
        protocolsText: `${protocols * 100} %`,
        promisesText: `${promises * 100} %`,
        few: false,
    };
}

describe('the picture in words', () => {
    it('names the corner that matters first, with everybody in it', () => {
        const words = described({
            what: 'Office',
            period: 'May 2026',
            line: 0.95,
            left: 0.9,
            bottom: 0.85,
            lineText: '95.0 %',
            corners: {
                'customer-red': 'All green for the company, red for the customer',
                'both-red': 'Red for both',
                'company-red': 'Red for the company, green for the customer',
                'both-green': 'Green for both',
            },
            marks: [mark('Bay', 'both-green', 1, 1), mark('Riverside', 'customer-red', 1, 0.9)],
        });
        expect(words).toBe(
            'Protocols kept from left to right, promises kept from below, May 2026; green from 95.0 % on.' +
                ' All green for the company, red for the customer: Riverside (protocols 100 %, promises 90 %).' +
                ' Green for both: Bay (protocols 100 %, promises 100 %).',
        );
    });
});

/** A mark of the picture: how much of the company's rules was kept, and how much of what was promised. */
export interface Mark {
    readonly code: string;
    readonly name: string;
    /** Shares from 0 to 1. */
    readonly protocols: number;
    readonly promises: number;
    /** As the table writes them. */
    readonly protocolsText: string;
    readonly promisesText: string;
    readonly few: boolean;
}

export interface Quadrant {
    /** What a mark is: Office, Technician, Route. */
    readonly what: string;
    readonly period: string;
    /** From here on a share counts as kept. */
    readonly line: number;
    readonly lineText: string;
    readonly marks: readonly Mark[];
}

export type Corner = 'both-green' | 'customer-red' | 'company-red' | 'both-red';

/** The corners by what they are. */
export const CORNERS: Readonly<Record<Corner, string>> = {
    'customer-red': 'All green for the company, red for the customer',
    'both-red': 'Red for both',
    'company-red': 'Red for the company, green for the customer',
    'both-green': 'Green for both',
};

export function cornerOf({ protocols, promises }: Mark, line: number): Corner {
    if (protocols >= line) {
        return promises >= line ? 'both-green' : 'customer-red';
    }
    return promises >= line ? 'company-red' : 'both-red';
}

/** The lowest share on an axis: a step of five below everything, and below the line. */
export function lowest(shares: readonly number[], line: number): number {
    const low = Math.min(...shares, line);
    return Math.max(0, Math.floor(low * 20 - 0.5) / 20);
}

/** The picture in words, the corner that matters first. */
export function described({ marks, line, lineText, period }: Quadrant): string {
    const corners = (Object.keys(CORNERS) as Corner[]).map((corner) => {
        const names = marks
            .filter((mark) => cornerOf(mark, line) === corner)
            .map((mark) => `${mark.name} (protocols ${mark.protocolsText}, promises ${mark.promisesText})`);
        return names.length > 0 ? ` ${CORNERS[corner]}: ${names.join(', ')}.` : '';
    });
    return `Protocols kept from left to right, promises kept from below, ${period}; green from ${lineText} on.${corners.join('')}`;
}

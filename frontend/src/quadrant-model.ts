/** A mark of the picture: how much of the company's rules was kept, and how much of what was promised. */
export interface Mark {
    readonly code: string;
    readonly name: string;
    readonly corner: Corner;
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
    /** Where the axes begin. */
    readonly left: number;
    readonly bottom: number;
    readonly lineText: string;
    /** The corners by what they are, the one that matters first. */
    readonly corners: Readonly<Record<Corner, string>>;
    readonly marks: readonly Mark[];
}

export type Corner = 'both-green' | 'customer-red' | 'company-red' | 'both-red';

/** The picture in words, the corner that matters first. */
export function described({ marks, corners, lineText, period }: Quadrant): string {
    const found = (Object.keys(corners) as Corner[]).map((corner) => {
        const names = marks
            .filter((mark) => mark.corner === corner)
            .map((mark) => `${mark.name} (protocols ${mark.protocolsText}, promises ${mark.promisesText})`);
        return names.length > 0 ? ` ${corners[corner]}: ${names.join(', ')}.` : '';
    });
    return `Protocols kept from left to right, promises kept from below, ${period}; green from ${lineText} on.${found.join('')}`;
}

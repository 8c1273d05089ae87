/** What a figure is; the server says it once for the whole page. */
export interface FigureInfo {
    readonly id: string;
    readonly title: string;
    readonly formula: string;
    readonly span: string;
    readonly unit: string;
    readonly sampleOf: string;
    readonly better: 'higher' | 'lower' | 'neither';
}

export interface FigureGroup {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly figures: readonly FigureInfo[];
}

/** One figure of one line. Texts come from the server, so that the screen and an exported file say the same. */
export interface FigureCell {
    /** A dash where there is nothing to count. */
    readonly text: string;
    /** For sorting and lines; null for a dash. */
    readonly value: number | null;
    readonly sample: number;
    /** So few that chance may have made it. */
    readonly few: boolean;
    /** So many more may be found to belong to it. */
    readonly open?: number;
    readonly target: string | null;
    readonly missed: boolean;
    readonly trend: readonly (number | null)[] | null;
}

export interface ComparisonLine {
    /** Blank for all together. */
    readonly code: string;
    readonly name: string;
    readonly cells: Readonly<Record<string, FigureCell>>;
}

export interface Comparison {
    /** What a line is: Office, Technician, Route. */
    readonly what: string;
    /** Whether a line can be opened by itself. */
    readonly opens: boolean;
    readonly period: string;
    /** The months of the trend lines. */
    readonly months: readonly string[];
    readonly groups: readonly FigureGroup[];
    readonly lines: readonly ComparisonLine[];
}

export interface Sorting {
    /** A figure's id, or null for the name. */
    readonly by: string | null;
    readonly down: boolean;
}

/** The lines in the order asked for: all together last, dashes after numbers whichever way, equals by name. */
export function sorted(lines: readonly ComparisonLine[], { by, down }: Sorting): ComparisonLine[] {
    const sign = down ? -1 : 1;
    const byName = (one: ComparisonLine, other: ComparisonLine): number => one.name.localeCompare(other.name);
    return [...lines].sort((one, other) => {
        if (!one.code || !other.code) {
            return Number(!one.code) - Number(!other.code);
        }
        if (by === null) {
            return sign * byName(one, other);
        }
        const a = one.cells[by]?.value ?? null;
        const b = other.cells[by]?.value ?? null;
        if (a === null || b === null) {
            return Number(a === null) - Number(b === null) || byName(one, other);
        }
        return sign * (a - b) || byName(one, other);
    });
}

/** The next sorting after a click on a column: first what is worst on top, then the other way. */
export function nextSorting(now: Sorting, by: string | null, better: FigureInfo['better'] = 'neither'): Sorting {
    if (now.by === by) {
        return { by, down: !now.down };
    }
    return { by, down: by !== null && better !== 'higher' };
}

/** A trend as the paths of its unbroken pieces, in a box of that size; a single month is a dot of a line. */
export function trendPaths(values: readonly (number | null)[], width: number, height: number): string[] {
    const known = values.filter((value): value is number => value !== null);
    if (known.length === 0) {
        return [];
    }
    const low = Math.min(...known);
    const high = Math.max(...known);
    const x = (index: number): number => (values.length === 1 ? width / 2 : (index / (values.length - 1)) * width);
    const y = (value: number): number => (high === low ? height / 2 : height - ((value - low) / (high - low)) * height);
    const paths: string[] = [];
    let piece: string[] = [];
    const end = (): void => {
        if (piece.length > 0) {
            paths.push(`M${piece.length === 1 ? `${piece[0]}L${piece[0]}` : piece.join('L')}`);
        }
        piece = [];
    };
    values.forEach((value, index) => {
        if (value === null) {
            end();
        } else {
            piece.push(`${round(x(index))} ${round(y(value))}`);
        }
    });
    end();
    return paths;
}

function round(value: number): number {
    return Math.round(value * 10) / 10;
}

/** A cell as somebody hears it. */
export function spoken(figure: FigureInfo, line: ComparisonLine): string {
    const cell = line.cells[figure.id];
    const open = cell?.open ? `, ${unseen(cell.open)}` : '';
    if (!cell || cell.value === null) {
        return `${figure.title}, ${line.name}: ${open ? open.slice(2) : 'nothing to count'}`;
    }
    const few = cell.few ? ', few' : '';
    const target = cell.target ? `; ${cell.missed ? 'misses' : 'reaches'} the target of ${cell.target}` : '';
    return `${figure.title}, ${line.name}: ${cell.text}, of ${cell.sample} ${figure.sampleOf}${few}${open}${target}`;
}

/** How many were not looked at yet, in words. */
export function unseen(open: number): string {
    return `${open.toLocaleString('en')} not looked at yet`;
}

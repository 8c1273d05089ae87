/** Which offices are folded to their one row, as codes separated by commas. */

export function readCollapsed(codes: string): ReadonlySet<string> {
    return new Set(codes.split(',').filter((code) => code !== ''));
}

export function writeCollapsed(codes: ReadonlySet<string>): string {
    return [...codes].join(',');
}

export function toggled(codes: ReadonlySet<string>, code: string): ReadonlySet<string> {
    const next = new Set(codes);
    if (!next.delete(code)) {
        next.add(code);
    }
    return next;
}

/** What one button does with all offices: while one is open it collapses them all, then it opens them all. */
export function allToggled(codes: ReadonlySet<string>, offices: readonly string[]): ReadonlySet<string> {
    return offices.every((office) => codes.has(office)) ? new Set() : new Set(offices);
}

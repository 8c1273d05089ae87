/** One cause: how many promises were broken by it. */
export interface Bar {
    readonly name: string;
    /** Another time or person would have kept so many of them. */
    readonly avoidable: number;
    readonly other: number;
}

export interface CausesContents {
    readonly period: string;
    readonly bars: readonly Bar[];
}

/** The bars that are drawn, the longest first; what never happened has none. */
export function drawn({ bars }: CausesContents): Bar[] {
    return bars
        .filter((bar) => bar.avoidable + bar.other > 0)
        .sort((one, other) => other.avoidable + other.other - one.avoidable - one.other);
}

/** The picture in words. */
export function described(contents: CausesContents): string {
    const causes = drawn(contents).map(
        ({ name, avoidable, other }) => `${name}: ${avoidable + other}, of which ${avoidable} avoidable`,
    );
    return `Broken promises by cause, ${contents.period}. ${causes.join('; ')}.`;
}

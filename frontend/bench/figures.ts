/** What a list of measurements comes to. */

/** The smallest measurement that at least this share of all do not exceed; the Java benchmarks count the same way. */
export function percentile(measurements: readonly number[], share: number): number {
    if (measurements.length === 0) {
        throw new Error('Nothing was measured.');
    }
    const sorted = [...measurements].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

/** Times between frames, from the moments at which they began. */
export function framesOf(moments: readonly number[]): number[] {
    return moments.slice(1).map((moment, i) => moment - (moments[i] as number));
}

/** One line of the table that `./dorothy bench` prints. */
export function line(name: string, unit: string, goal: string, measurements: readonly number[]): string {
    const [median, p95] = [percentile(measurements, 0.5), percentile(measurements, 0.95)];
    return `bench|${name}|${unit}|${goal}|${median.toFixed(3)}|${p95.toFixed(3)}`;
}

/** As many runs as `most`, fewer where one takes long: what fits into `budget` milliseconds, but at least `least`. */
export function runsWithin(budget: number, one: number, most: number, least = 3): number {
    return Math.max(least, Math.min(most, Math.floor(budget / Math.max(1, one))));
}

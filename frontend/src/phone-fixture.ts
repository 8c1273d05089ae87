/** As a browser's: text only, and full when it is told so. */
export class FakeStorage implements Storage {
    full = false;
    readonly #texts = new Map<string, string>();
    get length(): number {
        return this.#texts.size;
    }
    key(at: number): string | null {
        return [...this.#texts.keys()][at] ?? null;
    }
    getItem(key: string): string | null {
        return this.#texts.get(key) ?? null;
    }
    setItem(key: string, text: string): void {
        if (this.full) {
            throw new DOMException('full', 'QuotaExceededError');
        }
        this.#texts.set(key, text);
    }
    removeItem(key: string): void {
        this.#texts.delete(key);
    }
    clear(): void {
        this.#texts.clear();
    }
}

/** The colours of the page as they are now: a picture has no style sheet. */
export function coloursOf(place: HTMLElement): (name: string) => string {
    const probe = document.createElement('span');
    place.append(probe);
    const known = new Map<string, string>();
    for (const name of ['--ink', '--soft', '--rule', '--panel', '--ok', '--warn', '--bad']) {
        probe.style.color = `var(${name})`;
        known.set(name, getComputedStyle(probe).color);
    }
    probe.remove();
    return (name) => known.get(name)!;
}

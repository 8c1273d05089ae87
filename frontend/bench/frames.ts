/** Clocks of a page under measurement. */

/** Resolves when what was changed has been painted. */
export const painted = () =>
    new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
        }),
    );

export const wait = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

/** Scrolls from top to bottom, `step` pixels a frame, for at most `most` milliseconds; answers when each frame began. */
export async function scrollDown(scroller: Element, step: number, most = Infinity): Promise<number[]> {
    scroller.scrollTop = 0;
    await wait(300);
    const end = scroller.scrollHeight - scroller.clientHeight - 1;
    let now = await new Promise<number>(requestAnimationFrame);
    const moments = [now];
    for (let top = step; top < end + step && now - (moments[0] as number) < most; top += step) {
        scroller.scrollTop = top;
        now = await new Promise<number>(requestAnimationFrame);
        moments.push(now);
    }
    return moments;
}

/** Milliseconds from now until the last frame in which something below `root` still changed has been painted. */
export async function untilStill(root: Node, change: () => void, patience = 20_000): Promise<number> {
    let changed = false;
    const observer = new MutationObserver(() => (changed = true));
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    const began = performance.now();
    change();
    const end = performance.now() + patience;
    let last = NaN;
    for (let quiet = 0; quiet < 3 && performance.now() < end;) {
        await painted();
        if (changed) {
            last = performance.now();
            changed = false;
            quiet = 0;
        } else if (!Number.isNaN(last)) {
            quiet++;
        }
    }
    observer.disconnect();
    return last - began;
}

// Runs in the page of another scheduler: builds it over the board's own data and measures it from outside.
// A peer has a name, open(box, week), and, once open: move(card, i), search(text), and a note where it shows less.
import { scrollDown, untilStill, wait } from '../frames.ts';

/** The week as other schedulers want it: rows of routes, and events with names instead of positions. */
function translate(snapshot) {
    const names = new Map(snapshot.technicians.map(({ code, name }) => [code, name]));
    const offices = new Map(snapshot.offices.map(({ code, name }) => [code, name]));
    return {
        days: snapshot.days,
        rows: snapshot.routes.map(({ code, name, office, technician }) => ({
            id: code,
            name: `${offices.get(office)}, ${name}, ${names.get(technician) ?? ''}`,
        })),
        events: snapshot.visits
            .filter((card) => card[5] !== null && card[7] !== null && snapshot.days.includes(card[7]))
            .map((card) => ({
                id: card[0],
                text: card[3],
                row: card[5],
                day: card[7],
                start: `${card[7]}T${card[9] ?? '08:00'}:00`,
                end: `${card[7]}T${plus(card[9] ?? '08:00', card[10])}:00`,
            })),
    };
}

function plus(time, minutes) {
    const sum = Math.min(24 * 60 - 1, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes);
    return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`;
}

/** The biggest part that scrolls down. */
function scrollerOf(box) {
    const parts = [...box.querySelectorAll('*')].filter(
        (part) =>
            part.scrollHeight > part.clientHeight + 200 &&
            part.clientHeight > 200 &&
            ['auto', 'scroll'].includes(getComputedStyle(part).overflowY),
    );
    return parts.sort((a, b) => b.clientWidth - a.clientWidth)[0] ?? null;
}

export function measure(peer) {
    const box = document.querySelector('#box');
    let week;
    window.peer = {
        name: peer.name,
        note: peer.note,
        /** From the text of the answer until the picture stands. */
        async firstPaint() {
            const text = await (await fetch('/week.json')).text();
            await wait(100);
            return untilStill(document.body, () => {
                week = translate(JSON.parse(text));
                peer.open(box, week);
            });
        },
        async moves(runs) {
            const [event] = week.events;
            const rows = week.rows.slice(0, 2);
            const times = [];
            for (let i = 0; i < runs; i++) {
                const day = week.days[i % week.days.length];
                const moved = {
                    ...event,
                    row: rows[i % 2].id,
                    day,
                    start: day + event.start.slice(10),
                    end: day + event.end.slice(10),
                };
                times.push(await untilStill(box, () => peer.move(moved)));
            }
            return times;
        },
        async searches(runs) {
            const texts = ['rosa m', 'hernandez', 'ana', 'dental care', 'c'];
            const times = [];
            for (let i = 0; i < runs; i++) {
                const text = texts[i % texts.length];
                times.push(
                    await untilStill(box, () => peer.search((event) => event.text.toLowerCase().includes(text))),
                );
            }
            return times;
        },
        async scroll(step, most) {
            peer.search(() => true);
            await wait(1_000);
            const scroller = scrollerOf(box);
            const moments = await scrollDown(scroller, step, most);
            return { moments, height: scroller.scrollHeight, reached: scroller.scrollTop + scroller.clientHeight };
        },
        nodes: () => box.querySelectorAll('*').length,
        events: () => week.events.length,
    };
}

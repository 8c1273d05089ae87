// DayPilot Lite: its scheduler with a cell for each day and events as boxes of that day, drawn while they come into view.
import { DayPilot } from '@daypilot/daypilot-lite-javascript';
import { measure } from './peer-page.mjs';

let scheduler;
let events;
const eventOf = ({ id, text, row, start, end }) => ({ id, text, resource: row, start, end });

measure({
    name: 'DayPilot Lite 5.10.1',
    open(box, week) {
        events = week.events;
        scheduler = new DayPilot.Scheduler(box, {
            startDate: week.days[0],
            days: week.days.length,
            scale: 'Day',
            timeHeaders: [{ groupBy: 'Day', format: 'ddd d MMM' }],
            cellWidth: Math.floor((innerWidth - 260) / week.days.length),
            rowHeaderWidth: 240,
            heightSpec: 'Fixed',
            height: innerHeight - 60,
            eventHeight: 22,
            useEventBoxes: 'Always',
            dynamicEventRendering: 'Progressive',
            resources: week.rows,
            events: events.map(eventOf),
        });
        scheduler.init();
    },
    move: (event) => scheduler.events.update(eventOf(event)),
    search: (holds) => scheduler.update({ events: events.filter(holds).map(eventOf) }),
});

// EventCalendar: its resource timeline with a slot for each day.
import { ResourceTimeline, createCalendar } from '@event-calendar/core';
import css from '@event-calendar/core/index.css';
import { measure } from './peer-page.mjs';

let calendar;
let holds = () => true;
const eventOf = ({ id, text, row, start, end }) => ({ id, title: text, resourceIds: [row], start, end });

measure({
    name: 'EventCalendar 5.15.0',
    open(box, week) {
        document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
        calendar = createCalendar(box, [ResourceTimeline], {
            view: 'board',
            views: { board: { type: 'resourceTimelineMonth', duration: { days: week.days.length } } },
            date: week.days[0],
            firstDay: 1,
            height: `${innerHeight}px`,
            slotWidth: Math.floor((innerWidth - 260) / week.days.length),
            resources: week.rows.map(({ id, name }) => ({ id, title: name })),
            events: week.events.map(eventOf),
            eventFilter: ({ event }) => holds({ text: event.title }),
        });
    },
    move: (event) => calendar.updateEvent(eventOf(event)),
    search(wanted) {
        holds = wanted;
        calendar.setOption('eventFilter', ({ event }) => wanted({ text: event.title }));
    },
});

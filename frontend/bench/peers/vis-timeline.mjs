// vis-timeline: groups and ranges in the minutes of the week; it draws what is in view. Nothing is stacked, since no two
// visits of a route overlap.
import { DataSet, DataView, Timeline } from 'vis-timeline/standalone';
import css from 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { measure } from './peer-page.mjs';

let items;
let view;
let holds = () => true;
const itemOf = ({ id, text, row, start, end }) => ({ id, content: text, text, group: row, start, end });

measure({
    name: 'vis-timeline 8.5.4',
    open(box, week) {
        document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
        items = new DataSet(week.events.map(itemOf));
        view = new DataView(items, { filter: (item) => holds(item) });
        new Timeline(
            box,
            view,
            new DataSet(week.rows.map(({ id, name }) => ({ id, content: name.replaceAll('<', '&lt;') }))),
            {
                start: `${week.days[0]}T00:00:00`,
                end: `${week.days.at(-1)}T23:59:59`,
                stack: false,
                verticalScroll: true,
                maxHeight: innerHeight,
                orientation: 'top',
                margin: { item: 2 },
            },
        );
    },
    move: (event) => items.update(itemOf(event)),
    search(wanted) {
        holds = wanted;
        view.refresh();
    },
});

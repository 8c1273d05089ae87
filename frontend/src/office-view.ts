import { html, nothing, type TemplateResult } from 'lit';
import { count, dayAndMonth, keptPromises, localNow, shortWeekday, spokenDate } from './format.js';
import { summariesOf, summaryWords, totalOf, type GroupSummary } from './group-summary.js';
import { icons } from './icons.js';
import { lightsView } from './lights-view.js';
import { stopIndex, type Picture } from './row-view.js';
import type { Row } from './rows.js';

/** The head of an office: open it names the office and how it keeps its promises, collapsed it says what is inside. */
export function officeView(picture: Picture, row: Row): TemplateResult {
    return picture.collapsed.has(row.office.code) ? collapsedView(picture, row) : openView(picture, row);
}

function openView(picture: Picture, row: Row): TemplateResult {
    return html`<div role="gridcell" class="office" aria-colspan=${picture.dates.length + 1}>
        ${toggleView(picture, row, null)}<span class="facts">${factsView(picture, row)}</span>
    </div>`;
}

function toggleView(picture: Picture, row: Row, inside: GroupSummary | null): TemplateResult {
    return html`<button
        type="button"
        class="toggle"
        data-stop
        tabindex=${stopIndex(picture, row, null, null)}
        aria-expanded=${inside === null}
        aria-description=${inside === null ? nothing : summaryWords(inside)}
    >
        ${icons.open}<bdi>${row.office.name}</bdi>
    </button>`;
}

function factsView(picture: Picture, { office }: Row): TemplateResult {
    const { due, broken } = picture.model.promises(office.code);
    return html`${picture.narrow ? nothing : html`${office.zone} · `}${localNow(office.zone, picture.now).time} ·
        <span
            title=${due === 0 ? 'No promise falls due this week.' : `${due - broken} of ${count(due, 'promise')} kept`}
            >promises kept ${keptPromises(due, broken)} this week</span
        >`;
}

/** Beside its name the whole, and where days lie across each of them. */
function collapsedView(picture: Picture, row: Row): TemplateResult {
    const { model, dates } = picture;
    const days = summariesOf(model, row.office, dates);
    const total = totalOf(days);
    const byDay = picture.hours === null && !picture.narrow;
    return html`<div
            role="gridcell"
            class="office inside ${byDay ? 'narrow-inside' : ''}"
            aria-colspan=${byDay ? nothing : dates.length + 1}
            title=${byDay ? `${row.office.name}: ${summaryWords(total)}` : nothing}
        >
            ${toggleView(picture, row, total)} ${insideView(total, byDay ? 'week' : 'line')}
        </div>
        ${
            byDay
                ? days.map(
                      (day, i) =>
                          html`<div
                              role="gridcell"
                              class="inside day-inside ${dates[i] === row.office.today ? 'today' : ''}"
                              title=${`${shortWeekday(dates[i] ?? '')} ${dayAndMonth(dates[i] ?? '')}: ${summaryWords(day)}`}
                          >
                              ${insideView(day, dates[i] ?? '')}
                          </div>`,
                  )
                : nothing
        }`;
}

/** For eyes lights and numbers, for ears the sentence. `of` is the day they are of. */
function insideView(inside: GroupSummary, of: string): TemplateResult {
    const { visits, promises, wishes, customer, company } = inside;
    const spoken = of === 'week' || of === 'line' ? summaryWords(inside) : `${spokenDate(of)}: ${summaryWords(inside)}`;
    const broken = of === 'line' ? ' broken' : '';
    return html`<span class="hidden">${spoken}</span
        ><span class="counts" aria-hidden="true"
            >${
                visits === 0
                    ? html`<span class="none">${of === 'line' || of === 'week' ? 'No visits' : '–'}</span>`
                    : html`<span class="all"
                          >${lightsView(customer, company)}<span class="many"
                              >${of === 'week' ? visits : count(visits, 'visit')}</span
                          ></span
                      >`
            }${
                promises > 0 ? html` <b class="bad">${count(promises, 'promise')}${broken}</b>` : nothing
            }${wishes > 0 ? html` <b class="caution">${wishes} ${wishes === 1 ? 'wish' : 'wishes'}${broken}</b>` : nothing}</span
        >`;
}

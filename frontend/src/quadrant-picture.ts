import { ScatterChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { css, html, nothing, type TemplateResult } from 'lit';
import { ChartPicture, type Colours } from './chart-picture.js';
import { described, type Corner, type Quadrant } from './quadrant-model.js';
import { tokens } from './tokens.js';

use([ScatterChart, GridComponent, MarkAreaComponent, LabelLayout, SVGRenderer]);

interface Server {
    /** A mark by itself. */
    open(code: string): void;
}

/** Shape and colour each say the corner alone. */
const SHAPES: Readonly<Record<Corner, string>> = {
    'customer-red': 'diamond',
    'both-red': 'triangle',
    'company-red': 'rect',
    'both-green': 'circle',
};
const COLOURS: Readonly<Record<Corner, string>> = {
    'customer-red': '--bad',
    'both-red': '--bad',
    'company-red': '--warn',
    'both-green': '--ok',
};
const SIGNS: Readonly<Record<Corner, string>> = {
    'customer-red': '◆',
    'both-red': '▲',
    'company-red': '■',
    'both-green': '●',
};

/**
 * `<quadrant-picture>`: the company's rules against what was promised to customers, one mark for each line of the table,
 * with the same numbers as a table beside it.
 */
export class QuadrantPicture extends ChartPicture<Quadrant> {
    static override styles = [
        tokens,
        css`
            :host {
                display: block;
                color: var(--ink);
                font-size: 14px;
            }
            h2 {
                margin: 0 0 8px;
                font-size: 16px;
                font-weight: 650;
            }
            .both {
                display: grid;
                grid-template-columns: minmax(0, 3fr) minmax(260px, 2fr);
                gap: 16px;
                align-items: start;
            }
            .picture {
                block-size: 420px;
                border: 1px solid var(--rule);
                border-radius: 12px;
                background: var(--panel);
            }
            .table {
                max-block-size: 420px;
                overflow: auto;
                border: 1px solid var(--rule);
                border-radius: 12px;
                background: var(--panel);
            }
            table {
                inline-size: 100%;
                border-collapse: collapse;
            }
            th,
            td {
                padding: 8px 12px;
                text-align: end;
                border-block-end: 1px solid var(--rule);
                font-variant-numeric: tabular-nums;
                overflow-wrap: break-word;
            }
            th {
                color: var(--soft);
                font-size: 12px;
                font-weight: 500;
            }
            tr > :first-child,
            tr > :last-child {
                text-align: start;
            }
            tbody th {
                color: var(--ink);
                font-size: 14px;
                font-weight: 600;
            }
            tbody th button {
                padding: 0;
                border: 0;
                background: none;
                color: var(--accent);
                font: inherit;
                font-weight: 600;
                text-align: start;
                cursor: pointer;
                overflow-wrap: break-word;
            }
            tbody tr:last-child > * {
                border-block-end: 0;
            }
            .both-green td:last-child span {
                color: var(--ok);
            }
            .company-red td:last-child span {
                color: var(--warn);
            }
            .customer-red td:last-child,
            .both-red td:last-child {
                color: var(--bad);
                font-weight: 600;
            }
            @media (max-width: 900px) {
                .both {
                    grid-template-columns: minmax(0, 1fr);
                }
                .picture {
                    block-size: 320px;
                }
            }
        `,
    ];

    declare $server?: Server;

    protected override render(): TemplateResult | typeof nothing {
        const all = this.shown;
        if (!all || all.marks.length === 0) {
            return nothing;
        }
        return html`
            <h2>The company’s rules against what was promised</h2>
            <div class="both">
                <div class="picture" role="img" aria-label=${described(all)}></div>
                <div class="table" tabindex="0" role="region" aria-label="The numbers of the picture">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">${all.what}</th>
                                <th scope="col">Protocols kept</th>
                                <th scope="col">Promises kept</th>
                                <th scope="col">Corner</th>
                            </tr>
                        </thead>
                        <tbody>
                            ${all.marks.map((mark) => {
                                const corner = mark.corner;
                                return html`<tr class=${corner}>
                                    <th scope="row">
                                        <button type="button" @click=${() => this.$server?.open(mark.code)}>
                                            ${mark.name}
                                        </button>
                                    </th>
                                    <td>${mark.protocolsText}</td>
                                    <td>${mark.promisesText}${mark.few ? ' (few)' : ''}</td>
                                    <td><span aria-hidden="true">${SIGNS[corner]}</span> ${all.corners[corner]}</td>
                                </tr>`;
                            })}
                        </tbody>
                    </table>
                </div>
            </div>
        `;
    }

    protected override pressed(index: number): void {
        const mark = this.shown?.marks[index];
        if (mark) {
            this.$server?.open(mark.code);
        }
    }

    protected override options(all: Quadrant, colour: Colours): object {
        const { left, bottom } = all;
        const axis = (name: string, min: number): object => ({
            type: 'value',
            name,
            nameLocation: 'middle',
            min,
            max: 1,
            interval: 1 - min > 0.3 ? 0.1 : 0.05,
            axisLabel: { color: colour('--soft'), formatter: (share: number) => `${Math.round(share * 100)} %` },
            nameTextStyle: { color: colour('--soft') },
            splitLine: { lineStyle: { color: colour('--rule') } },
            axisLine: { show: true, lineStyle: { color: colour('--rule') } },
        });
        const area = (corner: Corner, from: [number, number], to: [number, number]): object[] => [
            {
                name: all.corners[corner],
                coord: from,
                itemStyle: { color: colour(COLOURS[corner]), opacity: corner === 'customer-red' ? 0.16 : 0.05 },
                label: {
                    color: corner === 'customer-red' ? colour('--bad') : colour('--soft'),
                    fontWeight: corner === 'customer-red' ? 'bold' : 'normal',
                    position: to[1] > all.line ? 'insideTop' : 'insideBottom',
                    fontSize: 11,
                },
            },
            { coord: to },
        ];
        return {
            grid: { left: 64, right: 48, top: 24, bottom: 48 },
            xAxis: { ...axis('Protocols kept', left), nameGap: 30 },
            yAxis: { ...axis('Promises kept', bottom), nameGap: 46 },
            series: [
                {
                    type: 'scatter',
                    cursor: 'pointer',
                    data: all.marks.map((mark) => {
                        const corner = mark.corner;
                        return {
                            name: mark.name,
                            value: [mark.protocols, mark.promises],
                            symbol: SHAPES[corner],
                            symbolSize: mark.few ? 9 : 15,
                            itemStyle: {
                                color: colour(COLOURS[corner]),
                                borderColor: colour('--panel'),
                                borderWidth: 1.5,
                            },
                        };
                    }),
                    label: {
                        show: true,
                        position: 'left',
                        formatter: '{b}',
                        color: colour('--ink'),
                        width: 150,
                        overflow: 'truncate',
                    },
                    labelLayout: { moveOverlap: 'shiftY', hideOverlap: true },
                    markArea: {
                        silent: true,
                        data: [
                            area('both-green', [all.line, 1], [1, all.line]),
                            area('customer-red', [all.line, all.line], [1, bottom]),
                            area('company-red', [left, 1], [all.line, all.line]),
                            area('both-red', [left, all.line], [all.line, bottom]),
                        ],
                    },
                },
            ],
        };
    }
}

customElements.define('quadrant-picture', QuadrantPicture);

import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { css, html, nothing, type TemplateResult } from 'lit';
import { described, drawn, type CausesContents } from './causes-model.js';
import { ChartPicture, type Colours } from './chart-picture.js';
import { tokens } from './tokens.js';

use([BarChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

const BAR = 34;
const AROUND = 56;

/**
 * `<causes-picture>`: what broken promises came of, a bar for each cause, what could have been avoided first. The numbers
 * are those of the table over it.
 */
export class CausesPicture extends ChartPicture<CausesContents> {
    static override styles = [
        tokens,
        css`
            :host {
                display: block;
                max-inline-size: 760px;
                color: var(--ink);
            }
        `,
    ];

    protected override render(): TemplateResult | typeof nothing {
        const all = this.shown;
        const bars = all ? drawn(all) : [];
        if (!all || bars.length === 0) {
            return nothing;
        }
        const height = `block-size: ${BAR * bars.length + AROUND}px`;
        return html`<div class="picture" role="img" style=${height} aria-label=${described(all)}></div>`;
    }

    protected override options(all: CausesContents, colour: Colours): object {
        const bars = drawn(all);
        // Without colours the two are told apart by their lines.
        const lines = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 };
        const series = (name: string, fill: string, values: number[], decal: object): object => ({
            type: 'bar',
            name,
            stack: 'causes',
            cursor: 'default',
            barWidth: 18,
            itemStyle: { color: fill, borderColor: colour('--panel'), borderWidth: 1, decal },
            data: values,
        });
        return {
            aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
            grid: { left: 120, right: 24, top: 30, bottom: 24 },
            legend: { top: 0, left: 0, selectedMode: false, textStyle: { color: colour('--ink') } },
            xAxis: {
                type: 'value',
                minInterval: 1,
                axisLabel: { color: colour('--soft') },
                splitLine: { lineStyle: { color: colour('--rule') } },
            },
            yAxis: {
                type: 'category',
                inverse: true,
                data: bars.map(({ name }) => name),
                axisLabel: { color: colour('--ink') },
                axisLine: { lineStyle: { color: colour('--rule') } },
                axisTick: { show: false },
            },
            series: [
                series(
                    'Avoidable',
                    colour('--bad'),
                    bars.map(({ avoidable }) => avoidable),
                    lines,
                ),
                series(
                    'Not avoidable',
                    colour('--soft'),
                    bars.map(({ other }) => other),
                    { symbol: 'none' },
                ),
            ],
        };
    }
}

customElements.define('causes-picture', CausesPicture);

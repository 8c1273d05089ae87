import { init, type EChartsType } from 'echarts/core';
import { LitElement, type PropertyValues } from 'lit';

/** The colour of the page by the name of its custom property. */
export type Colours = (name: string) => string;

/**
 * An element whose `.picture` is drawn by ECharts in the colours of the page: anew when its contents change and when the page
 * turns dark or light, and as big as its room.
 */
export abstract class ChartPicture<C> extends LitElement {
    static override properties = { shown: { state: true } };

    declare protected shown: C | null;
    private chart: EChartsType | null = null;
    private readonly scheme = window.matchMedia('(prefers-color-scheme: dark)');
    private readonly redraw = (): void => this.draw();
    private readonly resized = new ResizeObserver(() => this.chart?.resize());

    constructor() {
        super();
        this.shown = null;
    }

    /** What the picture shows, as JSON. */
    set contents(json: string) {
        this.shown = JSON.parse(json) as C;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.scheme.addEventListener('change', this.redraw);
        this.requestUpdate();
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.scheme.removeEventListener('change', this.redraw);
        this.resized.disconnect();
        this.chart?.dispose();
        this.chart = null;
    }

    protected override updated(_changed: PropertyValues): void {
        this.draw();
    }

    /** Of ECharts, without what all pictures have. */
    protected abstract options(shown: C, colour: Colours): object;

    /** Something drawn was pressed: its place among the data. */
    protected pressed(_index: number): void {}

    private draw(): void {
        const place = this.renderRoot.querySelector<HTMLElement>('.picture');
        if (!place || !this.shown) {
            return;
        }
        if (this.chart?.getDom() !== place) {
            this.chart?.dispose();
            this.chart = init(place, null, { renderer: 'svg' });
            this.chart.on('click', ({ dataIndex }) => this.pressed(dataIndex));
            this.resized.disconnect();
            this.resized.observe(place);
        }
        const textStyle = { fontFamily: getComputedStyle(place).fontFamily };
        this.chart.setOption({ animation: false, textStyle, ...this.options(this.shown, coloursOf(place)) }, true);
    }
}

/** As they are now: a picture has no style sheet. */
function coloursOf(place: HTMLElement): Colours {
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

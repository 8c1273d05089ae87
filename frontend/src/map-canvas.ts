import {
    addProtocol,
    AttributionControl,
    Map as LibreMap,
    NavigationControl,
    setWorkerUrl,
    type GeoJSONSource,
    type MapLayerMouseEvent,
} from 'maplibre-gl';
import { Protocol } from 'pmtiles';
import { markOf, type Drawing } from './map-features.js';
import { DENSITY, drawOffice, drawStop } from './map-marks.js';
import type { Paint } from './map-paint.js';
import type { Bounds } from './map-picture.js';
import {
    groundOf,
    layersOf,
    NOTHING_POINTED,
    SOURCES,
    sourcesOf,
    STOPS,
    type Pointed,
    type Streets,
} from './map-style.js';

declare const MAP_WORKER: string;

// A file of our own beside this module: a worker from a blob would have to be allowed to every script.
setWorkerUrl(new URL(MAP_WORKER, import.meta.url).href);
addProtocol('pmtiles', new Protocol().tile);

const MARGIN = 44;
const CLOSEST = 14;

export interface CanvasHost {
    hover(visit: string | null): void;
    select(visit: string): void;
    /** Streets could not be had. */
    trouble(sentence: string): void;
}

/** The drawn part of the map: MapLibre, and how runs and stops are put into it. Throws where WebGL is missing. */
export class MapCanvas {
    readonly #map: LibreMap;
    #paint: Paint;
    #drawing: Drawing | null = null;
    #pointed: Pointed = NOTHING_POINTED;
    #lit: string | null = null;
    #selected: string | null = null;
    #told = false;

    constructor(
        container: HTMLElement,
        paint: Paint,
        private readonly streets: Streets,
        private readonly host: CanvasHost,
    ) {
        this.#paint = paint;
        this.#map = new LibreMap({
            container,
            center: [0, 20],
            zoom: 1,
            attributionControl: false,
            dragRotate: false,
            pitchWithRotate: false,
            touchPitch: false,
            fadeDuration: 0,
            refreshExpiredTiles: false,
            locale: { 'Map.Title': 'Map of the stops. Arrow keys move it, plus and minus zoom.' },
        });
        this.#map.touchZoomRotate.disableRotation();
        this.#map.keyboard.disableRotation();
        this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
        if (streets.pmtiles || streets.style) {
            this.#map.addControl(new AttributionControl({ compact: false }), 'bottom-right');
        }
        this.#map.setMissingStyleImageResolver((id) => this.#image(id));
        this.#map.on('style.load', () => this.#dress());
        this.#map.on('error', () => this.#failed());
        this.#map.on('mousemove', STOPS, (event) => this.#over(event));
        this.#map.on('mouseleave', STOPS, () => this.#over(null));
        this.#map.on('click', STOPS, (event) => {
            const visit = visitOf(event);
            if (visit !== null) {
                this.host.select(visit);
            }
        });
        this.#setGround();
    }

    draw(drawing: Drawing): void {
        this.#drawing = drawing;
        this.#pointed = this.#pointedNow();
        const sources = [SOURCES.lines, SOURCES.offices, SOURCES.stops].map((id) => this.#source(id));
        const data = [drawing.lines, drawing.offices, drawing.stops];
        sources.forEach((source, i) => source?.setData(data[i] as never));
        this.#source(SOURCES.pointed)?.setData(this.#pointed as never);
        if (sources.some((source) => !source) && this.#map.isStyleLoaded()) {
            this.#dress();
        }
    }

    point(lit: string | null, selected: string | null): void {
        this.#lit = lit;
        this.#selected = selected;
        this.#pointed = this.#pointedNow();
        this.#source(SOURCES.pointed)?.setData(this.#pointed as never);
    }

    look(bounds: Bounds, calmly: boolean): void {
        const { west, south, east, north } = bounds;
        const map = this.#map;
        const small = Math.min(map.getContainer().clientWidth, map.getContainer().clientHeight);
        map.fitBounds([west, south, east, north], {
            padding: Math.min(MARGIN, small / 5),
            maxZoom: CLOSEST,
            animate: !calmly,
            duration: 400,
        });
    }

    /** Moves the map only when the place is not on it. */
    reveal(at: readonly [number, number], calmly: boolean): void {
        if (!this.#map.getBounds().contains([at[0], at[1]])) {
            this.#map.easeTo({ center: [at[0], at[1]], animate: !calmly, duration: 400 });
        }
    }

    repaint(paint: Paint): void {
        this.#paint = paint;
        this.#setGround();
    }

    remove(): void {
        this.#map.remove();
    }

    /** What is drawn under a ring, for people who look from outside. */
    get map(): LibreMap {
        return this.#map;
    }

    #setGround(): void {
        const { pmtiles, style } = this.streets;
        this.#map.setStyle(style && !pmtiles ? style : groundOf(this.#paint, { pmtiles }), { diff: false });
    }

    /** Puts runs and stops over a ground that has just come. */
    #dress(): void {
        if (!this.#drawing || this.#source(STOPS)) {
            return;
        }
        for (const [id, source] of Object.entries(sourcesOf(this.#drawing, this.#pointed))) {
            this.#map.addSource(id, source);
        }
        layersOf(this.#paint).forEach((layer) => this.#map.addLayer(layer));
    }

    /** A style that cannot be had leaves the plain ground; a tile or two that cannot be had are the network's business. */
    #failed(): void {
        if (!this.#told && (this.streets.pmtiles || this.streets.style)) {
            this.#told = true;
            this.host.trouble('The streets could not be loaded. The stops are where they should be.');
            if (!this.#map.isStyleLoaded() && !this.#source(STOPS)) {
                this.#map.setStyle(groundOf(this.#paint, { pmtiles: '' }), { diff: false });
            }
        }
    }

    #image(id: string): void {
        if (this.#map.hasImage(id)) {
            return;
        }
        const mark = markOf(id);
        const image = mark ? drawStop(this.#paint, mark) : id === 'office' ? drawOffice(this.#paint) : null;
        if (image) {
            this.#map.addImage(id, image, { pixelRatio: DENSITY });
        }
    }

    #pointedNow(): Pointed {
        const of = (visit: string | null, as: 'lit' | 'selected') =>
            (this.#drawing?.stops.features ?? [])
                .filter(({ properties }) => properties.visit === visit)
                .map(({ type, geometry, properties: { icon, shift } }) => ({
                    type,
                    geometry,
                    properties: { as, icon, shift },
                }));
        return {
            type: 'FeatureCollection',
            features: [...of(this.#selected, 'selected'), ...of(this.#lit, 'lit')],
        };
    }

    #over(event: MapLayerMouseEvent | null): void {
        const visit = event && visitOf(event);
        this.#map.getCanvas().style.cursor = visit ? 'pointer' : '';
        this.host.hover(visit);
    }

    #source(id: string): GeoJSONSource | undefined {
        return this.#map.style ? this.#map.getSource<GeoJSONSource>(id) : undefined;
    }
}

function visitOf(event: MapLayerMouseEvent): string | null {
    const visit: unknown = event.features?.[0]?.properties['visit'];
    return typeof visit === 'string' ? visit : null;
}

import { layers, namedFlavor } from '@protomaps/basemaps';
import type {
    ExpressionSpecification,
    GeoJSONSourceSpecification,
    LayerSpecification,
    SourceSpecification,
    StyleSpecification,
    SymbolLayerSpecification,
} from 'maplibre-gl';
import type { Drawing } from './map-features.js';
import type { Paint } from './map-paint.js';

/** Where streets come from, if from anywhere: a PMTiles file or a whole style, each by its address. */
export interface Streets {
    readonly pmtiles: string;
    readonly style: string;
}

const CREDIT = '<a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">© OpenStreetMap</a>';

/** What lies under the runs: a plain ground, or the streets of a file, drawn without fonts or pictures from anywhere. */
export function groundOf(paint: Paint, { pmtiles }: Pick<Streets, 'pmtiles'>): StyleSpecification {
    const plain: StyleSpecification = {
        version: 8,
        sources: {},
        layers: [{ id: 'ground', type: 'background', paint: { 'background-color': paint.ground } }],
    };
    if (pmtiles === '') {
        return plain;
    }
    return {
        version: 8,
        sources: { streets: { type: 'vector', url: `pmtiles://${pmtiles}`, attribution: CREDIT } },
        layers: layers('streets', namedFlavor(paint.dark ? 'dark' : 'light'), { lang: 'en' }).filter(
            (layer) => layer.type !== 'symbol' || layer.layout?.['icon-image'] === undefined,
        ),
    };
}

export const STOPS = 'dorothy-stops';
const LINES = 'dorothy-lines';
const OFFICES = 'dorothy-offices';
const POINTED = 'dorothy-pointed';

/** The stops that a person points at or has selected; a source of their own, so that pointing moves nothing else. */
export interface Pointed {
    readonly type: 'FeatureCollection';
    readonly features: readonly {
        readonly type: 'Feature';
        readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly number[] };
        readonly properties: {
            readonly as: 'lit' | 'selected';
            readonly icon: string;
            readonly shift: readonly number[];
        };
    }[];
}

export const NOTHING_POINTED: Pointed = { type: 'FeatureCollection', features: [] };

export function sourcesOf(drawing: Drawing, pointed: Pointed): Record<string, SourceSpecification> {
    const of = (data: unknown) => ({ type: 'geojson', data }) as GeoJSONSourceSpecification;
    return {
        [LINES]: of(drawing.lines),
        [OFFICES]: of(drawing.offices),
        [STOPS]: of(drawing.stops),
        [POINTED]: of(pointed),
    };
}

export const SOURCES = { lines: LINES, offices: OFFICES, stops: STOPS, pointed: POINTED } as const;

const SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 7, 0.6, 11, 1];
const LIT_SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 7, 0.95, 11, 1.3];

export function layersOf(paint: Paint): LayerSpecification[] {
    const faces = paint.faces.flatMap((colour, i) => [i, colour]) as [number, string];
    const colour: ExpressionSpecification = ['match', ['get', 'colour'], ...faces, paint.nobody];
    const stop: SymbolLayerSpecification['layout'] = {
        'icon-image': ['get', 'icon'],
        'icon-offset': ['get', 'shift'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
    };
    return [
        {
            id: `${LINES}-edge`,
            type: 'line',
            source: LINES,
            layout: { 'line-join': 'round', 'line-cap': 'round' },
            paint: { 'line-color': paint.panel, 'line-width': 6 },
        },
        {
            id: LINES,
            type: 'line',
            source: LINES,
            layout: { 'line-join': 'round', 'line-cap': 'round' },
            paint: { 'line-color': colour, 'line-width': 3 },
        },
        {
            id: OFFICES,
            type: 'symbol',
            source: OFFICES,
            layout: { 'icon-image': 'office', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
        },
        {
            id: STOPS,
            type: 'symbol',
            source: STOPS,
            layout: { ...stop, 'icon-size': SIZE, 'symbol-sort-key': ['get', 'loud'] },
        },
        {
            id: `${POINTED}-ring`,
            type: 'circle',
            source: POINTED,
            paint: {
                'circle-radius': ['match', ['get', 'as'], 'lit', 24, 19],
                'circle-color': paint.accent,
                'circle-opacity': ['match', ['get', 'as'], 'lit', 0.35, 0.2],
                'circle-stroke-color': paint.accent,
                'circle-stroke-width': 2.5,
            },
        },
        { id: POINTED, type: 'symbol', source: POINTED, layout: { ...stop, 'icon-size': LIT_SIZE } },
    ];
}

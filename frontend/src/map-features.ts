import type { Light } from './board-data.js';
import { colourIndex } from './faces.js';
import type { At, Places } from './map-data.js';
import type { MapPicture, MapRun, ReadableBoard, Stop } from './map-picture.js';

/** The picture as GeoJSON, which the map draws. */

interface Feature<G, P> {
    readonly type: 'Feature';
    readonly geometry: G;
    readonly properties: P;
}

export interface Features<G, P> {
    readonly type: 'FeatureCollection';
    readonly features: readonly Feature<G, P>[];
}

type Point = { readonly type: 'Point'; readonly coordinates: At };
type Line = { readonly type: 'LineString'; readonly coordinates: readonly At[] };

export interface StopProperties {
    readonly visit: string;
    readonly icon: string;
    /** What is loud lies on top. */
    readonly loud: number;
    /** Pixels to the right, where several visits have one address. */
    readonly shift: At;
}

export interface Drawing {
    readonly lines: Features<Line, { run: string; colour: number }>;
    readonly stops: Features<Point, StopProperties>;
    readonly offices: Features<Point, { office: string }>;
}

/** How a stop looks. The technician's colour, or -1 where nobody drives; number 0 has no place in an order yet: hollow. */
export interface Mark {
    readonly colour: number;
    readonly number: number;
    readonly customer: Light;
    readonly company: Light;
}

const BESIDE = 18;

export function drawingOf(board: ReadableBoard, places: Places, picture: MapPicture): Drawing {
    const lines = picture.runs.flatMap((run) => {
        const coordinates = run.stops.flatMap(({ at }) => (at ? [at] : []));
        return coordinates.length < 2
            ? []
            : [feature({ type: 'LineString' as const, coordinates }, { run: run.key, colour: colourOf(run) })];
    });
    const taken = new Map<string, number>();
    const stops = [
        ...picture.waiting.flatMap((stop) => stopFeature(stop, -1, taken)),
        ...picture.runs.flatMap((run) => run.stops.flatMap((stop) => stopFeature(stop, colourOf(run), taken))),
    ];
    const offices = board.offices.flatMap(({ code }) => {
        const at = places.ofOffice(code)?.at;
        return at ? [feature({ type: 'Point' as const, coordinates: at }, { office: code })] : [];
    });
    return { lines: collection(lines), stops: collection(stops), offices: collection(offices) };
}

/** Index into the palette of faces, so that a run has the colour of its technician's face; -1 where nobody drives. */
export function colourOf(run: MapRun): number {
    return run.technician ? colourIndex(run.technician.code) : -1;
}

export function iconOf({ colour, number, customer, company }: Mark): string {
    return `stop ${colour} ${number} ${customer} ${company}`;
}

/** The mark of a name that {@link iconOf} made; null for any other. */
export function markOf(icon: string): Mark | null {
    const parts = /^stop (-1|\d+) (\d+) ([012]) ([012])$/.exec(icon);
    return (
        parts && {
            colour: Number(parts[1]),
            number: Number(parts[2]),
            customer: Number(parts[3]) as Light,
            company: Number(parts[4]) as Light,
        }
    );
}

function stopFeature(
    { visit, number, at }: Stop,
    colour: number,
    taken: Map<string, number>,
): Feature<Point, StopProperties>[] {
    if (!at) {
        return [];
    }
    const here = at.join();
    const others = taken.get(here) ?? 0;
    taken.set(here, others + 1);
    const { customerLight: customer, companyLight: company } = visit;
    return [
        feature(
            { type: 'Point', coordinates: at },
            {
                visit: visit.code,
                icon: iconOf({ colour, number, customer, company }),
                loud: 3 * customer + company,
                shift: [others * BESIDE, 0],
            },
        ),
    ];
}

function feature<G, P>(geometry: G, properties: P): Feature<G, P> {
    return { type: 'Feature', geometry, properties };
}

function collection<G, P>(features: Feature<G, P>[]): Features<G, P> {
    return { type: 'FeatureCollection', features };
}

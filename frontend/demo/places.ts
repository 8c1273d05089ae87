import type { BoardSnapshot } from '../src/board-data.js';
import type { BoardPlaces } from '../src/map-data.js';

/** Made-up places for a made-up week: each route has its part of town, each customer a street in it. Always the same. */

const TOWNS: Record<string, [latitude: number, longitude: number]> = {
    riverside: [41.88, -87.65],
    hilltop: [41.98, -87.92],
};
const STREETS = ['Main Street', 'Oak Avenue', 'Mill Road', 'Harbor Lane', 'Church Street', 'Elm Court', 'Station Road'];

export function placesOf(snapshot: BoardSnapshot): BoardPlaces {
    const sector = new Map(snapshot.routes.map((route, i) => [route.code, i]));
    return {
        offices: snapshot.offices.map(({ code }) => {
            const [latitude, longitude] = TOWNS[code] ?? [0, 0];
            return { code, latitude, longitude, street: '1 Depot Road' };
        }),
        visits: snapshot.visits.map(([code, , , , office, route], i) => {
            const [latitude, longitude] = TOWNS[office] ?? [0, 0];
            const angle = ((sector.get(route ?? '') ?? 5.5) / snapshot.routes.length) * 2 * Math.PI + noise(i) * 0.7;
            const far = 0.015 + 0.05 * noise(i + 400);
            return [
                code,
                latitude + far * Math.sin(angle),
                longitude + 1.35 * far * Math.cos(angle),
                `${1 + Math.floor(noise(i + 90) * 200)} ${STREETS[i % STREETS.length]}`,
            ];
        }),
    };
}

function noise(seed: number): number {
    const wave = Math.sin(seed * 12.9898) * 43758.5453;
    return wave - Math.floor(wave);
}

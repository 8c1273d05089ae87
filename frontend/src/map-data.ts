/** Where things are, as the server says it. The Java module `board` has a record of the same name for each type. */

/** The site of a visit, an array like a card. */
export type Place = [visit: string, latitude: number, longitude: number, street: string | null];

export interface OfficePlace {
    code: string;
    latitude: number | null;
    longitude: number | null;
    street: string | null;
}

export interface BoardPlaces {
    offices: OfficePlace[];
    visits: Place[];
}

/** Longitude first, as maps want it. */
export type At = [longitude: number, latitude: number];

/** Where one visit is; `at` is null when its coordinates cannot be right. */
export interface Spot {
    readonly at: At | null;
    readonly street: string | null;
}

/** What the map knows of places. */
export class Places {
    readonly #spots = new Map<string, Spot>();
    readonly #offices = new Map<string, Spot>();

    constructor(answer: BoardPlaces = { offices: [], visits: [] }) {
        for (const [visit, latitude, longitude, street] of answer.visits) {
            this.#spots.set(visit, { at: at(latitude, longitude), street });
        }
        for (const { code, latitude, longitude, street } of answer.offices) {
            this.#offices.set(code, { at: at(latitude, longitude), street });
        }
    }

    /** Undefined for a visit that was not on the board when the places were read. */
    of(visit: string): Spot | undefined {
        return this.#spots.get(visit);
    }

    ofOffice(office: string): Spot | undefined {
        return this.#offices.get(office);
    }
}

/** 0/0 is what files say that do not know; it lies in the sea off Africa. */
function at(latitude: number | null, longitude: number | null): At | null {
    if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) {
        return null;
    }
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null;
}

/** What the server says and hears about the bar over the board. The Java class `BoardBar` is the other side. */

/** An office this person may put on the board. */
export interface OwnOffice {
    code: string;
    name: string;
    zone: string;
}

/** How the screen was entered: the address, and what the server made of its offices and first day. */
export interface Entry {
    query: string;
    offices: string[];
    from: string;
}

/** The offices and the first day that the board shows now. */
export interface Viewed {
    offices: string[];
    from: string;
}

export interface BarServer extends ViewsServer {
    /** Shows other offices or another week; answers what is shown, which is what was before if it was refused. */
    view(offices: string[], from: string, days: number): Promise<Viewed>;
}

/** A screen under a name. */
export interface SavedView {
    id: number;
    name: string;
    query: string;
    /** The office it is shared with. */
    office: string | null;
    own: boolean;
    owner: string;
}

/** All views as they are now, and why the last wish was not granted. */
export interface Views {
    views: SavedView[];
    problem: string | null;
}

export interface ViewsServer {
    views(): Promise<Views>;
    saveView(name: string, query: string, office: string | null): Promise<Views>;
    changeView(id: number, name: string, office: string | null): Promise<Views>;
    replaceView(id: number, query: string): Promise<Views>;
    deleteView(id: number): Promise<Views>;
}

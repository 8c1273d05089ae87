import { colourIndex, initials } from './faces.js';
import { forgetOthers, leave, unsentOf } from './phone-keeper.js';

/** A screen of the navigation: its address from the context's root, its name, its icon. */
export interface RailScreen {
    path: string;
    title: string;
    icon: string;
}

/** What can be done from every screen: by its button, or by its key where nobody is typing. */
export interface RailDeed {
    words: string;
    icon: string;
    key: string;
}

/** What the rail holds: the screens one may enter, what can be done from anywhere, and who is signed in. */
export interface RailContents {
    screens: RailScreen[];
    deeds: RailDeed[];
    username: string;
    name: string;
}

interface Server {
    openAccount(): void;
    act(key: string, visit: string | null): void;
}

/**
 * `<dorothy-rail>`: the way over the navigation, the screens one may enter, and the button of one's account. It draws
 * into the page itself, where the page's styles and the router's clicks reach it; to the server it is one element and
 * not one for each link. What is in it is fixed when the page opens, but for the screen one is on.
 */
export class DorothyRail extends HTMLElement {
    declare $server?: Server;

    private readonly links = new Map<string, HTMLAnchorElement>();
    private path: string | null = null;
    private username = '';
    private deeds: readonly RailDeed[] = [];
    private selected: string | null = null;

    private readonly onKey = (event: KeyboardEvent): void => {
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
        const deed = this.deeds.find(({ key }) => key === event.key.toLowerCase());
        if (deed && plain && !isTyping(event) && !document.querySelector('vaadin-dialog[opened]')) {
            event.preventDefault();
            this.act(deed);
        }
    };

    private readonly onSelect = (event: Event): void => {
        this.selected = (event as CustomEvent<{ visit: string | null }>).detail.visit;
    };

    connectedCallback(): void {
        window.addEventListener('keydown', this.onKey);
        window.addEventListener('dorothy-select', this.onSelect);
    }

    disconnectedCallback(): void {
        window.removeEventListener('keydown', this.onKey);
        window.removeEventListener('dorothy-select', this.onSelect);
    }

    /** {@link RailContents} as JSON. */
    set contents(json: string) {
        const { screens, deeds, username, name } = JSON.parse(json) as RailContents;
        this.deeds = deeds;
        this.username = username;
        onPhone((phone) => forgetOthers(phone, username));
        const nav = this.navigation(screens);
        nav.append(...deeds.map((deed) => this.deed(deed)));
        nav.append(element('div', 'shell-rest'), this.account(username, name));
        this.replaceChildren(skipLink(), nav);
        this.mark();
    }

    /** How much a technician has entered on this phone that was not sent yet. The server asks before somebody signs out. */
    unsent(): number {
        return onPhone((phone) => unsentOf(phone, this.username)) ?? 0;
    }

    /** Takes a technician's day off this phone; what was not sent stays until they sign in here again. */
    forgetDay(): void {
        onPhone((phone) => leave(phone, this.username));
    }

    /** The path of the screen one is on. */
    set here(path: string) {
        this.path = path;
        this.mark();
    }

    private navigation(screens: RailScreen[]): HTMLElement {
        const nav = element('nav', 'shell-rail');
        nav.setAttribute('aria-label', 'Screens');
        this.links.clear();
        for (const screen of screens) {
            const link = screenLink(screen);
            this.links.set(screen.path, link);
            nav.append(link);
        }
        return nav;
    }

    private deed(deed: RailDeed): HTMLElement {
        const button = element('button', 'shell-link shell-deed');
        button.setAttribute('type', 'button');
        button.title = `${deed.words} (${deed.key.toUpperCase()})`;
        button.setAttribute('aria-keyshortcuts', deed.key);
        button.append(icon(deed.icon), words(deed.words));
        button.addEventListener('click', () => this.act(deed));
        return button;
    }

    private act({ key }: RailDeed): void {
        this.$server?.act(key, this.selected);
    }

    private account(username: string, name: string): HTMLElement {
        const face = element('span', 'face face-normal');
        face.dataset.letters = initials(name); // drawn by the style sheet: the button's name says it in full
        face.style.backgroundColor = `var(--dorothy-face-${colourIndex(username)})`;
        face.setAttribute('aria-hidden', 'true');
        const button = element('vaadin-button', 'user-menu-button');
        button.id = 'account';
        button.setAttribute('theme', 'tertiary icon');
        button.setAttribute('aria-label', `Your account: ${name}`);
        button.setAttribute('aria-haspopup', 'dialog');
        button.setAttribute('aria-expanded', 'false');
        button.append(face);
        // The server makes the menu when it is first wanted; from then on the menu opens itself.
        button.addEventListener('click', () => this.$server?.openAccount(), { once: true });
        const menu = element('div', 'user-menu');
        menu.append(button);
        return menu;
    }

    private mark(): void {
        for (const [path, link] of this.links) {
            if (path === this.path) {
                link.setAttribute('aria-current', 'page');
                // On a phone the rail may be longer than the screen.
                link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            } else {
                link.removeAttribute('aria-current');
            }
        }
    }
}

/** A browser may keep nothing, and may say so by throwing. */
function onPhone<T>(work: (phone: Storage) => T): T | null {
    try {
        return work(window.localStorage);
    } catch {
        return null;
    }
}

function skipLink(): HTMLElement {
    const skip = element('a', 'shell-skip') as HTMLAnchorElement;
    skip.href = '#content';
    skip.setAttribute('router-ignore', '');
    skip.textContent = 'To the content';
    return skip;
}

/** Somebody who types a word does not mean a key. */
function isTyping(event: KeyboardEvent): boolean {
    return event
        .composedPath()
        .some(
            (node) =>
                node instanceof HTMLElement &&
                (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName)),
        );
}

function icon(src: string): HTMLElement {
    const picture = element('vaadin-icon');
    picture.setAttribute('src', src);
    picture.setAttribute('aria-hidden', 'true');
    return picture;
}

function words(text: string): HTMLElement {
    const span = element('span', 'shell-link-words');
    span.textContent = text;
    return span;
}

function screenLink(screen: RailScreen): HTMLAnchorElement {
    const { path, title } = screen;
    const link = element('a', 'shell-link') as HTMLAnchorElement;
    // An empty href would be the page itself with its query.
    link.setAttribute('href', path || '.');
    link.title = title;
    link.append(icon(screen.icon), words(title));
    return link;
}

function element(tag: string, classes = ''): HTMLElement {
    const made = document.createElement(tag);
    if (classes) {
        made.className = classes;
    }
    return made;
}

customElements.define('dorothy-rail', DorothyRail);

import { html, type TemplateResult } from 'lit';
import { KEY_GROUPS } from './bar-keys.js';
import { icons } from './icons.js';

/** Where the choice about single keys is kept: it is the person's at this computer, not the screen's. */
const STORED = 'dorothy-single-keys';

export function singleKeys(): boolean {
    try {
        return localStorage.getItem(STORED) !== 'off';
    } catch {
        return true; // a browser that keeps nothing
    }
}

function chooseSingleKeys(on: boolean): void {
    try {
        localStorage.setItem(STORED, on ? 'on' : 'off');
    } catch {
        // It holds until the page is left: nothing to keep it in.
    }
}

/** Lists the keys, and lets people switch off those that are a single letter. */
export function keysDialog(): TemplateResult {
    return html`<dialog id="keys" aria-labelledby="keys-title">
        <div class="head">
            <h2 id="keys-title">Keys</h2>
            <button type="button" class="quiet" aria-label="Close" @click=${close}>${icons.close}</button>
        </div>
        <div class="facets">
            ${KEY_GROUPS.map(
                ({ title, keys }) =>
                    html`<section>
                        <h3>${title}</h3>
                        <dl class="keys">
                            ${keys.map(
                                ([key, does]) =>
                                    html`<div>
                                        <dt><kbd>${key}</kbd></dt>
                                        <dd>${does}</dd>
                                    </div>`,
                            )}
                        </dl>
                    </section>`,
            )}
        </div>
        <label class="check"
            ><input
                type="checkbox"
                .checked=${singleKeys()}
                @change=${(event: Event) => chooseSingleKeys((event.target as HTMLInputElement).checked)}
            />Single keys such as T and N act at once</label
        >
    </dialog>`;
}

function close(event: Event): void {
    (event.target as Element).closest('dialog')?.close();
}

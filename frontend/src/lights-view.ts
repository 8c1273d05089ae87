import { html, nothing, type TemplateResult } from 'lit';
import type { Light } from './board-data.js';
import { icons } from './icons.js';

export const TONES = ['g', 'w', 'b'];

/** The customer's light is round, the company's square; side by side, never merged. The style sheet draws their signs. */
export function lightsView(customer: Light, company: Light): TemplateResult {
    return html`<span class="lights" aria-hidden="true"
        ><i class=${TONES[customer] as string}></i><i class=${TONES[company] as string}></i
    ></span>`;
}

/** The same lights in a verdict, where green is news and gets its sign. */
export function loudLightsView(customer: Light, company: Light): TemplateResult {
    return html`<span class="lights loud" aria-hidden="true"
        ><i class=${TONES[customer] as string}>${customer === 0 ? icons.tick : nothing}</i
        ><i class=${TONES[company] as string}>${company === 0 ? icons.tick : nothing}</i></span
    >`;
}

import { css } from 'lit';

/** The colours of the elements. They come from the page (`dorothy.css`); the fallbacks are the design's own. */
export const tokens = css`
    :host {
        --ink: var(--dorothy-ink, light-dark(#23262b, #e8e6e1));
        --soft: var(--dorothy-soft, light-dark(#656970, #9aa0a9));
        --rule: var(--dorothy-line, light-dark(#e4e1da, #2e333b));
        --paper: var(--dorothy-bg, light-dark(#f6f5f2, #16181c));
        --panel: var(--dorothy-panel, light-dark(#fff, #1e2126));
        --chip: var(--dorothy-chip, light-dark(#fff, #262a31));
        --today: var(--dorothy-today, light-dark(#fbf8ee, #1d2027));
        --accent: var(--dorothy-accent, light-dark(#2b5f75, #7fb8cf));
        --accent-bg: color-mix(in srgb, var(--accent) 14%, transparent);
        --on-accent: var(--dorothy-on-accent, light-dark(#fff, #10242d));
        --ok: var(--dorothy-ok, light-dark(#2a7047, #6cc38d));
        --ok-bg: var(--dorothy-ok-bg, light-dark(#e7f3ea, #1d2f24));
        --warn: var(--dorothy-warn, light-dark(#955700, #f0b357));
        --warn-bg: var(--dorothy-warn-bg, light-dark(#fdf1dc, #33291a));
        --bad: var(--dorothy-bad, light-dark(#b3261e, #ff8a80));
        --bad-bg: var(--dorothy-bad-bg, light-dark(#fbe6e4, #3a2120));
        --on-sign: var(--dorothy-on-light, light-dark(#fff, #16181c));
    }
`;

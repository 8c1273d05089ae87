import { PALETTE } from './faces.js';

/**
 * The map lives in the page itself: MapLibre's own rules do not reach into a shadow root. Every rule is about a class
 * that begins with `map-`. Colours are the page's; the fallbacks are the design's own.
 */
export const mapStyles = `
dispatch-map {
    --m-ink: var(--dorothy-ink, light-dark(#23262b, #e8e6e1));
    --m-soft: var(--dorothy-soft, light-dark(#656970, #9aa0a9));
    --m-rule: var(--dorothy-line, light-dark(#e4e1da, #2e333b));
    --m-paper: var(--dorothy-bg, light-dark(#f6f5f2, #16181c));
    --m-panel: var(--dorothy-panel, light-dark(#fff, #1e2126));
    --m-accent: var(--dorothy-accent, light-dark(#2b5f75, #7fb8cf));
    --m-ok: var(--dorothy-ok, light-dark(#2a7047, #6cc38d));
    --m-warn: var(--dorothy-warn, light-dark(#955700, #f0b357));
    --m-warn-bg: var(--dorothy-warn-bg, light-dark(#fdf1dc, #33291a));
    --m-bad: var(--dorothy-bad, light-dark(#b3261e, #ff8a80));
    --m-sign: var(--dorothy-on-light, light-dark(#fff, #16181c));
    display: block;
    container-type: inline-size;
    block-size: 100%;
    min-block-size: 0;
    color: var(--m-ink);
    background: var(--m-panel);
    font-size: 13px;
    line-height: 1.35;
}
dispatch-map[hidden] { display: none; }
.map-frame { display: flex; flex-direction: column; block-size: 100%; }
.map-frame button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
.map-frame :focus-visible { outline: 2px solid var(--m-accent); outline-offset: -2px; border-radius: 6px; }
.map-frame .icon { inline-size: 1em; block-size: 1em; fill: currentColor; flex: none; vertical-align: -0.1em; }
.map-bar { display: flex; align-items: center; gap: 4px 8px; padding: 6px 10px; border-block-end: 1px solid var(--m-rule); }
.map-bar h2 { margin: 0; font-size: 14px; font-weight: 650; }
.map-days { display: flex; flex: 1 1 0; gap: 2px; min-inline-size: 0; overflow-x: auto; scrollbar-width: thin; }
.map-days button { flex: none; padding: 3px 7px; border-radius: 7px; color: var(--m-soft); white-space: nowrap; min-block-size: 24px; }
.map-days button:hover { background: color-mix(in srgb, var(--m-soft) 14%, transparent); }
.map-days button[aria-pressed='true'] { background: color-mix(in srgb, var(--m-accent) 14%, transparent); color: var(--m-accent); font-weight: 650; }
.map-body { display: grid; flex: 1 1 0; min-block-size: 0; grid-template-rows: minmax(0, 3fr) minmax(0, 2fr); }
.map-place { position: relative; min-block-size: 0; background: var(--m-paper); }
.map-place[hidden] { display: none; }
.map-canvas { position: absolute; inset: 0; }
.map-canvas.maplibregl-map { font: inherit; }
.map-body.words { grid-template-rows: auto minmax(0, 1fr); }
.map-readout { position: absolute; inset-block-end: 8px; inset-inline-start: 8px; max-inline-size: calc(100% - 16px); box-sizing: border-box; margin: 0; padding: 5px 9px; border-radius: 9px; background: var(--m-panel); border: 1px solid var(--m-rule); box-shadow: 0 2px 8px #0002; pointer-events: none; overflow-wrap: anywhere; max-block-size: 5.5em; overflow: hidden; z-index: 1; }
.map-readout b { margin-inline: 6px 8px; font-weight: 650; }
.map-readout span { color: var(--m-soft); }
.map-streets .map-readout { inset-block-end: 30px; }
.map-note { margin: 0; padding: 8px 10px; background: var(--m-warn-bg); color: var(--m-ink); border-block-end: 1px solid var(--m-rule); }
.map-empty { position: absolute; inset: 0; display: grid; place-content: center; margin: 0; padding: 24px; text-align: center; color: var(--m-soft); font-size: 14px; pointer-events: none; }
.map-list { overflow-y: auto; padding: 6px 8px 12px; border-block-start: 1px solid var(--m-rule); overflow-wrap: anywhere; }
.map-list h3 { margin: 8px 4px 2px; font-size: 12px; font-weight: 650; color: var(--m-soft); }
.map-list h3 button { min-block-size: 24px; min-inline-size: 24px; }
.map-list h3 button:hover { color: var(--m-accent); text-decoration: underline; }
.map-list h4 { display: flex; align-items: center; gap: 6px; margin: 10px 4px 2px; font-size: 13px; font-weight: 600; }
.map-list ul, .map-list ol { list-style: none; margin: 0; padding: 0; }
.map-list li > ol { margin-inline-start: 12px; border-inline-start: 2px solid var(--m-rule); padding-inline-start: 4px; }
.map-hint { margin: 4px; color: var(--m-soft); }
.map-frame .map-all { display: inline-flex; align-items: center; gap: 5px; padding: 4px 6px; color: var(--m-accent); font-weight: 600; border-radius: 6px; }
.map-frame .map-run, .map-frame .map-stop { display: flex; align-items: center; gap: 8px; inline-size: 100%; box-sizing: border-box; padding: 4px; border-radius: 7px; min-block-size: 28px; }
.map-frame button.map-run:hover, .map-frame .map-stop:hover, .map-frame .map-stop.lit { background: color-mix(in srgb, var(--m-accent) 10%, transparent); }
.map-frame .map-stop.lit { outline: 2px solid var(--m-accent); outline-offset: -2px; }
.map-frame .map-stop[aria-pressed='true'] { background: color-mix(in srgb, var(--m-accent) 10%, transparent); box-shadow: inset 3px 0 0 var(--m-accent); }
.map-words { flex: 1 1 0; min-inline-size: 0; }
.map-words bdi { display: inline; }
.map-words small { display: block; font-size: 12px; color: var(--m-soft); }
.map-words > bdi { font-weight: 600; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.map-number { flex: none; min-inline-size: 20px; text-align: center; font-variant-numeric: tabular-nums; color: var(--m-soft); font-weight: 650; }
.map-face { display: inline-grid; place-items: center; flex: none; inline-size: 22px; block-size: 22px; border-radius: 50%; background: var(--m-soft); color: var(--m-sign); font-size: 9px; font-weight: 650; }
${PALETTE.map((colour, i) => `.mf${i} { background: var(--dorothy-face-${i}, ${colour}); color: #fff; }`).join('\n')}
.map-lights { display: inline-flex; align-items: center; gap: 3px; flex: none; vertical-align: middle; }
.map-lights i { display: inline-grid; place-items: center; inline-size: 14px; block-size: 14px; font: 700 10px/1 system-ui, sans-serif; color: var(--m-sign); }
.map-lights .round { border-radius: 50%; }
.map-lights .square { border-radius: 4px; }
.map-lights .t0 { inline-size: 8px; block-size: 8px; background: color-mix(in srgb, var(--m-ok) 75%, transparent); }
.map-lights .square.t0 { border-radius: 2px; }
.map-lights .t1 { background: var(--m-warn); }
.map-lights .t2 { background: var(--m-bad); }
.map-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.map-stop, .map-run { position: relative; }
.map-canvas .maplibregl-ctrl-group { background: var(--m-panel); box-shadow: 0 0 0 1px var(--m-rule); }
.map-canvas .maplibregl-ctrl-group button + button { border-block-start-color: var(--m-rule); }
.map-canvas.dark .maplibregl-ctrl-group button .maplibregl-ctrl-icon { filter: invert(1); }
.map-canvas.dark .maplibregl-ctrl-attrib { background: #1e2126cc; color: #e8e6e1; }
.map-canvas.dark .maplibregl-ctrl-attrib a { color: #e8e6e1; }
@container (min-width: 720px) {
    .map-body { grid-template-rows: none; grid-template-columns: minmax(0, 1fr) 320px; }
    .map-body.words { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto minmax(0, 1fr); }
    .map-list { border-block-start: 0; border-inline-start: 1px solid var(--m-rule); }
}
@media (forced-colors: active) {
    .map-lights i, .map-face { forced-color-adjust: none; }
}
`;

const adopted = new Set<string>();

/** Gives the page a style sheet, once. */
export function adopt(css: string): void {
    if (!adopted.has(css)) {
        adopted.add(css);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
    }
}

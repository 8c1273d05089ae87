/** The map's place beside the board, and the rail that opens it. Every rule is about `map-pane`, its parts, or what stands beside it. */
export const paneStyles = `
map-pane { display: flex; flex: none; min-inline-size: 0; min-block-size: 0; background: var(--dorothy-panel, light-dark(#fff, #1e2126)); color: var(--dorothy-ink, light-dark(#23262b, #e8e6e1)); font-size: 13px; }
.pane-rail { display: flex; flex-direction: column; gap: 4px; padding: 6px 3px; border-inline-start: 1px solid var(--dorothy-line, light-dark(#e4e1da, #2e333b)); }
.pane-rail button, .pane-back, .pane-note button { font: inherit; border: 0; background: none; color: var(--dorothy-soft, light-dark(#656970, #9aa0a9)); cursor: pointer; border-radius: 8px; }
.pane-rail button { display: grid; place-items: center; inline-size: 30px; block-size: 30px; }
.pane-rail button:hover { background: color-mix(in srgb, currentColor 12%, transparent); color: var(--dorothy-ink, light-dark(#23262b, #e8e6e1)); }
.pane-rail button[aria-pressed='true'] { background: color-mix(in srgb, var(--dorothy-accent, #2b5f75) 14%, transparent); color: var(--dorothy-accent, light-dark(#2b5f75, #7fb8cf)); }
.pane-rail svg { inline-size: 18px; block-size: 18px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
.pane-rail span { display: none; }
.pane-map { inline-size: clamp(320px, 30vw, 520px); min-block-size: 0; border-inline-start: 1px solid var(--dorothy-line, light-dark(#e4e1da, #2e333b)); }
.pane-map[hidden] { display: none; }
.pane-back { display: none; padding: 6px 8px; min-block-size: 32px; color: var(--dorothy-accent, light-dark(#2b5f75, #7fb8cf)); font-weight: 600; white-space: nowrap; }
.pane-wait { margin: 0; padding: 24px; color: var(--dorothy-soft, light-dark(#656970, #9aa0a9)); }
.pane-note { position: fixed; inset-block-end: 16px; inset-inline-end: 16px; z-index: 20; display: flex; gap: 10px; align-items: center; max-inline-size: min(44ch, 90vw); margin: 0; padding: 10px 14px; border-radius: 10px; background: var(--dorothy-ink, light-dark(#23262b, #e8e6e1)); color: var(--dorothy-panel, light-dark(#fff, #1e2126)); box-shadow: 0 4px 16px #0003; }
.pane-note button { padding: 4px 6px; color: inherit; font-weight: 650; text-decoration: underline; }
.pane-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.person-away > .customer-panel { display: none; }
map-window, person-window { display: block; }
map-window { block-size: 100dvh; }
@media (max-width: 900px) {
    .board-beside { flex-direction: column; }
    map-pane { flex-direction: column-reverse; }
    .pane-rail { flex-direction: row; padding: 3px 10px; border-inline-start: 0; border-block-start: 1px solid var(--dorothy-line, light-dark(#e4e1da, #2e333b)); }
    .pane-rail button { display: flex; inline-size: auto; gap: 6px; padding: 0 8px; }
    .pane-rail span { display: inline; }
    .pane-map { inline-size: auto; block-size: 46dvh; border-inline-start: 0; border-block-start: 1px solid var(--dorothy-line, light-dark(#e4e1da, #2e333b)); }
}
@media (max-width: 600px) {
    .pane-map:not([hidden]) { position: fixed; inset: 0; block-size: auto; z-index: 9; border: 0; }
    .pane-back { display: inline-block; }
    .pane-window { display: none !important; }
}
`;

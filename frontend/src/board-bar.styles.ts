import { css } from 'lit';
import { tints } from './tints.js';
import { tokens } from './tokens.js';

export const styles = css`
    ${tokens} :host {
        display: block;
        flex: none;
        color: var(--ink);
        background: var(--panel);
        border-block-end: 1px solid var(--rule);
        font-family: var(--aura-font-family, Inter, 'Segoe UI', system-ui, sans-serif);
        font-size: 13px;
        line-height: 1.35;
    }
    :host([hidden]) {
        display: none;
    }
    * {
        box-sizing: border-box;
    }
    .hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        margin: 0;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
    }
    .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
        padding: 6px 12px;
        min-height: 44px;
    }
    .bar.wide {
        flex-wrap: nowrap;
        column-gap: 6px;
    }
    .bar.wide > .chips {
        flex: 1 1 120px;
        flex-wrap: nowrap;
        justify-content: end;
        min-width: 0;
    }
    /* What needs an eye has the room that is left. */
    .bar.wide > .find {
        flex: 0 1 150px;
    }
    .bar > * {
        flex-shrink: 0;
    }
    .bar > .offices-button {
        flex-shrink: 1;
        min-width: 90px;
    }
    .bar.narrow {
        flex-wrap: nowrap;
        padding: 6px 10px;
        gap: 6px;
    }
    h2 {
        margin: 0;
        font-size: 16px;
        font-weight: 650;
    }
    h3,
    legend {
        margin: 0;
        padding: 0;
        font-size: 11px;
        letter-spacing: 0.04em;
        font-weight: 650;
        color: var(--soft);
    }
    button,
    select,
    input {
        font: inherit;
        color: inherit;
    }
    button,
    select {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 5px;
        min-height: 30px;
        min-width: 30px;
        padding: 3px 10px;
        border: 1px solid var(--rule);
        border-radius: 8px;
        background: var(--panel);
        white-space: nowrap;
        cursor: pointer;
    }
    select {
        padding-inline: 6px;
        max-width: 190px;
    }
    button:hover,
    select:hover {
        border-color: color-mix(in srgb, var(--accent) 55%, var(--rule));
    }
    button:focus-visible,
    select:focus-visible,
    input:focus-visible,
    dialog:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
    }
    button[aria-pressed='true'],
    button.on {
        background: var(--accent-bg);
        border-color: var(--accent);
        color: var(--accent);
        font-weight: 600;
    }
    button:disabled {
        opacity: 0.55;
        cursor: default;
    }
    button.quiet {
        border-color: transparent;
        background: none;
        color: var(--soft);
        padding-inline: 6px;
    }
    button.primary {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--on-accent);
        font-weight: 600;
    }
    .icon {
        width: 1em;
        height: 1em;
        fill: currentColor;
        flex: none;
    }
    .group {
        display: flex;
        align-items: center;
        flex: none;
    }
    .bar.wide > .group > button {
        padding-inline: 8px;
    }
    .group > button:not(:first-child) {
        border-start-start-radius: 0;
        border-end-start-radius: 0;
        margin-inline-start: -1px;
    }
    .group > button:not(:last-child) {
        border-start-end-radius: 0;
        border-end-end-radius: 0;
    }
    .group > button[aria-pressed='true'],
    .group > button:focus-visible {
        position: relative;
        z-index: 1;
    }
    .offices-button {
        max-width: 22ch;
        font-weight: 600;
    }
    .offices-button bdi,
    .view-name {
        overflow: hidden;
        text-overflow: ellipsis;
    }
    .range {
        min-width: 7.5em;
        font-weight: 600;
        white-space: nowrap;
    }
    .find {
        position: relative;
        flex: 1 1 150px;
        min-width: 110px;
        max-width: 220px;
    }
    input[type='search'],
    input[type='text'] {
        width: 100%;
        min-height: 30px;
        padding: 3px 9px;
        border: 1px solid var(--rule);
        border-radius: 8px;
        background: var(--paper);
    }
    input::placeholder {
        color: var(--soft);
        opacity: 1;
    }
    .chips,
    .legend {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 5px;
    }
    .chip {
        min-height: 26px;
        min-width: 26px;
        padding: 1px 9px;
        border-radius: 999px;
        border-color: transparent;
        font-size: 12px;
        font-weight: 600;
        background: var(--paper);
        color: var(--soft);
    }
    .chip.bad {
        background: var(--bad-bg);
        color: var(--bad);
    }
    .chip.warn {
        background: var(--warn-bg);
        color: var(--warn);
    }
    .chip.ok {
        background: var(--ok-bg);
        color: var(--ok);
        cursor: default;
    }
    .chip[aria-pressed='true'] {
        border: 2px solid currentColor;
        font-weight: 700;
        padding-inline: 8px;
    }
    .chip[aria-pressed='true']:not(.bad, .warn) {
        color: var(--ink);
    }
    .stepper {
        display: flex;
        align-items: center;
        gap: 4px;
        white-space: nowrap;
        font-weight: 600;
    }
    .stepper button {
        min-height: 26px;
        min-width: 26px;
        padding: 0 6px;
    }
    .legend {
        padding: 0 14px 7px;
        gap: 4px 14px;
        font-size: 12px;
    }
    .legend span {
        display: inline-flex;
        align-items: center;
        gap: 5px;
    }
    ${tints}

    .looks {
        display: grid;
        gap: 12px;
    }
    .look {
        display: grid;
        gap: 4px;
    }
    .look .group > button {
        flex: 1 1 auto;
    }
    .look select {
        width: 100%;
        max-width: none;
    }
    .acts {
        display: grid;
        gap: 1px;
        margin: 0 -6px -4px;
        padding-top: 6px;
        border-top: 1px solid var(--rule);
    }
    .acts > * {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 30px;
        padding: 3px 8px;
        border: 0;
        border-radius: 8px;
        color: inherit;
        text-decoration: none;
        background: none;
    }
    .acts > :hover {
        background: color-mix(in srgb, var(--soft) 11%, transparent);
    }
    .acts kbd {
        font-size: 11px;
        color: var(--soft);
    }
    #more-chips {
        width: max-content;
        max-width: calc(100vw - 16px);
        flex-direction: column;
        align-items: start;
    }
    #more-chips:not(:popover-open) {
        display: none;
    }
    [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 12px;
        width: min(300px, calc(100vw - 16px));
        max-height: min(70vh, 560px);
        overflow: auto;
        border: 1px solid var(--rule);
        border-radius: 12px;
        background: var(--panel);
        color: var(--ink);
        box-shadow: 0 10px 30px #0003;
    }
    #views {
        width: min(410px, calc(100vw - 16px));
    }
    [popover].wide {
        width: min(620px, calc(100vw - 16px));
    }
    .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        margin-block-end: 8px;
    }
    .list {
        display: grid;
        gap: 1px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
    }
    .list li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 6px;
        border-radius: 8px;
    }
    .list li:hover {
        background: color-mix(in srgb, var(--soft) 9%, transparent);
    }
    label.check {
        display: flex;
        align-items: center;
        gap: 8px;
        flex: 1 1 0;
        min-width: 0;
        min-height: 28px;
        padding: 1px 6px;
        cursor: pointer;
        overflow-wrap: anywhere;
    }
    input[type='checkbox'],
    input[type='radio'] {
        flex: none;
        width: 15px;
        height: 15px;
        margin: 0;
        accent-color: var(--accent);
    }
    .list button {
        min-height: 26px;
        padding: 0 6px;
        border-color: transparent;
        background: none;
        color: var(--accent);
        font-size: 12px;
    }
    .facets {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
        gap: 14px 18px;
    }
    fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
    }
    .values {
        max-height: 190px;
        overflow: auto;
        margin-block-start: 3px;
    }
    .hint {
        margin: 8px 0 0;
        color: var(--soft);
        font-size: 12px;
    }
    .problem {
        margin: 8px 0 0;
        padding: 5px 9px;
        border-radius: 8px;
        background: var(--warn-bg);
        color: var(--ink);
    }

    dialog {
        width: min(640px, calc(100vw - 24px));
        max-height: calc(100dvh - 24px);
        padding: 18px 20px;
        border: 1px solid var(--rule);
        border-radius: 14px;
        background: var(--panel);
        color: var(--ink);
        overflow: auto;
        box-shadow: 0 14px 40px #0004;
    }
    dialog::backdrop {
        background: #0005;
    }
    dialog.sheet {
        position: fixed;
        inset: auto 0 0;
        width: 100%;
        max-width: 100%;
        margin: 0;
        border-radius: 16px 16px 0 0;
        padding: 14px 16px max(16px, env(safe-area-inset-bottom));
    }
    .sheet .parts {
        display: grid;
        gap: 14px;
    }
    .sheet .part {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
    }
    .sheet button,
    .sheet .acts > *,
    .sheet select,
    .sheet input[type='search'],
    .narrow > button,
    .narrow .group button {
        min-height: 40px;
    }
    .sheet .find {
        flex: 1 1 100%;
        max-width: none;
    }
    .sheet .chip {
        min-height: 34px;
    }
    .bar.narrow > .offices-button {
        flex: 1 1 0;
        max-width: none;
        min-width: 0;
        justify-content: space-between;
    }
    .narrow .range {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
    }
    .notice {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 10px;
        margin: 0;
        padding: 3px 14px;
        background: var(--accent-bg);
        overflow-wrap: anywhere;
    }
    .keys {
        margin: 6px 0 14px;
        display: grid;
        gap: 5px;
    }
    .keys div {
        display: flex;
        gap: 10px;
        align-items: baseline;
    }
    .keys dt {
        flex: none;
        min-width: 76px;
    }
    .keys dd {
        margin: 0;
    }
    kbd {
        display: inline-block;
        padding: 1px 6px;
        border: 1px solid var(--rule);
        border-radius: 5px;
        background: var(--paper);
        font: inherit;
        font-weight: 600;
    }
    @media (forced-colors: active) {
        .tint {
            forced-color-adjust: none;
        }
    }
    @media (prefers-reduced-motion: reduce) {
        * {
            transition: none !important;
        }
    }
`;

import { css } from 'lit';

/** Made for a thumb and for daylight: nothing to press is lower than 44 pixels, and the name is the largest word. */
export const technicianDayStyles = css`
    :host {
        display: block;
        box-sizing: border-box;
        max-width: 640px;
        width: 100%;
        margin: 0 auto;
        padding: 12px 12px 40px;
        background: var(--paper);
        color: var(--ink);
        font-size: 16px;
        line-height: 1.4;
    }
    *,
    *::before {
        box-sizing: border-box;
    }
    h1,
    h2,
    h3,
    p,
    ul,
    ol,
    blockquote {
        margin: 0;
        padding: 0;
    }
    ul,
    ol {
        list-style: none;
    }
    h1 {
        font-size: 20px;
        line-height: 1.25;
    }
    p,
    li,
    blockquote,
    bdi,
    details {
        overflow-wrap: anywhere;
    }
    small,
    .whose {
        color: var(--soft);
        font-size: 13px;
    }
    button,
    a.button {
        min-height: 44px;
        padding: 0 14px;
        border: 1px solid var(--rule);
        border-radius: 10px;
        background: var(--chip);
        color: var(--ink);
        font: inherit;
        font-weight: 600;
        cursor: pointer;
    }
    button.main {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
    }
    button:disabled {
        border-color: var(--rule);
        background: transparent;
        color: var(--soft);
        cursor: default;
    }
    :is(button, a, input, textarea, summary):focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
    }
    a {
        color: var(--accent);
    }
    .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin-top: 8px;
        min-height: 24px;
        font-size: 14px;
        color: var(--soft);
    }
    .state a,
    .state button {
        display: inline-flex;
        align-items: center;
        min-height: 44px;
    }
    .state.waiting,
    .state.lost,
    .state.signed-out {
        padding: 8px 12px;
        border-radius: 10px;
        background: var(--warn-bg);
        color: var(--ink);
        font-weight: 600;
    }
    .days {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
        margin: 12px 0;
    }
    .days button {
        display: grid;
        padding: 6px 8px;
        text-align: center;
    }
    .days button[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent-bg);
    }
    .days [aria-pressed='true'] small {
        color: var(--ink);
    }
    .days small {
        font-weight: 400;
    }
    .empty,
    .away,
    .elsewhere {
        padding: 24px 12px;
        text-align: center;
        color: var(--soft);
    }
    .away {
        padding: 8px 12px;
        border-radius: 10px;
        background: var(--warn-bg);
        color: var(--ink);
    }
    .elsewhere {
        padding: 12px;
    }
    .stops {
        display: grid;
        gap: 10px;
    }
    .stop {
        border: 1px solid var(--rule);
        border-radius: 14px;
        background: var(--panel);
        overflow: hidden;
    }
    .stop h2 {
        font-size: inherit;
        font-weight: inherit;
    }
    .head {
        display: flex;
        gap: 12px;
        width: 100%;
        padding: 10px 12px;
        border: 0;
        border-radius: 0;
        background: transparent;
        text-align: start;
        font-weight: 400;
    }
    .head:focus-visible {
        outline-offset: -3px;
    }
    .when {
        flex: none;
        width: 58px;
        font-size: 17px;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
    }
    .when small {
        display: block;
        font-weight: 400;
    }
    .who {
        flex: 1 1 0;
        min-width: 0;
        display: grid;
    }
    .name {
        font-size: 21px;
        font-weight: 650;
        line-height: 1.2;
    }
    .full,
    .how {
        font-size: 13px;
        color: var(--soft);
    }
    .how:empty {
        display: none;
    }
    .stop.done,
    .stop.missed {
        background: transparent;
    }
    .stop.done .how {
        color: var(--ok);
    }
    .stop.missed .name {
        text-decoration: line-through;
    }
    .body {
        display: grid;
        gap: 14px;
        padding: 2px 12px 14px;
    }
    h3 {
        margin-bottom: 2px;
        font-size: 13px;
        font-weight: 650;
        color: var(--soft);
    }
    .text {
        white-space: pre-line;
    }
    .remember {
        display: grid;
        gap: 6px;
        padding: 10px 12px;
        border-radius: 10px;
        background: var(--warn-bg);
    }
    .remember h3 {
        color: var(--warn);
    }
    .remember .read {
        font-size: 13px;
        color: var(--soft);
    }
    .new {
        padding: 10px 12px;
        border-radius: 10px;
        background: var(--accent-bg);
    }
    .wishes {
        display: grid;
        gap: 10px;
    }
    blockquote {
        padding-inline-start: 10px;
        border-inline-start: 3px solid var(--accent);
        font-style: italic;
    }
    .answer {
        padding: 1px 7px;
        border-radius: 7px;
        background: var(--ok-bg);
        color: var(--ok);
        font-size: 13px;
        font-weight: 600;
    }
    .answer.will_try,
    .answer.unanswered {
        background: var(--warn-bg);
        color: var(--warn);
    }
    .wishes small {
        margin-inline-start: 4px;
    }
    .came {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 6px;
        margin-top: 4px;
    }
    .came li {
        display: grid;
        justify-items: center;
        align-content: start;
        gap: 2px;
        font-size: 13px;
        line-height: 1.2;
        text-align: center;
    }
    .face {
        display: inline-grid;
        place-items: center;
        width: 26px;
        height: 26px;
        border-radius: 50%;
        color: #fff;
        font-size: 11px;
        font-weight: 650;
        vertical-align: middle;
    }
    summary {
        cursor: pointer;
        min-height: 44px;
    }
    summary::marker {
        content: '';
    }
    details[open] .glance {
        display: none;
    }
    .more {
        color: var(--accent);
        font-style: normal;
        font-weight: 600;
    }
    details[open] .more {
        display: none;
    }
    .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
    }
    .actions .main {
        flex: 1 1 auto;
    }
    .closing {
        display: grid;
        gap: 6px;
        padding-top: 10px;
        border-top: 1px solid var(--rule);
    }
    fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
        margin: 0;
        padding: 0;
        border: 0;
    }
    legend,
    label {
        padding: 0;
        font-weight: 600;
    }
    .choice {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        font-weight: 400;
    }
    input {
        width: 20px;
        height: 20px;
        margin: 0;
        accent-color: var(--accent);
    }
    textarea {
        width: 100%;
        padding: 8px 10px;
        border: 1px solid var(--soft);
        border-radius: 10px;
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        resize: vertical;
    }
    .lacks {
        color: var(--bad);
        font-weight: 600;
    }
    .lacks:empty {
        display: none;
    }
    .troubles {
        display: grid;
        gap: 10px;
        margin-top: 10px;
    }
    .trouble {
        display: grid;
        gap: 8px;
        padding: 12px;
        border-radius: 12px;
        background: var(--bad-bg);
    }
    .trouble.note {
        background: var(--warn-bg);
    }
    .trouble ul {
        padding-inline-start: 18px;
        list-style: disc;
    }
    .trouble p {
        max-height: 40vh;
        overflow: auto;
    }
`;

import { css } from 'lit';

export const styles = css`
    :host {
        display: block;
        color: var(--ink);
        font-size: 14px;
    }
    button {
        font: inherit;
        color: inherit;
    }
    :focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
        border-radius: 6px;
    }
    .groups {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 12px;
        margin-block-end: 8px;
    }
    .groups > div {
        display: inline-flex;
        border: 1px solid var(--rule);
        border-radius: 8px;
        overflow: hidden;
        background: var(--panel);
    }
    .groups button {
        min-block-size: 34px;
        padding: 4px 14px;
        border: 0;
        background: none;
        cursor: pointer;
    }
    .groups button[aria-pressed='true'] {
        background: var(--accent-bg);
        color: var(--accent);
        font-weight: 600;
    }
    .groups p {
        margin: 0;
        color: var(--soft);
    }
    .sort {
        display: none;
        align-items: center;
        gap: 8px;
        margin-block-end: 8px;
        color: var(--soft);
    }
    .sort select {
        min-block-size: 40px;
        min-inline-size: 0;
        flex: 1;
        font: inherit;
        color: var(--ink);
        background: var(--panel);
        border: 1px solid var(--rule);
        border-radius: 8px;
    }
    .scroll {
        overflow-x: auto;
        border: 1px solid var(--rule);
        border-radius: 12px;
        background: var(--panel);
    }
    table {
        border-collapse: separate;
        border-spacing: 0;
        inline-size: 100%;
    }
    th,
    td {
        padding: 0;
        text-align: end;
        vertical-align: top;
        border-block-end: 1px solid var(--rule);
    }
    tr:last-child > * {
        border-block-end: 0;
    }
    thead th {
        vertical-align: bottom;
        border-block-end: 1px solid var(--rule) !important;
        font-weight: 500;
        color: var(--soft);
        font-size: 12px;
        min-inline-size: 84px;
    }
    thead button {
        inline-size: 100%;
        padding: 8px 8px 6px;
        border: 0;
        background: none;
        text-align: end;
        cursor: pointer;
        line-height: 1.25;
    }
    thead button[data-on] {
        color: var(--ink);
        font-weight: 600;
    }
    th.name {
        position: sticky;
        inset-inline-start: 0;
        z-index: 1;
        min-inline-size: 140px;
        max-inline-size: 240px;
        background: var(--panel);
        border-inline-end: 1px solid var(--rule);
        text-align: start;
        overflow-wrap: anywhere;
    }
    tbody th.name {
        padding: 10px 12px;
        font-weight: 600;
    }
    th.name button {
        text-align: start;
        padding-inline-start: 12px;
    }
    th.name .open {
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font-weight: 600;
        text-align: start;
        cursor: pointer;
        overflow-wrap: anywhere;
    }
    tr.all > * {
        background: var(--paper);
    }
    .first {
        border-inline-start: 1px solid var(--rule);
    }
    .cell {
        display: grid;
        justify-items: end;
        gap: 2px;
        inline-size: 100%;
        padding: 8px;
        border: 0;
        background: none;
        cursor: pointer;
        font-variant-numeric: tabular-nums;
    }
    .cell:hover,
    thead button:hover {
        background: color-mix(in srgb, var(--soft) 10%, transparent);
    }
    .number {
        font-weight: 600;
        white-space: nowrap;
    }
    .dash {
        color: var(--soft);
    }
    .note {
        font-size: 11px;
        color: var(--soft);
        white-space: nowrap;
    }
    .note.missed {
        color: var(--bad);
        font-weight: 600;
    }
    .few .number {
        font-weight: 400;
        text-decoration: underline dotted var(--soft);
        text-underline-offset: 3px;
    }
    svg {
        overflow: visible;
        fill: none;
        stroke: var(--accent);
        stroke-width: 1.5;
        stroke-linecap: round;
        stroke-linejoin: round;
    }
    [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        inline-size: min(360px, calc(100vw - 24px));
        max-block-size: calc(100dvh - 24px);
        box-sizing: border-box;
        padding: 14px 16px;
        border: 1px solid var(--rule);
        border-radius: 12px;
        background: var(--chip);
        color: var(--ink);
        box-shadow: 0 8px 30px rgb(0 0 0 / 25%);
        overflow-y: auto;
        overflow-wrap: anywhere;
    }
    [popover] h2 {
        margin: 0 0 2px;
        font-size: 15px;
    }
    [popover] .value {
        margin: 0 0 8px;
        font-size: 22px;
        font-weight: 650;
    }
    [popover] dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 12px;
        margin: 0 0 12px;
    }
    [popover] dt {
        color: var(--soft);
    }
    [popover] dd {
        margin: 0;
    }
    .trend {
        margin: 4px 0 12px;
    }
    .trend div {
        display: flex;
        justify-content: space-between;
        color: var(--soft);
        font-size: 11px;
    }
    .primary {
        min-block-size: 36px;
        padding: 6px 14px;
        border: 0;
        border-radius: 8px;
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 600;
        cursor: pointer;
    }
    .hidden {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
    }
    @media (max-width: 700px) {
        .sort {
            display: flex;
        }
        .scroll {
            border: 0;
            background: none;
            overflow: visible;
        }
        table,
        tbody,
        tr {
            display: block;
        }
        thead {
            display: none;
        }
        tr {
            margin-block-end: 12px;
            border: 1px solid var(--rule);
            border-radius: 12px;
            background: var(--panel);
            overflow: hidden;
        }
        tbody th.name {
            display: block;
            position: static;
            max-inline-size: none;
            border-inline-end: 0;
            font-size: 16px;
        }
        td {
            display: block;
        }
        .first {
            border-inline-start: 0;
        }
        .cell {
            grid-template-columns: 1fr auto auto;
            align-items: center;
            gap: 2px 12px;
            min-block-size: 44px;
            padding: 6px 12px;
        }
        .cell::before {
            content: attr(data-title);
            color: var(--soft);
            justify-self: start;
            text-align: start;
        }
        .cell .number {
            grid-column: 3;
            grid-row: 1;
        }
        .cell svg {
            grid-column: 2;
            grid-row: 1;
        }
        .cell .note {
            grid-column: 1 / -1;
        }
    }
`;

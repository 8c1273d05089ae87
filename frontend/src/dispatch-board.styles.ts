import { css, unsafeCSS } from 'lit';
import { dayListStyles } from './day-list.styles.js';
import { PALETTE } from './faces.js';
import { tints } from './tints.js';
import { tokens } from './tokens.js';

const faces = unsafeCSS(PALETTE.map((colour, i) => `.f${i}{background:var(--dorothy-face-${i},${colour})}`).join(''));

/** Sizes come from `Metrics`, which must agree with what is drawn. */
export const styles = css`
    ${tokens} :host {
        display: block;
        position: relative;
        height: 100%;
        min-height: 240px;
        min-width: 0;
        overflow: hidden;
        color: var(--ink);
        background: var(--paper);
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
    .frame {
        height: 100%;
        display: flex;
        flex-direction: column;
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
    button {
        font: inherit;
        color: inherit;
        background: none;
        border: 0;
        padding: 0;
        cursor: pointer;
    }
    :focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
    }
    .icon {
        width: 1em;
        height: 1em;
        fill: currentColor;
        flex: none;
    }

    .scroller {
        flex: 1 1 0;
        min-height: 0;
        overflow: auto;
        scroll-padding: var(--header) 0 0 var(--side);
        overscroll-behavior: contain;
        position: relative;
        /* Opaque, or Chromium paints all that is in view anew for each step of a scroll. */
        background: var(--paper);
    }
    .header,
    .rows {
        min-width: var(--least-width);
    }
    .narrow .header,
    .narrow .rows {
        min-width: 0;
    }
    .header {
        display: grid;
        grid-template-columns: var(--side) repeat(var(--days), 1fr);
        height: var(--header);
        position: sticky;
        top: 0;
        z-index: 3;
        background: var(--panel);
        color: var(--soft);
        border-bottom: 1px solid var(--rule);
    }
    .header b {
        color: var(--ink);
    }
    .corner {
        position: sticky;
        left: 0;
        z-index: 1;
        padding: 6px 10px;
        background: var(--panel);
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
    }
    .fold-all {
        float: left;
        width: 24px;
        height: 24px;
        margin: -3px 4px -3px -6px;
        border-radius: 5px;
        font-size: 12px;
        color: var(--soft);
    }
    .fold-all:hover {
        color: var(--ink);
        background: color-mix(in srgb, var(--soft) 14%, transparent);
    }
    .day {
        padding: 6px 8px;
        border-left: 1px solid var(--rule);
        white-space: nowrap;
        overflow: hidden;
    }
    .day.today {
        background: var(--today);
        box-shadow: inset 0 2px var(--accent);
    }
    .narrow .header {
        grid-template-columns: 1fr;
    }
    .narrow .day {
        display: flex;
        align-items: center;
        justify-content: space-between;
        border: 0;
        padding: 0;
        font-size: 15px;
    }
    .narrow .day button {
        width: 44px;
        height: 43px;
        color: var(--accent);
    }
    .narrow .day button:disabled {
        opacity: 0.3;
        cursor: default;
    }

    .rows {
        position: relative;
    }
    .row {
        position: absolute;
        left: 0;
        width: 100%;
        contain: strict;
        display: grid;
        grid-template-columns: var(--side) repeat(var(--days), 1fr);
        border-bottom: 1px solid var(--rule);
    }
    .narrow .row {
        grid-template-columns: 1fr;
        grid-template-rows: var(--head) 1fr;
    }
    .row.office,
    .row.note,
    .narrow .row.office,
    .narrow .row.note {
        display: block;
    }
    div.office[role='gridcell'] {
        height: 100%;
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 0 10px;
        background: color-mix(in srgb, var(--accent) 6%, var(--paper));
        white-space: nowrap;
    }
    .toggle {
        position: sticky;
        left: 10px;
        display: flex;
        align-items: center;
        gap: 7px;
        height: 100%;
        font-weight: 650;
        min-width: 24px;
        overflow: hidden;
    }
    .toggle bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        max-width: 40vw;
    }
    .toggle .icon {
        font-size: 10px;
        transition: transform 120ms;
    }
    .toggle[aria-expanded='false'] .icon {
        transform: rotate(-90deg);
    }
    .row.office.folded {
        display: grid;
        background: color-mix(in srgb, var(--accent) 6%, var(--paper));
    }
    .narrow .row.office.folded,
    .by-hours .row.office.folded {
        display: block;
    }
    .folded div.office[role='gridcell'] {
        position: sticky;
        left: 0;
        z-index: 2;
        flex-direction: column;
        align-items: stretch;
        justify-content: center;
        gap: 1px;
        min-width: 0;
    }
    .folded .toggle {
        height: auto;
        min-height: 22px;
        position: static;
    }
    .by-hours .folded div.office[role='gridcell'] {
        flex-direction: row;
        align-items: center;
        justify-content: start;
        gap: 14px;
    }
    .inside .counts {
        overflow: hidden;
        text-overflow: ellipsis;
        font-size: 12px;
        line-height: 16px;
    }
    .counts b {
        font-weight: 650;
        color: var(--tone);
    }
    .counts .all {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        white-space: nowrap;
    }
    .counts .none {
        color: var(--soft);
    }
    .day-inside {
        display: grid;
        align-content: center;
        min-width: 0;
        padding: 2px 8px;
        border-left: 1px solid var(--rule);
    }
    .day-inside .all,
    .day-inside .none {
        display: flex;
    }
    .day-inside .counts,
    .narrow-inside .counts {
        white-space: nowrap;
    }
    /* The number of visits stands beside the name, the rest below it. */
    .folded div.narrow-inside[role='gridcell'] {
        padding: 0 8px 0 10px;
    }
    .narrow-inside .counts {
        font-size: 11px;
    }
    .narrow-inside .toggle {
        margin-right: 34px;
    }
    .narrow-inside .many {
        position: absolute;
        top: calc(50% - 21px);
        right: 8px;
        line-height: 22px;
        color: var(--soft);
    }
    .facts {
        color: var(--soft);
        overflow: hidden;
        text-overflow: ellipsis;
    }
    .note {
        padding: 14px 12px;
        color: var(--soft);
    }

    .side {
        position: sticky;
        left: 0;
        z-index: 2;
        display: flex;
        padding: 6px 8px;
        min-width: 0;
        background: var(--panel);
    }
    .who {
        margin-block: auto;
        min-width: 0;
        display: flex;
        align-items: center;
        gap: 8px;
    }
    /* In view for as long as any of its row is. Only where needed: each sticky box costs the browser a layer. */
    .tall .who {
        position: sticky;
        top: calc(var(--header) + 6px);
        bottom: 6px;
    }
    :host(:is([density='dense'], [density='overview'])) .side {
        padding-block: 2px;
    }
    .names {
        min-width: 0;
    }
    .names bdi,
    .names small {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        max-width: 100%;
    }
    .names > bdi {
        font-size: 14px;
    }
    :host(:is([density='dense'], [density='overview'])) .names > bdi {
        font-size: 13px;
    }
    .names small {
        color: var(--soft);
        font-size: 11px;
    }
    .narrow .side {
        position: static;
        border-top: 1px solid var(--rule);
    }
    .narrow .names {
        display: flex;
        align-items: baseline;
        gap: 8px;
        font-weight: 600;
    }
    .narrow .names small {
        font-weight: 400;
        font-size: 12px;
    }
    .face {
        width: 28px;
        height: 28px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        flex: none;
        color: #fff;
        font-weight: 650;
        font-size: 11px;
        line-height: 1;
        overflow: hidden;
    }
    .face.empty {
        border: 1px dashed var(--soft);
    }
    ${faces} :host(:is([density='dense'], [density='overview'])) .side .face {
        width: 22px;
        height: 22px;
        letter-spacing: -0.02em;
    }
    :host(:is([density='dense'], [density='overview'])) .names {
        line-height: 1.15;
    }

    .cell {
        position: relative;
        min-width: 0;
        padding: var(--pad);
        border-left: 1px solid var(--rule);
    }
    .narrow .cell {
        border-left: 0;
    }
    .cell.today {
        background: var(--today);
    }
    .cell.away {
        background: repeating-linear-gradient(
            135deg,
            transparent 0 6px,
            color-mix(in srgb, var(--soft) 13%, transparent) 6px 8px
        );
    }
    .cell {
        user-select: none;
        -webkit-user-select: none;
    }
    .load {
        height: 3px;
        margin: 0 1px calc(var(--bar) - 3px);
        border-radius: 2px;
        background: var(--rule);
    }
    .load u {
        border-radius: 2px;
        display: block;
        height: 100%;
        background: var(--accent);
    }
    .load .full {
        background: var(--warn);
    }
    .load .over {
        background: var(--bad);
    }
    .line {
        height: var(--line);
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 0 3px;
        font-size: 11px;
        color: var(--soft);
        overflow: hidden;
        white-space: nowrap;
    }
    .line em {
        font-style: normal;
        flex: none;
    }
    .line bdi {
        overflow: hidden;
        text-overflow: ellipsis;
    }
    .line .face,
    .marks .face {
        width: 15px;
        height: 15px;
        line-height: 15px;
    }

    .header.hours,
    .by-hours .row:not(.office, .note) {
        grid-template-columns: var(--side) 1fr;
    }
    .hours .day {
        position: relative;
        border-left: 0;
        padding: 0;
        overflow: visible;
    }
    .which {
        position: sticky;
        left: var(--side);
        width: max-content;
        display: flex;
        align-items: center;
        gap: 4px;
        height: 26px;
        padding: 0 6px;
    }
    .which small {
        margin-left: 10px;
        font-size: 12px;
    }
    .hour {
        position: absolute;
        bottom: 3px;
        padding-left: 4px;
        font-size: 11px;
        font-variant-numeric: tabular-nums;
    }
    .track {
        border-left: 0;
        padding: 0;
        overflow: clip;
        background-image: linear-gradient(to right, var(--rule) 1px, transparent 1px);
        background-size: calc(100% / var(--hours)) 100%;
    }
    .track.away {
        background-size: auto;
    }
    .shade,
    .stretch,
    .leg,
    .block,
    .landing {
        position: absolute;
    }
    .shade {
        inset-block: 0;
        background: color-mix(in srgb, var(--soft) 11%, transparent);
    }
    .why {
        position: sticky;
        left: calc(var(--side) + 6px);
        display: inline-block;
        padding: 3px 6px;
        font-size: 11px;
        font-style: normal;
        color: var(--soft);
    }
    .block {
        top: calc(var(--pad) + var(--at) * (var(--lane) + var(--gap)));
        height: var(--lane);
        padding-inline: 0.5px;
        container-type: inline-size;
    }
    .block .card {
        height: 100%;
        margin: 0;
    }
    .block.clash .card {
        border-left: 3px solid var(--bad);
        border-right: 3px solid var(--bad);
    }
    .block.untimed .card {
        border-style: dashed;
    }
    :host(:not([density='dense'], [density='overview'])) .block .card {
        display: grid;
        grid-template: 'lights name name name' 1fr 'when when marks elsewhere' auto / auto auto 1fr auto;
        gap: 0 4px;
        padding: 2px 5px;
        line-height: 1.2;
    }
    .block .lights {
        grid-area: lights;
    }
    .block .name {
        grid-area: name;
    }
    .block .tint {
        justify-self: start;
    }
    .block time {
        grid-area: when;
    }
    .block .marks {
        grid-area: marks;
    }
    .block .elsewhere {
        grid-area: elsewhere;
        max-width: 100%;
    }
    .by-hours .consequence {
        max-width: none;
    }
    /* Where a block stands says when it is; the name says who. */
    @container (max-width: 110px) {
        :host(:is([density='dense'], [density='overview'])) .card :is(time, .marks) {
            display: none;
        }
    }
    @container (max-width: 48px) {
        .card time,
        .card .marks,
        .card .elsewhere {
            display: none;
        }
        .card {
            padding-inline: 2px;
            gap: 2px;
        }
    }
    .leg {
        bottom: 1px;
        height: calc(var(--road) - 2px);
        border-bottom: 2px solid var(--accent);
        color: var(--soft);
        font-size: 11px;
        line-height: 10px;
        font-style: normal;
        white-space: nowrap;
    }
    .leg.tight {
        border-color: var(--bad);
        border-bottom-style: double;
        border-bottom-width: 3px;
        color: var(--bad);
        font-weight: 650;
    }
    .leg span {
        padding-left: 1px;
    }
    .track.judged > .block:not(:has(.lifted)) {
        opacity: 0.35;
    }
    .stretch {
        --tone: var(--soft);
        inset-block: 0;
        background: color-mix(in srgb, var(--tone) 17%, transparent);
        border-bottom: 3px solid color-mix(in srgb, var(--tone) 75%, transparent);
        pointer-events: none;
    }
    .stretch.good {
        --tone: var(--ok);
    }
    .stretch.caution {
        --tone: var(--warn);
        border-bottom-style: dashed;
    }
    .stretch.bad {
        --tone: var(--bad);
        border-bottom-style: double;
    }
    .stretch.blocked {
        background: repeating-linear-gradient(
            135deg,
            transparent 0 5px,
            color-mix(in srgb, var(--soft) 22%, transparent) 5px 7px
        );
        border-color: transparent;
    }
    .stretch.unknown {
        background: none;
        border-color: transparent;
    }
    .landing {
        --tone: var(--accent);
        z-index: 1;
        inset-block: 1px;
        border-radius: 6px;
        box-shadow: inset 0 0 0 2px var(--tone);
        background: color-mix(in srgb, var(--tone) 14%, transparent);
        pointer-events: none;
    }
    .landing.blocked {
        --tone: var(--soft);
    }
    .landing b {
        position: absolute;
        left: 0;
        bottom: 0;
        padding: 0 4px;
        border-radius: 0 4px 0 4px;
        background: var(--tone);
        color: var(--on-sign);
        font-size: 11px;
        line-height: 13px;
    }
    .names .said {
        --tone: var(--soft);
        color: color-mix(in srgb, var(--tone) 80%, var(--ink));
        font-weight: 650;
    }
    .now-track {
        position: absolute;
        left: var(--side);
        right: 0;
        pointer-events: none;
        z-index: 1;
    }
    .now-track i {
        position: absolute;
        inset-block: 0;
        border-left: 2px solid var(--bad);
    }

    .card {
        display: flex;
        align-items: center;
        gap: 4px;
        height: var(--card);
        margin-bottom: var(--gap);
        padding: 0 5px 0 4px;
        min-width: 0;
        background: var(--chip);
        border: 1px solid var(--rule);
        border-radius: 6px;
        font-size: 12px;
        cursor: grab;
        user-select: none;
        -webkit-user-select: none;
        -webkit-touch-callout: none;
        touch-action: pan-x pan-y;
    }
    .name {
        flex: 1 1 0;
        min-width: 0;
        overflow: clip; /* hidden would make each of hundreds of names a box that could scroll */
        text-overflow: ellipsis;
        white-space: nowrap;
    }
    /* Known to fit: nothing is cut off, and the browser need not be ready for it. */
    .name.whole {
        overflow: visible;
    }
    /* Found: bolder, so wider than was measured. */
    .card.lit .name.whole {
        overflow: clip;
    }
    /* The route of a visit among those of its technician, when it is not the usual one. */
    .elsewhere {
        order: 1;
        flex: 0 1 auto;
        min-width: 2.4em;
        max-width: 40%;
        padding: 0 4px;
        border-radius: 4px;
        background: color-mix(in srgb, var(--accent) 12%, transparent);
        color: var(--ink);
        font-size: 11px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
    }
    .card time {
        order: 2;
        color: var(--soft);
        font-size: 11px;
        letter-spacing: -0.02em;
        white-space: nowrap;
    }
    .marks {
        order: 1;
        display: flex;
        align-items: center;
        gap: 2px;
        font-size: 11px;
        color: var(--accent);
    }
    .marks i {
        display: none;
        font-style: normal;
        font-weight: 650;
        color: var(--soft);
    }
    .marks i::before {
        content: attr(data-sign);
    }
    .roomy .marks i {
        display: block;
    }
    /* The name comes first where room is short. */
    .frame:not(.roomy) .marks > :nth-child(n + 3):not(.face) {
        display: none;
    }
    .narrow .card {
        font-size: 15px;
        padding: 0 8px;
        gap: 8px;
    }
    .narrow .card time {
        font-size: 13px;
    }
    .narrow .marks {
        font-size: 12px;
        gap: 4px;
    }
    :host(:is([density='dense'], [density='overview'])) :where(.frame:not(.narrow)) .card {
        font-size: 11px;
        border-radius: 4px;
    }
    .lights {
        display: inline-flex;
        gap: 2px;
        align-items: center;
        flex: none;
    }
    .lights i {
        font-style: normal;
        width: 11px;
        height: 11px;
        border-radius: 50%;
        font-size: 9px;
        line-height: 11px;
        text-align: center;
        color: var(--on-sign);
        font-weight: 700;
    }
    .lights i + i {
        border-radius: 3px;
    }
    .lights i.g {
        width: 6px;
        height: 6px;
        background: color-mix(in srgb, var(--ok) 75%, transparent);
    }
    .lights i + i.g {
        border-radius: 1.5px;
    }
    .lights i.w {
        background: var(--warn);
    }
    .lights i.w::before {
        content: '!';
    }
    .lights i.b {
        background: var(--bad);
    }
    .lights i.b::before {
        content: '×';
    }
    .card.broken {
        border-color: var(--bad);
    }
    .card.done {
        color: var(--soft);
        background: transparent;
        cursor: default;
    }
    .card.missed {
        cursor: default;
    }
    .card.missed .name {
        text-decoration: line-through;
    }
    .card.missed time {
        color: var(--bad);
        font-weight: 650;
    }
    .card.waiting {
        border-style: dashed;
        border-color: var(--warn);
    }
    .card.saving {
        border-style: dashed;
        cursor: progress;
    }
    .card.saving time {
        animation: breathe 1s ease-in-out infinite alternate;
    }
    .card.fresh {
        animation: fresh 2.4s ease-out;
    }
    .card.drafted {
        border-style: dashed;
        border-color: var(--accent);
        background: color-mix(in srgb, var(--accent) 9%, var(--chip));
    }
    .card.drafted time {
        color: var(--accent);
        font-weight: 650;
    }
    .card.chosen {
        background: color-mix(in srgb, var(--accent) 20%, var(--chip));
        border-color: var(--accent);
        box-shadow: inset 3px 0 var(--accent);
    }
    .card[aria-pressed='true'] {
        outline: 2px solid var(--accent);
        outline-offset: 0;
        box-shadow: 0 2px 8px #0003;
        z-index: 1;
        position: relative;
    }
    .card:focus-visible {
        outline: 2px solid var(--ink);
        outline-offset: 0;
        z-index: 1;
        position: relative;
    }
    .card:hover {
        border-color: color-mix(in srgb, var(--accent) 55%, var(--rule));
    }
    .card.broken:hover {
        border-color: var(--bad);
    }

    ${tints}
    /* Not looked for. Its words stay readable: dimmed is not hidden. */
    .card.dim {
        background: transparent;
        border-color: transparent;
        color: var(--soft);
        font-weight: 400;
    }
    .card.dim :is(.lights, .marks, .tint) {
        opacity: 0.3;
    }
    .card.lit {
        border-color: color-mix(in srgb, var(--accent) 70%, var(--rule));
        font-weight: 600;
    }
    .card.lit.broken {
        border-color: var(--bad);
    }
    .card.spot {
        background: color-mix(in srgb, var(--accent) 18%, var(--chip));
        box-shadow: 0 0 0 2px var(--accent);
        position: relative;
        z-index: 1;
    }

    /* Two lines of cards side by side. A line has room for two lights and the beginning of a name; the rest is in the card's label. */
    .tiled .cell {
        display: grid;
        grid-template-columns: repeat(var(--tiles, 1), minmax(0, 1fr));
        grid-auto-rows: var(--card);
        align-content: start;
        gap: var(--gap);
        padding: calc(var(--pad) + var(--bar)) 2px 0;
    }
    /* No room for more than the day of the month and two letters of the weekday. */
    .month .day {
        padding: 4px 3px;
        font-size: 11px;
        border-left-color: color-mix(in srgb, var(--rule) 70%, transparent);
    }
    .month .cell .name {
        letter-spacing: -0.01em;
    }
    .month .cell :is(time, .marks, .elsewhere) {
        display: none;
    }
    .tiled .load {
        position: absolute;
        inset: 0 0 auto;
        margin: 0;
        border-radius: 0;
    }
    .tiled .cell .card {
        height: 100%;
        margin: 0;
        padding: 0 3px;
        gap: 3px;
        border: 0;
        border-radius: 3px;
        line-height: 13px;
        box-shadow: inset 0 0 0 1px var(--rule);
    }
    .tiled .cell .name {
        text-overflow: clip;
    }
    .tiled .cell[style] :is(time, .marks, .elsewhere) {
        display: none;
    }
    .tiled .cell :is(time, .marks, .line) {
        font-size: 11px;
        line-height: 13px;
    }
    .tiled .card .lights {
        gap: 1px;
    }
    .tiled .card .lights i:not(.g) {
        width: 10px;
        height: 10px;
        line-height: 10px;
    }
    .tiled .card .lights i.g {
        width: 5px;
        height: 5px;
    }
    .tiled .cell .card.broken {
        box-shadow: inset 0 0 0 1px var(--bad);
    }
    .tiled .cell .card:is(.drafted, .lifted, .waiting, .saving) {
        box-shadow: none;
        outline: 1px dashed var(--accent);
        outline-offset: -1px;
    }
    .tiled .cell .card.waiting {
        outline-color: var(--warn);
    }
    .tiled .cell .card:is(.lit, .chosen) {
        box-shadow: inset 0 0 0 1px var(--accent);
    }
    .tiled .cell .card.dim {
        box-shadow: none;
    }
    .tiled .cell .card[aria-pressed='true'] {
        outline: 2px solid var(--accent);
        outline-offset: 0;
    }
    .tiled .cell .card:focus-visible {
        outline: 2px solid var(--ink);
        outline-offset: 0;
    }
    .tiled .line {
        height: 100%;
    }
    .tiled .line .face {
        width: 13px;
        height: 13px;
    }
    .tiled .cell .tint {
        min-width: 0;
        height: 13px;
        padding: 0 2px;
    }
    .tiled .verdict {
        inset: 1px;
        border-radius: 4px;
        flex-wrap: nowrap;
        gap: 4px;
        padding: 0 4px;
        font-size: 11px;
        line-height: 1.15;
    }
    .tiled .side .who {
        gap: 6px;
    }
    .tray,
    .ghost {
        --card: var(--slot);
    }

    .lifting .card {
        cursor: grabbing;
    }
    .cell.judged > .card:not(.lifted),
    .cell.judged > .load,
    .cell.judged > .line {
        opacity: 0.13;
    }
    .card.lifted {
        border-style: dashed;
        border-color: var(--accent);
        background: transparent;
    }
    .verdict,
    .consequence {
        --tone: var(--soft);
    }
    .verdict {
        position: absolute;
        inset: 2px;
        border-radius: 6px;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 6px;
        align-items: center;
        align-content: center;
        justify-content: center;
        text-align: center;
        padding: 2px 6px;
        font-size: 12px;
        line-height: 1.25;
        font-weight: 650;
        overflow: hidden;
        color: color-mix(in srgb, var(--tone) 80%, var(--ink));
        background: color-mix(in srgb, var(--tone) 10%, transparent);
        box-shadow: inset 0 0 0 1.5px var(--tone);
        cursor: grabbing;
    }
    .verdict > span:last-child {
        flex: 0 1 auto;
        max-width: 100%;
        overflow-wrap: anywhere;
        max-height: 100%;
    }
    .verdict.blocked {
        box-shadow: none;
        border: 1.5px dashed color-mix(in srgb, var(--soft) 55%, transparent);
        background: color-mix(in srgb, var(--soft) 8%, transparent);
        color: var(--soft);
        font-weight: 500;
        cursor: not-allowed;
    }
    .verdict.unknown {
        box-shadow: inset 0 0 0 1px var(--rule);
        color: var(--soft);
        font-weight: 500;
    }
    .verdict.here {
        background: none;
        box-shadow: none;
        border: 1.5px dashed color-mix(in srgb, var(--accent) 60%, transparent);
        pointer-events: none;
    }
    .verdict.aimed {
        background: color-mix(in srgb, var(--tone) 24%, var(--panel));
        box-shadow: inset 0 0 0 3px var(--tone);
    }
    .verdict.blocked.aimed {
        box-shadow: inset 0 0 0 2px var(--soft);
    }
    .verdict.here.aimed {
        background: none;
        box-shadow: inset 0 0 0 2px var(--accent);
    }
    .loud i,
    .loud i.g {
        width: 15px;
        height: 15px;
        line-height: 15px;
        font-size: 10px;
    }
    .loud i + i.g {
        border-radius: 3px;
    }
    .loud i.g {
        display: grid;
        place-items: center;
        background: var(--ok);
    }
    .verdict.blocked .loud {
        opacity: 0.75;
    }
    .ghost {
        position: absolute;
        top: 0;
        left: 0;
        z-index: 6;
        pointer-events: none;
    }
    .ghost .card {
        background: var(--chip);
        margin: 0;
        border-style: solid;
        border-color: var(--accent);
        box-shadow: 0 6px 18px #0004;
    }
    .consequence {
        display: block;
        width: max-content;
        max-width: 100%;
        margin-top: 3px;
        padding: 1px 8px;
        border-radius: 999px;
        font-size: 11px;
        font-weight: 650;
        color: var(--on-sign);
        background: var(--tone);
        box-shadow: 0 3px 10px #0003;
    }
    .good {
        --tone: var(--ok);
    }
    .caution {
        --tone: var(--warn);
    }
    .bad {
        --tone: var(--bad);
    }

    .ghost.many .card {
        box-shadow:
            4px 4px 0 -1px var(--chip),
            4px 4px 0 0 var(--accent),
            0 6px 18px #0004;
    }
    .number {
        position: absolute;
        top: -9px;
        left: -9px;
        min-width: 20px;
        padding: 0 5px;
        border-radius: 10px;
        font-size: 12px;
        line-height: 20px;
        text-align: center;
        color: var(--on-sign);
        background: var(--accent);
    }
    .veil {
        position: absolute;
        z-index: 2;
        pointer-events: none;
        background: color-mix(in srgb, var(--paper) 72%, transparent);
    }
    .veil.row {
        width: 100%;
    }
    .lasso {
        position: absolute;
        z-index: 5;
        pointer-events: none;
        border: 1px solid var(--accent);
        background: color-mix(in srgb, var(--accent) 14%, transparent);
    }
    .run-menu {
        position: absolute;
        z-index: 6;
        width: 280px;
        max-width: calc(100% - 8px);
        padding: 4px;
        background: var(--panel);
        border: 1px solid var(--rule);
        border-radius: 8px;
        box-shadow: 0 8px 24px #0003;
    }
    .run-menu b {
        display: block;
        padding: 4px 8px;
        font-size: 12px;
        color: var(--soft);
    }
    .run-menu button {
        display: block;
        width: 100%;
        padding: 6px 8px;
        text-align: start;
        border-radius: 5px;
    }
    .run-menu button:hover,
    .run-menu button:focus-visible {
        background: color-mix(in srgb, var(--accent) 12%, transparent);
    }
    .bar {
        flex: none;
        border-top: 1px solid var(--rule);
        background: var(--panel);
    }
    .line-of-bar,
    .conflict {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        min-height: 34px;
        padding: 3px 10px;
    }
    .conflict {
        max-height: 20vh;
        overflow: auto;
        overflow-wrap: anywhere;
        background: var(--warn-bg);
        border-bottom: 1px solid color-mix(in srgb, var(--warn) 40%, transparent);
    }
    .chosen.line-of-bar {
        background: color-mix(in srgb, var(--accent) 10%, var(--panel));
        border-bottom: 1px solid var(--rule);
    }
    .bar .room {
        flex: 1;
    }
    .bar .soft {
        color: var(--soft);
    }
    .bar button,
    .bar select {
        min-height: 26px;
        padding: 2px 10px;
        border: 1px solid var(--rule);
        border-radius: 6px;
        font: inherit;
        color: var(--ink);
        background: var(--chip);
        max-width: 100%;
    }
    .bar button:hover:enabled {
        border-color: var(--accent);
    }
    .bar button:disabled {
        opacity: 0.45;
        cursor: default;
    }
    .bar .main {
        color: var(--on-sign);
        background: var(--accent);
        border-color: var(--accent);
        font-weight: 650;
    }
    .bar .switch {
        display: flex;
        align-items: center;
        gap: 7px;
        border: 0;
        padding: 0 4px;
        background: none;
        font-weight: 600;
    }
    .switch i {
        position: relative;
        width: 28px;
        height: 16px;
        border-radius: 8px;
        background: var(--soft);
    }
    .switch i::before {
        content: '';
        position: absolute;
        top: 2px;
        left: 2px;
        width: 12px;
        height: 12px;
        border-radius: 50%;
        background: var(--panel);
        transition: left 120ms;
    }
    .switch[aria-checked='true'] i {
        background: var(--accent);
    }
    .switch[aria-checked='true'] i::before {
        left: 14px;
    }
    .narrow .bar .soft {
        display: none;
    }
    .narrow .bar button,
    .narrow .bar select {
        min-height: 36px;
    }

    .tray {
        flex: none;
        display: flex;
        gap: 8px;
        padding: 7px 10px 3px 0;
        border-top: 1px solid var(--rule);
        background: var(--panel);
    }
    :host([density='overview']) .tray {
        padding-block: 4px 2px;
    }
    :host([density='overview']) .tray .side {
        display: grid;
        grid-template: 'head more' 20px 'all all' 20px / auto 1fr;
        justify-items: start;
        align-items: center;
        gap: 0 8px;
        padding-block: 0;
    }
    :host([density='overview']) .tray small {
        grid-area: all;
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
    }
    :host([density='overview']) .tray .more {
        grid-area: more;
    }
    .tray .side {
        position: static;
        width: var(--side);
        flex: none;
        display: block;
        padding: 0 4px 4px 10px;
    }
    .tray h3 {
        margin: 0;
        font-size: 11px;
        letter-spacing: 0.04em;
        text-transform: uppercase;
        color: var(--soft);
        font-weight: 650;
    }
    .tray small {
        display: block;
        color: var(--soft);
        font-size: 12px;
    }
    .more {
        color: var(--accent);
        font-size: 12px;
        min-height: 24px;
    }
    .shelf {
        flex: 1 1 0;
        min-width: 0;
        overflow-y: auto;
        overflow-x: hidden;
    }
    .shelf > div {
        position: relative;
    }
    .whose {
        position: absolute;
        display: flex;
        gap: 5px;
        padding: 3px 8px 3px 2px;
        font-size: 12px;
        color: var(--soft);
        white-space: nowrap;
    }
    .whose bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        font-weight: 600;
        color: var(--ink);
    }
    .tray.taking .shelf,
    .tray.taking .side {
        background: color-mix(in srgb, var(--accent) 6%, transparent);
    }
    .tray.aimed {
        box-shadow: inset 0 0 0 2px var(--accent);
    }
    .slot {
        position: absolute;
        padding: 1px 2px;
    }
    .narrow .tray {
        flex-direction: column;
        padding: 6px 8px;
        gap: 4px;
    }
    .narrow .tray .side {
        width: auto;
        padding: 0;
        display: flex;
        gap: 10px;
        align-items: center;
    }
    .narrow .whose {
        padding-top: 16px;
    }
    .narrow .shelf {
        flex: none;
    }

    .card.held:not(:focus-visible) {
        outline: 1.5px dashed var(--accent);
        outline-offset: -1.5px;
    }
    /* The customer's name comes first; what else stands there is in the card's label. */
    .card.held .name {
        flex: 0 1 auto;
    }
    .card.held .marks {
        display: none;
    }
    .block .holder {
        grid-area: when;
    }
    .holder {
        display: inline-flex;
        align-items: center;
        gap: 3px;
        flex: 1 1 0;
        justify-content: end;
        min-width: 4.2em;
        color: var(--accent);
        font-weight: 650;
    }
    .holder bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
    }
    ${dayListStyles} .banner,
    .toast {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 12px;
        background: var(--warn-bg);
        color: var(--ink);
    }
    .banner.none-found {
        flex: none;
        justify-content: space-between;
        border-color: var(--rule);
        background: color-mix(in srgb, var(--accent) 9%, var(--panel));
        overflow-wrap: anywhere;
    }
    .banner {
        flex: none;
        border-top: 1px solid color-mix(in srgb, var(--warn) 40%, transparent);
    }
    .banner > :first-child {
        flex: 1 1 auto;
    }
    .progress {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--soft);
    }
    .progress i {
        width: 8px;
        height: 8px;
        flex: none;
        border-radius: 50%;
        background: var(--warn);
        animation: trying 1.2s ease-in-out infinite alternate;
    }
    @keyframes trying {
        to {
            opacity: 0.2;
        }
    }
    .narrow .banner {
        flex-wrap: wrap;
        gap: 2px 12px;
    }
    .banner button {
        color: var(--accent);
        font-weight: 650;
        min-height: 24px;
        white-space: nowrap;
    }
    .toast {
        position: absolute;
        z-index: 5;
        left: 50%;
        bottom: 84px;
        transform: translateX(-50%);
        width: max-content;
        max-width: min(560px, calc(100% - 24px));
        max-height: 40%;
        overflow: auto;
        overflow-wrap: anywhere;
        background: var(--panel);
        border: 1px solid var(--rule);
        border-left: 4px solid var(--warn);
        border-radius: 8px;
        box-shadow: 0 8px 24px #0003;
    }
    .toast button {
        width: 24px;
        height: 24px;
        display: grid;
        place-items: center;
        flex: none;
        color: var(--soft);
    }
    .empty {
        position: absolute;
        inset: 40% 0 auto;
        z-index: 3;
        width: fit-content;
        max-width: min(46ch, calc(100% - 24px));
        margin: 0 auto;
        padding: 14px 18px;
        border: 1px solid var(--rule);
        border-radius: 12px;
        background: var(--panel);
        text-align: center;
        color: var(--soft);
        font-size: 14px;
    }
    .skeleton {
        position: absolute;
        inset: var(--header) 0 0;
        animation: appear 0s 300ms both;
    }
    .skeleton i {
        display: block;
        height: 64px;
        margin: 8px 10px;
        border-radius: 8px;
        background: linear-gradient(90deg, var(--rule) 30%, var(--panel) 50%, var(--rule) 70%) 0 0 / 300% 100%;
        animation: shimmer 1.6s linear infinite;
    }
    @keyframes appear {
        from {
            visibility: hidden;
        }
    }
    @keyframes shimmer {
        from {
            background-position: 100% 0;
        }
        to {
            background-position: -50% 0;
        }
    }
    @keyframes breathe {
        from {
            opacity: 0.4;
        }
    }
    @keyframes fresh {
        from {
            background: color-mix(in srgb, var(--accent) 35%, var(--chip));
        }
    }
    @media (prefers-reduced-motion: reduce) {
        *,
        *::before,
        *::after {
            animation-duration: 0.01ms !important;
            animation-iteration-count: 1 !important;
            transition: none !important;
        }
    }
    @media (forced-colors: active) {
        .lights i,
        .face,
        .load u {
            forced-color-adjust: none;
        }
    }
`;

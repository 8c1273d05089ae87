import { css } from 'lit';

/** A phone's list of one technician's day, the line that chooses whose, and what is folded below the rows. */
export const dayListStyles = css`
    .scroller[hidden] {
        display: none;
    }
    .whose-day {
        flex: none;
        display: flex;
        align-items: stretch;
        background: var(--panel);
        border-bottom: 1px solid var(--rule);
    }
    .whose-day button,
    .turn button {
        flex: none;
        width: 44px;
        height: 44px;
        color: var(--accent);
    }
    .whose-day select {
        flex: 1 1 0;
        min-width: 0;
        padding: 0 8px;
        border: 0;
        font: inherit;
        font-size: 15px;
        font-weight: 600;
        text-align: center;
        text-align-last: center;
        color: var(--ink);
        background: var(--panel);
    }
    .narrow .day.turn {
        flex: none;
        display: flex;
        align-items: center;
        justify-content: space-between;
        background: var(--panel);
        border-bottom: 1px solid var(--rule);
    }
    .narrow .day.turn.today {
        background: var(--today);
    }
    .day-list {
        flex: 1 1 0;
        min-height: 0;
        overflow: hidden auto;
        padding: 10px 10px 20px;
        touch-action: pan-y;
        overflow-wrap: anywhere;
    }
    .day-list header {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 0 2px 8px;
    }
    .day-list header .face {
        width: 36px;
        height: 36px;
        font-size: 13px;
    }
    .day-list header p {
        margin: 0;
        min-width: 0;
        font-size: 13px;
        color: var(--soft);
    }
    .day-list ol {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
    }
    .stop.untimed time {
        font-size: 12px;
        white-space: normal;
    }
    .nobody {
        margin: 12vh 12px 0;
        text-align: center;
        font-size: 15px;
        color: var(--soft);
    }
    .between {
        padding-left: 66px;
        font-size: 13px;
        color: var(--soft);
        border-left: 0;
    }
    .between.tight {
        color: var(--bad);
        font-weight: 600;
    }
    .stop {
        position: relative;
        border: 1px solid var(--rule);
        border-radius: 10px;
        background: var(--chip);
    }
    .stop.broken {
        border-color: var(--bad);
    }
    .stop:has([aria-pressed='true']) {
        outline: 2px solid var(--accent);
    }
    .stop .open {
        display: flex;
        gap: 10px;
        width: 100%;
        padding: 10px 12px;
        text-align: start;
        border-radius: 10px;
        user-select: none;
        -webkit-user-select: none;
        -webkit-touch-callout: none;
    }
    .stop time {
        flex: none;
        width: 48px;
        white-space: nowrap;
        font-size: 15px;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
    }
    .stop time small {
        display: block;
        font-size: 12px;
        font-weight: 400;
        color: var(--soft);
    }
    .stop .what {
        flex: 1 1 0;
        min-width: 0;
        display: grid;
        gap: 2px;
        font-size: 13px;
    }
    .stop .who-is {
        padding-right: 84px;
        font-size: 16px;
        font-weight: 650;
        line-height: 1.3;
    }
    .stop .where {
        color: var(--soft);
    }
    .stop .both .lights {
        margin-right: 3px;
        vertical-align: -1px;
    }
    .stop q {
        padding-left: 8px;
        border-left: 3px solid var(--accent);
        font-style: italic;
        quotes: '“' '”';
    }
    .stop .matters {
        color: var(--soft);
    }
    .stop .remember {
        padding: 4px 8px;
        border-radius: 6px;
        background: var(--warn-bg);
    }
    .stop.done {
        background: transparent;
    }
    .stop.missed .who-is {
        text-decoration: line-through;
    }
    .stop.dim {
        color: var(--soft);
        border-color: transparent;
        background: transparent;
    }
    .stop.lit {
        border-color: var(--accent);
    }
    .stop .move-to {
        position: absolute;
        top: 0;
        right: 0;
        min-height: 44px;
        padding: 0 12px;
        font-size: 13px;
        font-weight: 600;
        color: var(--accent);
    }
    .folds {
        flex: none;
        display: flex;
        border-top: 1px solid var(--rule);
        background: var(--panel);
    }
    .folds .fold {
        flex: 1 1 0;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 40px;
        padding: 0 10px;
        border: 0;
        font-size: 13px;
    }
    .folds .fold + .fold {
        border-left: 1px solid var(--rule);
    }
    .fold .icon {
        font-size: 9px;
        transform: rotate(180deg);
    }
    .fold[aria-expanded='true'] .icon {
        transform: none;
    }
    .fold.taking {
        background: color-mix(in srgb, var(--accent) 8%, transparent);
    }
    .fold.aimed {
        box-shadow: inset 0 0 0 2px var(--accent);
    }
`;

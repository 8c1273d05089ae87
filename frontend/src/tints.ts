import { unsafeCSS } from 'lit';
import { TINTS } from './colours.js';

/**
 * What cards are coloured by, on paper and in the dark. Light and dark steps alternate in lightness as well as in hue, so
 * that neighbours stay apart for people who see fewer colours; the letters on them have a contrast of 4.5 or more.
 */
const PALETTE: readonly (readonly [paper: string, dark: string])[] = [
    ['#1f5f8b', '#8cc4ea'],
    ['#f0b429', '#d99a1c'],
    ['#0b6e5c', '#5fd1b6'],
    ['#a3352b', '#f59a8f'],
    ['#c9a9e0', '#b48ad6'],
    ['#4a4e57', '#c3c8d1'],
    ['#9fd3c7', '#6aa99a'],
    ['#7a3e86', '#e2a6ee'],
];

/** Tints on which dark letters are readable on paper too; in the dark all are. */
const PALE = new Set([1, 4, 6]);

export const tints = unsafeCSS(
    `.tint{display:inline-grid;place-items:center;flex:none;min-width:17px;height:15px;padding:0 2px;border-radius:4px;` +
        `font-size:11px;line-height:1;font-weight:700;letter-spacing:-.02em;font-style:normal}` +
        `.tint::before{content:attr(data-letters)}` +
        PALETTE.slice(0, TINTS)
            .map(([paper, dark], place) => {
                const letters = PALE.has(place) ? '#16181c' : 'light-dark(#fff,#16181c)';
                return `.t${place}{background:light-dark(${paper},${dark});color:${letters}}`;
            })
            .join(''),
);

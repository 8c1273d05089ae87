import { svg, type TemplateResult } from 'lit';

/** Drawn, not typed: signs outside the basic letters are missing in some fonts. */
const icon = (path: string) =>
    svg`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>`;

export const icons: Record<
    'hand' | 'pencil' | 'pin' | 'tick' | 'open' | 'previous' | 'next' | 'close' | 'wait' | 'collapse' | 'expand',
    TemplateResult
> = {
    hand: icon(
        'M6 8V2.500a1 1 0 0 1 2 0V7h.5V1.500a1 1 0 0 1 2 0V7h.5V3a1 1 0 0 1 2 0v7c0 3-1.800 5-4.500 5C6 15 5 13.800 3.900 12L1.700 8.700c-.5-.9.700-1.800 1.500-1.100L5 9.200V4a1 1 0 0 1 1-1z',
    ),
    pencil: icon('M11.3 1.6l3.1 3.1L5.6 13.5l-4 .9.9-4z'),
    pin: icon('M8 1a5 5 0 0 0-5 5c0 3.6 5 9 5 9s5-5.4 5-9a5 5 0 0 0-5-5zm0 6.8A1.9 1.9 0 1 1 8 4a1.9 1.9 0 0 1 0 3.8z'),
    tick: icon('M6.3 12.9L1.9 8.5l1.7-1.7 2.7 2.7 6.1-6.2L14.1 5z'),
    open: icon('M2 4.5h12L8 12z'),
    previous: icon('M10.5 2L12 3.500 7.500 8l4.500 4.500-1.500 1.500-6-6z'),
    next: icon('M5.500 2L4 3.500 8.500 8 4 12.500 5.500 14l6-6z'),
    close: icon(
        'M3.400 2L8 6.600 12.600 2 14 3.400 9.400 8l4.600 4.600-1.400 1.400L8 9.400 3.400 14 2 12.600 6.600 8 2 3.400z',
    ),
    collapse: icon('M3 7l5-5 5 5-1.200 1.200L8 4.400 4.200 8.200zM3 13l5-5 5 5-1.200 1.200L8 10.400l-3.800 3.800z'),
    expand: icon('M3 3l1.200-1.200L8 5.600l3.800-3.800L13 3 8 8zM3 9l1.200-1.200L8 11.600l3.800-3.800L13 9l-5 5z'),
    wait: icon('M3.500 1h9v2.500L9.300 8l3.200 4.500V15h-9v-2.500L6.700 8 3.500 3.500z'),
};

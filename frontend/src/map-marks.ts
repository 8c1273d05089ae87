import type { Mark } from './map-features.js';
import { SIGNS, type Paint } from './map-paint.js';

/** Draws the marks of the map on a canvas, in the sizes of a screen with two dots to the pixel. */

export const DENSITY = 2;
const WIDTH = 40;
const HEIGHT = 34;
const RADIUS = 11;
const CENTRE = { x: 16, y: 15 };
/** Where the two lights sit: at the lower right of the stop, the customer's first. */
const CUSTOMER = { x: 20, y: 26 };
const COMPANY = { x: 32, y: 26 };
const LOUD = 5.5;
const QUIET = 3;

/** A stop: a disc in the technician's colour with its number, or a hollow one where nobody drives; both lights at its foot. */
export function drawStop(paint: Paint, { colour, number, customer, company }: Mark): ImageData {
    const pen = penOf(WIDTH, HEIGHT);
    pen.beginPath();
    pen.arc(CENTRE.x, CENTRE.y, RADIUS, 0, 2 * Math.PI);
    if (number === 0) {
        pen.fillStyle = paint.panel;
        pen.fill();
        pen.lineWidth = 2.5;
        pen.strokeStyle = paint.ink;
        pen.setLineDash([4, 3]);
        pen.stroke();
        pen.setLineDash([]);
    } else {
        pen.fillStyle = paint.faces[colour] ?? paint.nobody;
        pen.fill();
        pen.lineWidth = 2;
        pen.strokeStyle = paint.panel;
        pen.stroke();
        pen.fillStyle = colour < 0 ? paint.onSign : '#fff';
        pen.font = `650 ${number > 99 ? 9 : 12}px system-ui, sans-serif`;
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.fillText(String(number), CENTRE.x, CENTRE.y + 0.5);
    }
    light(pen, paint, CUSTOMER, customer, 'round');
    light(pen, paint, COMPANY, company, 'square');
    return pen.getImageData(0, 0, WIDTH * DENSITY, HEIGHT * DENSITY);
}

/** Our own place: a house. */
export function drawOffice(paint: Paint): ImageData {
    const pen = penOf(28, 28);
    pen.beginPath();
    pen.roundRect(2, 2, 24, 24, 6);
    pen.fillStyle = paint.panel;
    pen.fill();
    pen.lineWidth = 2;
    pen.strokeStyle = paint.accent;
    pen.stroke();
    pen.beginPath();
    pen.moveTo(6.5, 14);
    pen.lineTo(14, 7);
    pen.lineTo(21.5, 14);
    pen.moveTo(9, 12.5);
    pen.lineTo(9, 20.5);
    pen.lineTo(19, 20.5);
    pen.lineTo(19, 12.5);
    pen.lineJoin = 'round';
    pen.stroke();
    return pen.getImageData(0, 0, 28 * DENSITY, 28 * DENSITY);
}

function light(
    pen: OffscreenCanvasRenderingContext2D,
    paint: Paint,
    { x, y }: { x: number; y: number },
    tone: 0 | 1 | 2,
    shape: 'round' | 'square',
): void {
    const size = tone === 0 ? QUIET : LOUD;
    pen.beginPath();
    if (shape === 'round') {
        pen.arc(x, y, size, 0, 2 * Math.PI);
    } else {
        pen.roundRect(x - size, y - size, 2 * size, 2 * size, tone === 0 ? 1 : 2);
    }
    pen.lineWidth = 3;
    pen.strokeStyle = paint.panel;
    pen.stroke();
    pen.fillStyle = paint.tones[tone];
    pen.fill();
    pen.fillStyle = paint.onSign;
    pen.font = '700 9px system-ui, sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(SIGNS[tone], x, y + 0.5);
}

function penOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
    const pen = new OffscreenCanvas(width * DENSITY, height * DENSITY).getContext('2d', { willReadFrequently: true });
    if (!pen) {
        throw new Error('This browser cannot draw on a canvas.');
    }
    pen.scale(DENSITY, DENSITY);
    return pen;
}

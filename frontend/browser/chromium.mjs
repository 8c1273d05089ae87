// Starts the system's Chromium: the one named by CHROMIUM, else the one on the path.
import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ARGUMENTS = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

function executable() {
    const onPath = (process.env.PATH ?? '')
        .split(delimiter)
        .flatMap((folder) => NAMES.map((name) => join(folder, name)));
    const found = [process.env.CHROMIUM, ...onPath].find((file) => file && existsSync(file));
    if (!found) {
        throw new Error('No Chromium was found. Install one (apt install chromium), or name it in CHROMIUM.');
    }
    return found;
}

/** @param {string[]} more further arguments for Chromium */
export function startChromium(more = []) {
    return chromium.launch({ executablePath: executable(), args: [...ARGUMENTS, ...more] });
}

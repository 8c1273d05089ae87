import { build } from 'esbuild';
import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RailContents } from '../src/rail.js';
import { startChromium } from './chromium.mjs';

let browser: Browser;
let script: string;

beforeAll(async () => {
    browser = await startChromium();
    const { outputFiles } = await build({
        entryPoints: [new URL('../src/rail.ts', import.meta.url).pathname],
        bundle: true,
        format: 'esm',
        target: 'es2022',
        write: false,
    });
    script = outputFiles[0]!.text;
});
afterAll(() => browser.close());

const CONTENTS: RailContents = {
    screens: [
        { path: 'board', title: 'Board', icon: 'icons/board.svg' },
        { path: '', title: 'Start <i>here</i>', icon: 'icons/record.svg' },
    ],
    deeds: [{ words: 'They said…', icon: 'icons/heard.svg', key: 'h' }],
    username: 'adele',
    name: '<img src=x onerror=document.title="bad"> Moreau',
};

/** A page with the rail, told its contents and where one is, in this order. */
async function open(...told: ('contents' | 'here')[]): Promise<Page> {
    const page = await browser.newPage();
    await page.setContent('<title>good</title><dorothy-rail></dorothy-rail>');
    await page.addScriptTag({ content: script, type: 'module' });
    await page.evaluate(
        ([properties, contents]) => {
            const rail = document.querySelector('dorothy-rail') as unknown as Record<string, unknown>;
            rail['$server'] = {
                openAccount: () => (document.title += ' opened'),
                act: (key: string, visit: string | null) => (document.title += ` ${key}:${visit}`),
            };
            for (const property of properties) {
                rail[property] = property === 'contents' ? contents : 'board';
            }
        },
        [told, JSON.stringify(CONTENTS)] as const,
    );
    return page;
}

it.each([
    ['contents', 'here'],
    ['here', 'contents'],
] as const)('marks the screen one is on, told %s before %s', async (...told) => {
    const page = await open(...told);
    expect(await page.getByRole('link', { name: 'Board' }).getAttribute('aria-current')).toBe('page');
    expect(await page.locator('[aria-current]').count()).toBe(1);
});

it('keeps every name as text and the first page apart from this one', async () => {
    const page = await open('contents');
    expect(await page.locator('img, i').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Start <i>here</i>' }).getAttribute('href')).toBe('.');
    expect(await page.title()).toBe('good');
});

it('asks for the menu of the account once; then the menu opens itself', async () => {
    const page = await open('contents');
    const button = page.locator('#account');
    expect(await button.getAttribute('aria-label')).toBe(`Your account: ${CONTENTS.name}`);
    expect(await button.getAttribute('aria-haspopup')).toBe('dialog');
    expect(await button.innerText(), 'the letters are drawn, so that the name is all there is to read').toBe('');
    await page.addStyleTag({ content: '#account { display: block; block-size: 30px; }' }); // as the frame's style sheet does
    await button.click();
    await button.click();
    expect(await page.title()).toBe('good opened');
});

it('does from anywhere what has a key, for the selected visit, but not while somebody types', async () => {
    const page = await open('contents');
    await page.keyboard.press('h');
    await page.evaluate(() => window.dispatchEvent(new CustomEvent('dorothy-select', { detail: { visit: 'D10' } })));
    await page.getByRole('button', { name: 'They said…' }).click();
    expect(await page.title()).toBe('good h:null h:D10');

    await page.evaluate(() => document.body.append(document.createElement('input')));
    await page.locator('input').fill('');
    await page.keyboard.press('h');
    await page.locator('input').blur();
    await page.keyboard.press('Control+h');
    expect(await page.title()).toBe('good h:null h:D10');
    await page.close();
});

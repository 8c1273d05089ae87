import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startChromium } from './chromium.mjs';
import { dayOf, dorothy, FakeOffice, PhonePage, stopOf, technicianDayScript } from './phone-page.js';

let browser: Browser;
let script: string;
let office: FakeOffice;
let phone: PhonePage;

beforeAll(async () => {
    browser = await startChromium();
    script = await technicianDayScript();
});
afterAll(() => browser.close());

const baker = () => stopOf('B1', 'Baker Street Bakery', { start: '11:00' });

beforeEach(() => {
    office = new FakeOffice(dayOf([dorothy(), baker()], [stopOf('T1', 'Mr Osei', { start: '08:15' })]));
});
afterEach(async () => {
    expect(phone.errors).toEqual([]);
    await phone.page.context().close();
});

const open = async (attributes = '') => {
    phone = await PhonePage.open(browser, script, office, attributes);
};
const openDay = async () => {
    await open();
    await phone.stop('Dorothy').waitFor();
};

/** What a whole visit takes, pressed on the phone. */
async function visitDorothy(said = 'Please not before ten.'): Promise<void> {
    await phone.button('I have read it').click();
    await phone.button('Check in').click();
    await phone.button('Check out').click();
    await phone.page.getByLabel('Done').check();
    await phone.page.getByLabel('What did they say?').fill(said);
    await phone.button('Close the visit').click();
}

describe('the day on a phone', () => {
    it('shows the run in order and at each stop the person first', async () => {
        await openDay();
        expect(await phone.page.locator('technician-day .name').allInnerTexts()).toEqual([
            'Dorothy',
            'Baker Street Bakery',
        ]);
        const words = (await phone.stop('Dorothy').innerText()).replace(/\s+/g, ' ');
        expect(words).toMatch(/^9:00 40 min Dorothy Dorothy Hale Something to remember Please remember/);
        expect(words).toContain('The dog is called Bruno. Shoes off, please. I have read it');
        expect(words).toContain('Will you be the one doing the service? Promised Ana Petrov heard by Sam Whitlock');
        expect(words).toContain('How to get in Back door, ring twice 7 Market Lane Call +1 312 555 0142');
        expect(words).toMatch(/Who was here before AP Ana Petrov 8 Sep CL Cy Lindgren 11 Aug/);
        await phone.button(/^Tomorrow/).click();
        expect(await phone.stop('Mr Osei').innerText()).toContain('8:15');
        expect(await phone.button('Check in').count()).toBe(0);
    });

    it('fits the phone, with small things large enough for a thumb', async () => {
        await openDay();
        await phone.button('I have read it').click();
        await phone.button('Could not do it').click();
        expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        for (const button of await phone.page.locator('technician-day button:visible').all()) {
            expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
        }
    });

    it('lets nobody begin before they have read what to remember', async () => {
        await openDay();
        expect(await phone.button('Check in').isDisabled()).toBe(true);
        await phone.button('I have read it').click();
        await expect.poll(() => phone.button('Check in').isEnabled()).toBe(true);
        await phone.stop('Dorothy').getByText('Read at 8:30').waitFor();
        await expect.poll(() => office.received).toMatchObject([{ kind: 'READ', visit: 'D10', mark: 'm1' }]);
    });

    it('takes a whole visit down and says that it is sent', async () => {
        await openDay();
        await visitDorothy();
        await expect.poll(() => office.received.map(({ kind }) => kind)).toEqual(['READ', 'CHECK_IN', 'CHECK_OUT']);
        expect(office.received[2]).toMatchObject({
            outcome: 'DONE',
            said: 'Please not before ten.',
            nothingSaid: false,
            why: null,
        });
        office.day = dayOf([{ ...dorothy(), status: 'done' }, baker()]);
        await expect.poll(() => phone.state.innerText()).toBe('Sent');
    });

    it('asks what is missing in one sentence and keeps what was typed', async () => {
        await openDay();
        await phone.button('Could not do it').click();
        await phone.button('Close the visit').click();
        const alert = phone.page.getByRole('alert');
        expect(await alert.innerText()).toBe('Say why it was missed.');
        await phone.page.getByLabel('Why was it missed?').fill('<b>Nobody</b> opened.');
        await phone.button('Close the visit').click();
        expect(await alert.innerText()).toBe('Write down what they said, or say that they said nothing.');
        await phone.page.getByLabel('What did they say?').fill('x'.repeat(10_000));
        await phone.button('Close the visit').click();
        expect(await alert.innerText()).toContain('this has 10000');
        expect(await phone.page.getByLabel('What did they say?').inputValue()).toHaveLength(10_000);
        await phone.page.getByLabel('What did they say?').fill('');
        await phone.page.getByLabel('They said nothing').check();
        await phone.button('Close the visit').click();
        await expect
            .poll(() => office.received)
            .toMatchObject([
                { kind: 'CHECK_OUT', outcome: 'MISSED', why: '<b>Nobody</b> opened.', said: null, nothingSaid: true },
            ]);
        await phone.stop('Dorothy').getByText('Missed').first().waitFor();
    });

    it('says who introduced somebody new, or that nobody did', async () => {
        office.day = dayOf([
            {
                ...dorothy(),
                newHere: { metOn: '2026-09-08', introducedBy: 'Cy Lindgren' },
                ask: 'Is nine still a good time?',
            },
            { ...baker(), newHere: { metOn: null, introducedBy: null } },
        ]);
        await openDay();
        await phone.stop('Dorothy').getByText('introduced by Cy Lindgren on Tue 8 Sep').waitFor();
        await phone.stop('Dorothy').getByText('Ask this time: Is nine still a good time?').waitFor();
        await phone.stop('Baker').getByRole('button').first().click();
        await phone.stop('Baker').getByText('nobody has introduced you').waitFor();
    });

    it('holds ten thousand letters, other scripts and markup', async () => {
        const note = '<img src=x onerror=alert(1)> عبد الرحمن '.repeat(300).slice(0, 10_000);
        office.day = dayOf([
            {
                ...dorothy(),
                name: '<b>عبد</b> Donaudampfschifffahrtsgesellschaftskapitänswitwe',
                note,
                access: note,
                remember: { words: [note], mark: 'm', readAt: null },
            },
        ]);
        await open();
        await phone.page.locator('technician-day .stop .remember').waitFor();
        expect(await phone.page.locator('technician-day img, technician-day b').count()).toBe(0);
        expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        await phone.page.getByText('Show all').first().click();
        expect(await phone.page.locator('technician-day .stop').innerText()).toContain(note.slice(-200).trim());
    });

    it('is for looking only where somebody else looks', async () => {
        office.day = dayOf([dorothy()], [], { mayWrite: false });
        await open('looking');
        await phone.stop('Dorothy').waitFor();
        expect(await phone.state.innerText()).toBe(
            'You are looking at the day of Ana Petrov. Only they enter something here.',
        );
        expect(await phone.button(/Check|read|Could/).count()).toBe(0);
        await phone.stop('Dorothy').getByText('Not read yet').waitFor();
    });

    it('teaches on an empty day and says why somebody is away', async () => {
        office.day = dayOf([], [stopOf('T1', 'Mr Osei', { start: '08:15' })]);
        office.day.days[0]!.away = 'vacation';
        office.day.days[0]!.elsewhere = ['14:00'];
        await open();
        await phone.page.getByText('No visits today. Tomorrow: 1 visit, the first at 8:15.').waitFor();
        await phone.page.getByText('You are on vacation today.').waitFor();
        await phone.page.getByText('14:00: a visit for another office.').waitFor();
    });

    it('tells whoever may not see it, and forgets the day', async () => {
        await openDay();
        office.status = 403;
        office.sentence = 'Your account is not tied to a technician yet.';
        await phone.page.clock.runFor(61_000);
        await phone.page.getByText('Your account is not tied to a technician yet.').waitFor();
        expect(
            await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':day'))),
        ).toEqual([]);
    });

    it('has nothing serious against it in light and dark', async () => {
        await openDay();
        await phone.button('I have read it').click();
        await phone.button('Check in').click();
        await phone.button('Check out').click();
        await phone.page.addScriptTag({ content: axe.source });
        for (const colorScheme of ['light', 'dark'] as const) {
            await phone.page.emulateMedia({ colorScheme });
            await phone.page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), colorScheme);
            const found = await phone.page.evaluate(async () => {
                const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
                    document.querySelector('technician-day')!,
                );
                return violations
                    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                    .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
            });
            expect(found).toEqual([]);
        }
    });
});

describe('a dead spot', () => {
    it('keeps what is entered for an hour and sends it then, once and in order', async () => {
        await openDay();
        await phone.network(false);
        await visitDorothy();
        await expect.poll(() => phone.state.innerText()).toContain('No network. Not sent yet: 3.');
        expect(office.received).toEqual([]);
        await phone.page.clock.runFor('01:00:00');
        expect(await phone.state.innerText()).toContain('Not sent yet: 3');
        expect(await phone.stop('Dorothy').innerText()).toContain('Done 8:30–8:30');
        // And the next stop goes on as well.
        await phone.button('Check in').click();
        await expect.poll(() => phone.state.innerText()).toContain('Not sent yet: 4');
        await phone.network(true);
        await expect
            .poll(() => office.received.map(({ kind }) => kind))
            .toEqual(['READ', 'CHECK_IN', 'CHECK_OUT', 'CHECK_IN']);
        expect(office.received[1]!['agoMillis']).toBeGreaterThanOrEqual(3_600_000);
        expect(office.received[3]!['agoMillis']).toBeLessThan(60_000);
        await expect.poll(() => phone.state.innerText()).toBe('Sent');
        expect(await phone.page.evaluate(() => localStorage.getItem('dorothy-day:ana:ANA:kept'))).toBe(
            '{"entries":[],"troubles":[]}',
        );
    });

    it('keeps it over a reload, and the day and half a sentence with it', async () => {
        await openDay();
        await phone.network(false);
        await phone.button('I have read it').click();
        await phone.button('Check in').click();
        await phone.button('Check out').click();
        await phone.page.getByLabel('What did they say?').fill('Half a sen');
        await phone.page.context().setOffline(false); // the page itself comes again, the office does not answer
        await phone.page.reload();
        await phone.stop('Dorothy').getByText('Here since 8:30').waitFor();
        expect(await phone.page.getByLabel('What did they say?').inputValue()).toBe('Half a sen');
        await expect.poll(() => phone.state.innerText()).toContain('Not sent yet: 2');
        office.online = true;
        await phone.page.clock.runFor(16_000);
        await expect.poll(() => office.received.map(({ kind }) => kind)).toEqual(['READ', 'CHECK_IN']);
    });

    it('sends the same entry again under the same id when the answer was lost', async () => {
        await openDay();
        office.lost = 1;
        await phone.button('I have read it').click();
        await expect.poll(() => office.received).toHaveLength(1);
        await expect.poll(() => phone.state.innerText()).toContain('Not sent yet: 1');
        await phone.page.clock.runFor(2_000);
        await expect.poll(() => office.received).toHaveLength(2);
        expect(office.ids[1]).toBe(office.ids[0]);
        await expect.poll(() => phone.state.innerText()).toBe('Sent');
    });

    it('stays as it was entered when the network goes after sending and before the day is read again', async () => {
        await openDay();
        office.blind = true;
        await phone.button('I have read it').click();
        await phone.button('Check in').click();
        await expect.poll(() => office.received).toHaveLength(2);
        await expect.poll(() => phone.state.innerText()).toContain('No network. You see the day as of 8:30.');
        await phone.button('Check out').waitFor();
        office.online = false;
        await phone.page.reload();
        await phone.stop('Dorothy').getByText('Here since 8:30').waitFor();
    });

    it('takes a sign-in page of somebody else for no network, and its own for being signed out', async () => {
        await openDay();
        office.status = 502;
        await phone.button('I have read it').click();
        await expect.poll(() => phone.state.innerText()).toContain('No network. Not sent yet: 1.');
        office.status = 401;
        await phone.page.clock.runFor(2_000);
        await expect.poll(() => phone.state.innerText()).toContain('You are signed out. Not sent yet: 1.');
        expect(await phone.page.getByRole('link', { name: 'Sign in' }).count()).toBe(1);
        office.status = null;
        await phone.page.clock.runFor(16_000);
        await expect.poll(() => phone.state.innerText()).toBe('Sent');
    });

    it('says where the day is when there is none', async () => {
        office.online = false;
        await open();
        await phone.page.getByText('No network, and this phone has not kept the day yet.').waitFor();
        office.online = true;
        await phone.page.clock.runFor(2_000);
        await phone.stop('Dorothy').waitFor();
    });

    it('shows what two tabs have entered in both, and sends it once each', async () => {
        await openDay();
        office.online = false;
        const second = await PhonePage.in(phone.page.context(), script, office);
        await second.stop('Dorothy').waitFor();
        await phone.button('I have read it').click();
        await second.stop('Dorothy').getByText('Read at').waitFor();
        office.online = true;
        await phone.page.clock.runFor(16_000);
        await expect.poll(() => new Set(office.ids).size).toBe(1);
        await second.page.clock.runFor(16_000);
        await expect.poll(() => second.state.innerText()).not.toContain('Not sent yet');
        expect(new Set(office.ids).size).toBe(1);
    });
});

describe('what the office has changed meanwhile', () => {
    it('is told in a sentence with what was entered, until it was read', async () => {
        office.answer = ({ kind }) =>
            kind === 'CHECK_OUT'
                ? { status: 'CONFLICT', sentence: 'The visit of Dorothy was given to Ben Okafor meanwhile.' }
                : {};
        await openDay();
        await visitDorothy('Only Ana, please.');
        office.day = dayOf([baker()]);
        const trouble = phone.page.locator('technician-day .trouble');
        await trouble.getByText('was given to Ben Okafor meanwhile').waitFor();
        expect(await trouble.innerText()).toContain('They said: “Only Ana, please.”');
        await phone.page.reload();
        await trouble.waitFor();
        await phone.button('I have read this').click();
        await expect.poll(() => trouble.count()).toBe(0);
        await phone.page.reload();
        await phone.stop('Baker').waitFor();
        expect(await trouble.count()).toBe(0);
    });

    it('asks about a wish on who somebody is, and loses no word of it', async () => {
        office.answer = ({ kind, keepDeclined }) =>
            kind === 'CHECK_OUT' && !keepDeclined
                ? { caught: { options: ['A language the job needs'], toSay: 'We send whoever knows the work best.' } }
                : {};
        await openDay();
        await visitDorothy("Please don't send a woman.");
        const trouble = phone.page.locator('technician-day .trouble');
        await trouble.getByText('We send whoever knows the work best.').waitFor();
        expect(await trouble.getByLabel('What they said').inputValue()).toBe("Please don't send a woman.");
        await trouble.getByLabel('What they said').fill('');
        await phone.button('Write this down').click();
        expect(await trouble.getByRole('alert').innerText()).toContain('Write down what they said');
        await trouble.getByLabel('What they said').fill("Please don't send a woman.");
        await phone.button('Keep as declined, I told them').click();
        await expect
            .poll(() => office.received.at(-1))
            .toMatchObject({
                kind: 'SAID',
                visit: 'D10',
                said: "Please don't send a woman.",
                keepDeclined: true,
            });
        await expect.poll(() => trouble.count()).toBe(0);
    });

    it('asks to read again when there is more to remember than was read', async () => {
        await openDay();
        await phone.button('I have read it').click();
        await phone.stop('Dorothy').getByText('Read at').waitFor();
        office.day = dayOf([
            { ...dorothy(), remember: { words: ['The dog bites now.'], mark: 'm2', readAt: null } },
            baker(),
        ]);
        await phone.page.clock.runFor(61_000);
        await phone.stop('Dorothy').getByText('The dog bites now.').waitFor();
        expect(await phone.button('Check in').isDisabled()).toBe(true);
    });
});

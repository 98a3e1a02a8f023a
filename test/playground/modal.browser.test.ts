import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openScreen, PAGE_DIR, PHONE, startBrowser } from './browser.ts';
import { showroom } from './showroom.ts';
import { ANNA, GENERAL, httpStage, LI } from './stage.ts';

let browser: Browser;
beforeAll(async () => {
  if (CHROMIUM) browser = await startBrowser();
});
afterAll(() => browser?.close());

/** A person's screen with a modal on it that the app has just opened. */
async function withModal(name: 'note' | 'inputs', options: object = {}) {
  const told: string[] = [];
  const set = await httpStage(showroom(told), { pageDir: PAGE_DIR });
  const screen = await openScreen(browser, set.slack, { as: ANNA, place: GENERAL, ...options });
  await screen.page.getByRole('textbox', { name: 'Message #general' }).fill(`/probe ${name}`);
  await screen.page.keyboard.press('Enter');
  await screen.page.getByRole('dialog').waitFor();
  return {
    ...{ told, page: screen.page, slack: set.slack },
    note: screen.page.getByRole('textbox', { name: 'Note', exact: true }),
    async [Symbol.asyncDispose]() {
      await screen[Symbol.asyncDispose]();
      await set[Symbol.asyncDispose]();
    },
  };
}

const hasFocus = (field: Locator) => field.evaluate((element) => element.matches(':focus'));
const titled = (page: Page, name: string) => page.getByRole('dialog', { name }).waitFor();

async function pick(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.keyboard.type(typed);
  await page.getByRole('listbox').getByRole('option', { name: typed }).first().waitFor();
  await page.keyboard.press('Enter');
}

describe.skipIf(!CHROMIUM)(`modals of the local Slack${CHROMIUM ? '' : ' (no browser: set CHROME_PATH)'}`, () => {
  it('puts the cursor into the first field and keeps every key inside', async () => {
    await using on = await withModal('note');
    expect(await hasFocus(on.note)).toBe(true);
    const outside = on.page.locator('.app :focus');
    for (let presses = 0; presses < 12; presses += 1) {
      await on.page.keyboard.press('Tab');
      expect(await outside.count()).toBe(0);
    }
  });

  it('shows a field error at its field and keeps what was typed', async () => {
    await using on = await withModal('note');
    await on.page.getByRole('button', { name: 'Save' }).click();
    await on.page.getByText('Please complete this required field.').waitFor();
    await on.note.fill('bad');
    await on.note.press('Enter');
    await on.page.getByText('Say it more kindly.').waitFor();
    expect(await on.note.inputValue()).toBe('bad');
    expect(await on.note.getAttribute('aria-invalid')).toBe('true');
    expect(await hasFocus(on.note)).toBe(true);
    await on.note.fill('good');
    await on.page.getByRole('button', { name: 'Save' }).click();
    await on.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(on.told.at(-1)).toContain('"value":"good"');
  });

  it('keeps what is being typed while the app changes the view, and starts anew under a new block id', async () => {
    await using on = await withModal('note');
    await on.note.fill('half a sent');
    await on.page.getByRole('button', { name: 'keep' }).click();
    await titled(on.page, 'Kept');
    expect(await on.note.inputValue()).toBe('half a sent');
    await on.page.getByRole('button', { name: 'reset', exact: true }).click();
    await titled(on.page, 'Fresh');
    expect(await on.note.inputValue()).toBe('');
  });

  it('keeps what was typed when the page is loaded again', async () => {
    await using on = await withModal('note');
    await on.note.fill('half a sent');
    await on.note.blur();
    await on.slack.waitFor(() => on.slack.as(ANNA).views()[0]?.state['note']?.['text']?.value === 'half a sent');
    await on.page.reload();
    await expect.poll(() => on.note.inputValue(), { timeout: 8_000 }).toBe('half a sent');
  });

  it('stacks modals: back and Esc show the one below with its text, the cross closes all', async () => {
    await using on = await withModal('note');
    await on.note.fill('below');
    await on.page.getByRole('button', { name: 'push' }).click();
    await titled(on.page, 'Second');
    await on.page.getByRole('button', { name: 'Back' }).click();
    await titled(on.page, 'Note');
    expect(await on.note.inputValue()).toBe('below');
    await on.page.getByRole('button', { name: 'push' }).click();
    await titled(on.page, 'Second');
    await on.page.keyboard.press('Escape');
    await titled(on.page, 'Note');
    await on.page.getByRole('button', { name: 'push' }).click();
    await titled(on.page, 'Second');
    await on.page.getByRole('button', { name: 'Close all' }).click();
    await on.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('sends every kind of input as Slack would', async () => {
    await using on = await withModal('inputs');
    const { page } = on;
    const fill = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value);
    await fill('Note', 'two\nlines');
    await fill('Title', 'a title');
    await fill('E-mail', 'li@acme.example');
    await fill('Web site', 'https://acme.example');
    await fill('Amount', '12.5');
    await fill('Day', '2026-03-29');
    await fill('Hour', '09:30');
    await fill('Moment', '2026-07-01T12:00');
    await pick(page, 'Tier', 'B');
    await pick(page, 'Tags', 'New');
    await page.keyboard.press('Escape');
    await pick(page, 'Account', 'acme');
    await pick(page, 'Owner', '李伟');
    await pick(page, 'Team', 'Anna');
    await pick(page, 'Team', '李');
    await page.keyboard.press('Escape');
    await pick(page, 'Room', '#deals');
    await page.getByRole('radio', { name: 'Call' }).check();
    await page.getByRole('checkbox', { name: 'Tell' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const sent = JSON.parse((on.told.at(-1) ?? '').replace('submit ', ''));
    const values = Object.entries(sent).map(([block, byAction]) => [block, Object.values(byAction as object)[0]]);
    expect(Object.fromEntries(values)).toMatchObject({
      note: { value: 'two\nlines' },
      title: { value: 'a title' },
      email: { value: 'li@acme.example' },
      site: { value: 'https://acme.example' },
      amount: { value: '12.5' },
      day: { selected_date: '2026-03-29' },
      hour: { selected_time: '09:30' },
      // Noon in Berlin, where Anna is, wherever the browser runs.
      moment: { selected_date_time: Date.parse('2026-07-01T10:00:00Z') / 1000 },
      tier: { selected_option: { value: 'b' } },
      tags: { selected_options: [{ value: 'new' }] },
      account: { selected_option: { value: 'Acme' } },
      owner: { selected_user: LI },
      team: { selected_users: [ANNA, LI] },
      room: { selected_conversation: 'C0PRIVATE' },
      how: { selected_option: { value: 'call' } },
      also: { selected_options: [{ value: 'tell' }] },
    });
  });

  it('fills a phone’s screen', async () => {
    await using on = await withModal('inputs', PHONE);
    expect(await on.page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await on.page.getByRole('button', { name: 'Save' }).isVisible()).toBe(true);
  });
});

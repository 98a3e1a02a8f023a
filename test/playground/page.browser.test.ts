import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UiState } from '../../src/playground/protocol.ts';
import { CHROMIUM, openScreen, PAGE_DIR, PHONE, startBrowser } from './browser.ts';
import { showroom } from './showroom.ts';
import { ANNA, GENERAL, httpStage, LI } from './stage.ts';

let browser: Browser;
beforeAll(async () => {
  if (CHROMIUM) browser = await startBrowser();
});
afterAll(() => browser?.close());

/** The company, an app that shows everything, and one person's screen. */
async function stage(at: { as?: string; place?: string } & object = {}) {
  const told: string[] = [];
  const set = await httpStage(showroom(told), { pageDir: PAGE_DIR });
  const screen = await openScreen(browser, set.slack, { as: ANNA, place: GENERAL, ...at });
  return {
    ...{ told, screen, page: screen.page, slack: set.slack },
    async [Symbol.asyncDispose]() {
      await screen[Symbol.asyncDispose]();
      await set[Symbol.asyncDispose]();
    },
  };
}

const composer = (page: Page) => page.getByRole('textbox', { name: /^(Message|发消息到) / });

async function command(page: Page, line: string): Promise<void> {
  await composer(page).fill(line);
  await composer(page).press('Enter');
}

describe.skipIf(!CHROMIUM)(`the page of the local Slack${CHROMIUM ? '' : ' (no browser: set CHROME_PATH)'}`, () => {
  it('says that it is a stand-in and lets a newcomer complete and send a command by keyboard alone', async () => {
    await using on = await stage();
    await on.page.getByRole('navigation').getByText('Stand-in, not Slack').waitFor();
    await composer(on.page).focus();
    await on.page.keyboard.type('/p');
    await on.page.getByRole('option', { name: /\/probe/ }).waitFor();
    await on.page.keyboard.press('Enter');
    await on.page.getByText('[what]').waitFor();
    await on.page.keyboard.type('card');
    await on.page.keyboard.press('Enter');
    await on.page.getByText('Only visible to you').waitFor();
    expect(on.told).toEqual(['command card']);
    expect(on.screen.complaints).toEqual([]);
  });

  it('shows an app message as Slack would: marks, mentions, decoded entities, and no link that runs code', async () => {
    await using on = await stage();
    await command(on.page, '/probe card');
    const message = on.page.getByRole('article', { name: /^Probe/ });
    await message.getByRole('heading', { name: 'Acme & Sons' }).waitFor();
    expect(await message.locator('strong', { hasText: 'Owner' }).count()).toBe(1);
    expect(await message.getByText('@Anna Berg').count()).toBe(1);
    expect(await message.getByText('<!channel> 🎉').count()).toBe(1);
    const links = await message.getByRole('link').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual(['https://acme.example']);
  });

  it('shows what people write as words, however hostile', async () => {
    await using on = await stage();
    const hostile = '<img src=x onerror="document.title=1"> <!channel> &lt; *x* <@U0LI>';
    await command(on.page, hostile);
    await on.page.getByRole('log').getByText('<img src=x onerror="document.title=1"> <!channel>').waitFor();
    expect(await on.page.getByRole('log').locator('img').count()).toBe(0);
    expect(await on.page.title()).toBe('Probe');
  });

  it('asks before a button with a confirmation tells the app', async () => {
    await using on = await stage();
    await command(on.page, '/probe card');
    const remove = on.page.getByRole('button', { name: 'Remove' });
    await remove.click();
    await on.page.getByRole('alertdialog', { name: 'Remove it?' }).getByRole('button', { name: 'No' }).click();
    await remove.click();
    await on.page.getByRole('button', { name: 'Yes' }).click();
    await on.slack.waitFor(() => on.told.length > 1);
    await on.page.getByRole('button', { name: 'More options' }).click();
    await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('Enter');
    await on.slack.waitFor(() => on.told.length > 2);
    expect(on.told).toEqual(['command card', 'action remove', 'action more_menu archive']);
  });

  it('brings the line back and says so when the app does not answer', async () => {
    await using on = await stage();
    on.slack.script.ackWithin(100);
    await command(on.page, '/probe silence');
    await on.page.getByRole('region', { name: 'Notices' }).getByText('operation_timeout').waitFor();
    await expect.poll(() => composer(on.page).inputValue(), { timeout: 8_000 }).toBe('/probe silence');
  });

  it('opens Home, and reaches global and message shortcuts from their menus', async () => {
    await using on = await stage();
    await command(on.page, 'Acme called');
    await on.page
      .getByRole('article', { name: /^Anna Berg/ })
      .getByRole('button', { name: 'More actions' })
      .click();
    await on.page.getByRole('menuitem', { name: /Probe this/ }).click();
    await on.page.getByRole('button', { name: 'Shortcuts' }).click();
    await on.page.getByRole('menuitem', { name: /^Probe/ }).click();
    await on.slack.waitFor(() => on.told.length === 2);
    expect(on.told).toEqual(['shortcut probe_message', 'shortcut probe_global']);
    await on.page.getByRole('button', { name: "Open Probe's Home" }).click();
    await on.page.getByRole('heading', { name: 'Your day' }).waitFor();
    await on.page.reload();
    await on.page.getByRole('heading', { name: 'Your day' }).waitFor();
  });

  it('moves the clock for everybody and shows the business date', async () => {
    await using on = await stage({ place: 'home' });
    await on.page.getByRole('button', { name: '+1 week' }).click();
    await on.page.getByRole('region', { name: 'Clock' }).getByText('Moved time').waitFor();
    const { clock } = (await (await fetch(`${on.slack.url}ui/state`)).json()) as UiState;
    expect(clock.offsetMs).toBe(7 * 86_400_000);
    const head = on.page.getByRole('main').getByRole('time');
    const shown = await head.getAttribute('datetime');
    expect(Math.abs(Date.parse(shown ?? '') - Date.parse(clock.now))).toBeLessThan(60_000);
    await on.page.getByRole('button', { name: 'Reset' }).click();
    await on.page.getByText('Real time').waitFor();
  });

  it('changes who one is, and speaks that person’s language', async () => {
    await using on = await stage();
    await command(on.page, 'only in general');
    await on.page.getByRole('button', { name: /^deals/ }).click();
    await on.page.getByLabel('You are').selectOption(LI);
    await on.page.getByRole('navigation').getByText('替身，并非 Slack').waitFor();
    expect(await on.page.getByRole('button', { name: /^deals/ }).count()).toBe(0);
    expect(await on.page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await on.page.getByRole('button', { name: /^general/ }).click();
    await on.page.getByText('only in general').waitFor();
  });

  it.each([ANNA, LI])('fits a phone, with the sidebar as a drawer (%s)', async (as) => {
    await using on = await stage({ as, ...PHONE });
    await command(on.page, '/probe card');
    await on.page.getByRole('heading', { name: 'Acme & Sons' }).waitFor();
    expect(await on.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await on.page
      .getByRole('main')
      .getByText(/Stand-in, not Slack|替身，并非 Slack/)
      .waitFor();
    await on.page.getByRole('button', { name: /Open the sidebar|打开侧栏/ }).click();
    await on.page.getByRole('button', { name: /^elsewhere/ }).click();
    await on.page.getByRole('heading', { name: '#elsewhere' }).waitFor();
    await expect.poll(() => on.page.getByRole('navigation').isVisible(), { timeout: 8_000 }).toBe(false);
  });
});

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { LocalSlack } from '../../src/playground/local-slack.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The built page's folder; `npm test` builds it first. */
export const PAGE_DIR = fileURLToPath(new URL('../../dist/playground/page', import.meta.url));
const DESKTOP = { viewport: { width: 1280, height: 800 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A Chromium on this computer; a path in `CHROME_PATH` comes first. */
export const CHROMIUM = [process.env['CHROME_PATH'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

/** Starts the browser. @throws Error when the page has not been built */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(`${PAGE_DIR}/main.js`)) throw new Error(`${PAGE_DIR} is empty: run "npm run build" first`);
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
}

export interface Screen extends AsyncDisposable {
  readonly page: Page;
  /** What the page complained of; a test that expects nothing asserts that it is empty. */
  readonly complaints: string[];
}

/** Opens the page as one person, with a channel or `home` in front. */
export async function openScreen(
  browser: Browser,
  slack: LocalSlack,
  at: { as: string; place: string } & BrowserContextOptions,
): Promise<Screen> {
  const { as, place, ...options } = at;
  const context = await browser.newContext({ ...DESKTOP, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.setDefaultTimeout(8_000);
  await page.goto(`${slack.url}#${as}/${place}`);
  await page.getByRole('main').waitFor();
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

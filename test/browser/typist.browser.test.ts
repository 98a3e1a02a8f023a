import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, PAGE_DIR, startBrowser } from '../playground/browser.ts';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { aDesk } from './pages.ts';

/** A word is five strokes; in Chinese it is two characters. The command is completed after two letters, as in Slack. */
const wordsAMinute = 40;
const strokeMs = 60_000 / (wordsAMinute * 5);
const strokesOf = (text: string): number =>
  [...text.replace(/^\/account /, '/a\t')].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2.5 : 1), 0);
/** To find a button or a field, point at it and press. */
const pointMs = 1_200;

let browser: Browser;
let dossier: RunningApp;
beforeAll(async () => {
  if (!CHROMIUM) return;
  browser = await startBrowser();
  dossier = await anApp({ pageDir: PAGE_DIR, isLivedIn: true });
});
afterAll(async () => {
  await browser?.close();
  await dossier?.[Symbol.asyncDispose]();
});

if (!CHROMIUM) process.stdout.write('SKIPPED: the typist, because no Chromium was found (CHROME_PATH names one)\n');

/** What is typed in a line and in the form: the same talk, its people and its next step. */
const talks = [
  {
    language: 'en',
    who: staff.manager,
    line: '/account log acme: met Dana, pilot agreed; next: send quote friday',
    said: 'met Dana, pilot agreed',
    summary: 'met Dana, pilot agreed',
    step: 'send quote',
    words: { log: 'Log', summary: 'What was said', step: 'Next step', save: 'Save', logged: 'Logged for' },
    account: 'acme',
  },
  {
    language: 'zh',
    who: staff.chineseManager,
    line: '/account 记录华泰 拜访李总，确认试点；下一步：周五发报价',
    said: '拜访李总，确认试点',
    summary: '拜访李总，确认试点',
    step: '发报价',
    words: { log: '记录', summary: '聊了什么', step: '下一步', save: '保存', logged: '已记到' },
    account: '华泰',
  },
] as const;

describe.skipIf(!CHROMIUM).each(talks)('somebody who types 40 words a minute ($language)', (talk) => {
  const { language, who, words } = talk;
  /** What typing and pointing take: added up rather than waited for. */
  let handsMs = 0;
  const point = (): void => {
    handsMs += pointMs;
  };
  const typing = (text: string): void => {
    handsMs += strokesOf(text) * strokeMs;
  };
  beforeEach(() => {
    handsMs = 0;
  });
  /** Printed, not asserted: a slow machine is no fault of the product. */
  const tell = (what: string, { from, sent }: { from: number; sent: number }, aim: number): void => {
    const now = performance.now();
    const [all, waited] = [handsMs + now - from, now - sent].map((ms) => (ms / 1000).toFixed(1));
    process.stdout.write(
      `${language}, ${what}: ${all} s from opening to saved (aim: ${aim} s), ${waited} s of it from sent to saved\n`,
    );
  };

  it('logs a talk by one line', async () => {
    await using desk = await aDesk(browser, dossier, { who, place: channels.keyAccounts, language, width: 'phone' });
    const from = performance.now();
    point();
    typing(talk.line);
    const sent = performance.now();
    await desk.type(talk.line);
    await desk.answer.getByText(talk.said).waitFor();
    tell('one line', { from, sent }, 20);
    expect(desk.screen.complaints).toEqual([]);
  });

  it('logs a talk by the form of the card', async () => {
    await using desk = await aDesk(browser, dossier, { who, place: channels.keyAccounts, language, width: 'phone' });
    const from = performance.now();
    point();
    typing(`/account ${talk.account}`);
    await desk.type(`/account ${talk.account}`);
    point();
    await desk.button(words.log, desk.answer).click();
    await desk.field(words.summary).waitFor();
    point();
    typing(talk.summary);
    await desk.field(words.summary).fill(talk.summary);
    point();
    typing(talk.step);
    await desk.field(words.step).fill(talk.step);
    point();
    const sent = performance.now();
    await desk.button(words.save).click();
    await desk.page.getByText(words.logged).last().waitFor();
    tell('the form', { from, sent }, 30);
    expect(desk.screen.complaints).toEqual([]);
  });
});

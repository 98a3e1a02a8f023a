import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, PAGE_DIR, startBrowser } from '../playground/browser.ts';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { aDesk } from './pages.ts';

let browser: Browser;
let dossier: RunningApp;
beforeAll(async () => {
  if (!CHROMIUM) return;
  browser = await startBrowser();
  dossier = await anApp({ pageDir: PAGE_DIR });
});
afterAll(async () => {
  await browser?.close();
  await dossier?.[Symbol.asyncDispose]();
});

// To a colleague: what comes to the lead in person brings the lead one more message.
const cases = [
  {
    language: 'en',
    who: staff.manager,
    to: staff.chineseManager,
    line: 'handover acme',
    submit: 'Ask for approval',
    brief: 'brief acme',
  },
  {
    language: 'zh',
    who: staff.chineseManager,
    to: staff.manager,
    line: '移交 华泰科技',
    submit: '提交审批',
    brief: '简报 华泰科技',
  },
];

describe.skipIf(!CHROMIUM).each(cases)('On a phone ($language)', ({ language, who, to, line, submit, brief }) => {
  const at = { who, place: channels.keyAccounts, language, width: 'phone' } as const;

  it('the form of a handover, the lead’s message and the brief are readable', async () => {
    await using desk = await aDesk(browser, dossier, at);
    await desk.type(`/account ${line}`);
    await desk.button(submit).waitFor();
    await desk.picture('handover');
    const [form] = dossier.slack.as(who).views();
    if (!form) throw new Error('no form is open');
    await dossier.as(staff.lead).told(() => dossier.as(who).saves(form, { to, note: 'Ask for Jane first.' }));
    await desk.picture('handover-asked');
    await desk.clear();
    await desk.type(`/account ${brief}`);
    await desk.answer.getByRole('heading').first().waitFor();
    await desk.picture('brief', { whole: true });
    await using lead = await aDesk(browser, dossier, {
      ...at,
      who: staff.lead,
      place: dossier.slack.as(staff.lead).dmId,
    });
    await lead.answer.getByRole('button', { name: '同意', exact: true }).waitFor();
    await lead.picture('handover-request');
    await lead.button('同意', lead.answer).click();
    await lead.answer.getByRole('button', { name: '撤销', exact: true }).waitFor();
    await lead.picture('handover-approved', { whole: true });
    expect([...desk.screen.complaints, ...lead.screen.complaints]).toEqual([]);
  });
});

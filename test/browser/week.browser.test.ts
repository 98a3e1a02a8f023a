import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, PAGE_DIR, startBrowser } from '../playground/browser.ts';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { aDesk, type Desk, type Width, widths } from './pages.ts';
import { weeks } from './week-words.ts';

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

if (!CHROMIUM)
  process.stdout.write('SKIPPED: a working week in a browser, because no Chromium was found (CHROME_PATH names one)\n');

const cases = weeks.flatMap((week) =>
  (Object.keys(widths) as Width[]).map((width) => ({ ...week, width, title: `${week.language}, ${width}` })),
);

describe.skipIf(!CHROMIUM).each(cases)('A working week ($title)', (week) => {
  const { language, who, colleague, account, words, width, title } = week;
  const at = { who, place: channels.keyAccounts, language, width };
  const unique = `${language} ${width}`;
  let desk: Desk;
  beforeAll(async () => {
    desk = await aDesk(browser, dossier, at);
  });
  afterEach(() => desk.clear());
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it('begins at the fair: three fields, then their card, checked (R16)', async () => {
    // Nobody has the same number: somebody would be asked whether it is a duplicate.
    const last = cases.findIndex((one) => one.title === title);
    await desk.type(`${words.new} ${words.met} ${unique}`);
    await desk.field(words.theirCard).fill(words.paper.replace(/(\d{7,10})(?=\n|$)/, `$1${last}`));
    await desk.field(words.whatTheyWant).fill(words.wish);
    await desk.picture('week-fair');
    await desk.button(words.create).click();
    await desk.button(words.addContact).waitFor();
    await desk.picture('week-their-card');
    await desk.button(words.addContact).click();
    await desk.dialog.getByText(words.added).waitFor();
    await desk.dialog.getByText(words.person).first().waitFor();
    await desk.picture('week-contact-added');
  });

  it('logs by one line, takes it back and puts it back', async () => {
    await desk.type(words.line);
    await desk.answer.getByText(words.said).waitFor();
    await desk.picture('week-line');
    await desk.button(words.undo, desk.answer).click();
    await desk.answer.getByText(words.takenBack).waitFor();
    await desk.picture('week-line-undone');
    await desk.button(words.restore, desk.answer).click();
    await desk.answer.getByText(words.takenBack).waitFor({ state: 'detached' });
  });

  it('asks which account a line is for, and keeps it meanwhile', async () => {
    await desk.type(words.uncertain);
    await desk.answer.getByRole('button', { name: words.logTo }).waitFor();
    await desk.picture('week-line-asked');
    await desk.answer.getByRole('button', { name: words.logTo }).click();
    await desk.answer.getByRole('button', { name: words.logTo }).waitFor({ state: 'detached' });
    await desk.picture('week-line-answered');
  });

  it('logs by the form, with a next step', async () => {
    await desk.type(`/account ${account.typed}`);
    await desk.answer.getByRole('heading', { name: account.name }).waitFor();
    await desk.picture('week-card');
    await desk.button(words.log, desk.answer).click();
    await desk.field(words.whatWasSaid).fill(`${words.summary} ${unique}`);
    await desk.field(words.nextStep).fill(`${words.step} ${unique}`);
    await desk.picture('week-form');
    await desk.button(words.save).click();
    await desk.page.getByText(words.logged).last().waitFor();
    await desk.picture('week-form-saved');
  });

  it('saves a colleague’s message to an account', async () => {
    await dossier.slack.as(staff.service).say(channels.keyAccounts, `${words.message} ${unique}`);
    const message = desk.page.getByRole('article', { name: /^Tom/ }).last();
    await message.getByText(unique).waitFor();
    await message.hover();
    await message.getByRole('button', { name: desk.actions }).click();
    await desk.page.getByRole('menuitem', { name: 'Save to account' }).click();
    await desk.field(words.whatWasSaid).waitFor();
    await desk.picture('week-message');
    await desk.button(words.save).click();
    await desk.page.getByText(words.logged).last().waitFor();
    await desk.picture('week-message-saved');
  });

  it('reads half a screen before a meeting', async () => {
    await desk.type(`${words.brief} ${account.typed}`);
    await desk.answer.getByText(account.name).first().waitFor();
    await desk.picture('week-brief', { whole: true });
  });

  it('does a step, puts one off and gives one away', async () => {
    const name = `Steps ${unique}`;
    const accountId = await dossier.anAccount(who, { name });
    for (const step of ['one', 'two', 'three']) await dossier.aStep(who, accountId, `${step} ${unique}`);
    await desk.type(`${words.steps} =${name}`);
    const row = (step: string) => desk.dialog.getByRole('button', { name: `${words.done}: ${step} ${unique}` });
    await row('one').waitFor();
    await desk.picture('week-steps');
    await row('one').click();
    await desk.dialog.getByRole('button', { name: `${words.undo}: one ${unique}` }).waitFor();
    const menus = desk.dialog.getByRole('button', { name: desk.moreOptions });
    await menus.first().click();
    await desk.page.getByRole('menuitem', { name: words.tomorrow }).click();
    await desk.dialog.getByText(words.tomorrow).waitFor();
    await menus.last().click();
    await desk.page.getByRole('menuitem', { name: words.giveTo }).click();
    await desk.choose(words.assignee, colleague.name);
    await desk.picture('week-give');
    await desk.button(words.give).click();
    await desk.dialog.getByText(`@${colleague.name}`).waitFor();
    await desk.picture('week-steps-done');
  });

  it('reads the history, and puts a field back', async () => {
    const name = `History ${unique}`;
    await dossier.anAccount(who, { name, city: 'Ulm' });
    const me = dossier.as(who);
    await me.screen.close(await me.saves(await me.opens(`/account edit =${name}`), { city: 'Graz' }));
    await desk.type(`/account =${name}`);
    await desk.answer.getByRole('heading', { name }).waitFor();
    await desk.button(words.cardHistory, desk.answer).click();
    await desk.dialog.getByText('Ulm → Graz').waitFor();
    await desk.picture('week-history');
    await desk.dialog.getByRole('button', { name: desk.moreOptions }).first().click();
    await desk.page.getByRole('menuitem', { name: words.putBackCity }).click();
    await desk.button(words.putBack).click();
    await desk.dialog.getByText('Graz → Ulm').waitFor();
    await desk.picture('week-put-back');
  });

  it('has the day on Home; the lead has the team’s', async () => {
    await using home = await aDesk(browser, dossier, { ...at, place: 'home' });
    await home.page.getByText(words.myDay, { exact: true }).waitFor();
    await home.picture('week-home', { whole: true });
    await using lead = await aDesk(browser, dossier, { ...at, who: staff.lead, place: 'home' });
    await lead.page.getByRole('main').getByRole('button', { name: words.team }).click();
    await lead.page.getByText(words.teamDay, { exact: true }).waitFor();
    await lead.picture('week-team', { whole: true });
  });

  it('hands accounts over: asked for, approved by the lead with one tap, told to who gets them', async () => {
    const name = `Going ${unique}`;
    await dossier.anAccount(who, { name });
    await desk.type(`${words.handover} =${name}`);
    await desk.choose(words.toWhom, colleague.name);
    await desk.picture('week-handover');
    await using lead = await aDesk(browser, dossier, {
      ...at,
      who: staff.lead,
      place: dossier.slack.as(staff.lead).dmId,
    });
    await desk.button(words.askApproval).click();
    await desk.page.getByText(words.waits).last().waitFor();
    await desk.picture('week-handover-asked');
    await lead.button('同意', lead.answer).waitFor();
    await lead.picture('week-handover-request');
    await lead.button('同意', lead.answer).click();
    await lead.answer.getByText('现由').waitFor();
    await lead.picture('week-handover-approved');
    await using next = await aDesk(browser, dossier, {
      ...at,
      who: colleague.id,
      place: dossier.slack.as(colleague.id).dmId,
    });
    await next.answer.waitFor();
    await next.picture('week-handover-told');
  });

  it('complains of nothing', () => {
    expect(desk.screen.complaints).toEqual([]);
  });
});

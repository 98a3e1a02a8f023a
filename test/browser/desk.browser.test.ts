import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, PAGE_DIR, startBrowser } from '../playground/browser.ts';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { aDesk, type Desk, readers, type Width, widths } from './pages.ts';

let browser: Browser;
let dossier: RunningApp;
beforeAll(async () => {
  if (!CHROMIUM) return;
  browser = await startBrowser();
  dossier = await anApp({ pageDir: PAGE_DIR });
  await dossier.anAccount(staff.manager, { name: 'Twin Peaks Mining', city: 'Perth' });
  await dossier.anAccount(staff.chineseManager, { name: 'Twin Peaks Media', city: 'Oslo' });
});
afterAll(async () => {
  await browser?.close();
  await dossier?.[Symbol.asyncDispose]();
});

if (!CHROMIUM)
  process.stdout.write('SKIPPED: the product in a browser, because no Chromium was found (CHROME_PATH names one)\n');

const cases = readers.flatMap((reader) =>
  (Object.keys(widths) as Width[]).map((width) => ({ ...reader, width, title: `${reader.language}, ${width}` })),
);
/** Nobody has the same number: somebody would be asked whether it is a duplicate. */
const lastDigitOf = (title: string): number => cases.findIndex((one) => one.title === title);

describe.skipIf(!CHROMIUM).each(cases)(
  'Dossier in a browser ($title)',
  ({ title, language, who, newcomer, words, width }) => {
    const at = { who, place: channels.keyAccounts, language, width };
    const own = language === 'en' ? 'Acme Corporation' : '华泰科技有限公司';
    const unique = `${language} ${width}`;
    let desk: Desk;
    beforeAll(async () => {
      desk = await aDesk(browser, dossier, at);
    });
    afterEach(() => desk.clear());
    afterAll(() => desk?.[Symbol.asyncDispose]());

    it('looks an account up and shows its card', async () => {
      await desk.type(language === 'en' ? '/account acme' : '/account htkj');
      await desk.answer.getByRole('heading', { name: own }).waitFor();
      await desk.button(words.edit, desk.answer).waitFor();
      await desk.picture('card');
      expect(desk.screen.complaints).toEqual([]);
    });

    it('shows Home, and what can be typed', async () => {
      await using home = await aDesk(browser, dossier, { ...at, place: 'home' });
      await home.page.getByRole('main').getByText(own).first().waitFor();
      await home.picture('home');
    });

    it('shows several that fit, and opens one', async () => {
      await desk.type('/account twin');
      await desk.answer.getByText(words.several).waitFor();
      await desk.picture('several');
      await desk.answer.getByRole('button', { name: `${words.open}: Twin Peaks Media` }).click();
      await desk.answer.getByRole('heading', { name: 'Twin Peaks Media' }).waitFor();
    });

    it('says at the field what is wrong, warns of a duplicate, and creates the account', async () => {
      await desk.type(`/account new Kestrel Energy ${unique}`);
      await desk.button(words.allFields).click();
      await desk.field(words.country).fill('Philipines');
      await desk.button(words.create).click();
      await desk.dialog.getByText(words.wrongCountry).waitFor();
      await desk.picture('field-error');
      await desk.field(words.country).fill('PH');
      await desk.button(words.create).click();
      await desk.dialog.getByText(words.isItOne).waitFor();
      await desk.picture('duplicate');
      await desk.button(words.createAnyway).click();
      await desk.dialog.getByText(words.created).waitFor();
      await desk.picture('created');
    });

    it('tells who changed the same field meanwhile, and keeps what was typed', async () => {
      const name = `Conflict ${unique}`;
      await dossier.anAccount(who, { name });
      await desk.type(`/account edit =${name}`);
      await desk.field(words.city).fill('Hull');
      const other = dossier.as(staff.lead);
      const theirs = await other.opens(`/account edit =${name}`);
      await other.screen.close(await other.saves(theirs, { city: 'York' }));
      await desk.button(words.save).click();
      await desk.dialog.getByText(words.clash).waitFor();
      expect(await desk.field(words.city).inputValue()).toBe('Hull');
      await desk.picture('conflict');
      await desk.button(words.save).click();
      await desk.dialog.getByText('Hull').waitFor();
    });

    it('adds a contact, and the list shows it', async () => {
      const name = `Contacts ${unique}`;
      await dossier.anAccount(who, { name, country: 'CN' });
      await desk.type(`/account =${name}`);
      await desk.answer.getByRole('heading', { name }).waitFor();
      await desk.button(words.contacts, desk.answer).click();
      await desk.picture('no-contacts');
      await desk.button(words.addContact).click();
      await desk.field(language === 'en' ? 'Name' : '姓名').fill('钱多多');
      await desk.field(words.mobile).fill(`１３８ ００１３ ９００${lastDigitOf(title)}`);
      await desk.picture('contact-form');
      await desk.button(words.save).click();
      await desk.dialog.getByText(`+86 138 0013 900${lastDigitOf(title)}`).waitFor();
      await desk.picture('contacts');
    });

    it('asks for access, and is let in by one tap', async () => {
      await using sam = await aDesk(browser, dossier, { ...at, who: newcomer });
      await using admin = await aDesk(browser, dossier, {
        ...at,
        who: staff.administrator,
        place: dossier.slack.as(staff.administrator).dmId,
      });
      await sam.type('/account acme');
      await sam.button(words.ask, sam.answer).click();
      await admin.answer.getByRole('button', { name: 'As viewer' }).waitFor();
      await sam.picture('asked');
      await admin.picture('request');
      await admin.answer.getByRole('button', { name: 'As viewer' }).click();
      await admin.answer.getByText(/Viewer/).waitFor();
      await sam.type('/account acme');
      await sam.answer.getByRole('heading', { name: 'Acme Corporation' }).waitFor();
      await sam.picture('viewer');
      await dossier.act(staff.administrator, async (work) => {
        await work.db.member.updateMany({ where: { slackUserId: newcomer }, data: { roles: [] } });
      });
    });
  },
);

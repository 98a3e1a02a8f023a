import { expect, it } from 'vitest';
import { aDesk } from './browser/pages.ts';
import { PAGE_DIR, startBrowser } from './playground/browser.ts';
import { anApp, channels, staff } from './support/app.ts';

it('looks', async () => {
  const browser = await startBrowser();
  await using dossier = await anApp({ pageDir: PAGE_DIR, isLivedIn: true });
  for (const [who, language, line, card] of [
    [staff.manager, 'en', '/account tasks', '/account acme'],
    [staff.lead, 'zh', '/account 待办', '/account 华泰科技'],
    [staff.chineseManager, 'zh2', '/account 待办', '/account 华泰科技'],
  ] as const)
    for (const width of ['phone', 'desktop'] as const) {
      const desk = await aDesk(browser, dossier, { who, place: channels.keyAccounts, language, width });
      await desk.type(line);
      await desk.dialog.waitFor();
      await desk.picture('tmp-tasks');
      if (width === 'phone' && language !== 'zh') {
        await desk.dialog
          .getByRole('button', { name: /^(Done|完成)/ })
          .first()
          .click();
        await desk.dialog
          .getByRole('button', { name: /^(Undo|撤销)/ })
          .first()
          .waitFor();
        await desk.picture('tmp-done');
        await desk.dialog
          .getByRole('button', { name: /新建待办|New step/ })
          .first()
          .click();
        await desk.dialog.getByLabel(/What is to be done|要做什么/).waitFor();
        await desk.picture('tmp-new');
      }
      await desk.clear();
      await desk.type(card);
      await desk.answer.getByRole('heading').waitFor();
      await desk.picture('tmp-card');
      await using home = await aDesk(browser, dossier, { who, place: 'home', language, width });
      await home.page
        .getByRole('main')
        .getByText(/Acme|华泰/)
        .first()
        .waitFor();
      await home.picture('tmp-home');
      await desk[Symbol.asyncDispose]();
    }
  await browser.close();
  expect(1).toBe(1);
}, 120_000);

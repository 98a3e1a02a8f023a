import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';
import { until } from '../support/until.ts';
import { daysOf } from './days.ts';

const { manager, chineseManager, lead } = staff;
let dossier: RunningApp;
let days: ReturnType<typeof daysOf>;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
  days = daysOf(dossier);
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const wang = () => dossier.as(lead);
/** The lead's Home, turned to the team. */
async function ofTheTeam() {
  const home = await wang().home();
  const label = buttonsOn(home).find((each) => each.startsWith('我的团队')) ?? '';
  await wang().press(home, label);
  return days.homeWhere(lead, (words) => words.includes('团队今天'));
}

describe('A lead’s Home', () => {
  it('turns to the team and back, and only a lead’s can', async () => {
    const home = await wang().home();
    expect(buttonsOn(home)).toEqual(expect.arrayContaining(['我', '我的团队']));
    const team = await ofTheTeam();
    expect(wordsOf(team)).toContain('团队没有到期的待办，也没有久未联系的客户。');
    await wang().press(team, '我');
    expect(wordsOf(await days.homeWhere(lead, (words) => !words.includes('团队今天')))).toContain('我的客户');
    expect(buttonsOn(await dossier.as(manager).home())).not.toContain('My team');
  });

  it('shows whose steps are due and whose accounts wait too long, and stays with the team after a press', async () => {
    await days.step(manager, 'acme', 'Send the quote', -1);
    await days.step(chineseManager, '云帆', '发合同', 0);
    await days.silent(manager, 'Zenith Optics');
    const team = await ofTheTeam();
    const words = wordsOf(team);
    expect(words).toContain(`<@${manager}>`);
    expect(words).toContain('*发合同*');
    expect(words).toMatch(/\*Zenith Optics\*\n超 86 天 · 每 2 周 · 还没有联系过 · Maya Fischer/);
    await wang().press(team, '完成: 发合同');
    const after = await days.homeWhere(lead, (shown) => !/\*发合同\*\n[^\n]*\n今天/.test(shown));
    expect(wordsOf(after)).toContain('团队今天');
    expect(wordsOf(await wang().home())).not.toContain('Send the quote');
  });

  it('has the accounts of whoever is deactivated at once, counted on the lead’s own day, with the way to hand them over', async () => {
    dossier.slack.admin.change(manager, { deleted: true });
    await until(async () => /我的团队（[1-9]\d*）/.test(wordsOf(await wang().home())));
    const team = await ofTheTeam();
    expect(wordsOf(team)).toMatch(/Maya Fischer/);
    expect(wordsOf(team)).toContain('Acme Corporation');
    const hand = buttonsOn(team).find((label) => label.startsWith('移交')) ?? '';
    const form = await wang().turned(team, hand);
    expect(form.title?.text).toBe('移交客户');
    await wang().screen.close(form, true);
    dossier.slack.admin.change(manager, { deleted: false });
  });
});

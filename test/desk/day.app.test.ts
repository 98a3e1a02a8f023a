import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setAbsence } from '../../src/access/absence.flow.ts';
import { addDays, dayIn } from '../../src/lib/date.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';
import { daysOf } from './days.ts';

const { manager, chineseManager, service } = staff;
let dossier: RunningApp;
let days: ReturnType<typeof daysOf>;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
  days = daysOf(dossier);
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const liqi = () => dossier.as(chineseManager);

describe('My day', () => {
  it('says in both languages what to do where there is nothing yet', async () => {
    const english = wordsOf(await maya().home());
    expect(english).toContain('My day\nNothing is due, and no account has been silent for too long.');
    expect(english).toMatch(/My last logs\n.*\/account log acme/s);
    const chinese = wordsOf(await liqi().home());
    expect(chinese).toContain('今天\n今天没有到期的待办，也没有久未联系的客户。');
    expect(chinese).toMatch(/我最近的记录\n.*\/account 记录/s);
    expect(wordsOf(await dossier.as(service).home())).toContain('No account is yours yet.');
    const form = await maya().turned(await maya().home(), 'Log a meeting');
    expect(form.title?.text).toBe('Log a meeting');
    await maya().screen.close(form, true);
  });

  it('shows what is due today and overdue, and not what is due tomorrow; done is done there, and taken back', async () => {
    await days.step(manager, 'acme', 'Send the quote', 0);
    await days.step(manager, 'acme', 'Ask about the tender', -3);
    await days.step(manager, 'acme', 'Plan the visit', 1);
    const home = await maya().home();
    const words = wordsOf(home);
    expect(words.indexOf('Ask about the tender')).toBeLessThan(words.indexOf('Send the quote'));
    expect(words).toMatch(/Ask about the tender\*\nAcme Corporation\n.*Overdue/);
    expect(words).not.toContain('Plan the visit');
    await maya().press(home, 'Done: Send the quote');
    const done = await days.homeWhere(manager, (shown) => /Today is[\s\S]*Send the quote[\s\S]*My day/.test(shown));
    await maya().press(done, 'Undo: Send the quote');
    const again = await days.homeWhere(manager, (shown) => /My day[\s\S]*\*Send the quote\*/.test(shown));
    const list = await maya().turned(again, 'All steps');
    expect(wordsOf(list)).toContain('Plan the visit');
    await maya().screen.close(list, true);
  });

  it('has who waits too long, and logging a talk there brings the account in', async () => {
    await days.silent(manager, 'Zenith Optics');
    const home = await maya().home();
    expect(wordsOf(home)).toContain('*Time to talk*: 1 account is out of cadence');
    const form = await maya().turned(home, 'Log: Zenith Optics');
    expect(wordsOf(form)).toContain('Zenith Optics');
    await maya().sends(form, { summary: 'They want to see the new lens' });
    const after = await days.homeWhere(manager, (words) => words.includes('They want to see the new lens'));
    expect(wordsOf(after)).not.toContain('Time to talk');
    expect(buttonsOn(after)).toEqual(expect.arrayContaining(['Edit', 'Undo']));
  });

  it('has the last five logs, which can be taken back there', async () => {
    for (const note of ['one', 'two', 'three', 'four', 'five']) await days.talk(manager, 'kestrel', `Call ${note}`);
    const home = await maya().home();
    const words = wordsOf(home);
    expect(words).not.toContain('They want to see the new lens');
    expect(words.indexOf('Call five')).toBeLessThan(words.indexOf('Call one'));
    const undo = home.blocks.flatMap((block) => JSON.stringify(block).match(/Undo: [^"]*/g) ?? []);
    expect(undo).toHaveLength(5);
    expect(wordsOf(await liqi().home())).not.toContain('Call five');
  });

  it('is the day of a colleague, too, for whom one stands in', async () => {
    await days.step(manager, 'acme', 'Sign the frame contract', 0);
    await days.silent(manager, 'Quiet Harbour');
    expect(wordsOf(await liqi().home())).not.toContain('Sign the frame contract');
    await dossier.act(manager, (work) =>
      setAbsence(work, {
        until: addDays(dayIn(work.now, work.actor.zone), 1),
        deputySlackId: chineseManager,
        accepted: false,
      }),
    );
    const home = await liqi().home();
    expect(wordsOf(home)).toContain('*Sign the frame contract*');
    expect(wordsOf(home)).toMatch(/\*Quiet Harbour\*\n.*李琦（代 Maya Fischer）/);
    await liqi().press(home, '完成: Sign the frame contract');
    await days.homeWhere(
      chineseManager,
      (words) => !/今天[\s\S]*\*Sign the frame contract\*/.test(words.split('我最近')[0] ?? ''),
    );
  });

  it('keeps a typed line until it goes to an account, from Home', async () => {
    await maya().asks('/account log Nobody Knows Them: met the founders');
    const home = await maya().home();
    expect(wordsOf(home)).toContain('log Nobody Knows Them: met the founders');
    const form = await maya().turned(home, 'Log to …');
    const offered = await maya().screen.options(form, 'account-pick', 'kestrel');
    const echo = await maya().saves(form, { account: (offered.ok && offered.options[0]?.value) || '' });
    expect(wordsOf(echo)).toContain('Kestrel Energy');
    await maya().screen.close(echo, true);
    const after = await days.homeWhere(manager, (words) => !words.includes('log Nobody Knows Them'));
    expect(wordsOf(after)).toContain('met the founders');
  });

  it('is there in short for /account alone, where its buttons answer beside it', async () => {
    await days.step(manager, 'acme', 'Call the warehouse', -9);
    const short = await maya().asks('/account');
    expect(wordsOf(short)).toContain('Call the warehouse');
    const answer = await maya().pressed(short, 'Done: Call the warehouse');
    expect(wordsOf(answer)).toContain('Call the warehouse');
    expect(buttonsOn(answer)).toContain('Undo');
  });

  it('refuses what is pressed on a Home whose reader has lost their role meanwhile (T-63)', async () => {
    await days.step(manager, 'acme', 'Too late', 0);
    const home = await maya().home();
    const rolesAre = (roles: string) =>
      dossier.act(
        staff.administrator,
        ({ db }) => db.$executeRaw`UPDATE "Member" SET roles = ${roles}::text[] WHERE "slackUserId" = ${manager}`,
      );
    await rolesAre('{}');
    const refused = await maya().told(() => maya().press(home, 'Done: Too late'));
    expect(wordsOf(refused)).toContain('nobody has given you a role');
    expect(wordsOf(await maya().home())).not.toContain('Too late');
    await rolesAre('{manager}');
    expect(wordsOf(await maya().home())).toContain('*Too late*');
  });
});

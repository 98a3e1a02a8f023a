import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayIn } from '../../src/lib/date.ts';
import { addTask } from '../../src/tasks/task.flow.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';
import { closed, noted, withoutTasks } from './desk.ts';

const { manager, service } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());
beforeEach(() => withoutTasks(dossier));

const maya = () => dossier.as(manager);

describe('the card and the history', () => {
  it('show what comes next, what was promised, and how many more', async () => {
    expect(wordsOf(await maya().asks('/account acme'))).toContain('No next step is agreed.');
    await noted(maya(), 'acme', { title: 'Send the quote', date: '2036-03-07' });
    await closed(maya());
    for (const n of [1, 2, 3, 4]) {
      await noted(maya(), 'acme', { title: `Promise ${n}`, date: `2036-04-0${n}`, kind: n % 2 ? 'ours' : 'theirs' });
      await closed(maya());
    }
    const card = await maya().asks('/account acme');
    expect(wordsOf(card)).toMatch(/\*Next step:\* Send the quote \(in [\d,]+ days · 2036-03-07 Fri, <@U0MAYA0001>\)/);
    expect(wordsOf(card)).toMatch(
      /\*We promised:\* Promise 1 .*\n\*They promised:\* Promise 2 .*\n\*We promised:\* Promise 3/,
    );
    expect(wordsOf(card)).toContain('and 1 more promise');
    const list = await maya().turned(card, 'Steps (5)');
    expect(wordsOf(list)).toContain('*Promise 4*');
    await maya().turned(list, 'Done: Promise 1');
    await closed(maya());
    const history = await maya().opens('/account history acme');
    expect(wordsOf(history)).toContain(':white_check_mark: Done: Promise 1');
    expect(wordsOf(history)).toContain('Next step: Send the quote');
    await closed(maya());
  });

  it('keep it from those who do not work on the account, in every window (T-61)', async () => {
    const accountId = await dossier.anAccount(service, { name: 'Zenith Optics' });
    await dossier.act(service, (work) =>
      addTask(work, {
        accountId,
        interactionId: null,
        kind: 'ours',
        title: 'A secret',
        assigneeId: work.actor.memberId,
        due: null,
        repeat: null,
      }),
    );
    const card = await maya().asks('/account zenith optics');
    expect(wordsOf(card)).not.toContain('A secret');
    expect(buttonsOn(card)).not.toContain('Steps (1)');
    expect(wordsOf(await dossier.as(service).asks('/account zenith optics'))).toContain('A secret');
  });
});

describe('Home', () => {
  it('has what is due today, each with *Done*; what is done stands above the day, to be undone or logged', async () => {
    await noted(maya(), 'acme', { title: 'Call Dana', date: dayIn(new Date(), 'Europe/Berlin') });
    await closed(maya());
    const home = await maya().home();
    expect(wordsOf(home)).toMatch(/\*Call Dana\*\nAcme Corporation\ntoday · /);
    const shown = (words: string) =>
      maya().screen.waitFor((me) => wordsOf(me.home() ?? home).includes(words) && me.home());
    await maya().press(home, 'Done: Call Dana');
    const done = await shown(':white_check_mark: ~Call Dana~');
    expect(wordsOf(done)).not.toContain('*Call Dana*');
    await maya().press(done, 'Undo: Call Dana');
    const back = await shown('*Call Dana*');
    const form = await maya().turned(back, 'Give to…');
    await maya().sends(form, { assignee: service });
    await maya().screen.waitFor((me) => !wordsOf(me.home() ?? home).includes('Call Dana'));
  });
});

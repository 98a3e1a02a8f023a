import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';
import { closed, noted, withoutTasks } from './desk.ts';

const { manager, chineseManager, service } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());
beforeEach(() => withoutTasks(dossier));

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);

describe('a step in the list', () => {
  it('is done with one press, undone with another, and worth a line in the history', async () => {
    const list = await noted(maya(), 'acme', { title: 'Call Dana' });
    const done = await maya().turned(list, 'Done: Call Dana');
    expect(wordsOf(done)).toContain(':white_check_mark: ~Call Dana~');
    const open = await maya().turned(done, 'Undo: Call Dana');
    expect(wordsOf(open)).toContain('*Call Dana*');
    const form = await maya().turned(await maya().turned(open, 'Done: Call Dana'), 'Log it: Call Dana');
    expect(fieldValue(form, 'summary')).toBe('Call Dana');
    await closed(maya());
  });

  it('is put off, gets a day of its own, and is given away', async () => {
    const list = await noted(maya(), 'acme', { title: 'Call Dana', date: '2036-03-07', time: '15:00' });
    const picked = await maya().turned(list, 'Pick a date…');
    expect([fieldValue(picked, 'date'), fieldsOn(picked)]).toEqual(['2036-03-07', ['Day', 'Time']]);
    expect(await maya().errors(picked, { date: '2020-01-01' })).toMatchObject({
      date: expect.stringContaining('This day is over.'),
    });
    await maya().sends(picked, { date: '2036-03-10' });
    expect(wordsOf(maya().front())).toContain('2036-03-10 Mon 15:00');
    const { screen } = maya();
    const more = screen
      .views()
      .at(-1)
      ?.blocks.flatMap((block) => JSON.stringify(block).match(/week:[0-9a-f-]{36}/) ?? []);
    await screen.click(maya().front(), 'task-more', more?.[0]);
    const later = await screen.waitFor(
      (me) => !wordsOf(me.views().at(-1) ?? list).includes('2036') && me.views().at(-1),
    );
    expect(wordsOf(later)).toMatch(/in [78] days|in 9 days|next week/);
    const give = await maya().turned(later, 'Give to…');
    expect((await maya().errors(give, { assignee: 'U0GUEST001' }))['assignee']).toContain('cannot be given a step');
    await maya().sends(give, { assignee: chineseManager });
    expect(wordsOf(maya().front())).toContain('<@U0LIQI0001>');
    await closed(maya());
    expect(wordsOf(await li().opens('/account 待办'))).toContain('Call Dana');
    await closed(li());
  });

  it('is changed in a form, taken back there, and put back', async () => {
    const list = await noted(maya(), 'acme', { title: 'Send teh quote', date: '2036-01-31', repeat: 'month' });
    const form = await maya().turned(list, 'Edit…');
    expect([fieldValue(form, 'title'), fieldValue(form, 'repeat')]).toEqual(['Send teh quote', 'month']);
    expect(await maya().errors(form, { title: '  ', date: '', time: '10:00' })).toEqual({
      title: 'Say what is to be done, such as “Send the quote”.',
      date: 'A step with a time, or one that comes again, needs a day.',
    });
    await maya().sends(form, { title: 'Send the quote', date: '2036-01-31', kind: 'theirs' });
    expect(wordsOf(maya().front())).toMatch(/\*Send the quote\*\n.*They promised · every month/);
    const again = await maya().turned(maya().front(), 'Edit…');
    const dropped = await maya().turned(again, 'Take it back');
    expect(wordsOf(dropped)).toContain('Taken back: ~Send the quote~');
    const restored = await maya().turned(dropped, 'Put it back');
    await maya().screen.close(restored);
    await maya().screen.waitFor((me) => wordsOf(me.views().at(-1) ?? list).includes('*Send the quote*'));
    await closed(maya());
  });

  it('that somebody changed meanwhile is shown as it stands, with what was typed kept (R103)', async () => {
    const list = await noted(maya(), 'acme', { title: 'Send the quote', assignee: service });
    const form = await maya().turned(list, 'Edit…');
    const tom = dossier.as(service);
    const theirs = await tom.turned(await tom.opens('/account tasks'), 'Edit…');
    await tom.sends(theirs, { title: 'Send two quotes' });
    await closed(tom);
    const asked = await maya().saves(form, { title: 'Send three quotes' });
    expect(wordsOf(asked)).toContain('It says now: *Send two quotes*');
    expect(fieldValue(asked, 'title')).toBe('Send three quotes');
    await maya().sends(asked);
    expect(wordsOf(maya().front())).toContain('*Send three quotes*');
    await closed(maya());
  });

  it('that repeats comes again when it is done, once however often Slack delivers the press (T-20)', async () => {
    const list = await noted(maya(), 'acme', { title: 'Monthly report', date: '2036-01-31', repeat: 'month' });
    await maya().turned(list, 'Done: Monthly report');
    const press = dossier.slack.journal
      .deliveries('interactive')
      .findLast(({ payload }) => payload['type'] === 'block_actions');
    if (!press) throw new Error('nothing was pressed');
    await dossier.slack.script.redeliver(press, { times: 3, parallel: true });
    expect(wordsOf(maya().front())).toContain('2036-02-29 Fri · every month');
    await using session = await aSession(dossier.databaseUrl);
    expect(await session.one(`SELECT count(*)::int FROM "Task" WHERE "doneAt" IS NULL`)).toBe(1);
    await closed(maya());
  });
});

describe('a window that is open when the role goes', () => {
  it('does nothing any more, and says so (T-63)', async () => {
    const list = await noted(li(), '华泰科技', { title: '发报价' });
    await using session = await aSession(dossier.databaseUrl);
    const roles = (given: string) =>
      session.rows(`UPDATE "Member" SET roles = $1::text[] WHERE "slackUserId" = $2`, [`{${given}}`, chineseManager]);
    await roles('viewer');
    await li().told(() => li().press(list, '完成: 发报价'));
    expect(await session.one(`SELECT count(*)::int FROM "Task" WHERE "doneAt" IS NULL`)).toBe(1);
    await roles('manager');
    await closed(li());
  });
});

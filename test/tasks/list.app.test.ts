import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UiView } from '../../src/playground/protocol.ts';
import { findAccounts } from '../../src/search/search.query.ts';
import { addTask } from '../../src/tasks/task.flow.ts';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { closed, noted, withoutTasks } from './desk.ts';

const { manager, chineseManager, lead, service, newcomer } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());
beforeEach(() => withoutTasks(dossier));

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);

describe('/account tasks', () => {
  it('says what to do where there is nothing, and takes the first step', async () => {
    const empty = await maya().opens('/account tasks');
    expect(empty.title?.text).toBe('My steps');
    expect(wordsOf(empty)).toContain('Nothing to do.');
    const form = await maya().turned(empty, 'New step');
    expect(fieldsOn(form)).toEqual([
      'Account',
      'What is to be done',
      'Day',
      'Time',
      'Who sees to it',
      'What it is',
      'Comes again',
    ]);
    expect(fieldValue(form, 'assignee')).toBe(manager);
    const account = await dossier.act(manager, async (work) => (await findAccounts(work, 'acme', 1))[0]?.id ?? '');
    await maya().screen.options(form, 'account-pick', 'acme');
    await maya().sends(form, { account, title: 'Send the quote', date: '2036-03-07', kind: 'ours' });
    const list = maya().front();
    expect(list.id).toBe(empty.id);
    expect(wordsOf(list)).toMatch(
      /\*Send the quote\*\nAcme Corporation\nin [\d,]+ days · 2036-03-07 Fri · We promised$/m,
    );
    await closed(maya());
  });

  it('speaks Chinese: 待办', async () => {
    await noted(li(), '华泰科技', { title: '发报价', date: '2036-03-07', repeat: 'month' });
    expect(wordsOf(li().front())).toMatch(/\*发报价\*\n.*2036-03-07 周五 · 每月 · <@U0LIQI0001>/);
    await closed(li());
    const mine = await li().opens('/account 待办');
    expect(mine.title?.text).toBe('我的待办');
    expect(wordsOf(mine)).toContain('*发报价*');
    await closed(li());
    expect((await li().opens('/account 待办华泰')).title?.text).toBe('待办');
    await closed(li());
  });

  it('shows an account’s, whoever does them, and in its channel still mine', async () => {
    await noted(maya(), 'acme', { title: 'For Tom', assignee: service });
    await closed(maya());
    expect(wordsOf(await maya().opens('/account tasks'))).not.toContain('For Tom');
    await closed(maya());
    const list = await maya().opens('/account tasks acme');
    expect(wordsOf(list)).toContain('Acme Corporation');
    expect(wordsOf(list)).toMatch(/\*For Tom\*\nno date · <@U0TOMB0001>/);
    await closed(maya());
    expect((await li().opens('/account 待办', channels.huatai)).title?.text).toBe('我的待办');
    await closed(li());
  });

  it('overdue first, then by day, undated last, page by page, each once', async () => {
    const accountId = await dossier.anAccount(manager, { name: 'Many Steps' });
    const days = ['2020-01-03', null, '2036-01-05', '2020-01-02'];
    await dossier.act(manager, async (work) => {
      for (let n = 0; n < 56; n += 1) {
        const on = days[n % days.length];
        const title = `Step ${String(n).padStart(2, '0')}`;
        const due = on ? { on, time: null } : null;
        const assigneeId = work.actor.memberId;
        await addTask(work, { accountId, interactionId: null, kind: 'step', title, assigneeId, due, repeat: null });
      }
    });
    const stepsIn = (view: UiView): readonly number[] =>
      [...wordsOf(view).matchAll(/\*Step (\d\d)\*/g)].map(([, n]) => Number(n));
    const first = await maya().opens('/account tasks');
    expect(wordsOf(first)).toMatch(/\*Step \d\d\*\nMany Steps\n\*Overdue\* · [\d,]+ days ago · 2020-01-02 Thu/);
    const second = await maya().turned(first, 'Further steps…');
    const third = await maya().turned(second, 'Further steps…');
    const fourth = await maya().turned(third, 'Further steps…');
    const seen = [first, second, third, fourth].flatMap(stepsIn);
    expect(seen).toHaveLength(56);
    expect(seen.map((n) => n % 4)).toEqual([3, 0, 2, 1].flatMap((kind) => Array<number>(14).fill(kind)));
    expect(new Set(seen).size).toBe(56);
    const back = await maya().turned(fourth, 'Back to the first');
    expect(stepsIn(back)).toEqual(stepsIn(first));
    await closed(maya());
  });

  it('is refused to somebody without a role, and an account’s to those who do not work on it', async () => {
    expect(wordsOf(await dossier.as(newcomer).asks('/account 待办'))).not.toContain('我的待办');
    await dossier.anAccount(service, { name: 'Tom’s own' });
    const refusal = await maya().asks('/account tasks tom’s own');
    expect(buttonsOn(refusal)).not.toContain('New step');
  });
});

describe('the team’s steps', () => {
  it('are for the lead: a switch in the window', async () => {
    await noted(maya(), 'acme', { title: 'Call Dana', date: '2036-03-07' });
    expect(buttonsOn(maya().front())).not.toContain('Team’s steps');
    await closed(maya());
    const wang = dossier.as(lead);
    const mine = await wang.opens('/account 待办');
    expect(wordsOf(mine)).toContain('暂无待办');
    const team = await wang.turned(mine, '团队待办');
    expect(wordsOf(team)).toMatch(/\*Call Dana\*\nAcme Corporation\n.*<@U0MAYA0001>/);
    expect(wordsOf(await wang.turned(team, '我的待办'))).toContain('暂无待办');
    await closed(wang);
  });
});

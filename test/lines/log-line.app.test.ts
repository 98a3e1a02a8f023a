import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { myLastLogs } from '../../src/interactions/interaction.query.ts';
import { daysBetween } from '../../src/lib/date.ts';
import { answerKind } from '../../src/lines/log-answer.flow.ts';
import { keepLine, logDraft } from '../../src/lines/log-line.flow.ts';
import { anApp, channels, newcomer, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';
import { inPlace } from './in-place.ts';

const dayMs = 86_400_000;
const { manager, chineseManager, viewer } = { viewer: newcomer, ...staff };
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
  await dossier.anAccount(manager, { name: 'Plum Works', city: 'Leeds' }, [
    { name: 'Li Wei' },
    { name: 'Li Qiang' },
    { name: 'May Chen' },
  ]);
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);
/** What the manager logged, newest first. */
const logs = (by: string = manager) => dossier.act(by, (work) => myLastLogs(work, 50));
const lastLog = async (by: string = manager) => (await logs(by))[0];

describe('/account log', () => {
  it('saves the line and says what was saved where, in three lines (commands.md)', async () => {
    const saved = await maya().asks('/account log plum works: met Li Wei, pilot agreed; next: send quote 2031-01-17');
    expect(saved.ephemeral).toBe(true);
    const [first, second, third] = wordsOf(saved).split('\n');
    expect(first).toMatch(/^\*Saved to Plum Works\* · KA-\d{6}$/);
    expect(second).toBe('Meeting · Li Wei – met Li Wei, pilot agreed');
    expect(third).toBe('Next: send quote – 2031-01-17 Fri');
    expect(buttonsOn(saved)).toEqual(['Edit', 'Undo', 'Pick a date']);
    expect(await lastLog()).toMatchObject({
      account: { name: 'Plum Works' },
      contacts: ['Li Wei'],
      interaction: { values: { kind: 'meeting', outcome: 'reached', summary: 'met Li Wei, pilot agreed' } },
    });
  });

  it('understands the same in Chinese, with nothing between the words', async () => {
    const saved = await li().asks('/account 记录华泰科技拜访李总，确认试点；下一步：发报价');
    expect(wordsOf(saved)).toMatch(/已记到 华泰科技有限公司\* · KA-/);
    expect(wordsOf(saved)).toContain('拜访 · ');
    expect(wordsOf(saved)).toContain('下一步：发报价 – 日期未定');
    expect(buttonsOn(saved)).toEqual(['编辑', '撤销', '选日期']);
  });

  it('takes the channel’s account where the line names none, and counts no attempt as contact', async () => {
    const saved = await li().asks('/account 记录 电话没打通', channels.huatai);
    expect(wordsOf(saved)).toContain('电话 · 未联系上 – 电话没打通');
    expect(await lastLog(chineseManager)).toMatchObject({ interaction: { values: { outcome: 'attempt' } } });
  });

  it('asks which kind it was, and takes the answer', async () => {
    const saved = await maya().asks('/account log plum works: budget is open');
    expect(wordsOf(saved)).toContain('What was it?');
    const id = (await lastLog())?.interaction.id ?? '';
    const echo = await dossier.act(manager, (work) => answerKind(work, id, 'email'));
    expect(echo).toMatchObject({ kind: 'email', outcome: 'attempt', isKindOpen: false });
  });

  it('asks which of two people is meant, and which of two days', async () => {
    const saved = await maya().asks('/account log plum works: called Mr Li; next: visit 3/4');
    expect(wordsOf(saved)).toContain('Who is “Mr Li”?');
    const known = await inPlace(maya(), saved, 'Mr Li: Li Qiang');
    expect(wordsOf(known)).toContain('Call · Li Qiang');
    expect(buttonsOn(known)).not.toContain('Li Wei');
    const [day] = buttonsOn(known).filter((label) => /-04-03|-03-04/.test(label));
    const dated = await inPlace(maya(), known, day ?? '');
    expect(wordsOf(dated)).toContain(`Next: visit – ${day}`);
    expect((await lastLog())?.contacts).toEqual(['Li Qiang']);
  });

  it('gives a step a day that is picked', async () => {
    const saved = await maya().asks('/account log plum works: met May; next: think about it');
    const window = await maya().turned(saved, 'Pick a date');
    expect(await maya().errors(window, { on: '2020-01-01' })).toEqual({
      on: expect.stringContaining('This day is over.'),
    });
    expect(await maya().errors(window, { on: '2206-02-03' })).toEqual({
      on: expect.stringContaining('more than ten years away'),
    });
    const after = await maya().saves(window, { on: '2031-02-03' });
    expect(wordsOf(after)).toContain('Next: think about it – 2031-02-03 Mon');
    await maya().screen.close(after);
  });

  it('takes the log back from its answer, and puts it back', async () => {
    const saved = await maya().asks('/account log plum works: visited the plant; next: call');
    const taken = await inPlace(maya(), saved, 'Undo');
    expect(wordsOf(taken)).toContain('Taken back');
    expect((await lastLog())?.interaction.values.summary).not.toBe('visited the plant');
    const back = await inPlace(maya(), taken, 'Restore');
    expect(wordsOf(back)).toContain('again');
    expect((await lastLog())?.interaction.values.summary).toBe('visited the plant');
  });

  it('alone opens the form', async () => {
    const form = await maya().opens('/account log');
    expect(form.title?.text).toContain('Log');
    await maya().screen.close(form);
    const known = await li().opens('/account 记录', channels.huatai);
    expect(wordsOf(known)).toContain('华泰科技');
    await li().screen.close(known);
  });

  it('with an account and nothing more opens the form for it, and leaves no draft', async () => {
    const form = await maya().opens('/account log plum works');
    expect(wordsOf(form)).toContain('Plum Works');
    await maya().screen.close(form);
    expect(wordsOf(await maya().home())).not.toContain('log plum works');
  });
});

describe('a line whose account is not certain', () => {
  it('is kept, and goes to the account that is pressed, once (T-20)', async () => {
    const before = (await logs()).length;
    const asked = await maya().asks('/account log plumm works: met Li Wei; next: call tomorrow');
    expect(wordsOf(asked)).toContain('log plumm works: met Li Wei; next: call tomorrow');
    expect(wordsOf(asked)).toMatch(/Plum Works\*\nKA-\d{6} · Leeds · Maya Fischer/);
    expect((await logs()).length).toBe(before);
    expect(wordsOf(await maya().home())).toContain('log plumm works');
    const saved = await inPlace(maya(), asked, 'Log here');
    expect(wordsOf(saved)).toContain('Meeting · Li Wei – met Li Wei');
    expect((await logs()).length).toBe(before + 1);
    expect(wordsOf(await maya().home())).not.toContain('log plumm works');
  });

  it('without its verb is offered to be logged: lgo acme (commands.md)', async () => {
    const kept = await maya().asks('/account lgo plum works: met Li Wei');
    const saved = await inPlace(maya(), kept, 'Log here');
    expect(wordsOf(saved)).toContain('– met Li Wei');
  });

  it('and that names nobody goes to the account that is picked, from the answer and from Home', async () => {
    const asked = await maya().asks('/account log met somebody at the fair, all good');
    const window = await maya().turned(asked, 'Log to …');
    expect(wordsOf(window)).toContain('log met somebody at the fair, all good');
    const offered = await maya().screen.options(window, { actionId: 'account-pick', blockId: 'account' }, 'plum');
    const value = offered.ok ? (offered.options[0]?.value ?? '') : '';
    const saved = await maya().saves(window, { account: value });
    expect(wordsOf(saved)).toContain('Saved to Plum Works');
    await maya().screen.close(saved);
    expect(await lastLog()).toMatchObject({
      interaction: { values: { summary: 'met somebody at the fair, all good' } },
    });
  });

  it('goes to the account that is picked on Home, which then lists it no more', async () => {
    const line = 'log met somebody else at the fair';
    await maya().asks(`/account ${line}`);
    const window = await maya().turned(await maya().home(), `Log to … ${line}`);
    const offered = await maya().screen.options(window, { actionId: 'account-pick', blockId: 'account' }, 'plum');
    const saved = await maya().saves(window, { account: offered.ok ? (offered.options[0]?.value ?? '') : '' });
    expect(wordsOf(saved)).toContain('Saved to Plum Works');
    await maya().screen.close(saved);
    expect(wordsOf(await maya().home())).not.toContain(`${line}\n`);
    expect((await lastLog())?.interaction.values.summary).toBe('met somebody else at the fair');
  });

  it('is a card where the whole line is an account’s name', async () => {
    await dossier.anAccount(manager, { name: 'Log Me In' });
    const card = await maya().asks('/account log me in');
    expect(card.text).toMatch(/^Log Me In \(/);
    const asked = await maya().asks('/account log me in: met Sue');
    expect(wordsOf(asked)).toContain('*Log Me In*');
    expect(buttonsOn(asked)).toContain('Log here');
  });

  it('belongs to its writer: nobody else can use it (T-62)', async () => {
    const draftId = await dossier.act(manager, (work) => keepLine(work, 'log plumm works: met May'));
    const accountId = (await lastLog())?.account.id ?? '';
    const tried = await dossier.act(chineseManager, (work) => logDraft(work, { draftId, accountId, channelId: null }));
    expect(tried).toEqual({ ok: false, problem: 'settled' });
    const used = await dossier.act(manager, (work) => logDraft(work, { draftId, accountId, channelId: null }));
    expect(used).toMatchObject({ ok: true, kind: 'logged' });
    const again = await dossier.act(manager, (work) => logDraft(work, { draftId, accountId, channelId: null }));
    expect(again).toEqual({ ok: false, problem: 'settled' });
  });

  it('goes to the account with its days as of when it was typed', async () => {
    const draftId = await dossier.act(chineseManager, (work) =>
      keepLine(work, 'log plumm works: met May; next: call tomorrow'),
    );
    const typedOn = await dossier.act(chineseManager, async ({ now }) => now);
    const accountId = (await lastLog())?.account.id ?? '';
    const later = await dossier.act(chineseManager, (work) =>
      logDraft({ ...work, now: new Date(work.now.getTime() + 5 * dayMs) }, { draftId, accountId, channelId: null }),
    );
    if (!later.ok || later.kind !== 'logged') throw new Error(JSON.stringify(later));
    const on = later.echo.steps[0]?.due?.on ?? '';
    expect(daysBetween(typedOn.toISOString().slice(0, 10), on)).toBeLessThanOrEqual(2);
  });

  it('lets a person who is nobody there yet be added under the name that was typed', async () => {
    const saved = await maya().asks('/account log plum works: met Mr Zimmermann');
    const [add = ''] = buttonsOn(saved).filter((label) => label.startsWith('Add '));
    const form = await maya().turned(saved, add);
    expect(fieldValue(form, 'name')).toContain('Zimmermann');
    await maya().screen.close(form);
  });

  it('is given back to somebody who may not log', async () => {
    const answer = await dossier.as(viewer).asks('/account log plum works: met May');
    expect(wordsOf(answer)).toContain('log plum works: met May');
  });
});

describe('/account undo', () => {
  it('shows the last log, and takes it back when that is pressed', async () => {
    await maya().asks('/account log plum works: met May about the renewal');
    const shown = await maya().asks('/account undo');
    expect(wordsOf(shown)).toContain('met May about the renewal');
    const taken = await inPlace(maya(), shown, 'Undo');
    expect(wordsOf(taken)).toContain('Taken back');
    expect((await lastLog())?.interaction.values.summary).not.toContain('renewal');
  });

  it('says so where there is nothing to take back', async () => {
    const none = await dossier.as(staff.lead).asks('/account 撤销');
    expect(wordsOf(none)).toContain('没有可撤销的内容');
  });
});

it('Nothing that was typed stands in the database in plain, the results of gestures included (T-80)', async () => {
  const saved = await maya().asks('/account log plum works: called Mr Li, zebracanary; next: zebracanary 3/4');
  await inPlace(maya(), saved, 'Mr Li: Li Wei');
  await maya().asks('/account log zanzibar: zebracanary');
  await using session = await aSession(dossier.databaseUrl);
  const tables = await session.rows(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const [row] = await session.rows(`SELECT count(*)::int AS n FROM "${name}" t WHERE t::text LIKE '%zebracanary%'`);
    expect([name, row?.['n']]).toEqual([name, 0]);
  }
});

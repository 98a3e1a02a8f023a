import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRoles } from '../../src/access/access.flow.ts';
import { logInteraction } from '../../src/interactions/interaction.flow.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';
import { saying } from './talks.ts';

let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(staff.manager);
const lead = () => dossier.as(staff.lead);
const close = async (who = maya()) => {
  for (const view of who.screen.views().toReversed()) await who.screen.close(view);
};

/** A new account of Maya's with one talk. */
async function aTalkAt(name: string, summary: string): Promise<{ accountId: string; interactionId: string }> {
  const accountId = await dossier.anAccount(staff.manager, { name });
  const logged = await dossier.act(staff.manager, (work) =>
    logInteraction(work, { accountId, values: saying(summary), source: null, tasks: [] }),
  );
  if (!logged.ok) throw new Error(logged.problem);
  return { accountId, interactionId: logged.interactionId };
}

describe('a log in the timeline', () => {
  it('is changed there, and the timeline below shows it', async () => {
    await aTalkAt('Quartz', 'Price is open');
    const timeline = await maya().opens('/account history quartz');
    expect(wordsOf(timeline)).toContain('Price is open');
    const form = await maya().turned(timeline, 'Edit');
    expect(form.title?.text).toBe('Edit log');
    expect(fieldsOn(form)).not.toContain('Next step');
    expect(fieldValue(form, 'summary')).toBe('Price is open');
    await maya().sends(form, { summary: 'Price agreed', outcome: 'attempt' });
    const after = maya().front();
    expect(after.id).toBe(timeline.id);
    expect(wordsOf(after)).toContain('Saved: Outcome, What was said.');
    expect(wordsOf(after)).toContain('Price agreed');
    expect(wordsOf(after)).toContain('attempt, not counted as contact');
    await close();
  });

  it('is deleted there and put back (R21)', async () => {
    await aTalkAt('Rhodium', 'Pilot agreed');
    const timeline = await maya().opens('/account history rhodium');
    const deleted = await maya().turned(timeline, 'Delete');
    expect(wordsOf(deleted)).toContain('Taken back for *Rhodium*');
    expect(wordsOf(deleted)).toContain('took a log back');
    expect(wordsOf(await maya().turned(deleted, 'Restore'))).toContain('Pilot agreed');
    await close();
  });

  it('sent unchanged changes nothing, to the second', async () => {
    const { interactionId } = await aTalkAt('Sigma', 'Pilot agreed');
    const form = await maya().turned(await maya().opens('/account history sigma'), 'Edit');
    await maya().sends(form);
    expect(wordsOf(maya().front())).toContain('Nothing was changed.');
    await using session = await aSession(dossier.databaseUrl);
    expect(await session.one('SELECT version FROM "Interaction" WHERE id = $1', [interactionId])).toBe(1);
    await close();
  });
});

it('a talk that turns out to have been an e-mail counts as one way, unless somebody says otherwise', async () => {
  const { interactionId } = await aTalkAt('Tantal', 'Sent the draft');
  const outcome = () =>
    dossier.act(staff.manager, (work) =>
      work.db.interaction.findFirstOrThrow({ where: { id: interactionId }, select: { kind: true, twoWay: true } }),
    );
  const form = await maya().turned(await maya().opens('/account history tantal'), 'Edit');
  expect(fieldValue(form, 'outcome')).toBeNull();
  await maya().sends(form, { kind: 'email' });
  expect(await outcome()).toEqual({ kind: 'email', twoWay: false });
  await maya().sends(await maya().turned(maya().front(), 'Edit'), { outcome: 'reached' });
  expect(await outcome()).toEqual({ kind: 'email', twoWay: true });
  await close();
});

describe('two people at one log', () => {
  it('are asked only where both changed the same, with who and when, and what was typed stays (T-25)', async () => {
    await aTalkAt('Talos', 'Price is open');
    const mine = await maya().turned(await maya().opens('/account history talos'), 'Edit');
    const theirs = await lead().turned(await lead().opens('/account history talos'), '编辑');
    await lead().sends(theirs, { summary: 'Price agreed at 12 %', tone: 'good' });
    const asked = await maya().saves(mine, { summary: 'Price agreed at 10 %' });
    expect(wordsOf(asked)).toContain('Somebody changed the same while you typed.');
    expect(wordsOf(asked)).toMatch(/What was said.*<@U\w+> set “Price agreed at 12 %” \(\d{4}-/);
    expect(fieldValue(asked, 'summary')).toBe('Price agreed at 10 %');
    expect(fieldValue(asked, 'tone')).toBe('good');
    await maya().sends(asked);
    expect(wordsOf(maya().front())).toContain('Price agreed at 10 %');
    await close();
    await close(lead());
  });

  it('one of whom deletes it: the other is told at the form, and the text stays', async () => {
    await aTalkAt('Umbra', 'Price is open');
    const form = await maya().turned(await maya().opens('/account history umbra'), 'Edit');
    const timeline = await lead().opens('/account history umbra');
    await lead().turned(timeline, '删除');
    const errors = await maya().errors(form, { summary: 'Price agreed' });
    expect(errors['summary']).toContain('somebody deleted it meanwhile');
    expect(fieldValue(maya().front(), 'summary')).toBe('Price agreed');
    await close();
    await close(lead());
  });
});

it('somebody whose role is taken away while the form is open can no longer send it (T-63)', async () => {
  const { accountId, interactionId } = await aTalkAt('Vesta', 'Price is open');
  const edit = await maya().turned(await maya().opens('/account history vesta'), 'Edit');
  const mayas = await dossier.act(staff.manager, async ({ actor }) => actor);
  const give = (roles: typeof mayas.roles) =>
    dossier.act(staff.administrator, (work) => setRoles(work, [mayas.memberId], { roles }));
  await give(['viewer']);
  await maya().sends(edit, { summary: 'Changed all the same' });
  expect(wordsOf(maya().front())).not.toContain('Saved');
  await close();
  await give(mayas.roles);
  const kept = await dossier.act(staff.manager, (work) =>
    work.db.interaction.findFirstOrThrow({ where: { id: interactionId }, select: { version: true } }),
  );
  expect([kept.version, accountId.length]).toEqual([1, 36]);
});

it('Home shows the last logs, each with Edit and Undo, and the way back from it', async () => {
  await aTalkAt('Wolfram', 'Price is open');
  const home = await maya().home();
  expect(wordsOf(home)).toContain('*Wolfram*');
  await maya().press(home, 'Undo: Wolfram');
  const undone = await maya().screen.waitFor(
    (me) => (me.home() && wordsOf(me.home() ?? home).includes('Taken back for *Wolfram*') ? me.home() : undefined),
    { what: 'Home after the undo' },
  );
  await maya().press(undone ?? home, 'Restore');
  await maya().screen.waitFor((me) => wordsOf(me.home() ?? home).includes('Logged for *Wolfram* again'), {
    what: 'Home after the restore',
  });
});

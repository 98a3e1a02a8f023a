import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { may, Refused } from '../../src/access/policy.ts';
import { snooze } from '../../src/cadence/cadence.flow.ts';
import { cadencesOf } from '../../src/cadence/cadence.store.ts';
import { orphanedAccounts } from '../../src/handover/candidate.query.ts';
import {
  approveHandover,
  askHandover,
  declineHandover,
  undoHandover,
  type Wish,
} from '../../src/handover/handover.flow.ts';
import { openHandovers, readHandoverPage, readNote } from '../../src/handover/handover.query.ts';
import { addTask, completeTask } from '../../src/tasks/task.flow.ts';
import type { TaskKind } from '../../src/tasks/task.ts';
import type { Values } from '../../src/templates/field.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
let east: string;
let lead: Person;
let maya: Person;
let chen: Person;
let made = 0;
beforeAll(async () => {
  house = await aHouse();
  lead = await house.aMember({ name: 'Lead', roles: ['lead'] });
  east = await house.aTeam({ name: 'East', lead });
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(async () => {
  maya = await house.aMember({ name: 'Maya', roles: ['manager'], team: east });
  chen = await house.aMember({ name: 'Chen', roles: ['manager'], team: east });
});

async function accountOf(owner: Person | null, values: Values = {}): Promise<string> {
  made += 1;
  return (await house.anAccount(`Acme ${made}`, { owner, team: east, values })).id;
}
const wish = (change: Partial<Wish> = {}): Wish => ({
  ownerId: maya.memberId,
  accountIds: null,
  toSlackUserId: chen.slackUserId,
  note: null,
  startsOn: '2099-06-01',
  ...change,
});
const asks = (person: Person, change: Partial<Wish> = {}) =>
  house.as(person, (work) => askHandover(work, wish(change)));
async function asked(person: Person, change: Partial<Wish> = {}): Promise<string> {
  const done = await asks(person, change);
  if (!done.ok) throw new Error(done.problem);
  return done.news.handoverId;
}
const approves = (person: Person, id: string) => house.as(person, (work) => approveHandover(work, id));
const undoes = (person: Person, id: string) => house.as(person, (work) => undoHandover(work, id));
const taskFor = (person: Person, accountId: string, kind: TaskKind = 'step') =>
  house.as(house.founder, async (work) => {
    const task = { accountId, interactionId: null, kind, title: 'Send the quote', due: null, repeat: null };
    return (await addTask(work, { ...task, assigneeId: person.memberId })).id;
  });
const owners = async (ids: readonly string[]) =>
  (await house.sql(`SELECT "ownerId" FROM "Account" WHERE id = ANY ($1::uuid[]) ORDER BY id`, [ids])).map(
    (row) => row['ownerId'],
  );
const assignees = async (ids: readonly string[]) =>
  (await house.sql(`SELECT id, "assigneeId" FROM "Task" WHERE id = ANY ($1::uuid[])`, [ids]))
    .toSorted((one, other) => ids.indexOf(String(one['id'])) - ids.indexOf(String(other['id'])))
    .map((row) => row['assigneeId']);

describe('A handover', () => {
  test('that a manager asks for waits for the lead of the accounts’ team, and moves nothing yet', async () => {
    const id = await accountOf(maya);
    const done = await asks(maya);
    if (!done.ok || done.state !== 'asked') throw new Error('it does not wait');
    expect(done.deciders.map(({ name }) => name)).toEqual(['Lead']);
    expect(await owners([id])).toEqual([maya.memberId]);
    const waiting = await house.as(lead, openHandovers);
    expect(waiting.map(({ handoverId }) => handoverId)).toContain(done.news.handoverId);
  });

  test('once approved, moves accounts, open steps and promises of the old owner; what is done or a colleague’s stays', async () => {
    const [one, two] = [await accountOf(maya), await accountOf(maya, { deputyId: chen.memberId })];
    const moving = [await taskFor(maya, one), await taskFor(maya, two, 'ours'), await taskFor(maya, two, 'theirs')];
    const staying = [await taskFor(lead, one), await taskFor(maya, one)];
    await house.as(maya, (work) => completeTask(work, staying[1] ?? ''));
    const id = await asked(maya, { note: 'Talk to 李总 first.' });
    const done = await approves(lead, id);
    expect(done).toMatchObject({ ok: true, news: { state: 'approved', count: 2, taskCount: 3, hasNote: true } });
    expect(await owners([one, two])).toEqual([chen.memberId, chen.memberId]);
    expect(await assignees([...moving, ...staying])).toEqual([
      chen.memberId,
      chen.memberId,
      chen.memberId,
      lead.memberId,
      maya.memberId,
    ]);
    const deputies = await house.sql(`SELECT "deputyId" FROM "Account" WHERE id = $1`, [two]);
    expect(deputies).toEqual([{ deputyId: null }]);
    expect(await house.as(chen, (work) => readNote(work, id))).toBe('Talk to 李总 first.');
    const [entry] = await house.sql(
      `SELECT changes FROM "AuditEntry" WHERE "subjectId" = $1 AND verb = 'account.changed'`,
      [two],
    );
    expect(entry?.['changes']).toEqual({
      ownerId: { from: maya.memberId, to: chen.memberId },
      deputyId: { from: chen.memberId, to: null },
      version: { from: 1, to: 2 },
    });
  });

  test('is one operation in the audit, whatever it moves', async () => {
    const account = await accountOf(maya);
    const task = await taskFor(maya, account);
    const id = await asked(lead);
    const rows = await house.sql(
      `SELECT verb FROM "AuditEntry" WHERE "operationId" =
        (SELECT "operationId" FROM "AuditEntry" WHERE "subjectId" = $1 AND verb = 'handover.approved') ORDER BY verb`,
      [id],
    );
    expect(rows.map((row) => row['verb'])).toEqual([
      'account.changed',
      'handover.approved',
      'handover.asked',
      'task.changed',
    ]);
    expect(await assignees([task])).toEqual([chen.memberId]);
  });

  test('is approved by asking where the lead of the team asks', async () => {
    const account = await accountOf(maya);
    expect(await asks(lead)).toMatchObject({ ok: true, state: 'approved' });
    expect(await owners([account])).toEqual([chen.memberId]);
  });

  test('takes effect once, however many approve it at once (T-25)', async () => {
    const account = await accountOf(maya);
    const id = await asked(maya);
    const answers = await Promise.all([approves(lead, id), approves(house.founder, id), approves(lead, id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.problem === 'answered')).toHaveLength(2);
    const entries = await house.sql(
      `SELECT 1 FROM "AuditEntry" WHERE "subjectId" = $1 AND changes ? 'ownerId' AND verb = 'account.changed'`,
      [account],
    );
    expect(entries).toHaveLength(1);
  });

  test('that is declined leaves everything as it is, and cannot be approved any more', async () => {
    const account = await accountOf(maya);
    const id = await asked(maya);
    expect(await house.as(lead, (work) => declineHandover(work, id))).toMatchObject({ ok: true });
    expect(await approves(lead, id)).toMatchObject({ ok: false, problem: 'answered', news: { state: 'declined' } });
    expect(await owners([account])).toEqual([maya.memberId]);
  });

  test('leaves accounts that are somebody else’s, archived or merged by then, and says so', async () => {
    const ids = [await accountOf(maya), await accountOf(maya), await accountOf(maya)];
    const id = await asked(maya, { accountIds: ids });
    await house.sql(`UPDATE "Account" SET "ownerId" = $1 WHERE id = $2`, [lead.memberId, ids[1]]);
    await house.sql(`UPDATE "Account" SET "archivedAt" = now() WHERE id = $1`, [ids[2]]);
    const done = await approves(lead, id);
    if (!done.ok) throw new Error(done.problem);
    expect(done.news).toMatchObject({ count: 1, leftCount: 2 });
    expect(done.news.left.map(({ why }) => why)).toEqual(['other-owner', 'gone']);
    expect(await owners(ids)).toEqual([chen.memberId, lead.memberId, maya.memberId]);
  });

  test('goes to nobody who has been deactivated meanwhile, or who could not keep accounts', async () => {
    const account = await accountOf(maya);
    const id = await asked(maya);
    await house.slackSays(chen, { active: false });
    expect(await approves(lead, id)).toMatchObject({ ok: false, problem: 'cannot-own' });
    expect(await asks(maya)).toEqual({ ok: false, problem: 'cannot-own' });
    const viewer = await house.aMember({ roles: ['viewer'], team: east });
    expect(await asks(maya, { toSlackUserId: viewer.slackUserId })).toEqual({ ok: false, problem: 'cannot-own' });
    expect(await owners([account])).toEqual([maya.memberId]);
  });

  test('says what is wrong with a wish', async () => {
    expect(await asks(maya)).toEqual({ ok: false, problem: 'nothing' });
    const account = await accountOf(maya);
    expect(await asks(maya, { startsOn: '2020-01-01' })).toEqual({ ok: false, problem: 'day-past' });
    expect(await asks(maya, { toSlackUserId: 'U0NOBODY' })).toEqual({ ok: false, problem: 'no-such-person' });
    expect(await asks(maya, { accountIds: [account], toSlackUserId: maya.slackUserId })).toEqual({
      ok: false,
      problem: 'already-theirs',
    });
  });

  test('cannot be asked for, approved, undone or read by those who may not (T-61, T-62, T-63)', async () => {
    const account = await accountOf(maya);
    await expect(asks(chen, { accountIds: [account] })).rejects.toThrow(Refused);
    expect(await asks(chen)).toEqual({ ok: false, problem: 'nothing' });
    const id = await asked(maya, { note: 'Private.' });
    const otherLead = await house.aMember({ roles: ['lead'] });
    await house.aTeam({ lead: otherLead });
    await expect(approves(otherLead, id)).rejects.toThrow(Refused);
    await expect(approves(maya, id)).rejects.toThrow(Refused);
    const stranger = await house.aMember({ roles: ['manager'] });
    await expect(undoes(stranger, id)).rejects.toThrow(Refused);
    await expect(house.as(stranger, (work) => readNote(work, id))).rejects.toThrow(Refused);
    await expect(house.as(stranger, (work) => readHandoverPage(work, id, 0, 20))).rejects.toThrow(Refused);
    const neighbour = await house.aNeighbour();
    expect(await neighbour.as(neighbour.founder, (work) => approveHandover(work, id))).toEqual({
      ok: false,
      problem: 'gone',
    });
  });

  test('of accounts in several teams waits for a head', async () => {
    const other = await house.aTeam({ lead: await house.aMember({ roles: ['lead'] }) });
    await accountOf(maya);
    await house.anAccount('Elsewhere', { owner: maya, team: other });
    const done = await asks(maya);
    if (!done.ok || done.state !== 'asked') throw new Error('it does not wait');
    expect(done.deciders.map(({ name }) => name)).toEqual(['Founder']);
  });
});

describe('The cadences of accounts that change hands', () => {
  test('begin anew, spread over their length, pauses ended', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push(await accountOf(maya, { tierKey: 'A' }));
    const [first = ''] = ids;
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await house.as(maya, (work) => snooze(work, first, soon));
    await asked(lead, { startsOn: '2099-06-01' });
    const lines = await house.as(chen, (work) => cadencesOf(work, { accountIds: ids }));
    const next = lines.map(({ cadence }) => cadence.nextOn).toSorted();
    expect(next[0]).toBe('2099-06-01');
    expect(new Set(next).size).toBe(10);
    expect(next.every((day) => day < '2099-06-15')).toBe(true);
    expect(lines.map(({ cadence }) => cadence.snoozedUntil)).toEqual(ids.map(() => null));
  });
});

describe('Undoing a handover', () => {
  test('that waits takes it back, by who asked', async () => {
    await accountOf(maya);
    const id = await asked(maya);
    expect(await undoes(maya, id)).toMatchObject({ ok: true, was: 'asked' });
    expect(await approves(lead, id)).toMatchObject({ ok: false, problem: 'answered', news: { state: 'undone' } });
  });

  test('that was approved puts back owners, deputies, steps and cadences - by who asked, though nothing is theirs any more', async () => {
    const account = await accountOf(maya, { tierKey: 'A', deputyId: chen.memberId });
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await house.as(maya, (work) => snooze(work, account, soon));
    const task = await taskFor(maya, account);
    const own = await taskFor(chen, account);
    const id = await asked(maya);
    await approves(lead, id);
    expect(await assignees([task, own])).toEqual([chen.memberId, chen.memberId]);
    expect(await undoes(maya, id)).toMatchObject({ ok: true, was: 'approved', news: { count: 1, leftCount: 0 } });
    expect(await assignees([task, own])).toEqual([maya.memberId, chen.memberId]);
    const rows = await house.sql(
      `SELECT a."ownerId", a."deputyId", a.version, p."cadenceFrom", p."snoozedUntil"::text
       FROM "Account" a JOIN "AccountPulse" p ON p."accountId" = a.id WHERE a.id = $1`,
      [account],
    );
    expect(rows).toEqual([
      { ownerId: maya.memberId, deputyId: chen.memberId, version: 3, cadenceFrom: null, snoozedUntil: soon },
    ]);
    expect(await undoes(lead, id)).toMatchObject({ ok: false, problem: 'answered' });
  });

  test('leaves what has been passed on since, and says so', async () => {
    const ids = [await accountOf(maya), await accountOf(maya)];
    const id = await asked(lead);
    await house.sql(`UPDATE "Account" SET "ownerId" = $1 WHERE id = $2`, [lead.memberId, ids[0]]);
    const done = await undoes(lead, id);
    expect(done).toMatchObject({ ok: true, news: { count: 1, leftCount: 1, left: [{ why: 'other-owner' }] } });
    expect(await owners(ids)).toEqual([lead.memberId, maya.memberId]);
  });

  test('is possible for a day and no longer', async () => {
    const account = await accountOf(maya);
    const id = await asked(lead);
    await house.sql(`UPDATE "Handover" SET "decidedAt" = "decidedAt" - interval '24 hours' WHERE id = $1`, [id]);
    expect(await undoes(lead, id)).toMatchObject({ ok: false, problem: 'too-late' });
    expect(await owners([account])).toEqual([chen.memberId]);
  });
});

describe('The accounts of somebody who is not there any more', () => {
  test('are on the lead’s list at once, with those of nobody, and can be handed over', async () => {
    const west = await house.aTeam({ lead });
    const gone = await house.aMember({ name: 'Zoe', roles: ['manager'], team: west });
    const theirs = (await house.anAccount('Orphan One', { owner: gone, team: west })).id;
    const nobodys = (await house.anAccount('Orphan Two', { owner: null, team: west })).id;
    expect(await house.as(lead, (work) => orphanedAccounts(work, 3))).toMatchObject([{ memberId: null }]);
    await house.slackSays(gone, { active: false });
    const orphans = await house.as(lead, (work) => orphanedAccounts(work, 3));
    expect(orphans).toMatchObject([
      { memberId: gone.memberId, name: 'Zoe', count: 1, lines: [{ id: theirs }] },
      { memberId: null, name: null, count: 1, lines: [{ id: nobodys }] },
    ]);
    await asked(lead, { ownerId: gone.memberId });
    await asked(lead, { ownerId: null });
    expect(await owners([theirs, nobodys])).toEqual([chen.memberId, chen.memberId]);
    expect(await house.as(lead, (work) => orphanedAccounts(work, 3))).toEqual([]);
    const otherLead = await house.aMember({ roles: ['lead'] });
    expect(await house.as(otherLead, (work) => orphanedAccounts(work, 3))).toEqual([]);
    expect(await house.as(lead, async ({ actor }) => may(actor, 'team.read'))).toBe(true);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refused } from '../../src/access/policy.ts';
import { cadencesOf } from '../../src/cadence/cadence.store.ts';
import { approveHandover, declineHandover, type Wish } from '../../src/handover/handover.flow.ts';
import { openHandovers, readHandoverPage, readNote } from '../../src/handover/handover.query.ts';
import { addDays, dayIn } from '../../src/lib/date.ts';
import { completeTask } from '../../src/tasks/task.flow.ts';
import type { House, Person } from '../support/house.ts';
import { aTeamAtWork, type TeamAtWork } from './team-at-work.ts';

let team: TeamAtWork;
let house: House;
let lead: Person;
let maya: Person;
let chen: Person;
let wish: Wish;
beforeAll(async () => {
  team = await aTeamAtWork();
  ({ house, lead } = team);
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(async () => {
  ({ maya, chen, wish } = await team.aPair());
});

const asks = (person: Person, change: Partial<Wish> = {}) => team.asks(person, { ...wish, ...change });
const asked = (person: Person, change: Partial<Wish> = {}) => team.asked(person, { ...wish, ...change });

describe('A handover', () => {
  test('that a manager asks for waits for the lead of the accounts’ team, and moves nothing yet', async () => {
    const id = await team.accountOf(maya);
    const done = await asks(maya);
    if (!done.ok || done.state !== 'asked') throw new Error('it does not wait');
    expect(done.deciders.map(({ name }) => name)).toEqual(['Lead']);
    expect(await team.owners([id])).toEqual([maya.memberId]);
    const waiting = await house.as(lead, openHandovers);
    expect(waiting.map(({ handoverId }) => handoverId)).toContain(done.news.handoverId);
  });

  test('once approved, moves accounts, open steps and promises of the old owner; what is done or a colleague’s stays', async () => {
    const [one, two] = [await team.accountOf(maya), await team.accountOf(maya, { deputyId: chen.memberId })];
    const moving = [
      await team.taskFor(maya, one),
      await team.taskFor(maya, two, 'ours'),
      await team.taskFor(maya, two, 'theirs'),
    ];
    const staying = [await team.taskFor(lead, one), await team.taskFor(maya, one)];
    await house.as(maya, (work) => completeTask(work, staying[1] ?? ''));
    const id = await asked(maya, { note: 'Talk to 李总 first.' });
    const done = await team.approves(lead, id);
    expect(done).toMatchObject({ ok: true, news: { state: 'approved', count: 2, taskCount: 3, hasNote: true } });
    expect(await team.owners([one, two])).toEqual([chen.memberId, chen.memberId]);
    expect(await team.assignees([...moving, ...staying])).toEqual([
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
    const account = await team.accountOf(maya);
    const task = await team.taskFor(maya, account);
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
    expect(await team.assignees([task])).toEqual([chen.memberId]);
  });

  test('is approved by asking where the lead of the team asks', async () => {
    const account = await team.accountOf(maya);
    expect(await asks(lead)).toMatchObject({ ok: true, state: 'approved' });
    expect(await team.owners([account])).toEqual([chen.memberId]);
  });

  test('takes effect once, however many approve it at once (T-25)', async () => {
    const account = await team.accountOf(maya);
    const id = await asked(maya);
    const answers = await Promise.all([
      team.approves(lead, id),
      team.approves(house.founder, id),
      team.approves(lead, id),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.problem === 'answered')).toHaveLength(2);
    const entries = await house.sql(
      `SELECT 1 FROM "AuditEntry" WHERE "subjectId" = $1 AND changes ? 'ownerId' AND verb = 'account.changed'`,
      [account],
    );
    expect(entries).toHaveLength(1);
  });

  test('that is declined leaves everything as it is, and cannot be approved any more', async () => {
    const account = await team.accountOf(maya);
    const id = await asked(maya);
    expect(await house.as(lead, (work) => declineHandover(work, id))).toMatchObject({ ok: true });
    expect(await team.approves(lead, id)).toMatchObject({
      ok: false,
      problem: 'answered',
      news: { state: 'declined' },
    });
    expect(await team.owners([account])).toEqual([maya.memberId]);
  });

  test('leaves accounts that are somebody else’s, archived or merged by then, and says so', async () => {
    const ids = [await team.accountOf(maya), await team.accountOf(maya), await team.accountOf(maya)];
    const id = await asked(maya, { accountIds: ids });
    await house.sql(`UPDATE "Account" SET "ownerId" = $1 WHERE id = $2`, [lead.memberId, ids[1]]);
    await house.sql(`UPDATE "Account" SET "archivedAt" = now() WHERE id = $1`, [ids[2]]);
    const done = await team.approves(lead, id);
    if (!done.ok) throw new Error(done.problem);
    expect(done.news).toMatchObject({ count: 1, leftCount: 2 });
    expect(done.news.left.map(({ why }) => why)).toEqual(['other-owner', 'gone']);
    expect(await team.owners(ids)).toEqual([chen.memberId, lead.memberId, maya.memberId]);
  });

  test('that is approved days later spreads the contacts from then on, and tells the new owner so', async () => {
    const account = await team.accountOf(maya, { tierKey: 'A' });
    const id = await asked(maya);
    await house.sql(`UPDATE "Handover" SET "startsOn" = '2026-03-02' WHERE id = $1`, [id]);
    const today = dayIn(new Date(), 'Asia/Shanghai');
    expect(await team.approves(lead, id)).toMatchObject({ ok: true, news: { startsOn: today } });
    const [line] = await house.as(chen, (work) => cadencesOf(work, { accountIds: [account] }));
    expect(line?.cadence.state).toBe('in');
  });

  test('goes to nobody who has been deactivated meanwhile, or who could not keep accounts', async () => {
    const account = await team.accountOf(maya);
    const id = await asked(maya);
    await house.slackSays(chen, { active: false });
    expect(await team.approves(lead, id)).toMatchObject({ ok: false, problem: 'cannot-own' });
    expect(await asks(maya)).toEqual({ ok: false, problem: 'cannot-own' });
    const viewer = await house.aMember({ roles: ['viewer'], team: team.east });
    expect(await asks(maya, { toSlackUserId: viewer.slackUserId })).toEqual({ ok: false, problem: 'cannot-own' });
    expect(await team.owners([account])).toEqual([maya.memberId]);
  });

  test('says what is wrong with a wish', async () => {
    expect(await asks(maya)).toEqual({ ok: false, problem: 'nothing' });
    const account = await team.accountOf(maya);
    expect(await asks(maya, { startsOn: '2020-01-01' })).toEqual({ ok: false, problem: 'day-past' });
    const inTwoYears = addDays(wish.startsOn, 730);
    expect(await asks(maya, { startsOn: inTwoYears })).toEqual({ ok: false, problem: 'day-too-far' });
    expect(await asks(maya, { toSlackUserId: 'U0NOBODY' })).toEqual({ ok: false, problem: 'no-such-person' });
    expect(await asks(maya, { accountIds: [account], toSlackUserId: maya.slackUserId })).toEqual({
      ok: false,
      problem: 'already-theirs',
    });
  });

  test('cannot be asked for, approved, undone or read by those who may not (T-61, T-62, T-63)', async () => {
    const account = await team.accountOf(maya);
    await expect(asks(chen, { accountIds: [account] })).rejects.toThrow(Refused);
    expect(await asks(chen)).toEqual({ ok: false, problem: 'nothing' });
    const id = await asked(maya, { note: 'Private.' });
    const otherLead = await house.aMember({ roles: ['lead'] });
    await house.aTeam({ lead: otherLead });
    await expect(team.approves(otherLead, id)).rejects.toThrow(Refused);
    await expect(team.approves(maya, id)).rejects.toThrow(Refused);
    const stranger = await house.aMember({ roles: ['manager'] });
    await expect(team.undoes(stranger, id)).rejects.toThrow(Refused);
    await expect(house.as(stranger, (work) => readNote(work, id))).rejects.toThrow(Refused);
    await expect(house.as(stranger, (work) => readHandoverPage(work, id, 0, 20))).rejects.toThrow(Refused);
    const neighbour = await house.aNeighbour();
    expect(await neighbour.as(neighbour.founder, (work) => approveHandover(work, id))).toEqual({
      ok: false,
      problem: 'gone',
    });
  });

  test('is no business of a lead who leads only some of the accounts; what has left the team meanwhile does not count', async () => {
    const own = await team.accountOf(maya);
    const otherLead = await house.aMember({ roles: ['lead'] });
    const other = await house.aTeam({ lead: otherLead });
    const { id: elsewhere } = await house.anAccount('Elsewhere', { owner: maya, team: other });
    const id = await asked(maya);
    await expect(team.approves(lead, id)).rejects.toThrow(Refused);
    await expect(team.approves(otherLead, id)).rejects.toThrow(Refused);
    await house.sql(`UPDATE "Account" SET "ownerId" = $1 WHERE id = $2`, [otherLead.memberId, elsewhere]);
    expect(await team.approves(lead, id)).toMatchObject({ ok: true, news: { count: 1, leftCount: 1 } });
    expect(await team.owners([own, elsewhere])).toEqual([chen.memberId, otherLead.memberId]);
  });

  test('of accounts in several teams waits for a head', async () => {
    const other = await house.aTeam({ lead: await house.aMember({ roles: ['lead'] }) });
    await team.accountOf(maya);
    await house.anAccount('Elsewhere', { owner: maya, team: other });
    const done = await asks(maya);
    if (!done.ok || done.state !== 'asked') throw new Error('it does not wait');
    expect(done.deciders.map(({ name }) => name)).toEqual(['Founder']);
  });
});

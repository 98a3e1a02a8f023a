import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { may } from '../../src/access/policy.ts';
import { snooze } from '../../src/cadence/cadence.flow.ts';
import { cadencesOf } from '../../src/cadence/cadence.store.ts';
import { orphanedAccounts } from '../../src/handover/candidate.query.ts';
import type { Wish } from '../../src/handover/handover.flow.ts';
import { addDays } from '../../src/lib/date.ts';
import { isWorkingDay } from '../../src/lib/working-day.ts';
import { startsSoon } from '../support/handover.ts';
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

const asked = (person: Person, change: Partial<Wish> = {}) => team.asked(person, { ...wish, ...change });

/** A working day with ten of them in its two weeks: no holiday takes one away. */
function aDayWithTwoPlainWeeks(): string {
  const worked = (day: string): boolean => isWorkingDay(day, 'china');
  const days = Array.from({ length: 90 }, (_, n) => addDays(startsSoon(), n)).filter(worked);
  const fits = (first: string) => days.filter((day) => day >= first && day < addDays(first, 14)).length === 10;
  const found = days.find(fits);
  if (!found) throw new Error('no two weeks without a holiday');
  return found;
}

describe('The cadences of accounts that change hands', () => {
  test('begin anew, spread over their length, pauses ended', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push(await team.accountOf(maya, { tierKey: 'A' }));
    const [first = ''] = ids;
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await house.as(maya, (work) => snooze(work, first, soon));
    const startsOn = aDayWithTwoPlainWeeks();
    await asked(lead, { startsOn });
    const lines = await house.as(chen, (work) => cadencesOf(work, { accountIds: ids }));
    const next = lines.map(({ cadence }) => cadence.nextOn).toSorted();
    expect(next[0]).toBe(startsOn);
    expect(new Set(next).size).toBe(10);
    expect(next.every((day) => day < addDays(startsOn, 14))).toBe(true);
    expect(lines.map(({ cadence }) => cadence.snoozedUntil)).toEqual(ids.map(() => null));
  });
});

describe('Undoing a handover', () => {
  test('that waits takes it back, by who asked', async () => {
    await team.accountOf(maya);
    const id = await asked(maya);
    expect(await team.undoes(maya, id)).toMatchObject({ ok: true, was: 'asked' });
    expect(await team.approves(lead, id)).toMatchObject({ ok: false, problem: 'answered', news: { state: 'undone' } });
  });

  test('that was approved puts back owners, deputies, steps and cadences - by who asked, though nothing is theirs any more', async () => {
    const account = await team.accountOf(maya, { tierKey: 'A', deputyId: chen.memberId });
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await house.as(maya, (work) => snooze(work, account, soon));
    const task = await team.taskFor(maya, account);
    const own = await team.taskFor(chen, account);
    const id = await asked(maya);
    await team.approves(lead, id);
    expect(await team.assignees([task, own])).toEqual([chen.memberId, chen.memberId]);
    expect(await team.undoes(maya, id)).toMatchObject({ ok: true, was: 'approved', news: { count: 1, leftCount: 0 } });
    expect(await team.assignees([task, own])).toEqual([maya.memberId, chen.memberId]);
    const rows = await house.sql(
      `SELECT a."ownerId", a."deputyId", a.version, p."cadenceFrom", p."snoozedUntil"::text
       FROM "Account" a JOIN "AccountPulse" p ON p."accountId" = a.id WHERE a.id = $1`,
      [account],
    );
    expect(rows).toEqual([
      { ownerId: maya.memberId, deputyId: chen.memberId, version: 3, cadenceFrom: null, snoozedUntil: soon },
    ]);
    expect(await team.undoes(lead, id)).toMatchObject({ ok: false, problem: 'answered' });
  });

  test('leaves a pause that the new owner has asked for since', async () => {
    const account = await team.accountOf(maya, { tierKey: 'A' });
    const [before, since] = [addDays(startsSoon(), 8), addDays(startsSoon(), 20)];
    await house.as(maya, (work) => snooze(work, account, before));
    const id = await asked(lead);
    await house.as(chen, (work) => snooze(work, account, since));
    expect(await team.undoes(lead, id)).toMatchObject({ ok: true });
    const [line] = await house.as(maya, (work) => cadencesOf(work, { accountIds: [account] }));
    expect(line?.cadence.snoozedUntil).toBe(since);
  });

  test('leaves what has been passed on since, and says so', async () => {
    const ids = [await team.accountOf(maya), await team.accountOf(maya)];
    const id = await asked(lead);
    await house.sql(`UPDATE "Account" SET "ownerId" = $1 WHERE id = $2`, [lead.memberId, ids[0]]);
    const done = await team.undoes(lead, id);
    expect(done).toMatchObject({ ok: true, news: { count: 1, leftCount: 1, left: [{ why: 'other-owner' }] } });
    expect(await team.owners(ids)).toEqual([lead.memberId, maya.memberId]);
  });

  test('is possible for a day and no longer', async () => {
    const account = await team.accountOf(maya);
    const id = await asked(lead);
    await house.sql(`UPDATE "Handover" SET "decidedAt" = "decidedAt" - interval '24 hours' WHERE id = $1`, [id]);
    expect(await team.undoes(lead, id)).toMatchObject({ ok: false, problem: 'too-late' });
    expect(await team.owners([account])).toEqual([chen.memberId]);
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
    expect(await team.owners([theirs, nobodys])).toEqual([chen.memberId, chen.memberId]);
    expect(await house.as(lead, (work) => orphanedAccounts(work, 3))).toEqual([]);
    const otherLead = await house.aMember({ roles: ['lead'] });
    expect(await house.as(otherLead, (work) => orphanedAccounts(work, 3))).toEqual([]);
    expect(await house.as(lead, async ({ actor }) => may(actor, 'team.read'))).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endAbsence, setAbsence } from '../../src/access/absence.flow.ts';
import { mySettings } from '../../src/access/absence.query.ts';
import { may } from '../../src/access/policy.ts';
import { setClockOffset } from '../../src/access/workspace.store.ts';
import { readCard } from '../../src/accounts/card.query.ts';
import { myOutOfCadence } from '../../src/cadence/cadence.query.ts';
import { addDays, dayIn } from '../../src/lib/date.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house?.[Symbol.asyncDispose]());

const dayMs = 86_400_000;
const zone = 'Asia/Shanghai';
const inDays = (days: number): string => addDays(dayIn(new Date(), zone), days);
const moveClock = (milliseconds: number): Promise<void> =>
  house.database.inSystem(house.workspaceId, (db) => setClockOffset(db, milliseconds));
/** So many milliseconds until this minute of a day to come. */
const until = (day: string, time: string): number => new Date(`${day}T${time}:00+08:00`).getTime() - Date.now();

const goesAway = (who: Person, deputy: Person | string, day: string, accepted = false) =>
  house.as(who, (work) =>
    setAbsence(work, {
      until: day,
      deputySlackId: typeof deputy === 'string' ? deputy : deputy.slackUserId,
      accepted,
    }),
  );
const standsInFor = (who: Person): Promise<readonly string[]> =>
  house.as(who, async (work) => (await mySettings(work)).standsInFor.map(({ name }) => name));
const managers = async (): Promise<[Person, Person]> => [
  await house.aMember({ roles: ['manager'] }),
  await house.aMember({ roles: ['manager'] }),
];

describe('Whoever is away', () => {
  it('is stood in for by a deputy, who has the rights of one until the day is over in the owner’s zone', async () => {
    const [owner, deputy] = await managers();
    const account = await house.anAccount('Acme', { owner });
    const kept = { ownerId: owner.memberId, deputyId: null, teamId: null };
    const mayEdit = () => house.as(deputy, async ({ actor }) => may(actor, 'account.edit', kept));
    expect(await mayEdit()).toBe(false);
    expect(await goesAway(owner, deputy, inDays(2))).toMatchObject({ ok: true });
    expect(await mayEdit()).toBe(true);
    expect(await standsInFor(deputy)).toEqual([owner.name]);
    expect((await house.as(deputy, (work) => readCard(work, account.id)))?.contacts).toEqual([]);
    try {
      await moveClock(until(inDays(2), '23:59'));
      expect(await mayEdit()).toBe(true);
      await moveClock(until(inDays(3), '00:01'));
      expect(await mayEdit()).toBe(false);
      expect(await standsInFor(deputy)).toEqual([]);
      expect((await house.as(owner, mySettings)).mine).toBeNull();
    } finally {
      await moveClock(0);
    }
  });

  it('lets the deputy see which of their accounts nobody talks with', async () => {
    const [owner, deputy] = await managers();
    const account = await house.anAccount('Silent', { owner, values: { tierKey: 'A' } });
    await house.sql(`UPDATE "Account" SET "createdAt" = $2 WHERE id = $1`, [
      account.id,
      new Date(Date.now() - 60 * dayMs),
    ]);
    const seen = async () => (await house.as(deputy, (work) => myOutOfCadence(work, 9))).lines;
    expect(await seen()).toEqual([]);
    await goesAway(owner, deputy, inDays(0));
    expect((await seen()).map(({ account: { name }, owner: whose }) => [name, whose?.standIn])).toEqual([
      ['Silent', deputy.name],
    ]);
  });

  it('may change the deputy and the day, and be back sooner; each is in the audit once', async () => {
    const [owner, deputy] = await managers();
    const other = await house.aMember({ roles: ['manager'] });
    await goesAway(owner, deputy, inDays(5));
    await goesAway(owner, deputy, inDays(5));
    await goesAway(owner, other, inDays(6));
    expect([await standsInFor(deputy), await standsInFor(other)]).toEqual([[], [owner.name]]);
    expect(await house.as(owner, endAbsence)).toMatchObject({ slackUserId: other.slackUserId });
    expect(await house.as(owner, endAbsence)).toBeNull();
    expect(await standsInFor(other)).toEqual([]);
    const told = await house.sql(
      `SELECT changes FROM "AuditEntry" WHERE "subjectId" = $1 AND verb = 'absence.changed' ORDER BY id`,
      [owner.memberId],
    );
    expect(told.map(({ changes }) => changes)).toEqual([
      { until: { from: null, to: inDays(5) }, deputyId: { from: null, to: deputy.memberId } },
      { until: { from: inDays(5), to: inDays(6) }, deputyId: { from: deputy.memberId, to: other.memberId } },
      { until: { from: inDays(6), to: null }, deputyId: { from: other.memberId, to: null } },
    ]);
  });

  it('cannot be until yesterday or for years, and not stood in for by oneself or somebody who could do nothing', async () => {
    const [owner, deputy] = await managers();
    const problem = async (who: Person | string, day = inDays(1)) => {
      const set = await goesAway(owner, who, day);
      return set.ok ? null : set.problem;
    };
    expect(await problem(deputy, inDays(-1))).toBe('past');
    expect(await problem(deputy, inDays(367))).toBe('too-far');
    expect(await problem(owner)).toBe('self');
    expect(await problem('U0NOBODY')).toBe('not-a-colleague');
    expect(await problem(await house.aMember({ roles: ['manager'], kind: 'guest' }))).toBe('not-a-colleague');
    expect(await problem(await house.aMember({ roles: ['manager'], active: false }))).toBe('not-a-colleague');
    expect(await problem(await house.aMember({ roles: [] }))).toBe('no-role');
    expect((await house.as(owner, mySettings)).mine).toBeNull();
  });

  it('is told where the deputy is away too, and their deputy does not stand in for both', async () => {
    const [owner, deputy] = await managers();
    const third = await house.aMember({ roles: ['manager'] });
    await goesAway(deputy, third, inDays(3));
    expect(await goesAway(owner, deputy, inDays(1))).toEqual({
      ok: false,
      problem: 'deputy-away',
      until: inDays(3),
      slackUserId: deputy.slackUserId,
    });
    expect(await standsInFor(deputy)).toEqual([]);
    expect(await goesAway(owner, deputy, inDays(1), true)).toMatchObject({ ok: true });
    expect([await standsInFor(deputy), await standsInFor(third)]).toEqual([[owner.name], [deputy.name]]);
  });

  it('is no concern of a deputy who has lost their role', async () => {
    const [owner, deputy] = await managers();
    const account = await house.anAccount('Locked', { owner });
    await goesAway(owner, deputy, inDays(1));
    await house.slackSays(deputy, { kind: 'guest' });
    await expect(house.as(deputy, (work) => readCard(work, account.id))).rejects.toThrow('guest');
  });
});

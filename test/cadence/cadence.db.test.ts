import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import { endSnooze, snooze } from '../../src/cadence/cadence.flow.ts';
import { cadenceOfAccount, myOutOfCadence, teamOutOfCadence } from '../../src/cadence/cadence.query.ts';
import { cadencesOf, startCadences } from '../../src/cadence/cadence.store.ts';
import { dayIn } from '../../src/lib/date.ts';
import { newId } from '../../src/lib/id.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house?.[Symbol.asyncDispose]());

const dayMs = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * dayMs);
const today = (): string => dayIn(new Date(), 'Asia/Shanghai');

/** A contact with the account, as it stands in the table. */
async function talked(account: Account, at: Date, how: { twoWay?: boolean; deleted?: boolean } = {}): Promise<void> {
  const { twoWay = true, deleted = false } = how;
  await house.sql(
    `INSERT INTO "Interaction" (id, "workspaceId", "accountId", "authorId", kind, at, outcome, "twoWay", "summarySealed", "createdAt", "deletedAt")
     VALUES ($1, $2, $3, $4, 'call', $5, $6, $7, '', $5, $8)`,
    [
      newId(at, randomBytes(10)),
      house.workspaceId,
      account.id,
      house.founder.memberId,
      at,
      twoWay ? 'reached' : 'attempt',
      twoWay,
      deleted ? at : null,
    ],
  );
}

/** An account opened so many days ago. */
async function anAccount(name: string, owner: Person, openedAgo: number, values = {}, team?: string): Promise<Account> {
  const account = await house.anAccount(name, { owner, values: { tierKey: 'A', ...values }, ...(team && { team }) });
  await house.sql(`UPDATE "Account" SET "createdAt" = $2 WHERE id = $1`, [account.id, ago(openedAgo)]);
  return account;
}
const namesFor = async (owner: Person, limit = 9): Promise<readonly string[]> =>
  (await house.as(owner, (work) => myOutOfCadence(work, limit))).lines.map((line) => line.account.name);

describe('Out of cadence', () => {
  it('are accounts that nobody has talked with for longer than their rule, longest over first', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    await anAccount('Silent for long', owner, 60);
    const some = await anAccount('Silent for a while', owner, 90);
    await talked(some, ago(20));
    const fine = await anAccount('Talked with', owner, 90);
    await talked(fine, ago(3));
    await anAccount('New', owner, 2);
    await anAccount('Rarely', owner, 60, { cadenceDays: '365' });
    await anAccount('Never mind', owner, 60, { tierKey: null });
    expect(await namesFor(owner)).toEqual(['Silent for long', 'Silent for a while']);
    const first = await house.as(owner, (work) => myOutOfCadence(work, 1));
    expect([first.lines.length, first.count]).toEqual([1, 2]);
    expect(first.lines[0]?.cadence).toMatchObject({ everyDays: 14, state: 'out', daysOver: 46 });
  });

  it('are never archived, merged or former customers', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const archived = await anAccount('Archived', owner, 60);
    const merged = await anAccount('Merged', owner, 60);
    await anAccount('Former', owner, 60, { stageKey: 'former' });
    expect(await namesFor(owner)).toHaveLength(2);
    await house.sql(`UPDATE "Account" SET "archivedAt" = now() WHERE id = $1`, [archived.id]);
    await house.sql(`UPDATE "Account" SET "mergedIntoId" = $2 WHERE id = $1`, [merged.id, archived.id]);
    expect(await namesFor(owner)).toEqual([]);
  });

  it('are not brought in by attempts, nor by a talk that was taken back', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const account = await anAccount('Hard to reach', owner, 60);
    const nextOn = async () => (await house.as(owner, (work) => cadenceOfAccount(work, account.id)))?.cadence.nextOn;
    const before = await nextOn();
    for (const days of [0, 1, 5, 9, 30]) {
      await talked(account, ago(days), { twoWay: false });
      await talked(account, ago(days), { deleted: true });
      expect(await nextOn()).toBe(before);
    }
    await talked(account, ago(1));
    expect(await nextOn()).not.toBe(before);
  });

  it('are counted in the reader’s days', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const account = await anAccount('Late call', owner, 60);
    await talked(account, new Date('2026-03-01T20:00:00Z'));
    const lastIn = async (zone: string) => {
      await house.sql(`UPDATE "Member" SET zone = $2 WHERE id = $1`, [owner.memberId, zone]);
      return (await house.as(owner, (work) => cadenceOfAccount(work, account.id)))?.lastTwoWayOn;
    };
    expect([await lastIn('Asia/Shanghai'), await lastIn('America/New_York')]).toEqual(['2026-03-02', '2026-03-01']);
  });

  it('are the same for the statement that lists them and for the rule itself', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    for (let i = 0; i < 24; i += 1) {
      const account = await anAccount(`Account ${i}`, owner, (i * 7) % 40);
      if (i % 3 === 0) await talked(account, ago((i * 5) % 33));
      if (i % 4 === 0) {
        const from = dayIn(ago((i * 3) % 30), 'Asia/Shanghai');
        await house.as(owner, (work) => startCadences(work, [{ accountId: account.id, from }]));
      }
      if (i % 5 === 0) await house.as(owner, (work) => snooze(work, account.id, dayIn(ago(-1 - i), 'Asia/Shanghai')));
      if (i % 10 === 0) await talked(account, ago(0));
    }
    const all = await house.as(owner, (work) => cadencesOf(work, { ownerIds: [owner.memberId] }));
    const out = all.filter((line) => line.cadence.state === 'out').map((line) => line.account.name);
    expect(out.length).toBeGreaterThan(3);
    expect((await namesFor(owner, 99)).toSorted()).toEqual(out.toSorted());
  });

  it('of a team are its lead’s to see, with whoever owns them; of every team a head’s', async () => {
    const lead = await house.aMember({ roles: ['lead'] });
    const team = await house.aTeam({ name: 'West', lead });
    const [owner, other] = [await house.aMember({ roles: ['manager'] }), await house.aMember({ roles: ['manager'] })];
    await anAccount('Of the team', owner, 60, {}, team);
    await anAccount('Of nobody’s team', other, 61);
    const seen = async (who: Person) =>
      (await house.as(who, (work) => teamOutOfCadence(work, 99))).lines.map((line) => line.account.name);
    expect(await seen(lead)).toEqual(['Of the team']);
    expect(await seen(house.founder)).toEqual(expect.arrayContaining(['Of the team', 'Of nobody’s team']));
    await expect(seen(owner)).rejects.toThrow('not-allowed');
  });
});

describe('A cadence that begins anew', () => {
  it('is quiet for a whole round, and ends a pause', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const account = await anAccount('Handed over', owner, 60);
    await house.as(owner, (work) => snooze(work, account.id, dayIn(ago(-5), 'Asia/Shanghai')));
    await house.as(owner, (work) => startCadences(work, [{ accountId: account.id, from: today() }]));
    const line = await house.as(owner, (work) => cadenceOfAccount(work, account.id));
    expect(line?.cadence).toMatchObject({ state: 'in', snoozedUntil: null, nextOn: dayIn(ago(-14), 'Asia/Shanghai') });
  });
});

describe('“Not now”', () => {
  it('keeps an account quiet until a day, is in the audit, and is taken back', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const account = await anAccount('Quiet', owner, 60);
    const until = dayIn(ago(-3), 'Asia/Shanghai');
    expect(await house.as(owner, (work) => snooze(work, account.id, until))).toMatchObject({ ok: true, until });
    expect(await namesFor(owner)).toEqual([]);
    expect(await house.as(owner, (work) => endSnooze(work, account.id))).toMatchObject({ ok: true, until: null });
    expect(await namesFor(owner)).toEqual(['Quiet']);
    const told = await house.sql(
      `SELECT e.changes, a.version FROM "AuditEntry" e JOIN "Account" a ON a.id = e."subjectId"
       WHERE e."subjectId" = $1 AND e.verb = 'cadence.snoozed' ORDER BY e.id`,
      [account.id],
    );
    expect(told.map(({ changes }) => changes)).toEqual([
      { snoozedUntil: { from: null, to: until } },
      { snoozedUntil: { from: until, to: null } },
    ]);
    expect(told[0]?.version).toBe(1);
  });

  it('ends with the next talk, and holds again when that is taken back', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const account = await anAccount('Called back', owner, 60, { cadenceDays: '7' });
    await house.as(owner, (work) => snooze(work, account.id, dayIn(ago(-100), 'Asia/Shanghai')));
    await talked(account, new Date());
    const state = async () => (await house.as(owner, (work) => cadenceOfAccount(work, account.id)))?.cadence;
    expect(await state()).toMatchObject({ state: 'in', snoozedUntil: null });
    await house.sql(`UPDATE "Interaction" SET "deletedAt" = now() WHERE "accountId" = $1`, [account.id]);
    expect(await state()).toMatchObject({ state: 'snoozed' });
  });

  it('asked for again until the same day, after a talk has ended it, holds again', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const account = await anAccount('Silent again', owner, 60);
    const until = dayIn(ago(-30), 'Asia/Shanghai');
    const quiet = () => house.as(owner, (work) => snooze(work, account.id, until));
    await quiet();
    await house.sql(`UPDATE "AccountPulse" SET "snoozedOn" = $2 WHERE "accountId" = $1`, [account.id, ago(40)]);
    await talked(account, ago(20));
    expect(await namesFor(owner)).toEqual(['Silent again']);
    expect(await quiet()).toMatchObject({ ok: true, until });
    expect(await namesFor(owner)).toEqual([]);
    await quiet();
    const told = await house.sql(`SELECT 1 FROM "AuditEntry" WHERE "subjectId" = $1 AND verb = 'cadence.snoozed'`, [
      account.id,
    ]);
    expect(told).toHaveLength(2);
  });

  it('is refused for a day that is over, too far, or an account that is gone, and to whoever does not keep it', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const account = await anAccount('Refusing', owner, 60);
    const tried = (until: string, id = account.id) => house.as(owner, (work) => snooze(work, id, until));
    expect(await tried(today())).toEqual({ ok: false, problem: 'past' });
    expect(await tried('2062-01-01')).toEqual({ ok: false, problem: 'too-far' });
    expect(await tried(today(), newId(new Date(), randomBytes(10)))).toEqual({ ok: false, problem: 'gone' });
    await house.sql(`UPDATE "Account" SET "mergedIntoId" = $2 WHERE id = $1`, [
      (await anAccount('Merged away', owner, 60)).id,
      account.id,
    ]);
    const merged = await house.sql(`SELECT id FROM "Account" WHERE "mergedIntoId" = $1`, [account.id]);
    const soon = dayIn(ago(-3), 'Asia/Shanghai');
    expect(await tried(soon, String(merged[0]?.['id']))).toEqual({ ok: false, problem: 'gone' });
    const stranger = await house.aMember({ roles: ['manager'] });
    await expect(house.as(stranger, (work) => snooze(work, account.id, today()))).rejects.toThrow('not-allowed');
  });
});

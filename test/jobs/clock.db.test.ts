import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { businessTime } from '../../src/access/member.store.ts';
import { setClockOffset } from '../../src/access/workspace.store.ts';
import { type Clock, type Job, openClock } from '../../src/jobs/clock.ts';
import { rewindSchedules } from '../../src/jobs/job-page.store.ts';
import { createLog } from '../../src/lib/log.ts';
import { aHouse, type House } from '../support/house.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(() => house[Symbol.asyncDispose]());

const hour = 3_600_000;
const aClock = (jobs: readonly Job[]): Clock =>
  openClock({ inSystem: house.database.inSystem, businessTime, jobs, log: createLog({ level: 'silent' }) });
const aJob = (run: Job['run'], more: Partial<Job> = {}): Job => ({
  name: 'probe',
  label: { en: 'Probe', zh: '测试' },
  schedule: { everyMinutes: 60 },
  catchUp: 'each',
  windowMinutes: 24 * 60,
  run,
  ...more,
});
const moveTo = (ms: number) => house.database.inSystem(house.workspaceId, (db) => setClockOffset(db, ms));
const runs = () => house.sql('SELECT state, attempts, outcome FROM "JobRun" ORDER BY slot');

describe('The clock', () => {
  test('runs each due moment once, with three processes that tick at once over a day', async () => {
    const slots: string[] = [];
    const job = aJob(async ({ slot }) => {
      slots.push(slot.toISOString());
      return { looked: 1 };
    });
    const clocks = [aClock([job]), aClock([job]), aClock([job])];
    for (let h = 0; h <= 24; h += 1) {
      await moveTo(h * hour);
      await Promise.all(clocks.map((clock) => clock.tick(house.workspaceId)));
    }
    expect([slots.length, new Set(slots).size]).toEqual([25, 25]);
    expect(slots).toEqual(slots.toSorted());
  });

  test('never runs one job twice at a time', async () => {
    let now = 0;
    let most = 0;
    const job = aJob(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 20));
      now -= 1;
      return {};
    });
    await aClock([job]).tick(house.workspaceId);
    await moveTo(5 * hour);
    await Promise.all([aClock([job]).tick(house.workspaceId), aClock([job]).tick(house.workspaceId)]);
    await aClock([job]).tick(house.workspaceId);
    expect([most, (await runs()).length]).toEqual([1, 6]);
  });

  test('tries a run that fails three times, then gives it up, and runs the others meanwhile (T-10)', async () => {
    const good: Date[] = [];
    const poison = aJob(async () => {
      throw new RangeError('broken');
    });
    const other = aJob(
      async ({ slot }) => {
        good.push(slot);
        return {};
      },
      { name: 'other' },
    );
    await aClock([poison, other]).tick(house.workspaceId);
    const states = await house.sql('SELECT state, attempts, outcome FROM "JobRun" WHERE job = \'probe\'');
    expect(states).toEqual([{ state: 'dead', attempts: 3, outcome: { problem: 'RangeError' } }]);
    expect(good).toHaveLength(1);
  });

  test('takes over what a killed process had in hand, and the dead one can write nothing any more (T-12)', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const wrote: string[] = [];
    const slow = aJob(async ({ inSystem }) => {
      await gate;
      await inSystem(async () => wrote.push('slow'));
      return {};
    });
    const quick = aJob(async ({ inSystem }) => {
      await inSystem(async () => wrote.push('quick'));
      return {};
    });
    const stale = aClock([slow]).tick(house.workspaceId);
    await expect.poll(async () => (await runs())[0]?.['state']).toBe('running');
    await house.sql(`UPDATE "JobRun" SET "leaseUntil" = now() - interval '1 second'`);
    await aClock([quick]).tick(house.workspaceId);
    open();
    await stale;
    expect(wrote).toEqual(['quick']);
    expect(await runs()).toMatchObject([{ state: 'done', attempts: 2 }]);
  });

  test('goes on from today where the clock was moved ahead and put back, and runs nothing again', async () => {
    const slots: string[] = [];
    const job = aJob(async ({ slot }) => {
      slots.push(slot.toISOString());
      return {};
    });
    await aClock([job]).tick(house.workspaceId);
    await moveTo(48 * hour);
    await aClock([job]).tick(house.workspaceId);
    await moveTo(2 * hour);
    await house.database.inSystem(house.workspaceId, async (db) =>
      rewindSchedules(db, house.workspaceId, await businessTime(db)),
    );
    const before = slots.length;
    await moveTo(3 * hour);
    await aClock([job]).tick(house.workspaceId);
    // The hour has been run while the clock was ahead; the next one that never was is what comes next.
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.length).toBeGreaterThanOrEqual(before);
    const [schedule] = await house.sql('SELECT "lastSlot" FROM "JobSchedule"');
    expect(Number(schedule?.['lastSlot'])).toBeLessThanOrEqual(Date.now() + 3 * hour);
  });

  test('after three days without a process, what is too old is counted and not run', async () => {
    let count = 0;
    const job = aJob(
      async () => {
        count += 1;
        return {};
      },
      { catchUp: 'latest', windowMinutes: 60 * 6 },
    );
    await aClock([job]).tick(house.workspaceId);
    await moveTo(72 * hour);
    await aClock([job]).tick(house.workspaceId);
    const [schedule] = await house.sql('SELECT missed FROM "JobSchedule"');
    expect([count, schedule?.['missed']]).toEqual([2, 71]);
  });
});

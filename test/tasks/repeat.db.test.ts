import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeTask, moveTask, reopenTask } from '../../src/tasks/task.flow.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { until } from '../support/until.ts';

let house: House;
let maya: Person;
beforeAll(async () => {
  house = await aHouse();
  maya = await house.aMember({ roles: ['manager'] });
});
afterAll(() => house[Symbol.asyncDispose]());

const openAt = async (accountId: string) =>
  house.sql(`SELECT * FROM "Task" WHERE "accountId" = $1 AND "doneAt" IS NULL AND "droppedAt" IS NULL`, [accountId]);

describe('A step that repeats', () => {
  const monthly = { every: 'month', interval: 1, day: 31, on: '2036-01-31', workingDays: false } as const;
  const due = { on: '2036-01-31', time: '10:00' };

  test('comes again when it is done, once, also when somebody else does it before the first is through', async () => {
    const own = await house.anAccount('Repeaters', { owner: maya });
    const id = await house.aTask(own, { by: maya, due, repeat: monthly });
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    let second: Promise<unknown> = Promise.resolve();
    await house.as(maya, async (work) => {
      await completeTask(work, id);
      second = house.as(house.founder, (other) => completeTask(other, id));
      await until(async () => (await house.sql(waiting)).length > 0);
    });
    await second;
    const rows = await openAt(own.id);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ dueTime: '10:00', repeat: { ...monthly, on: '2036-02-29' } });
    expect(rows[0]?.['dueAt']).toEqual(new Date('2036-02-29T02:00:00Z'));
  });

  test('and is not done after all takes back the one that came', async () => {
    const own = await house.anAccount('Undoers', { owner: maya });
    const id = await house.aTask(own, { by: maya, due, repeat: monthly });
    await house.as(maya, (work) => completeTask(work, id));
    await house.as(maya, (work) => reopenTask(work, id));
    expect(await openAt(own.id)).toHaveLength(1);
    await house.as(maya, (work) => completeTask(work, id));
    expect(await openAt(own.id)).toHaveLength(1);
  });

  test('goes on where somebody has dealt with the one that came, and never twice', async () => {
    const own = await house.anAccount('Goers-on', { owner: maya });
    const id = await house.aTask(own, { by: maya, due, repeat: monthly });
    await house.as(maya, (work) => completeTask(work, id));
    const [next] = await openAt(own.id);
    await house.as(maya, (work) => moveTask(work, String(next?.['id']), { on: '2036-03-03', time: null }));
    await house.as(maya, (work) => reopenTask(work, id));
    expect(await openAt(own.id)).toHaveLength(2);
    await house.as(maya, (work) => completeTask(work, id));
    expect(await openAt(own.id)).toHaveLength(1);
  });
});

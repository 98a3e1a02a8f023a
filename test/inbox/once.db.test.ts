import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../src/db/work.ts';
import { once } from '../../src/inbox/once.store.ts';
import { anInbox, type InboxDesk } from './desk.ts';

let desk: InboxDesk;
beforeAll(async () => {
  desk = await anInbox();
});
afterAll(() => desk[Symbol.asyncDispose]());

const onceFor = <T>(key: string, fn: (db: Db) => Promise<T>): Promise<T> =>
  desk.db.inSystem(desk.workspaceId, (db) => once(db, desk.workspaceId, key, () => fn(db)));

test("a second press gets the first one's result and changes nothing (T-22)", async () => {
  let runs = 0;
  const save = async () => {
    runs += 1;
    return { ok: true, number: runs };
  };
  expect(await onceFor('submit:V1', save)).toEqual({ ok: true, number: 1 });
  expect(await onceFor('submit:V1', save)).toEqual({ ok: true, number: 1 });
  expect(await onceFor('submit:V2', save)).toEqual({ ok: true, number: 2 });
});

test('of two presses at once the second waits for the first and gets its result (T-22)', async () => {
  let runs = 0;
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const save = async () => {
    runs += 1;
    await held;
    return `run ${runs}`;
  };
  const first = onceFor('submit:V3', save);
  await expect.poll(() => runs).toBe(1);
  const second = onceFor('submit:V3', save);
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await expect.poll(() => desk.sql(waiting)).toHaveLength(1);
  release();
  expect(await Promise.all([first, second])).toEqual(['run 1', 'run 1']);
});

test('a first press that failed leaves nothing behind: the second runs', async () => {
  await expect(
    onceFor('submit:V4', async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await onceFor('submit:V4', async () => 'saved')).toBe('saved');
});

test('a refused form is not remembered: the corrected one is saved (T-25)', async () => {
  expect(await onceFor('submit:V5', async () => ({ ok: false, problem: 'duplicate' }))).toMatchObject({ ok: false });
  expect(await onceFor('submit:V5', async () => ({ ok: true }))).toEqual({ ok: true });
});

test.each([[null], [undefined], [0], [''], [[1, 2]]])('the result %j comes back as it was', async (result) => {
  const key = `gesture:${JSON.stringify(result)}`;
  expect(await onceFor(key, async () => result)).toEqual(result);
  expect(await onceFor(key, async () => 'another')).toEqual(result);
});

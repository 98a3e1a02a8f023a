import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setRoles } from '../../src/access/access.flow.ts';
import { Refused } from '../../src/access/policy.ts';
import type { Account } from '../../src/accounts/account.ts';
import {
  completeTask,
  dropTask,
  editTask,
  giveTask,
  moveTask,
  postponeTask,
  reopenTask,
  restoreTask,
} from '../../src/tasks/task.flow.ts';
import type { TaskChanged } from '../../src/tasks/task.ts';
import { dropTasksOf, reassignOpenTasks, restoreTasksOf } from '../../src/tasks/task-bulk.store.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
let maya: Person;
let tom: Person;
let account: Account;
beforeAll(async () => {
  house = await aHouse();
  const team = await house.aTeam({ name: 'East' });
  maya = await house.aMember({ roles: ['manager'], team });
  tom = await house.aMember({ roles: ['manager'], team });
  account = await house.anAccount('Acme Industries', { owner: maya, team });
});
afterAll(() => house[Symbol.asyncDispose]());

const rowOf = async (id: string) => (await house.sql(`SELECT * FROM "Task" WHERE id = $1`, [id]))[0] ?? {};
const verbsOf = async (id: string) =>
  (await house.sql(`SELECT verb FROM "AuditEntry" WHERE "subjectId" = $1 ORDER BY id`, [id])).map((row) => row['verb']);
const taskOf = (changed: TaskChanged) => {
  if (!changed.ok) throw new Error(changed.problem);
  return changed.task;
};

describe('A step', () => {
  test('is written with the moment it is due in its assignee’s zone, its title sealed for its row (R76)', async () => {
    await house.sql(`UPDATE "Member" SET zone = 'America/New_York' WHERE id = $1`, [tom.memberId]);
    const due = { on: '2036-03-08', time: null };
    const id = await house.aTask(account, { by: maya, assigneeId: tom.memberId, due });
    const row = await rowOf(id);
    expect(row).toMatchObject({ zone: 'America/New_York', dueAt: new Date('2036-03-09T05:00:00Z'), version: 1 });
    expect(JSON.stringify(await house.sql('SELECT * FROM "Task"'))).not.toContain('Send the quote');
    const other = await house.aTask(account, { by: maya });
    await house.sql(`UPDATE "Task" SET "titleSealed" = $1 WHERE id = $2`, [row['titleSealed'], other]);
    await expect(house.as(maya, (work) => completeTask(work, other))).rejects.toThrow('cannot be opened');
    await house.sql(`UPDATE "Member" SET zone = 'Asia/Shanghai' WHERE id = $1`, [tom.memberId]);
  });

  test('is done once, however often; each change is told in the audit, without its words (T-112)', async () => {
    const id = await house.aTask(account, { by: maya, title: 'Ask Dr. Wu about the hernia' });
    const first = taskOf(await house.as(maya, (work) => completeTask(work, id)));
    const again = taskOf(await house.as(tom, (work) => completeTask(work, id)));
    expect(again.doneAt).toEqual(first.doneAt);
    await house.as(maya, (work) => reopenTask(work, id));
    await house.as(maya, (work) => moveTask(work, id, { on: '2036-05-01', time: '09:30' }));
    await house.as(maya, (work) => dropTask(work, id));
    await house.as(maya, (work) => restoreTask(work, id));
    expect(await verbsOf(id)).toEqual([
      'task.added',
      'task.done',
      'task.reopened',
      'task.changed',
      'task.dropped',
      'task.restored',
    ]);
    expect(JSON.stringify(await house.sql('SELECT changes FROM "AuditEntry"'))).not.toContain('hernia');
  });

  test('that is taken back cannot be done, moved or given, and comes back as it was', async () => {
    const id = await house.aTask(account, { by: maya, due: { on: '2036-05-01', time: null } });
    await house.as(maya, (work) => dropTask(work, id));
    const gone = { ok: false, problem: 'gone' };
    expect(await house.as(maya, (work) => completeTask(work, id))).toEqual(gone);
    expect(await house.as(maya, (work) => moveTask(work, id, null))).toEqual(gone);
    expect(await house.as(maya, (work) => giveTask(work, id, tom.memberId))).toEqual(gone);
    expect(await house.as(maya, (work) => postponeTask(work, id, 'week'))).toEqual(gone);
    const back = taskOf(await house.as(maya, (work) => restoreTask(work, id)));
    expect(back).toMatchObject({ droppedAt: null, due: { on: '2036-05-01' } });
  });

  test('is put off to a working day, its time of day kept', async () => {
    const id = await house.aTask(account, { by: maya, due: { on: '2026-01-05', time: '15:00' } });
    // Thursday, 8 January 2026, then Friday.
    await house.sql(
      `UPDATE "Workspace" SET "clockOffset" = (extract(epoch FROM '2026-01-08T02:00Z'::timestamptz - now()) * 1000)::bigint WHERE id = $1`,
      [house.workspaceId],
    );
    const next = taskOf(await house.as(maya, (work) => postponeTask(work, id, 'tomorrow')));
    expect(next).toMatchObject({ due: { on: '2026-01-09', time: '15:00' }, dueAt: new Date('2026-01-09T07:00:00Z') });
    await house.sql(`UPDATE "Workspace" SET "clockOffset" = "clockOffset" + 86400000 WHERE id = $1`, [
      house.workspaceId,
    ]);
    expect(taskOf(await house.as(maya, (work) => postponeTask(work, id, 'tomorrow'))).due?.on).toBe('2026-01-12');
    expect(taskOf(await house.as(maya, (work) => postponeTask(work, id, 'week'))).due?.on).toBe('2026-01-16');
    await house.sql(`UPDATE "Workspace" SET "clockOffset" = 0 WHERE id = $1`, [house.workspaceId]);
  });

  test('is given to a colleague who could do it: a day follows their zone, a time stays the moment it is', async () => {
    const london = await house.aMember({ roles: ['manager'] });
    await house.sql(`UPDATE "Member" SET zone = 'Europe/London' WHERE id = $1`, [london.memberId]);
    const day = await house.aTask(account, { by: maya, due: { on: '2036-01-10', time: null } });
    const hour = await house.aTask(account, { by: maya, due: { on: '2036-01-10', time: '15:00' } });
    for (const id of [day, hour]) await house.as(maya, (work) => giveTask(work, id, london.memberId));
    expect(await rowOf(day)).toMatchObject({ zone: 'Europe/London', dueAt: new Date('2036-01-11T00:00:00Z') });
    expect(await rowOf(hour)).toMatchObject({ zone: 'Asia/Shanghai', dueAt: new Date('2036-01-10T07:00:00Z') });
    const none = [
      await house.aMember({ roles: ['viewer'] }),
      await house.aMember({}),
      await house.aMember({ roles: ['manager'], kind: 'guest' }),
      await house.aMember({ roles: ['manager'], active: false }),
    ];
    for (const person of none)
      expect(await house.as(maya, (work) => giveTask(work, day, person.memberId))).toMatchObject({
        ok: false,
        problem: 'not-a-colleague',
      });
  });

  test('is changed as it stood when somebody looked, or not at all', async () => {
    const id = await house.aTask(account, { by: maya });
    const edit = (version: number, title: string) =>
      house.as(maya, (work) => editTask(work, { id, version, mine: { title } }));
    expect(taskOf(await edit(1, 'Send the new quote'))).toMatchObject({ title: 'Send the new quote', version: 2 });
    expect(await edit(1, 'Call')).toEqual({ ok: false, problem: 'changed-meanwhile' });
  });
});

describe('What was agreed in a talk', () => {
  const aTalk = async () => {
    const [row] = await house.sql(
      `INSERT INTO "Interaction" (id, "workspaceId", "accountId", "authorId", kind, at, outcome, "twoWay", "summarySealed", "createdAt")
       VALUES (gen_random_uuid(), $1, $2, $3, 'call', now(), 'reached', true, '', now()) RETURNING id`,
      [house.workspaceId, account.id, maya.memberId],
    );
    return String(row?.['id']);
  };

  test('goes with it while it is open, and comes back with it; what was taken back before stays so', async () => {
    const interactionId = await aTalk();
    const [open, done, dropped] = await Promise.all(
      [1, 2, 3].map(() => house.aTask(account, { by: maya, interactionId })),
    );
    await house.as(maya, (work) => completeTask(work, String(done)));
    await house.as(maya, (work) => dropTask(work, String(dropped)));
    const gone = await house.as(maya, async (work) => ({ at: work.now, ids: await dropTasksOf(work, interactionId) }));
    expect(gone.ids).toEqual([open]);
    expect(await house.as(maya, (work) => restoreTasksOf(work, interactionId, gone.at))).toEqual([open]);
    expect((await rowOf(String(open)))['droppedAt']).toBeNull();
    expect((await rowOf(String(dropped)))['droppedAt']).not.toBeNull();
  });
});

describe('Open steps of accounts that change hands', () => {
  test('go from one person to the next, days by the new one’s zone; the done ones stay with who did them', async () => {
    const own = await house.anAccount('Movers', { owner: maya });
    const heir = await house.aMember({ roles: ['manager'] });
    await house.sql(`UPDATE "Member" SET zone = 'Europe/London' WHERE id = $1`, [heir.memberId]);
    const day = await house.aTask(own, { by: maya, due: { on: '2036-01-10', time: null } });
    const hour = await house.aTask(own, { by: maya, due: { on: '2036-01-10', time: '15:00' } });
    const someday = await house.aTask(own, { by: maya, due: null });
    const done = await house.aTask(own, { by: maya });
    const others = await house.aTask(own, { by: maya, assigneeId: tom.memberId });
    await house.as(maya, (work) => completeTask(work, done));
    const move = { accountIds: [own.id], fromId: maya.memberId, toId: heir.memberId };
    const moved = await house.as(maya, (work) => reassignOpenTasks(work, move));
    expect(moved).toEqual([{ accountId: own.id, taskIds: [day, hour, someday].sort() }]);
    expect(await rowOf(day)).toMatchObject({ zone: 'Europe/London', dueAt: new Date('2036-01-11T00:00:00Z') });
    expect(await rowOf(hour)).toMatchObject({ zone: 'Asia/Shanghai', dueAt: new Date('2036-01-10T07:00:00Z') });
    // The day that it gets later is one of the new one's, too.
    expect(await rowOf(someday)).toMatchObject({ zone: 'Europe/London', dueAt: null });
    expect([await rowOf(done), await rowOf(others)].map((row) => row['assigneeId'])).toEqual([
      maya.memberId,
      tom.memberId,
    ]);
    const back = { accountIds: [own.id], fromId: heir.memberId, toId: maya.memberId, taskIds: [hour] };
    expect(await house.as(maya, (work) => reassignOpenTasks(work, back))).toEqual([
      { accountId: own.id, taskIds: [hour] },
    ]);
  });
});

describe('Who may change a step', () => {
  test('is whoever works on the account, and whoever it was given to', async () => {
    const stranger = await house.aMember({ roles: ['manager'] });
    const foreign = await house.aTask(account, { by: maya });
    const given = await house.aTask(account, { by: maya, assigneeId: stranger.memberId });
    await expect(house.as(stranger, (work) => completeTask(work, foreign))).rejects.toThrow(Refused);
    expect((await house.as(stranger, (work) => completeTask(work, given))).ok).toBe(true);
    expect((await house.as(tom, (work) => completeTask(work, foreign))).ok).toBe(true);
  });

  test('loses it with the role (T-63)', async () => {
    const leaver = await house.aMember({ roles: ['manager'] });
    const id = await house.aTask(account, { by: maya, assigneeId: leaver.memberId });
    await house.as(house.founder, (work) => setRoles(work, [leaver.memberId], { roles: ['viewer'] }));
    await expect(house.as(leaver, (work) => completeTask(work, id))).rejects.toThrow(Refused);
  });
});

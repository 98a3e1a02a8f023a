import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Kept } from '../access/policy.ts';
import { Prisma } from '../db/generated/client.ts';
import type { Work } from '../db/work.ts';
import type { Due } from '../due/due.ts';
import { dueMoment } from '../due/due-moment.ts';
import { newId } from '../lib/id.ts';
import type { Vault } from '../lib/vault.ts';
import { repeatSchema } from './repeat.ts';
import { type NewTask, type Task, taskKinds } from './task.ts';

/** Binds a sealed title to its row. */
const titlePlace = (id: string): string => `Task.title:${id}`;

export const taskColumns = {
  id: true,
  accountId: true,
  interactionId: true,
  kind: true,
  titleSealed: true,
  assigneeId: true,
  createdById: true,
  dueOn: true,
  dueTime: true,
  zone: true,
  dueAt: true,
  repeat: true,
  doneAt: true,
  droppedAt: true,
  version: true,
  createdAt: true,
} satisfies Prisma.TaskSelect;
export type TaskRow = Prisma.TaskGetPayload<{ select: typeof taskColumns }>;

/** A row as a task, its title opened. */
export function taskOf(row: TaskRow, vault: Vault): Task {
  const { titleSealed, dueOn, dueTime, kind, repeat, ...rest } = row;
  return {
    ...rest,
    kind: z.enum(taskKinds).parse(kind),
    title: vault.open(titleSealed, titlePlace(row.id)),
    due: dueOn && { on: dueOn.toISOString().slice(0, 10), time: dueTime },
    repeat: repeat === null ? null : repeatSchema.parse(repeat),
  };
}

/** The columns of when something is due: the day and time as meant, and the moment that follows from them. */
const dueColumns = (due: Due | null, zone: string) => ({
  dueOn: due && new Date(`${due.on}T00:00:00Z`),
  dueTime: due?.time ?? null,
  zone,
  dueAt: due && dueMoment(due, zone),
});

/** The same columns for a statement in SQL. */
const returned = Prisma.raw(
  Object.keys(taskColumns)
    .map((column) => `t."${column}"`)
    .join(', '),
);

/** An id for a new task. */
export const newTaskId = (now: Date): string => newId(now, randomBytes(10));

/** The id of the one that comes after a task done at that moment: it follows from both, so that it can be found again. */
export const idOfNext = (id: string, doneAt: Date): string => newId(doneAt, createHash('sha256').update(id).digest());

/** Writes a new task under this id, with its day and time meant in this zone. */
export async function insertTask(
  work: Work,
  { id, zone, createdById }: Pick<Task, 'id' | 'zone' | 'createdById'>,
  task: NewTask,
): Promise<Task> {
  const { workspaceId } = work.actor;
  const { dueTime, dueAt } = dueColumns(task.due, zone);
  const [row] = await work.db.$queryRaw<TaskRow[]>`
    INSERT INTO "Task" AS t (id, "workspaceId", "accountId", "interactionId", kind, "titleSealed", "assigneeId",
      "createdById", "dueOn", "dueTime", zone, "dueAt", repeat, "movedAt", "createdAt")
    VALUES (${id}::uuid, ${workspaceId}::uuid, ${task.accountId}::uuid, ${task.interactionId}::uuid, ${task.kind},
      ${work.vault.seal(task.title, titlePlace(id))}, ${task.assigneeId}::uuid, ${createdById}::uuid,
      ${task.due?.on ?? null}::date, ${dueTime}, ${zone}, ${dueAt}::timestamptz,
      ${task.repeat === null ? null : JSON.stringify(task.repeat)}::jsonb, ${work.now}::timestamptz,
      ${work.now}::timestamptz)
    RETURNING ${returned}`;
  if (!row) throw new Error('a new task was not written');
  return taskOf(row, work.vault);
}

/** A task with who keeps its account. */
interface KeptTask {
  readonly task: Task;
  readonly kept: Kept;
}

/** A task with who keeps its account; nobody else can change the task until this transaction ends. */
export async function lockTask(work: Work, id: string): Promise<KeptTask | null> {
  await work.db.$queryRaw`SELECT 1 FROM "Task" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return findTask(work, id);
}

/** A task with who keeps its account; null when this workspace has none. */
export async function findTask(work: Work, id: string): Promise<KeptTask | null> {
  const row = await work.db.task.findFirst({
    where: { id },
    select: { ...taskColumns, account: { select: { ownerId: true, deputyId: true, teamId: true } } },
  });
  if (!row) return null;
  const { account, ...own } = row;
  return { task: taskOf(own, work.vault), kept: account };
}

/** What can be written of a task; what is absent stays. `movedAt` is its place in the timeline. */
export interface TaskWrite {
  readonly title?: string;
  readonly kind?: Task['kind'];
  readonly assigneeId?: string;
  readonly when?: { readonly due: Due | null; readonly zone: string };
  readonly repeat?: Task['repeat'];
  readonly doneAt?: Date | null;
  readonly droppedAt?: Date | null;
  readonly movedAt?: Date;
}

/** Writes a task that this transaction has locked, and raises its version. */
export async function updateTask(work: Work, task: Pick<Task, 'id'>, write: TaskWrite): Promise<Task> {
  const { title, when, repeat, ...plain } = write;
  const row = await work.db.task.update({
    where: { id: task.id },
    data: {
      ...plain,
      ...(title !== undefined && { titleSealed: work.vault.seal(title, titlePlace(task.id)) }),
      ...(when && dueColumns(when.due, when.zone)),
      ...(repeat !== undefined && { repeat: repeat ?? Prisma.DbNull }),
      version: { increment: 1 },
    },
    select: taskColumns,
  });
  return taskOf(row, work.vault);
}

const open = { doneAt: null, droppedAt: null };
const byDue = [
  { dueAt: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
] satisfies Prisma.TaskOrderByWithRelationInput[];

/** What is still to be done at an account, soonest first: only for a query that has asked the policy. */
export async function openTasksOf(
  { db, vault }: Pick<Work, 'db' | 'vault'>,
  { accountId }: { accountId: string },
  limit: number,
): Promise<readonly Task[]> {
  const rows = await db.task.findMany({
    where: { accountId, ...open },
    orderBy: byDue,
    take: limit,
    select: taskColumns,
  });
  return rows.map((row) => taskOf(row, vault));
}

/** What was agreed in a talk and not taken back, soonest first: only for a query that has asked the policy. */
export async function tasksOfInteraction(
  { db, vault }: Pick<Work, 'db' | 'vault'>,
  interactionId: string,
): Promise<readonly Task[]> {
  const rows = await db.task.findMany({
    where: { interactionId, droppedAt: null },
    orderBy: byDue,
    select: taskColumns,
  });
  return rows.map((row) => taskOf(row, vault));
}

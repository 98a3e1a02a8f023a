import { record } from '../audit/audit.store.ts';
import { type AuditVerb, changesBetween } from '../audit/audit.ts';
import type { Work } from '../db/work.ts';
import type { Due } from '../due/due.ts';
import { dayIn } from '../lib/date.ts';
import { calendarOf } from '../lib/working-day.ts';
import { findAssignee } from './assignee.store.ts';
import { type Postponement, postponed } from './postpone.ts';
import { nextDue } from './repeat.ts';
import { idOfNext, insertTask, lockTask, newTaskId, type TaskWrite, updateTask } from './task.store.ts';
import { isOpen, type NewTask, type Task, type TaskChanged } from './task.ts';
import { tasksChanged } from './task-news.flow.ts';
import { authoriseTask } from './task-right.ts';

const gone = { ok: false, problem: 'gone' } as const;

/**
 * Writes down what is agreed, inside a use case that has found the account, authorised the person there and made sure that
 * the assignee is one (`findAssignee`). @throws Error when they are none
 */
export async function addTask(work: Work, task: NewTask): Promise<Task> {
  const assignee = await findAssignee(work, task.assigneeId);
  if (!assignee) throw new Error('a task was given to somebody who is no colleague');
  return insert(work, { id: newTaskId(work.now), zone: assignee.zone, createdById: work.actor.memberId }, task);
}

/** Marks a task as done; one that repeats comes again, once. Done already is as good. */
export async function completeTask(work: Work, id: string): Promise<TaskChanged> {
  const task = await taskToChange(work, id);
  if (!task || task.droppedAt) return gone;
  if (task.doneAt) return { ok: true, task };
  const done = await change(work, 'task.done', task, { doneAt: work.now, movedAt: work.now });
  const next = nextOf(task, work.now);
  if (next) await insert(work, { ...task, id: idOfNext(task.id, work.now) }, next);
  return { ok: true, task: done };
}

/**
 * A task that was marked as done is not. The one that came after it goes, unless somebody has dealt with it already: then
 * the series goes on there.
 */
export async function reopenTask(work: Work, id: string): Promise<TaskChanged> {
  const task = await taskToChange(work, id);
  if (!task || task.droppedAt) return gone;
  if (!task.doneAt) return { ok: true, task };
  const next = task.repeat && (await lockTask(work, idOfNext(task.id, task.doneAt)));
  const isUntouched = next?.task.version === 1;
  if (next && isUntouched)
    await change(work, 'task.dropped', next.task, { droppedAt: work.now, movedAt: work.now, repeat: null });
  const write = { doneAt: null, movedAt: task.createdAt, ...(next && !isUntouched && { repeat: null }) };
  return { ok: true, task: await change(work, 'task.reopened', task, write) };
}

/** Gives a task another day, or none. */
export async function moveTask(work: Work, id: string, due: Due | null): Promise<TaskChanged> {
  const task = await openTaskToChange(work, id);
  if (!task) return gone;
  return { ok: true, task: await change(work, 'task.changed', task, { when: { due, zone: task.zone } }) };
}

/** Puts a task off until the next working day, or one a week from today; its time of day stays. */
export async function postponeTask(work: Work, id: string, until: Postponement): Promise<TaskChanged> {
  const task = await openTaskToChange(work, id);
  if (!task) return gone;
  const when = { due: postponed(task, until, work.now), zone: task.zone };
  return { ok: true, task: await change(work, 'task.changed', task, { when }) };
}

/** Gives a task to a colleague. */
export async function giveTask(work: Work, id: string, memberId: string): Promise<TaskChanged> {
  const task = await openTaskToChange(work, id);
  if (!task) return gone;
  return editTask(work, { id, version: task.version, mine: { assigneeId: memberId } });
}

/** What can be changed of a task by hand. */
export type TaskEdit = Partial<Pick<Task, 'title' | 'kind' | 'assigneeId' | 'due' | 'repeat'>>;

/** Changes an open task that still stands as it did at `version`. */
export async function editTask(
  work: Work,
  { id, version, mine }: { id: string; version: number; mine: TaskEdit },
): Promise<TaskChanged> {
  const task = await openTaskToChange(work, id);
  if (!task) return gone;
  if (task.version !== version) return { ok: false, problem: 'changed-meanwhile' };
  const { due = task.due, ...plain } = mine;
  const isGiven = plain.assigneeId !== undefined && plain.assigneeId !== task.assigneeId;
  const assignee = isGiven ? await findAssignee(work, plain.assigneeId ?? '') : null;
  if (isGiven && !assignee) return { ok: false, problem: 'not-a-colleague' };
  // An agreed time stays the moment that it is; a day is the new one's own.
  const isSameDue = JSON.stringify(due) === JSON.stringify(task.due);
  const zone = assignee && !(isSameDue && due?.time) ? assignee.zone : task.zone;
  return { ok: true, task: await change(work, 'task.changed', task, { ...plain, when: { due, zone } }) };
}

/** Takes a task back. */
export async function dropTask(work: Work, id: string): Promise<TaskChanged> {
  const task = await taskToChange(work, id);
  if (!task) return gone;
  if (task.droppedAt) return { ok: true, task };
  return { ok: true, task: await change(work, 'task.dropped', task, { droppedAt: work.now, movedAt: work.now }) };
}

/** Puts back a task that was taken back. */
export async function restoreTask(work: Work, id: string): Promise<TaskChanged> {
  const task = await taskToChange(work, id);
  if (!task) return gone;
  if (!task.droppedAt) return { ok: true, task };
  const movedAt = task.doneAt ?? task.createdAt;
  return { ok: true, task: await change(work, 'task.restored', task, { droppedAt: null, movedAt }) };
}

/** Locked; the account is not, so that whoever holds it (a talk being taken back) may reach for its tasks. */
async function taskToChange(work: Work, id: string): Promise<Task | null> {
  const found = await lockTask(work, id);
  if (found) authoriseTask(work.actor, found.kept, found.task);
  return found?.task ?? null;
}

async function openTaskToChange(work: Work, id: string): Promise<Task | null> {
  const task = await taskToChange(work, id);
  return task && isOpen(task) ? task : null;
}

/** The one that comes after a task which is done now. */
function nextOf(task: Task, now: Date): NewTask | null {
  if (!task.repeat || !task.due) return null;
  const next = nextDue(task.repeat, dayIn(now, task.zone), calendarOf(task.zone));
  return next && { ...task, due: { on: next.due, time: task.due.time }, repeat: next.repeat };
}

async function insert(work: Work, at: Pick<Task, 'id' | 'zone' | 'createdById'>, task: NewTask): Promise<Task> {
  const made = await insertTask(work, at, task);
  await tell(work, 'task.added', null, made);
  return made;
}

async function change(work: Work, verb: AuditVerb, task: Task, write: TaskWrite): Promise<Task> {
  const changed = await updateTask(work, task, write);
  await tell(work, verb, task, changed);
  await tasksChanged(work, [task.id], [task.assigneeId]);
  return changed;
}

async function tell(work: Work, verb: AuditVerb, before: Task | null, after: Task): Promise<void> {
  const changes = changesBetween(before ? told(before) : {}, told(after));
  await record(work, {
    verb,
    subject: 'task',
    subjectId: after.id,
    changes,
    isPersonal: (field) => field === 'title',
  });
}

/** What the audit tells of a task. */
const told = ({ accountId, kind, title, assigneeId, due, zone, repeat, doneAt, droppedAt, version }: Task) => ({
  accountId,
  kind,
  title,
  assigneeId,
  due,
  zone,
  repeat,
  doneAt,
  droppedAt,
  version,
});

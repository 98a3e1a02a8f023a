import { membersById, membersBySlackId } from '../access/member.store.ts';
import { authorise, type Kept, may } from '../access/policy.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { type Assignee, findAssignee } from './assignee.store.ts';
import { addTask, editTask, giveTask, moveTask } from './task.flow.ts';
import { findTask } from './task.store.ts';
import { isOpen, type Task, type TaskLine } from './task.ts';
import { dayProblem, type FormProblems, readDue, readTaskForm, repeatOf, rhythmOf, type Typed } from './task-form.ts';
import { authoriseTask, isOwn } from './task-right.ts';

/** What a form opens with. */
export interface OpenedForm {
  readonly account: TaskLine['account'] | null;
  readonly typed: Typed;
}

/** An empty form, for an account or with the account still to be chosen; null when there is no such account. */
export async function openNewTask(work: Work, accountId: string | null): Promise<OpenedForm | null> {
  authorise(work.actor, 'interaction.log');
  const found = accountId === null ? null : await accountToLogAt(work, accountId);
  if (accountId !== null && !found) return null;
  return { account: found, typed: { account: found?.id, assignee: work.actor.slackUserId, kind: 'step' } };
}

/** The form of an open task; null when there is none of this id. */
export async function openTask(work: Work, id: string): Promise<(OpenedForm & { readonly task: Task }) | null> {
  const task = (await taskToChange(work, id))?.task;
  if (!task) return null;
  if (!isOwn(work.actor, task))
    await record(work, { verb: 'notes.read', subject: 'account', subjectId: task.accountId });
  const [assignee] = await membersById(work.db, [task.assigneeId]);
  const account = await work.db.account.findFirst({ where: { id: task.accountId }, select: { id: true, name: true } });
  return {
    task,
    account,
    typed: {
      account: task.accountId,
      title: task.title,
      kind: task.kind,
      assignee: assignee?.slackUserId,
      date: task.due?.on,
      time: task.due?.time,
      repeat: task.repeat ? rhythmOf(task.repeat) : 'never',
    },
  };
}

export type TaskSubmitted =
  | { readonly ok: true; readonly accountId: string; readonly mayReadAccount: boolean }
  | { readonly ok: false; readonly problem: 'fields'; readonly problems: FormProblems }
  | { readonly ok: false; readonly problem: 'changed-meanwhile' };

const wrong = (problems: FormProblems) => ({ ok: false, problem: 'fields', problems }) as const;

/** Notes a step by hand. */
export async function submitNewTask(work: Work, typed: Typed): Promise<TaskSubmitted> {
  const account = await accountToLogAt(work, typed.account ?? '');
  if (!account) return wrong({ account: 'gone' });
  const read = readTaskForm(typed, { now: work.now, zone: work.actor.zone, before: null });
  if (!read.ok) return wrong(read.problems);
  const assignee = await assigneeOf(work, typed.assignee);
  if (!assignee) return wrong({ assignee: 'not-a-colleague' });
  const { title, kind, due } = read.form;
  const repeat = repeatOf(read.form, assignee.zone, null);
  const accountId = account.id;
  await addTask(work, { accountId, interactionId: null, kind, title, assigneeId: assignee.id, due, repeat });
  return { ok: true, accountId, mayReadAccount: may(work.actor, 'task.read', account.kept) };
}

/** Changes an open step that still stands as it did when the form was opened. */
export async function submitTask(work: Work, id: string, version: number, typed: Typed): Promise<TaskSubmitted> {
  const found = await taskToChange(work, id);
  if (!found) return wrong({ title: 'step-gone' });
  const { task, kept } = found;
  const read = readTaskForm(typed, { now: work.now, zone: work.actor.zone, before: task });
  if (!read.ok) return wrong(read.problems);
  const assignee = await assigneeOf(work, typed.assignee, task);
  if (!assignee) return wrong({ assignee: 'not-a-colleague' });
  const { title, kind, due } = read.form;
  const repeat = repeatOf(read.form, assignee.zone, task);
  const edited = await editTask(work, { id, version, mine: { title, kind, due, repeat, assigneeId: assignee.id } });
  if (edited.ok) return { ok: true, accountId: task.accountId, mayReadAccount: may(work.actor, 'task.read', kept) };
  if (edited.problem === 'changed-meanwhile') return { ok: false, problem: edited.problem };
  return wrong(edited.problem === 'gone' ? { title: 'step-gone' } : { assignee: edited.problem });
}

/** Gives an open step the day that was picked. */
export async function submitDate(
  work: Work,
  id: string,
  typed: Pick<Typed, 'date' | 'time'>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly problems: FormProblems }> {
  const due = readDue(typed);
  const found = await taskToChange(work, id);
  if (!found) return { ok: false, problems: { date: 'step-gone' } };
  const problems = due ? dayProblem(due, dayIn(work.now, work.actor.zone), found.task) : { date: 'no-date' as const };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const moved = await moveTask(work, id, due);
  return moved.ok ? { ok: true } : { ok: false, problems: { date: 'step-gone' } };
}

/** An open task that the acting person may change; null when there is none of this id. */
async function taskToChange(work: Work, id: string): ReturnType<typeof findTask> {
  const found = await findTask(work, id);
  if (found) authoriseTask(work.actor, found.kept, found.task);
  return found && isOpen(found.task) ? found : null;
}

/** An account where the acting person may note what was agreed; null when there is none. */
async function accountToLogAt(
  { db, actor }: Work,
  id: string,
): Promise<(TaskLine['account'] & { readonly kept: Kept }) | null> {
  const row =
    id === ''
      ? null
      : await db.account.findFirst({
          where: { id, mergedIntoId: null },
          select: { id: true, name: true, ownerId: true, deputyId: true, teamId: true },
        });
  if (!row) {
    authorise(actor, 'interaction.log');
    return null;
  }
  const { id: accountId, name, ...kept } = row;
  authorise(actor, 'interaction.log', kept);
  return { id: accountId, name, kept };
}

/** Whom the form names; nobody chosen is whoever had it, or the acting person. Who has it already may keep it. */
async function assigneeOf(work: Work, slackUserId: string | null | undefined, task?: Task): Promise<Assignee | null> {
  if (!slackUserId) return findAssignee(work, task?.assigneeId ?? work.actor.memberId);
  const [member] = await membersBySlackId(work.db, [slackUserId]);
  if (member && member.id === task?.assigneeId) return { id: member.id, zone: task.zone };
  return member ? findAssignee(work, member.id) : null;
}

/** Gives an open step to whom the form names. */
export async function submitGift(
  work: Work,
  id: string,
  typed: Pick<Typed, 'assignee'>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly problems: FormProblems }> {
  const [member] = await membersBySlackId(work.db, [typed.assignee ?? '']);
  if (!member)
    return { ok: false, problems: { assignee: (await taskToChange(work, id)) ? 'not-a-colleague' : 'step-gone' } };
  const given = await giveTask(work, id, member.id);
  if (given.ok) return { ok: true };
  return { ok: false, problems: { assignee: given.problem === 'gone' ? 'step-gone' : 'not-a-colleague' } };
}

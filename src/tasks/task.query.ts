import { teammates } from '../access/people.query.ts';
import { authorise } from '../access/policy.ts';
import { recordAll } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import type { TaskCursor, TaskLine, TaskPage } from './task.ts';
import { openTaskIds, type TaskPageAsked, type TaskScope, taskLines } from './task-page.store.ts';
import { isOwn, mayTask } from './task-right.ts';

/** A page of what the acting person has to do, soonest first. */
export async function myTasks(work: Work, page: TaskPageAsked): Promise<TaskPage> {
  authorise(work.actor, 'task.read');
  return pageOf(work, { memberIds: [work.actor.memberId] }, page);
}

/** A page of what is to be done at an account, by whomever; null when there is no such account. */
export async function accountTasks(
  work: Work,
  accountId: string,
  page: TaskPageAsked,
): Promise<(TaskPage & { readonly account: TaskLine['account'] }) | null> {
  const found = await work.db.account.findFirst({
    where: { id: accountId },
    select: { id: true, name: true, ownerId: true, deputyId: true, teamId: true },
  });
  if (!found) return null;
  const { id, name, ...kept } = found;
  authorise(work.actor, 'task.read', kept);
  return { ...(await pageOf(work, { accountId }, page)), account: { id, name } };
}

/** A page of what the people of the acting person's teams have to do; a head's is everybody's. */
export async function teamTasks(work: Work, page: TaskPageAsked): Promise<TaskPage> {
  authorise(work.actor, 'team.read');
  return pageOf(work, { memberIds: await teammates(work) }, page);
}

/** What is overdue or due today, here or where it is meant, of the acting person, of those they stand in for, or of their team. */
export async function dayTasks(
  work: Work,
  { memberIds, limit }: { memberIds: readonly string[]; limit: number },
): Promise<readonly TaskLine[]> {
  authorise(work.actor, 'task.read');
  const { memberId, standsInFor } = work.actor;
  const others = memberIds.filter((id) => id !== memberId && !standsInFor.includes(id));
  if (others.length > 0) {
    authorise(work.actor, 'team.read');
    const theirs = await teammates(work);
    if (others.some((id) => !theirs.includes(id))) authorise(work.actor, 'team.read', nobodys);
  }
  const dueBy = { day: dayIn(work.now, work.actor.zone), now: work.now };
  return (await pageOf(work, { memberIds }, { after: null, limit, dueBy })).lines;
}

/** These tasks as they stand now, done and dropped ones too, as far as the acting person may know of them. */
export async function tasksById(work: Work, ids: readonly string[]): Promise<readonly TaskLine[]> {
  authorise(work.actor, 'task.read');
  return (await readable(work, ids)).filter(({ isReadable }) => isReadable);
}

/** Nobody keeps it: refuses everybody but those for whom every account is their business. */
const nobodys = { ownerId: null, deputyId: null, teamId: null };

async function pageOf(work: Work, scope: TaskScope, page: TaskPageAsked): Promise<TaskPage> {
  const ids = await openTaskIds(work, scope, { ...page, limit: page.limit + 1 });
  const lines = await readable(work, ids.slice(0, page.limit));
  return { lines, next: ids.length > page.limit ? cursorOf(lines.at(-1)) : null };
}

const cursorOf = (line: TaskLine | undefined): TaskCursor | null =>
  line ? { dueAt: line.task.dueAt?.toISOString() ?? null, id: line.task.id } : null;

/**
 * Titles are for those who may know them. Whoever reads what others wrote and what is not theirs to do leaves a trace at
 * each account.
 */
async function readable(work: Work, ids: readonly string[]): Promise<readonly TaskLine[]> {
  const { actor } = work;
  const lines = (await taskLines(work, ids)).map(({ task, account, assignee, kept }) => {
    const isReadable = mayTask(actor, 'task.read', kept, task);
    return { task: isReadable ? task : { ...task, title: '' }, isReadable, account, assignee };
  });
  const isOthers = ({ task, isReadable }: TaskLine): boolean => isReadable && !isOwn(actor, task);
  const read = new Set(lines.filter(isOthers).map(({ account }) => account.id));
  const entries = [...read].map((subjectId) => ({ verb: 'notes.read', subject: 'account', subjectId }) as const);
  await recordAll(work, entries);
  return lines;
}

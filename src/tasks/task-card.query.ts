import { membersById } from '../access/member.store.ts';
import { may } from '../access/policy.ts';
import type { Account } from '../accounts/account.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { openTasksOf } from './task.store.ts';
import type { TaskOnCard, TaskSummary } from './task-card.ts';
import { isOwn, mayTask } from './task-right.ts';

/** More than these are not counted. */
const counted = 50;
const promisesShown = 3;

/** What the card shows of what is agreed, as far as the acting person may know of it. */
export async function readTaskSummary(work: Work, account: Pick<Account, 'id' | 'kept'>): Promise<TaskSummary> {
  const { actor } = work;
  const mayRead = may(actor, 'task.read', account.kept);
  const mayAdd = may(actor, 'interaction.log', account.kept);
  if (!may(actor, 'task.read')) return { next: null, promises: [], more: 0, count: 0, isMore: false, mayRead, mayAdd };
  const open = await openTasksOf(work, { accountId: account.id }, counted + 1);
  const tasks = open.filter((task) => mayTask(actor, 'task.read', account.kept, task)).slice(0, counted);
  const next = tasks.find(({ kind }) => kind === 'step');
  const promises = tasks.filter(({ kind }) => kind !== 'step');
  const shown = [...(next ? [next] : []), ...promises.slice(0, promisesShown)];
  const people = await membersById(work.db, [...new Set(shown.map(({ assigneeId }) => assigneeId))]);
  if (shown.some((task) => !isOwn(actor, task)))
    await record(work, { verb: 'notes.read', subject: 'account', subjectId: account.id });
  const named = (task: (typeof shown)[number]): TaskOnCard => ({
    task,
    assignee: people.find(({ id }) => id === task.assigneeId)?.slackUserId ?? '',
  });
  return {
    next: next ? named(next) : null,
    promises: promises.slice(0, promisesShown).map(named),
    more: Math.max(0, promises.length - promisesShown),
    count: tasks.length,
    isMore: open.length > counted,
    mayRead,
    mayAdd,
  };
}

import { may } from '../access/policy.ts';
import type { Reader } from '../accounts/card.ts';
import type { Work } from '../db/work.ts';
import { accountTasks, myTasks, tasksById, teamTasks } from './task.query.ts';
import type { TaskCursor, TaskLine, TaskPage } from './task.ts';
import type { ListPlace, TaskList } from './task-window.ts';

/** How many steps a page shows; each is two blocks. */
const pageSize = 15;

/** A page of a list with what was done in it a moment ago; null when its account is gone. */
export async function readTaskList(work: Work, place: ListPlace): Promise<TaskList | null> {
  const page = await pageAt(work, place);
  if (!page) return null;
  const done = (await tasksById(work, place.done)).filter(({ task }) => task.doneAt && !task.droppedAt);
  return {
    place,
    lines: [...page.lines, ...done].toSorted(bySoonest),
    next: page.next,
    account: page.account,
    me: work.actor.memberId,
    mayTeam: may(work.actor, 'team.read') && (work.actor.leads.length > 0 || work.actor.roles.includes('head')),
    reader: readerOf(work),
  };
}

/** The acting person as a reader. */
export const readerOf = ({ actor, now }: Work): Reader => ({ language: actor.language, zone: actor.zone, now });

type Page = TaskPage & { readonly account: TaskLine['account'] | null };

async function pageAt(work: Work, { scope, after }: ListPlace): Promise<Page | null> {
  const asked = { after, limit: pageSize };
  if (scope === 'mine') return { ...(await myTasks(work, asked)), account: null };
  if (scope === 'team') return { ...(await teamTasks(work, asked)), account: null };
  return accountTasks(work, scope.accountId, asked);
}

const keyOf = ({ task }: TaskLine): TaskCursor => ({ dueAt: task.dueAt?.toISOString() ?? '~', id: task.id });

function bySoonest(one: TaskLine, other: TaskLine): number {
  const [a, b] = [keyOf(one), keyOf(other)].map(({ dueAt, id }) => `${dueAt} ${id}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

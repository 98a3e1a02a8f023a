import { teammates } from '../access/people.query.ts';
import { may } from '../access/policy.ts';
import { myOutOfCadence, teamOutOfCadence } from '../cadence/cadence.query.ts';
import type { Work } from '../db/work.ts';
import { dayTasks } from '../tasks/task.query.ts';
import type { Day, DaySize } from './home.ts';

/** The acting person's day, with that of colleagues for whom they stand in. */
export async function myDay(work: Work, size: DaySize): Promise<Day> {
  const memberIds = [work.actor.memberId, ...work.actor.standsInFor];
  return { ...(await dueOf(work, memberIds, size)), out: await myOutOfCadence(work, size.out) };
}

/** The day of those whom the acting person leads. */
export async function teamDay(work: Work, size: DaySize): Promise<Day> {
  return { ...(await dueOf(work, await teammates(work), size)), out: await teamOutOfCadence(work, size.out) };
}

/** One more than is shown is read, to know whether there are further ones. Who only reads accounts has none. */
async function dueOf(
  work: Work,
  memberIds: readonly string[],
  size: DaySize,
): Promise<Pick<Day, 'due' | 'isMoreDue' | 'mayTasks'>> {
  const mayTasks = may(work.actor, 'task.read');
  const due = mayTasks ? await dayTasks(work, { memberIds, limit: size.due + 1 }) : [];
  return { mayTasks, due: due.slice(0, size.due), isMoreDue: due.length > size.due };
}

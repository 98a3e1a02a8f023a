import { teammates } from '../access/people.query.ts';
import { may } from '../access/policy.ts';
import { myOutOfCadence, teamOutOfCadence } from '../cadence/cadence.query.ts';
import type { Work } from '../db/work.ts';
import { dayTasks } from '../tasks/task.query.ts';
import type { Day } from './home.ts';

/** How much of a day is shown. */
export interface DaySize {
  readonly due: number;
  readonly out: number;
}

/** The acting person's day, with that of colleagues for whom they stand in. */
export async function myDay(work: Work, size: DaySize): Promise<Day> {
  const memberIds = [work.actor.memberId, ...work.actor.standsInFor];
  return dayOf(await due(work, memberIds, size), size, await myOutOfCadence(work, size.out));
}

/** The day of those whom the acting person leads. */
export async function teamDay(work: Work, size: DaySize): Promise<Day> {
  const memberIds = await teammates(work);
  return dayOf(await due(work, memberIds, size), size, await teamOutOfCadence(work, size.out));
}

/** One more than is shown, to know whether there are further ones. Who only reads has none. */
const due = async (work: Work, memberIds: readonly string[], size: DaySize): Promise<Day['due']> =>
  may(work.actor, 'task.read') ? dayTasks(work, { memberIds, limit: size.due + 1 }) : [];

const dayOf = (due: Day['due'], size: DaySize, out: Day['out']): Day => ({
  due: due.slice(0, size.due),
  isMoreDue: due.length > size.due,
  out,
});

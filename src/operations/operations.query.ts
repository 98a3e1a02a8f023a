import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { nextSlot } from '../jobs/job.ts';
import { jobPasts } from '../jobs/job-page.store.ts';
import { queueFigures, undeliveredNotices } from '../outbox/dead.store.ts';
import type { Undelivered } from '../outbox/queue.ts';
import type { KnownJob, OperationsFacts } from './operations.ts';

/** How many undelivered notices the page lists. */
const listed = 10;

/** How the clock and the outbox are doing: for administrators. */
export async function readOperations(work: Work, jobs: readonly KnownJob[]): Promise<OperationsFacts> {
  authorise(work.actor, 'operations.manage');
  const pasts = await jobPasts(work.db);
  return {
    jobs: jobs.map((job) => ({
      job,
      past: pasts.find((past) => past.job === job.name) ?? null,
      next: nextSlot(job.schedule, work.now),
    })),
    queue: await queueFigures(work.db, work.now),
    undelivered: await undeliveredNotices(work.db, listed),
  };
}

/** One of the undelivered notices, for administrators; null once it has been answered. */
export async function undeliveredNotice(work: Work, id: string): Promise<Undelivered | null> {
  authorise(work.actor, 'operations.manage');
  const [found] = await undeliveredNotices(work.db, 1, id);
  return found ?? null;
}

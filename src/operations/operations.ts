import type { Words } from '../i18n/language.ts';
import type { JobPast, JobPlan } from '../jobs/job.ts';
import type { QueueFigures, Undelivered } from '../outbox/queue.ts';

/** A job as people know it. */
export interface KnownJob extends JobPlan {
  readonly label: Words;
}

/** A job's line on the page. */
export interface JobLine {
  readonly job: KnownJob;
  /** Null for one that has never come due. */
  readonly past: JobPast | null;
  readonly next: Date;
}

/** What the jobs page shows. */
export interface OperationsFacts {
  readonly jobs: readonly JobLine[];
  readonly queue: QueueFigures;
  readonly undelivered: readonly Undelivered[];
}

/** Something that is broken: a code for its sentence, since when, and what to type. */
export type Trouble =
  | { readonly code: 'token-refused'; readonly since: Date; readonly detail: string }
  | { readonly code: 'queue-stuck'; readonly since: Date; readonly count: number }
  | { readonly code: 'undelivered'; readonly since: Date; readonly count: number }
  | { readonly code: 'job-dead'; readonly since: Date; readonly job: Words }
  | { readonly code: 'job-paused'; readonly since: Date; readonly job: Words };

/** How long something due may wait before that is a trouble of its own, in milliseconds. */
const stuckMs = 5 * 60_000;

/** What is broken, worst first; nothing when all is well. */
export function troublesOf({ jobs, queue, undelivered }: OperationsFacts, now: Date): readonly Trouble[] {
  const { pausedAt, pausedFor, oldestDueAt } = queue;
  const [latest] = undelivered;
  const isStuck = oldestDueAt !== null && now.getTime() - oldestDueAt.getTime() > stuckMs;
  return [
    ...(pausedAt ? [{ code: 'token-refused', since: pausedAt, detail: pausedFor ?? '' } as const] : []),
    ...(isStuck ? [{ code: 'queue-stuck', since: oldestDueAt, count: queue.waiting } as const] : []),
    ...(latest ? [{ code: 'undelivered', since: latest.settledAt, count: queue.undelivered } as const] : []),
    ...jobs.flatMap(({ job, past }): readonly Trouble[] => {
      if (past?.pausedAt) return [{ code: 'job-paused', since: past.pausedAt, job: job.label }];
      if (past?.last?.state === 'dead') return [{ code: 'job-dead', since: past.last.slot, job: job.label }];
      return [];
    }),
  ];
}

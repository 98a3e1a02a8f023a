import { authorise } from '../access/policy.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { planNow, setJobPaused } from '../jobs/job-page.store.ts';
import { dropNotice, retryNotice } from '../outbox/dead.store.ts';

/** Says an undelivered notice once more, or lets it go; false when it is no longer among them. */
export async function answerUndelivered(work: Work, id: string, answer: 'retry' | 'drop'): Promise<boolean> {
  authorise(work.actor, 'operations.manage');
  const isDone = answer === 'retry' ? await retryNotice(work.db, id) : await dropNotice(work.db, id);
  if (isDone) await record(work, { verb: `notice.${answer}`, subject: 'notice', subjectId: id });
  return isDone;
}

/** Runs a job now, beside its schedule. */
export async function runJobNow(work: Work, job: string): Promise<void> {
  authorise(work.actor, 'operations.manage');
  await planNow(work.db, work.actor.workspaceId, job, work.now);
  await recordJob(work, 'job.run', job);
}

/** Pauses a job or lets it go on. */
export async function pauseJob(work: Work, job: string, paused: boolean): Promise<void> {
  authorise(work.actor, 'operations.manage');
  if (await setJobPaused(work.db, job, work.now, paused))
    await recordJob(work, paused ? 'job.paused' : 'job.resumed', job);
}

/** A job has a name, and no row of its own in the audit's sense: it is the workspace's. */
const recordJob = (work: Work, verb: 'job.run' | 'job.paused' | 'job.resumed', job: string): Promise<void> =>
  record(work, {
    verb,
    subject: 'workspace',
    subjectId: work.actor.workspaceId,
    changes: { job: { from: null, to: job } },
  });

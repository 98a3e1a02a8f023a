import { z } from 'zod';
import type { Db } from '../db/work.ts';
import type { JobPast } from './job.ts';

const outcome = z.record(z.string(), z.union([z.number(), z.string()])).nullable();

/** Every job that has ever been planned, with its last run. */
export async function jobPasts(db: Db): Promise<readonly JobPast[]> {
  const schedules = await db.jobSchedule.findMany({
    select: { job: true, lastSlot: true, missed: true, pausedAt: true },
    orderBy: { job: 'asc' },
  });
  const runs = await db.jobRun.findMany({
    distinct: ['job'],
    orderBy: [{ job: 'asc' }, { slot: 'desc' }],
    select: { job: true, slot: true, state: true, outcome: true },
  });
  return schedules.map((schedule) => {
    const run = runs.find(({ job }) => job === schedule.job);
    return { ...schedule, last: run ? { ...run, outcome: outcome.parse(run.outcome) } : null };
  });
}

/** Plans a run for now, beside the schedule. One that is planned for this moment already is enough. */
export async function planNow(db: Db, workspaceId: string, job: string, now: Date): Promise<void> {
  await db.jobRun.createMany({ data: [{ workspaceId, job, slot: now, state: 'waiting' }], skipDuplicates: true });
}

/** Pauses a job, or lets it go on; false where that is how it stands already. What came due meanwhile is caught up with as the job declares. */
export async function setJobPaused(db: Db, job: string, now: Date, paused: boolean): Promise<boolean> {
  const { count } = await db.jobSchedule.updateMany({
    where: { job, pausedAt: paused ? null : { not: null } },
    data: { pausedAt: paused ? now : null },
  });
  return count === 1;
}

/**
 * The clock has been moved, as only the local Slack's is: no job waits for a moment that it had come to before. What was
 * run stays run.
 */
export const rewindSchedules = (db: Db, workspaceId: string, now: Date): Promise<number> => db.$executeRaw`
  UPDATE "JobSchedule" SET "lastSlot" = ${now} WHERE "workspaceId" = ${workspaceId}::uuid AND "lastSlot" > ${now}`;

/** Deletes runs of a month ago. Gives how many rows went. */
export const forgetRuns = (db: Db, workspaceId: string): Promise<number> => db.$executeRaw`
  DELETE FROM "JobRun" WHERE "workspaceId" = ${workspaceId}::uuid AND "finishedAt" < now() - interval '30 days'`;

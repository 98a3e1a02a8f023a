import type { Db } from '../db/work.ts';
import { dueSince, type JobPlan, type Outcome } from './job.ts';

/** How often a run is tried before a person has to look at it, and how long an attempt is safe without a sign of life. */
const maxAttempts = 3;
const leaseSeconds = 60;

/** A run that this process has taken up. `fence` is its right to write. */
export interface ClaimedRun {
  readonly job: string;
  readonly slot: Date;
  readonly attempts: number;
  readonly fence: number;
}

/**
 * Plans what has come due since the last time, in one step with the note of how far that is: however many processes ask,
 * each due moment becomes one row. Gives how many were passed over.
 */
export async function planRuns(db: Db, workspaceId: string, plan: JobPlan, now: Date): Promise<number> {
  const known = await lockSchedule(db, workspaceId, plan.name);
  if (known?.pausedAt) return 0;
  const { run, missed, until } = dueSince(plan, known?.lastSlot ?? null, now);
  if (known && run.length === 0 && missed === 0) return 0;
  await db.jobRun.createMany({
    data: run.map((slot) => ({ workspaceId, job: plan.name, slot, state: 'waiting' })),
    skipDuplicates: true,
  });
  await db.$executeRaw`
    INSERT INTO "JobSchedule" AS s ("workspaceId", job, "lastSlot", missed) VALUES (${workspaceId}::uuid, ${plan.name}, ${until}, ${missed})
    ON CONFLICT ("workspaceId", job) DO UPDATE
    SET "lastSlot" = greatest(s."lastSlot", excluded."lastSlot"), missed = s.missed + ${missed}`;
  return missed;
}

/** One process plans a job at a time; the first ever has nothing to lock and is decided by the rows' keys. */
async function lockSchedule(db: Db, workspaceId: string, job: string) {
  const [row] = await db.$queryRaw<{ lastSlot: Date; pausedAt: Date | null }[]>`
    SELECT "lastSlot", "pausedAt" FROM "JobSchedule" WHERE "workspaceId" = ${workspaceId}::uuid AND job = ${job} FOR UPDATE`;
  return row ?? null;
}

/**
 * Takes up the oldest planned run of a job, unless one of it is under way; null when there is none. Materialised: a subquery
 * may be run again for every row that it is joined with, and would lock another one each time.
 */
export async function claimRun(db: Db, workspaceId: string, job: string): Promise<ClaimedRun | null> {
  // One process asks at a time: it would not see what another one is just taking up, and run the next beside it.
  await lockSchedule(db, workspaceId, job);
  const [row] = await db.$queryRaw<ClaimedRun[]>`
    WITH next AS MATERIALIZED (
      SELECT job, slot FROM "JobRun" n
      WHERE n."workspaceId" = ${workspaceId}::uuid AND n.job = ${job} AND n.attempts < ${maxAttempts}
        AND (n.state = 'waiting' OR (n.state = 'running' AND n."leaseUntil" < now()))
        AND NOT EXISTS (SELECT 1 FROM "JobRun" u
          WHERE u."workspaceId" = n."workspaceId" AND u.job = n.job AND u.state = 'running' AND u."leaseUntil" >= now())
      ORDER BY slot LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE "JobRun" r SET state = 'running', attempts = r.attempts + 1, fence = r.fence + 1,
      "leaseUntil" = now() + ${leaseSeconds} * interval '1 second'
    FROM next
    WHERE r."workspaceId" = ${workspaceId}::uuid AND r.job = next.job AND r.slot = next.slot
    RETURNING r.job, r.slot, r.attempts, r.fence`;
  return row ?? null;
}

/** A worker that came back after its lease had lapsed: whatever it wanted to write is somebody else's by now. */
export class StaleWorker extends Error {}

/** Holds a run's right to write until the transaction ends. @throws StaleWorker */
export async function holdRun(db: Db, workspaceId: string, { job, slot, fence }: ClaimedRun): Promise<void> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "JobRun" WHERE "workspaceId" = ${workspaceId}::uuid AND job = ${job} AND slot = ${slot} AND fence = ${fence}
      AND state = 'running' FOR SHARE`;
  if (rows.length === 0) throw new StaleWorker(job);
}

/** A sign of life. */
export const renewRun = (db: Db, workspaceId: string, { job, slot, fence }: ClaimedRun): Promise<number> =>
  db.$executeRaw`
    UPDATE "JobRun" SET "leaseUntil" = now() + ${leaseSeconds} * interval '1 second'
    WHERE "workspaceId" = ${workspaceId}::uuid AND job = ${job} AND slot = ${slot} AND fence = ${fence} AND state = 'running'`;

/** What came of a run. */
export type Came = { readonly ok: true; readonly outcome: Outcome } | { readonly ok: false; readonly code: string };

/** Writes what came of a run. One that failed waits for its next attempt, or is dead after its last; gives its state. */
export async function finishRun(
  db: Db,
  workspaceId: string,
  { job, slot, fence, attempts }: ClaimedRun,
  came: Came,
): Promise<'done' | 'waiting' | 'dead' | 'stale'> {
  const state = came.ok ? 'done' : attempts >= maxAttempts ? 'dead' : 'waiting';
  const outcome = JSON.stringify(came.ok ? came.outcome : { problem: came.code });
  const count = await db.$executeRaw`
    UPDATE "JobRun" SET state = ${state}, "leaseUntil" = NULL, outcome = ${outcome}::jsonb,
      "finishedAt" = CASE WHEN ${state} <> 'waiting' THEN now() END
    WHERE "workspaceId" = ${workspaceId}::uuid AND job = ${job} AND slot = ${slot} AND fence = ${fence} AND state = 'running'`;
  return count === 1 ? state : 'stale';
}

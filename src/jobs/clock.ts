import type { Db, InSystem } from '../db/work.ts';
import type { Words } from '../i18n/language.ts';
import type { Log } from '../lib/log.ts';
import { within } from '../lib/within.ts';
import {
  type Came,
  type ClaimedRun,
  claimRun,
  finishRun,
  holdRun,
  planRuns,
  renewRun,
  StaleWorker,
} from './job.store.ts';
import type { JobPlan, Outcome } from './job.ts';

/** What a run is handed. */
export interface RunOf {
  readonly workspaceId: string;
  /** The due moment, in business time. */
  readonly slot: Date;
  /**
   * One short transaction. Throws `StaleWorker` where another process has taken the run over: nothing of it is written.
   */
  inSystem<T>(fn: (db: Db) => Promise<T>): Promise<T>;
}

/** Scheduled work: its plan, and what a run does. Gives counts and codes for the jobs page. */
export interface Job extends JobPlan {
  /** What people call it. */
  readonly label: Words;
  readonly run: (of: RunOf) => Promise<Outcome>;
}

export interface ClockPorts {
  readonly inSystem: InSystem;
  readonly businessTime: (db: Db) => Promise<Date>;
  readonly jobs: readonly Job[];
  readonly log: Log;
}

/** The clock: each tick plans what has come due and runs it. Which tick of which process does so is all the same. */
export interface Clock {
  /** May be called while an earlier tick is under way: a job that takes its time holds up no other. */
  tick(workspaceId: string): Promise<void>;
  /** Begins no more runs; those under way are finished. */
  stop(): void;
}

class NeverEnds extends Error {}

const renewSeconds = 20;

/** A run that takes longer has come to grief; what it might still do is refused once the next attempt has begun. */
const limitMs = 10 * 60_000;

export function openClock({ inSystem, businessTime, jobs, log }: ClockPorts): Clock {
  const underWay = new Map<string, { isAskedAgain: boolean; readonly done: Promise<void> }>();
  let isStopped = false;

  async function look(workspaceId: string, job: Job): Promise<void> {
    try {
      const missed = await inSystem(workspaceId, async (db) => planRuns(db, workspaceId, job, await businessTime(db)));
      if (missed > 0) log.warn('due moments of a job were passed over', { job: job.name, missed });
      while (!isStopped) {
        const claimed = await inSystem(workspaceId, (db) => claimRun(db, workspaceId, job.name));
        if (claimed === null) return;
        await runOnce({ inSystem, log }, workspaceId, job, claimed);
      }
    } catch (error) {
      log.error('a job could not be looked after', { job: job.name, error });
    }
  }

  /** Each job by itself. One that is being looked after is looked at once more when that is done. */
  function tickJob(workspaceId: string, job: Job): Promise<void> {
    const before = underWay.get(job.name);
    if (before) {
      before.isAskedAgain = true;
      return before.done;
    }
    const now = { isAskedAgain: false, done: Promise.resolve() };
    underWay.set(job.name, now);
    now.done = (async () => {
      do {
        now.isAskedAgain = false;
        await look(workspaceId, job);
      } while (now.isAskedAgain && !isStopped);
      underWay.delete(job.name);
    })();
    return now.done;
  }

  return {
    async tick(workspaceId) {
      if (!isStopped) await Promise.all(jobs.map((job) => tickJob(workspaceId, job)));
    },
    stop() {
      isStopped = true;
    },
  };
}

async function runOnce(
  { inSystem, log }: Pick<ClockPorts, 'inSystem' | 'log'>,
  workspaceId: string,
  job: Job,
  claimed: ClaimedRun,
): Promise<void> {
  const renew = () => inSystem(workspaceId, (db) => renewRun(db, workspaceId, claimed)).catch(() => {});
  const beat = setInterval(renew, renewSeconds * 1_000);
  const finish = (came: Came) => inSystem(workspaceId, (db) => finishRun(db, workspaceId, claimed, came));
  const fields = { job: job.name, attempts: claimed.attempts };
  try {
    const run = job.run({
      workspaceId,
      slot: claimed.slot,
      inSystem: (fn) =>
        inSystem(workspaceId, async (db) => {
          await holdRun(db, workspaceId, claimed);
          return fn(db);
        }),
    });
    const outcome = await within(limitMs, run);
    if (outcome === undefined) throw new NeverEnds(job.name);
    await finish({ ok: true, outcome });
  } catch (error) {
    if (error instanceof StaleWorker) return log.warn('a run was taken over by another process', fields);
    const state = await finish({ ok: false, code: error instanceof Error ? error.name : 'unknown' });
    if (state === 'dead') log.error('a run of a job is given up', { ...fields, error });
    else log.warn('a run of a job will be tried again', { ...fields, error });
  } finally {
    clearInterval(beat);
  }
}

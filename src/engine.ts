import { schedule } from 'node-cron';
import { accessNotices } from './access/access.notice.ts';
import { businessTime } from './access/member.store.ts';
import type { Database } from './db/database.ts';
import { type Job, openClock } from './jobs/clock.ts';
import type { Log } from './lib/log.ts';
import { forgetJob } from './operations/forget.job.ts';
import { tellGivenUp } from './operations/given-up.flow.ts';
import { givenUpNotice } from './operations/given-up.notice.ts';
import { openOutbox } from './outbox/deliver.ts';
import type { NoticeKind } from './outbox/notice.ts';
import { targetRestSeconds } from './outbox/outbox.ts';
import { postBox } from './outbox/post-box.ts';
import { morningJob } from './reminders/morning.job.ts';
import { morningNotice } from './reminders/morning.notice.ts';
import { morningSections } from './reminders/morning-sections.notice.ts';
import { stepJob } from './reminders/step.job.ts';
import { meetingNotice, stepNotice } from './reminders/step.notice.ts';
import type { SlackConnection } from './slack/connect.ts';
import { inFlight } from './slack/drain.ts';

/** What Dossier says and does unasked. Disposing waits for what is under way. */
export interface Engine extends AsyncDisposable {
  /** Looks now instead of at the next tick: business time has been moved. */
  tick(): Promise<void>;
}

/** Every kind of unasked message. */
const noticesOf = (command: string): readonly NoticeKind[] => [
  ...accessNotices(command),
  morningNotice(morningSections),
  stepNotice,
  meetingNotice,
  givenUpNotice(command),
];

/** Everything that runs by the clock. */
export const jobs: readonly Job[] = [morningJob, stepJob, forgetJob];

/** Starts the clock and the outbox of a workspace. Only wake-ups: what is due is decided by the rows. */
export function startEngine({
  database,
  connection,
  workspaceId,
  command,
  jobs,
  log,
}: {
  database: Database;
  connection: SlackConnection;
  workspaceId: string;
  command: string;
  jobs: readonly Job[];
  log: Log;
}): Engine {
  const { inSystem, inWorkspace } = database;
  let rested: NodeJS.Timeout | undefined;
  const outbox = openOutbox({
    inSystem,
    inWorkspace,
    post: postBox(connection.clients.notices),
    kinds: noticesOf(command),
    businessTime,
    givenUp: tellGivenUp,
    // A conversation that has rested hears the next thing then, and not at the tick after.
    rests() {
      clearTimeout(rested);
      rested = setTimeout(speak, targetRestSeconds * 1_000);
    },
    log,
  });

  const clock = openClock({ inSystem, businessTime, jobs, log });
  const flight = inFlight();
  const speak = async (): Promise<void> => {
    await carried(() => flight.during(() => outbox.deliver(workspaceId)), log);
  };
  const act = (): Promise<void> => carried(() => flight.during(() => clock.tick(workspaceId)), log);
  // None waits for the one before: what hangs there must hold up nothing else.
  const ticks = [
    schedule('* * * * * *', speak, { timezone: 'UTC' }),
    schedule('*/5 * * * * *', act, { timezone: 'UTC' }),
  ];
  return {
    async tick() {
      await act();
      await flight.drain(patienceMs);
      await speak();
    },
    async [Symbol.asyncDispose]() {
      clock.stop();
      outbox.stop();
      clearTimeout(rested);
      for (const tick of ticks) await tick.destroy();
      // What is under way still needs the database. What does not end is another process's when its lease is over.
      if (!(await flight.drain(patienceMs))) log.warn('stopped with something unasked still under way');
    },
  };
}

/** How long stopping waits for what is said or done unasked, in milliseconds. */
const patienceMs = 5_000;

/** Never a rejection: the next tick tries again. */
async function carried(work: () => Promise<unknown>, log: Log): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('what is done unasked could not be looked after', { error });
  }
}

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
import { postBox } from './outbox/post-box.ts';
import { morningJob } from './reminders/morning.job.ts';
import { morningNotice } from './reminders/morning.notice.ts';
import { morningSections } from './reminders/morning-sections.notice.ts';
import { stepJob } from './reminders/step.job.ts';
import { meetingNotice, stepNotice } from './reminders/step.notice.ts';
import type { SlackConnection } from './slack/connect.ts';

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
  const outbox = openOutbox({
    inSystem,
    inWorkspace,
    post: postBox(connection.clients.notices),
    kinds: noticesOf(command),
    businessTime,
    givenUp: tellGivenUp,
    log,
  });
  const clock = openClock({ inSystem, businessTime, jobs, log });
  const speak = single(() => outbox.deliver(workspaceId), 'what is to be said could not be delivered', log);
  const act = single(() => clock.tick(workspaceId), 'the clock could not be looked after', log);
  const ticks = [
    schedule('* * * * * *', speak, { timezone: 'UTC', noOverlap: true }),
    schedule('*/5 * * * * *', act, { timezone: 'UTC', noOverlap: true }),
  ];
  return {
    async tick() {
      await act();
      await speak();
    },
    async [Symbol.asyncDispose]() {
      for (const tick of ticks) await tick.destroy();
      // What is under way still needs the database.
      await Promise.all([speak.idle(), act.idle()]);
    },
  };
}

/** One at a time, and never a rejection: the next tick tries again. `idle` resolves when none is under way. */
function single(
  work: () => Promise<unknown>,
  trouble: string,
  log: Log,
): (() => Promise<void>) & { idle(): Promise<void> } {
  let underWay = Promise.resolve();
  const run = async (): Promise<void> => {
    underWay = underWay.then(work).then(
      () => {},
      (error: unknown) => log.error(trouble, { error }),
    );
    await underWay;
  };
  return Object.assign(run, { idle: () => underWay });
}

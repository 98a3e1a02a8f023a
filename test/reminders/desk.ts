import { businessTime } from '../../src/access/member.store.ts';
import { setClockOffset } from '../../src/access/workspace.store.ts';
import { type Job, openClock } from '../../src/jobs/clock.ts';
import { createLog } from '../../src/lib/log.ts';
import type { NoticeKind } from '../../src/outbox/notice.ts';
import type { UiMessage } from '../../src/playground/protocol.ts';
import { anOutboxDesk, type Desk } from '../outbox/desk.ts';
import type { Person } from '../support/house.ts';

export interface ReminderDesk extends Desk {
  /** Business time is this moment from now on. */
  at(moment: string): Promise<void>;
  /** The clock ticks and what is due is said, in so many processes at once. */
  tick(processes?: number): Promise<void>;
  /** What stands in a person's conversation with the app. */
  messages(person?: Person): readonly UiMessage[];
}

/** People in Shanghai, a local Slack, and the clock with these jobs. */
export async function aReminderDesk({
  jobs,
  kinds,
  people = 1,
}: {
  jobs: readonly Job[];
  kinds: readonly NoticeKind[];
  people?: number;
}): Promise<ReminderDesk> {
  const desk = await anOutboxDesk(people);
  const { workspaceId, database } = desk.house;
  const log = createLog({ level: 'silent' });
  const tickOnce = async (): Promise<void> => {
    await openClock({ inSystem: database.inSystem, businessTime, jobs, log }).tick(workspaceId);
    await desk.outbox({ kinds }).deliver(workspaceId);
  };
  return {
    ...desk,
    at: (moment) => database.inSystem(workspaceId, (db) => setClockOffset(db, new Date(moment).getTime() - Date.now())),
    async tick(processes = 1) {
      await desk.later(2);
      await Promise.all(Array.from({ length: processes }, tickOnce));
    },
    messages: (person = desk.reader) => desk.slack.as(person.slackUserId).dm(),
    [Symbol.asyncDispose]: desk[Symbol.asyncDispose],
  };
}

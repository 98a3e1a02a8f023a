import { businessTime } from '../access/member.store.ts';
import type { Db } from '../db/work.ts';
import type { Job } from '../jobs/clock.ts';
import { enqueueIn } from '../outbox/outbox.store.ts';
import type { Immediate } from './settings.ts';
import { stepKey, type TimedStep, timedSteps } from './step.store.ts';

const minuteMs = 60_000;
/** So far ahead, so that each is said at its own moment and not at the next look. */
const aheadMs = 2 * minuteMs;
/** Later than this a reminder only wakes what the next morning says anyway. */
const lateMs = 4 * 60 * minuteMs;

/** How long before a meeting its brief comes. */
const briefMs = 60 * minuteMs;

/** Every minute: which steps have their time now, and which meetings are an hour away? */
export const stepJob: Job = {
  name: 'steps',
  label: { en: 'Reminders of steps with a time', zh: '定时待办提醒' },
  schedule: { everyMinutes: 1 },
  catchUp: 'latest',
  windowMinutes: 60,
  run: async ({ workspaceId, inSystem }) => ({
    reminders: await inSystem(async (db) => remind(db, workspaceId, await businessTime(db))),
    briefs: await inSystem(async (db) => brief(db, workspaceId, await businessTime(db))),
  }),
};

/** Gives how many are to be said. Whether they still are is decided when they are sent. */
async function remind(db: Db, workspaceId: string, now: Date): Promise<number> {
  const steps = await timedSteps(db, workspaceId, 'step', {
    from: before(now, lateMs),
    until: before(now, -aheadMs),
    now,
  });
  const notices = steps.map((step) => ({
    ...noticeOf('step', step),
    about: step.taskId,
    dueAt: step.dueAt,
    expiresAt: before(step.dueAt, -lateMs),
  }));
  await enqueueIn(db, workspaceId, now, ...notices);
  return steps.length;
}

/** The same for briefs. Which of the steps are meetings is in their titles, and known when they are read. */
async function brief(db: Db, workspaceId: string, now: Date): Promise<number> {
  const steps = await timedSteps(db, workspaceId, 'brief', { from: now, until: before(now, -briefMs - aheadMs), now });
  const notices = steps.map((step) => ({
    ...noticeOf('brief', step),
    dueAt: before(step.dueAt, briefMs),
    expiresAt: step.dueAt,
  }));
  await enqueueIn(db, workspaceId, now, ...notices);
  return steps.length;
}

const before = (at: Date, milliseconds: number): Date => new Date(at.getTime() - milliseconds);

const noticeOf = (kind: Immediate, step: TimedStep) => ({
  key: stepKey(kind, step),
  kind,
  refs: { taskId: step.taskId, dueAt: step.dueAt.toISOString() },
  target: step.target,
});

import { businessTime } from '../access/member.store.ts';
import type { Db } from '../db/work.ts';
import type { Job } from '../jobs/clock.ts';
import { enqueueIn } from '../outbox/outbox.store.ts';
import { stepKey, timedSteps } from './step.store.ts';

const minuteMs = 60_000;
/** So far ahead, so that each is said at its own moment and not at the next look. */
const aheadMs = 2 * minuteMs;
/** Later than this a reminder only wakes what the next morning says anyway. */
const lateMs = 4 * 60 * minuteMs;

/** Every minute: which steps have their time now? */
export const stepJob: Job = {
  name: 'steps',
  label: { en: 'Reminders of steps with a time', zh: '定时待办提醒' },
  schedule: { everyMinutes: 1 },
  catchUp: 'latest',
  windowMinutes: 60,
  run: async ({ workspaceId, inSystem }) => ({
    reminders: await inSystem(async (db) => remind(db, workspaceId, await businessTime(db))),
  }),
};

/** Gives how many are to be said. Whether they still are is decided when they are sent. */
async function remind(db: Db, workspaceId: string, now: Date): Promise<number> {
  const from = new Date(now.getTime() - lateMs);
  const steps = await timedSteps(db, workspaceId, { from, until: new Date(now.getTime() + aheadMs), now });
  for (const step of steps) {
    const { taskId, dueAt, target } = step;
    await enqueueIn(db, workspaceId, now, {
      key: stepKey(step),
      kind: 'step',
      refs: { taskId, dueAt: dueAt.toISOString() },
      target,
      about: taskId,
      dueAt,
      expiresAt: new Date(dueAt.getTime() + lateMs),
    });
  }
  return steps.length;
}

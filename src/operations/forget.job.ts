import type { Job } from '../jobs/clock.ts';
import { forgetRuns } from '../jobs/job-page.store.ts';
import { forgetSettled } from '../outbox/dead.store.ts';

/** Every night: what was said and done a month ago is let go of. */
export const forgetJob: Job = {
  name: 'forget',
  label: { en: 'Tidy up old messages and runs', zh: '清理旧消息与运行记录' },
  schedule: { dailyAt: '03:20', zone: 'UTC' },
  catchUp: 'latest',
  windowMinutes: 24 * 60,
  run: async ({ workspaceId, inSystem }) => ({
    messages: await inSystem((db) => forgetSettled(db, workspaceId)),
    runs: await inSystem((db) => forgetRuns(db, workspaceId)),
  }),
};

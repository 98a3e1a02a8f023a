import { z } from 'zod';
import { type NoticeKind, noticeKind, type Rendering } from '../outbox/notice.ts';
import { tasksById } from '../tasks/task.query.ts';
import { readerOf } from '../tasks/task-window.query.ts';
import { whyNotNow } from './immediate.query.ts';
import { stepState } from './step.ts';
import { stepMessage } from './step.view.ts';

/** A step or promise has its time now. What becomes of the step later is shown where the reminder stands. */
export const stepNotice: NoticeKind = noticeKind({
  kind: 'step',
  onUnknown: 'repeat',
  refs: z.strictObject({ taskId: z.uuid(), dueAt: z.iso.datetime() }),
  async render(work, { taskId, dueAt }, isThere): Promise<Rendering> {
    const [line] = await tasksById(work, [taskId]);
    if (!line) return { withhold: 'gone' };
    const readerIds = [work.actor.memberId, ...work.actor.standsInFor];
    const state = stepState(line.task, { dueAt: new Date(dueAt), readerIds });
    if (!isThere && state !== 'due') return { withhold: state };
    const wait = isThere ? null : await whyNotNow(work, 'step');
    return wait === null ? { say: stepMessage(line, state, readerOf(work)) } : { withhold: wait };
  },
});

import { z } from 'zod';
import { readBrief } from '../brief/brief.query.ts';
import type { Work } from '../db/work.ts';
import { type NoticeKind, noticeKind, type Rendering } from '../outbox/notice.ts';
import { tasksById } from '../tasks/task.query.ts';
import type { TaskLine } from '../tasks/task.ts';
import { readerOf } from '../tasks/task-window.query.ts';
import { whyNotNow } from './immediate.query.ts';
import { isMeeting, type StepState, stepState } from './step.ts';
import { meetingMessage, stepMessage } from './step.view.ts';

const ofStep = z.strictObject({ taskId: z.uuid(), dueAt: z.iso.datetime() });

/** The brief before a meeting. It stays as it was said: nothing in it is undone by what becomes of the step. */
export const meetingNotice: NoticeKind = noticeKind({
  kind: 'brief',
  onUnknown: 'leave',
  refs: ofStep,
  async render(work, { taskId, dueAt }): Promise<Rendering> {
    const [line] = await tasksById(work, [taskId]);
    if (!line || !isMeeting(line.task)) return { withhold: 'no-meeting' };
    const state = stateFor(work, line, dueAt);
    const wait = state === 'due' ? await whyNotNow(work, 'brief') : state;
    if (wait !== null) return { withhold: wait };
    const brief = await readBrief(work, line.account.id);
    return brief ? { say: meetingMessage(brief, line, readerOf(work)) } : { withhold: 'gone' };
  },
});

/** A step or promise has its time now. What becomes of the step later is shown where the reminder stands. */
export const stepNotice: NoticeKind = noticeKind({
  kind: 'step',
  onUnknown: 'repeat',
  refs: ofStep,
  async render(work, { taskId, dueAt }, isThere): Promise<Rendering> {
    const [line] = await tasksById(work, [taskId]);
    if (!line) return { withhold: 'gone' };
    const state = stateFor(work, line, dueAt);
    if (!isThere && state !== 'due') return { withhold: state };
    const wait = isThere ? null : await whyNotNow(work, 'step');
    return wait === null ? { say: stepMessage(line, state, readerOf(work)) } : { withhold: wait };
  },
});

const stateFor = ({ actor }: Work, { task }: TaskLine, dueAt: string): StepState =>
  stepState(task, { dueAt: new Date(dueAt), readerIds: [actor.memberId, ...actor.standsInFor] });

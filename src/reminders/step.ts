import { readCues } from '../lines/line-cues.ts';
import type { Task } from '../tasks/task.ts';

/** How a step stands to a reminder of it. */
export type StepState = 'due' | 'moved' | 'done' | 'dropped' | 'given';

/** How a step stands to a reminder that was meant for `dueAt`, for a reader who sees to these people's steps. */
export function stepState(
  task: Pick<Task, 'doneAt' | 'droppedAt' | 'dueAt' | 'assigneeId'>,
  { dueAt, readerIds }: { readonly dueAt: Date; readonly readerIds: readonly string[] },
): StepState {
  if (task.droppedAt) return 'dropped';
  if (task.doneAt) return 'done';
  if (!readerIds.includes(task.assigneeId)) return 'given';
  return task.dueAt?.getTime() === dueAt.getTime() ? 'due' : 'moved';
}

/** Is a step a meeting with people of the account, by what its title says? A promise is none. */
export function isMeeting({ kind, title }: Pick<Task, 'kind' | 'title'>): boolean {
  const met = readCues(title).kind;
  return kind === 'step' && (met === 'meeting' || met === 'visit' || met === 'event');
}

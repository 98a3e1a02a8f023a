import type { Due } from './due.ts';
import type { Repeat } from './repeat.ts';

/** A next step, a promise of ours, a promise of theirs. */
export const taskKinds = ['step', 'ours', 'theirs'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What is agreed to be done. */
export interface NewTask {
  readonly accountId: string;
  /** The talk in which it was agreed. */
  readonly interactionId: string | null;
  readonly kind: TaskKind;
  readonly title: string;
  /** Who sees to it on our side; of a promise of theirs: who follows it up. */
  readonly assigneeId: string;
  readonly due: Due | null;
  readonly repeat: Repeat | null;
}

/** A task as it stands. */
export interface Task extends NewTask {
  readonly id: string;
  readonly createdById: string;
  /** IANA zone in which the day and time are meant: the assignee's when it was set. */
  readonly zone: string;
  /** The moment from which it is overdue: the given time, else the end of the day, in that zone. */
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly droppedAt: Date | null;
  readonly version: number;
}

/** A task in a list, with the names around it. */
export interface TaskLine {
  readonly task: Task;
  readonly account: { readonly id: string; readonly name: string };
  readonly assignee: { readonly name: string; readonly slackUserId: string };
}

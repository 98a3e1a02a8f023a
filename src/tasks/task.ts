import type { Due } from '../due/due.ts';
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
  readonly createdAt: Date;
}

/** Is it neither done nor taken back? */
export const isOpen = ({ doneAt, droppedAt }: Pick<Task, 'doneAt' | 'droppedAt'>): boolean =>
  doneAt === null && droppedAt === null;

/** A task in a list, with the names around it. */
export interface TaskLine {
  readonly task: Task;
  /** May the reader know what it says? Otherwise its title is empty. */
  readonly isReadable: boolean;
  readonly account: { readonly id: string; readonly name: string };
  readonly assignee: { readonly name: string; readonly slackUserId: string };
}

/** Where a page of tasks ends: they stand by the moment they are due, those without one last, then by id. */
export interface TaskCursor {
  /** ISO moment. */
  readonly dueAt: string | null;
  readonly id: string;
}

/** A page of tasks; `next` is where the one after it begins. */
export interface TaskPage {
  readonly lines: readonly TaskLine[];
  readonly next: TaskCursor | null;
}

/** What a change of a task came to. */
export type TaskChanged =
  | { readonly ok: true; readonly task: Task }
  | { readonly ok: false; readonly problem: 'gone' | 'not-a-colleague' | 'changed-meanwhile' };

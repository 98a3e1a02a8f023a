import type { Task } from './task.ts';

/** A task in its account's timeline. */
export interface TaskMove {
  readonly task: Task;
  /** When it was made, done or taken back. */
  readonly at: Date;
  /** Slack id of who sees to it. */
  readonly assignee: string;
}

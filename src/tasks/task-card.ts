import type { Task } from './task.ts';

/** A task on the card, with the Slack id of who sees to it. */
export interface TaskOnCard {
  readonly task: Task;
  readonly assignee: string;
}

/** What the card shows of what is agreed. */
export interface TaskSummary {
  readonly next: TaskOnCard | null;
  /** The soonest promises, ours and theirs. */
  readonly promises: readonly TaskOnCard[];
  /** How many promises there are beside them. */
  readonly more: number;
  /** How many steps and promises are open; with `isMore` there are more than were counted. */
  readonly count: number;
  readonly isMore: boolean;
  /** May the reader see all of the account's? */
  readonly mayRead: boolean;
  readonly mayAdd: boolean;
}

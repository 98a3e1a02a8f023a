import { z } from 'zod';
import type { Reader } from '../accounts/card.ts';
import type { TaskCursor, TaskLine } from './task.ts';

/** Whose steps a list shows. */
const scopeSchema = z.union([z.literal('mine'), z.literal('team'), z.strictObject({ accountId: z.uuid() })]);
export type ListScope = z.infer<typeof scopeSchema>;

/** How many that were done a moment ago still stand in the list, to be undone or logged. */
export const doneShown = 10;

/** Where a list stands: what its window carries along. */
export const listPlaceSchema = z.strictObject({
  scope: scopeSchema,
  after: z.strictObject({ dueAt: z.iso.datetime().nullable(), id: z.uuid() }).nullable(),
  /** Done in this window. */
  done: z.array(z.uuid()).max(doneShown),
});
export type ListPlace = z.infer<typeof listPlaceSchema>;

/** The first page of a list. */
export const firstPage = (scope: ListScope): ListPlace => ({ scope, after: null, done: [] });

/** Where a list stands that a smaller window was opened from. */
export const belowSchema = z.strictObject({ viewId: z.string().max(255), place: listPlaceSchema });

/** What the list shows. */
export interface TaskList {
  readonly place: ListPlace;
  /** Open ones and those done here a moment ago, soonest due first. */
  readonly lines: readonly TaskLine[];
  readonly next: TaskCursor | null;
  /** The account whose steps they are. */
  readonly account: TaskLine['account'] | null;
  /** The reader's own id. */
  readonly me: string;
  readonly mayTeam: boolean;
  readonly reader: Reader;
}

import type { Actor } from '../access/actor.ts';
import { authorise, type Kept, may } from '../access/policy.ts';
import type { Task } from './task.ts';

/** Whose a task is: who sees to it, and who wrote it down. */
type Whose = Pick<Task, 'assigneeId' | 'createdById'>;

/** Is it theirs to do, or did they write it? Reading anybody else's words leaves a trace. */
export const isOwn = (actor: Actor, task: Whose): boolean =>
  task.assigneeId === actor.memberId || task.createdById === actor.memberId;

/**
 * May this person read or change a task: who may at the account, and whoever it was given to or wrote it, as long as they
 * may at any account at all.
 */
export const mayTask = (actor: Actor, verb: 'task.read' | 'task.edit', kept: Kept, task: Whose): boolean =>
  may(actor, verb, kept) || (isOwn(actor, task) && may(actor, verb));

/** Throws `Refused` unless the actor may change this task. */
export function authoriseTask(actor: Actor, kept: Kept, task: Whose): void {
  if (!mayTask(actor, 'task.edit', kept, task)) authorise(actor, 'task.edit', kept);
}

import { authorise, may } from '../access/policy.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { type Account, nameOf } from '../accounts/account.ts';
import { type Clash, revise, versionField } from '../accounts/revision.ts';
import { stepsSince } from '../accounts/step.store.ts';
import { record } from '../audit/audit.store.ts';
import { type Changes, changesBetween } from '../audit/audit.ts';
import type { Work } from '../db/work.ts';
import { addTask } from '../tasks/task.flow.ts';
import { tasksOfInteraction } from '../tasks/task.store.ts';
import { dropTasksOf, restoreTasksOf } from '../tasks/task-bulk.store.ts';
import { dayChanged, tasksChanged } from '../tasks/task-news.flow.ts';
import {
  accountOfInteraction,
  areContactsOf,
  areMembers,
  findInteraction,
  insertInteraction,
  markDeleted,
  updateInteraction,
} from './interaction.store.ts';
import {
  type Interaction,
  type InteractionValues,
  isPersonal,
  mayChange,
  mayTakeBack,
  type NewInteraction,
  type StepsLeft,
  tidied,
} from './interaction.ts';

export type Logged =
  | { readonly ok: true; readonly interactionId: string; readonly taskIds: readonly string[] }
  /** `not-theirs`: somebody named is no contact of the account that the acting person may see, or no colleague. */
  | { readonly ok: false; readonly problem: 'gone' | 'not-theirs' };

/** Notes what was said and done with an account, and what was agreed there. An archived account can be talked with. */
export async function logInteraction(work: Work, input: NewInteraction): Promise<Logged> {
  const account = await lockAccount(work, input.accountId);
  if (!account) return { ok: false, problem: 'gone' };
  return logAt(work, account, input);
}

/** As `logInteraction`, at an account that this transaction has locked. */
export async function logAt(work: Work, account: Account, input: Omit<NewInteraction, 'accountId'>): Promise<Logged> {
  if (account.mergedIntoId) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'interaction.log', account.kept);
  const values = tidied(input.values, work.actor.memberId);
  if (!(await areTheirs(work, account, values))) return { ok: false, problem: 'not-theirs' };
  const interactionId = await insertInteraction(work, { accountId: account.id, values, source: input.source });
  const changes = { ...changesBetween({}, values), [versionField]: { from: 0, to: 1 } };
  await recordOne(work, 'interaction.logged', interactionId, changes);
  const taskIds: string[] = [];
  for (const task of input.tasks)
    taskIds.push((await addTask(work, { ...task, accountId: account.id, interactionId })).id);
  await dayChanged(work, ownerOf(account));
  return { ok: true, interactionId, taskIds };
}

export type InteractionEdited =
  | {
      readonly ok: true;
      readonly interactionId: string;
      readonly accountId: string;
      readonly changed: readonly string[];
    }
  | { readonly ok: false; readonly problem: 'gone' | 'not-theirs' }
  | {
      readonly ok: false;
      readonly problem: 'changed-meanwhile';
      readonly interaction: Interaction;
      readonly clashes: readonly Clash[];
      readonly shown: InteractionValues;
    };

/**
 * Changes an interaction, merged field by field with what others changed since `version`, as `editAccount` does. Its
 * author may, and whoever keeps the account. One that was deleted meanwhile is gone.
 */
export async function editInteraction(
  work: Work,
  input: { id: string; version: number; mine: Partial<InteractionValues> },
): Promise<InteractionEdited> {
  const found = await interactionToChange(work, input.id);
  if (!found || found.interaction.deletedAt) return { ok: false, problem: 'gone' };
  const { interaction, account } = found;
  const { id, version, values } = interaction;
  const revision = revise(values, await stepsSince(work, id, input.version), input);
  // The fields that were merged are this record's own.
  if (revision.kind === 'clash')
    return {
      ok: false,
      problem: 'changed-meanwhile',
      interaction,
      ...revision,
      shown: revision.shown as InteractionValues,
    };
  const saved = { ok: true, interactionId: id, accountId: account.id } as const;
  if (revision.kind === 'same') return { ...saved, changed: [] };
  const merged = tidied(revision.merged as InteractionValues, interaction.authorId);
  if (!(await areTheirs(work, account, merged, values))) return { ok: false, problem: 'not-theirs' };
  if (!(await updateInteraction(work, interaction, merged)))
    throw new Error('an interaction changed under the lock of its account');
  const changes = changesBetween(values, merged);
  await recordOne(work, 'interaction.changed', id, { ...changes, [versionField]: { from: version, to: version + 1 } });
  // The account's next touch is counted from its last talk.
  if (changes['at'] || changes['outcome']) await dayChanged(work, ownerOf(account));
  return { ...saved, changed: Object.keys(changes) };
}

export type TakenBack =
  | { readonly ok: true; readonly accountId: string; readonly account: string; readonly steps: StepsLeft }
  /** `too-late`: it is the acting person's own, but a day has passed and they do not keep the account. */
  | { readonly ok: false; readonly problem: 'gone' | 'too-late' };

/**
 * Takes a log back: it is no longer shown and counts for nothing, its open steps go with it, and what somebody has done
 * stays. The row and the audit keep what it was.
 */
export async function deleteInteraction(work: Work, id: string): Promise<TakenBack> {
  const found = await interactionToChange(work, id);
  if (!found || found.interaction.deletedAt) return { ok: false, problem: 'gone' };
  const { interaction, account } = found;
  if (!mayTakeBack(work.actor, interaction, account.kept, work.now)) return { ok: false, problem: 'too-late' };
  await markDeleted(work, id, work.now);
  const tasks = await dropTasksOf(work, id);
  await recordOne(work, 'interaction.deleted', id, { tasks: { from: tasks, to: [] } });
  await tasksChanged(work, tasks, ownerOf(account));
  return { ...outcome(account), steps: await stepsLeft(work, id, tasks) };
}

/** Puts back what was deleted, with the steps that went with it: its author for a day, who keeps the account at any time. */
export async function restoreInteraction(work: Work, id: string): Promise<TakenBack> {
  const found = await interactionToChange(work, id);
  if (!found?.interaction.deletedAt) return { ok: false, problem: 'gone' };
  const { interaction, account } = found;
  const { deletedAt } = found.interaction;
  if (!mayTakeBack(work.actor, { ...interaction, createdAt: deletedAt }, account.kept, work.now))
    return { ok: false, problem: 'too-late' };
  await markDeleted(work, id, null);
  const tasks = await restoreTasksOf(work, id, deletedAt);
  await recordOne(work, 'interaction.restored', id, { tasks: { from: [], to: tasks } });
  await tasksChanged(work, tasks, ownerOf(account));
  return { ...outcome(account), steps: await stepsLeft(work, id, tasks) };
}

/** Whose day asks for the account's next touch. */
const ownerOf = ({ kept: { ownerId } }: Account): readonly string[] => (ownerId === null ? [] : [ownerId]);

const outcome = (account: Account) => ({ ok: true, accountId: account.id, account: nameOf(account.values) }) as const;

/** What became of the tasks that were agreed in an interaction, when these of them were moved. */
async function stepsLeft(work: Work, id: string, moved: readonly string[]): Promise<StepsLeft> {
  const stay = await tasksOfInteraction(work, id);
  return { moved: moved.length, done: stay.filter((task) => task.doneAt !== null).length };
}

/**
 * An interaction that the acting person may change, deleted or not. Whatever happens at an account happens under its lock,
 * one after the other.
 */
async function interactionToChange(
  work: Work,
  id: string,
): Promise<{ interaction: Interaction; account: Account } | null> {
  const accountId = await accountOfInteraction(work.db, id);
  const account = accountId === null ? null : await lockAccount(work, accountId);
  const interaction = account && (await findInteraction(work, id));
  if (!interaction) return null;
  if (!mayChange(work.actor, interaction, account.kept)) authorise(work.actor, 'interaction.edit', account.kept);
  return { interaction, account };
}

/**
 * Are the people whom this names contacts of the account and colleagues? Ids from outside are hints, and contacts are
 * known only to who may see them. Whoever was named before stays.
 */
async function areTheirs(
  work: Work,
  account: Account,
  values: InteractionValues,
  before: Pick<InteractionValues, 'contactIds' | 'memberIds'> = { contactIds: [], memberIds: [] },
): Promise<boolean> {
  const contactIds = values.contactIds.filter((id) => !before.contactIds.includes(id));
  const memberIds = values.memberIds.filter((id) => !before.memberIds.includes(id));
  if (contactIds.length > 0 && !may(work.actor, 'contact.read', account.kept)) return false;
  return (await areContactsOf(work.db, account.id, contactIds)) && (await areMembers(work.db, memberIds));
}

const recordOne = (
  work: Work,
  verb: 'interaction.logged' | 'interaction.changed' | 'interaction.deleted' | 'interaction.restored',
  subjectId: string,
  changes: Changes,
): Promise<void> => record(work, { verb, subject: 'interaction', subjectId, changes, isPersonal });

import { authorise, may } from '../access/policy.ts';
import { findAccount } from '../accounts/account.store.ts';
import { nameOf } from '../accounts/account.ts';
import { contactNamesOf } from '../accounts/contact-name.store.ts';
import type { Work } from '../db/work.ts';
import type { Due } from '../tasks/due.ts';
import { readDue } from '../tasks/due-words.ts';
import { tasksOfInteraction } from '../tasks/task.store.ts';
import type { Task } from '../tasks/task.ts';
import { findInteraction } from './interaction.store.ts';
import { readCues } from './line-cues.ts';
import { matchPeople } from './line-people.ts';
import type { Echo, EchoStep } from './log-echo.ts';

/** What only the line's reader knows; read again from what was saved where it is missing. */
interface Fresh {
  readonly choices?: ReadonlyMap<string, readonly Due[]>;
  readonly isKindOpen: boolean;
}

/** What the acting person's own log says now; null when it is not theirs, or was taken back. */
export async function echoOf(
  work: Work,
  interactionId: string,
  fresh: Fresh = { isKindOpen: false },
): Promise<Echo | null> {
  authorise(work.actor, 'interaction.log');
  const interaction = await findInteraction(work, interactionId);
  if (!interaction || interaction.deletedAt || interaction.authorId !== work.actor.memberId) return null;
  const account = await findAccount(work, interaction.accountId);
  if (!account) return null;
  const { values } = interaction;
  const people = may(work.actor, 'contact.read', account.kept) ? await contactNamesOf(work.db, [account.id]) : [];
  const { ambiguous, unknown } = matchPeople(values.summary, people);
  const open = ambiguous.filter(({ contactIds }) => !contactIds.some((id) => values.contactIds.includes(id)));
  const tasks = await tasksOfInteraction(work, interactionId);
  return {
    interactionId,
    account: { id: account.id, number: account.number, name: nameOf(account.values) },
    kind: values.kind,
    isKindOpen: fresh.isKindOpen && readCues(values.summary).kind === null,
    outcome: values.outcome,
    people: people.filter(({ id }) => values.contactIds.includes(id)).map(({ name }) => name),
    summary: values.summary,
    steps: tasks.filter(({ doneAt }) => doneAt === null).map((task) => stepOf(task, work, fresh)),
    open: open.map(({ said, contactIds }) => ({
      said,
      contacts: people.filter(({ id }) => contactIds.includes(id)).map(({ id, name }) => ({ id, name })),
    })),
    unknown: may(work.actor, 'contact.edit', account.kept) ? unknown : [],
  };
}

function stepOf({ id, title, due, createdAt }: Task, { actor }: Work, { choices }: Fresh): EchoStep {
  const known = choices?.get(id);
  if (known || due) return { taskId: id, title, due, choices: known ?? [] };
  const read = readDue(title, { now: createdAt, zone: actor.zone, language: actor.language });
  return { taskId: id, title, due, choices: read.kind === 'ask' ? read.choices : [] };
}

import { authorise, may } from '../access/policy.ts';
import { findAccount } from '../accounts/account.store.ts';
import { type Account, nameOf } from '../accounts/account.ts';
import { type ContactName, contactNamesOf } from '../accounts/contact-name.store.ts';
import type { Work } from '../db/work.ts';
import type { Due } from '../due/due.ts';
import { readDue } from '../due/due-words.ts';
import { findInteraction } from '../interactions/interaction.store.ts';
import { dayIn } from '../lib/date.ts';
import { tasksOfInteraction } from '../tasks/task.store.ts';
import type { Task } from '../tasks/task.ts';
import { readCues } from './line-cues.ts';
import { matchPeople } from './line-people.ts';
import type { Echo, EchoStep } from './log-echo.ts';

/** What is known already: by the line's reader, or because it was just answered. The rest is read from what was saved. */
interface Known {
  readonly choices?: ReadonlyMap<string, readonly Due[]>;
  readonly isKindSaid?: boolean;
  readonly account?: Account;
  /** The account's people whom the author may know. */
  readonly people?: readonly ContactName[];
}

/** What the acting person's own log says now; null when it is not theirs, or was taken back. */
export async function echoOf(work: Work, interactionId: string, known: Known = {}): Promise<Echo | null> {
  authorise(work.actor, 'interaction.log');
  const interaction = await findInteraction(work, interactionId);
  if (!interaction || interaction.deletedAt || interaction.authorId !== work.actor.memberId) return null;
  const account = known.account ?? (await findAccount(work, interaction.accountId));
  if (!account) return null;
  const { values } = interaction;
  const people = known.people ?? (await peopleFor(work, account));
  const { ambiguous, unknown } = matchPeople(values.summary, people);
  const open = ambiguous.filter(({ contactIds }) => !contactIds.some((id) => values.contactIds.includes(id)));
  const tasks = await tasksOfInteraction(work, interactionId);
  return {
    interactionId,
    today: dayIn(work.now, work.actor.zone),
    account: { id: account.id, number: account.number, name: nameOf(account.values) },
    kind: values.kind,
    // A meeting is what is assumed until somebody says what it was.
    isKindOpen: !known.isKindSaid && values.kind === 'meeting' && readCues(values.summary).kind === null,
    outcome: values.outcome,
    people: people.filter(({ id }) => values.contactIds.includes(id)).map(({ name }) => name),
    summary: values.summary,
    steps: tasks.filter(({ doneAt }) => doneAt === null).map((task) => stepOf(task, work, known)),
    open: open.map(({ said, contactIds }) => ({
      said,
      contacts: people.filter(({ id }) => contactIds.includes(id)).map(({ id, name }) => ({ id, name })),
    })),
    unknown: may(work.actor, 'contact.edit', account.kept) ? unknown : [],
  };
}

/** The account's people, as far as the acting person may know of them. */
export async function peopleFor(work: Work, account: Account): Promise<readonly ContactName[]> {
  return may(work.actor, 'contact.read', account.kept) ? contactNamesOf(work.db, [account.id]) : [];
}

function stepOf({ id, title, due, createdAt }: Task, { actor }: Work, { choices }: Known): EchoStep {
  const offered = choices?.get(id);
  if (offered || due) return { taskId: id, title, due, choices: offered ?? [] };
  const read = readDue(title, { now: createdAt, zone: actor.zone, language: actor.language });
  return { taskId: id, title, due, choices: read.kind === 'ask' ? read.choices : [] };
}

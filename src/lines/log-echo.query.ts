import { authorise, may } from '../access/policy.ts';
import { findAccount } from '../accounts/account.store.ts';
import { type Account, nameOf } from '../accounts/account.ts';
import { type ContactName, contactNamesOf } from '../accounts/contact-name.store.ts';
import type { Work } from '../db/work.ts';
import type { Due } from '../due/due.ts';
import { readDue } from '../due/due-words.ts';
import { findInteraction } from '../interactions/interaction.store.ts';
import type { InteractionValues } from '../interactions/interaction.ts';
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

/** A log as it was saved, and the names around it. */
interface Saved {
  readonly interactionId: string;
  readonly account: Account;
  readonly people: readonly ContactName[];
  readonly values: InteractionValues;
  /** What is open of what was agreed. */
  readonly steps: readonly Pick<Task, 'id' | 'title' | 'due' | 'createdAt'>[];
}

/** What the acting person's own log says now; null when it is not theirs, or was taken back. */
export async function echoOf(work: Work, interactionId: string, known: Known = {}): Promise<Echo | null> {
  authorise(work.actor, 'interaction.log');
  const interaction = await findInteraction(work, interactionId);
  if (!interaction || interaction.deletedAt || interaction.authorId !== work.actor.memberId) return null;
  const account = known.account ?? (await findAccount(work, interaction.accountId));
  if (!account) return null;
  const people = known.people ?? (await peopleFor(work, account));
  const steps = (await tasksOfInteraction(work, interactionId)).filter(({ doneAt }) => doneAt === null);
  return echoOfSaved(work, { interactionId, account, people, values: interaction.values, steps }, known);
}

/** What a log says that this transaction has just written, and need not read again. */
export function echoOfSaved(
  work: Work,
  { interactionId, account, people, values, steps }: Saved,
  known: Pick<Known, 'choices' | 'isKindSaid'> = {},
): Echo {
  const { ambiguous, unknown } = matchPeople(values.summary, people);
  const open = ambiguous.filter(({ contactIds }) => !contactIds.some((id) => values.contactIds.includes(id)));
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
    steps: steps.toSorted(soonestFirst).map((step) => stepOf(step, work, known)),
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

/** Those without a day last, those without a time at the end of their day. */
function soonestFirst(one: Saved['steps'][number], other: Saved['steps'][number]): number {
  const [a = '', b = ''] = [one, other].map(({ due }) => `${due?.on ?? '~'} ${due?.time ?? '~'}`);
  return a < b ? -1 : Number(a > b);
}

function stepOf(
  { id, title, due, createdAt }: Saved['steps'][number],
  { actor }: Work,
  { choices }: Pick<Known, 'choices'>,
): EchoStep {
  const offered = choices?.get(id);
  if (offered || due) return { taskId: id, title, due, choices: offered ?? [] };
  const read = readDue(title, { now: createdAt, zone: actor.zone, language: actor.language });
  return { taskId: id, title, due, choices: read.kind === 'ask' ? read.choices : [] };
}

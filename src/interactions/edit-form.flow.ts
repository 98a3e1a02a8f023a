import { membersById } from '../access/member.store.ts';
import { authorise } from '../access/policy.ts';
import { findAccount } from '../accounts/account.store.ts';
import { type Account, nameOf } from '../accounts/account.ts';
import type { Clash } from '../accounts/revision.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { colleaguesOf } from './colleague.store.ts';
import { contactChoices } from './contact-choice.query.ts';
import { editInteraction } from './interaction.flow.ts';
import { findInteraction } from './interaction.store.ts';
import { type Interaction, type InteractionValues, mayChange, usualOutcome } from './interaction.ts';
import { type LogFields, type LogProblems, readLog } from './log-form.ts';
import type { EditOpened } from './log-form-facts.ts';

/** A log to be changed; null when it is gone. The read of what somebody else wrote is written to the audit. */
export async function openEditLog(work: Work, id: string): Promise<EditOpened | null> {
  const found = await logToEdit(work, id);
  if (!found) return null;
  const { interaction, account } = found;
  if (interaction.authorId !== work.actor.memberId)
    await record(work, { verb: 'notes.read', subject: 'account', subjectId: account.id });
  return opened(work, account, interaction.version, interaction.values, []);
}

export type EditSubmitted =
  | { readonly ok: true; readonly accountId: string; readonly name: string; readonly changed: readonly string[] }
  | { readonly ok: false; readonly problem: 'fields'; readonly problems: LogProblems }
  | { readonly ok: false; readonly problem: 'changed-meanwhile'; readonly form: EditOpened };

/** Changes a log by what a form sent; `version` is the one the form was opened on. */
export async function submitEditLog(
  work: Work,
  { id, version }: { id: string; version: number },
  sent: LogFields,
): Promise<EditSubmitted> {
  const found = await logToEdit(work, id);
  if (!found) return wrong({ summary: { problem: 'gone' } });
  const read = readLog(sent, { now: work.now, zone: work.actor.zone });
  if (!read.ok) return wrong(read.problems);
  const memberIds = await colleaguesOf(work.db, read.colleagues);
  if (!memberIds) return wrong({ colleagues: { problem: 'person-unknown' } });
  const { kind, at, contactIds, outcome, ...values } = read.values;
  const edited = await editInteraction(work, {
    id,
    version,
    mine: {
      ...values,
      memberIds: memberIds.toSorted(),
      // A field that is empty or was not shown is left alone.
      ...(sent.kind && { kind }),
      ...((sent.kind || sent.outcome) && { outcome }),
      ...(sent.when != null && { at }),
      ...(sent.contacts && { contactIds: contactIds.toSorted() }),
    },
  });
  if (edited.ok)
    return { ok: true, accountId: edited.accountId, name: nameOf(found.account.values), changed: edited.changed };
  if (edited.problem === 'changed-meanwhile') {
    const { interaction, shown, clashes } = edited;
    const form = await opened(work, found.account, interaction.version, shown, clashes);
    return { ok: false, problem: 'changed-meanwhile', form };
  }
  return wrong(edited.problem === 'gone' ? { summary: { problem: 'gone' } } : { contacts: { problem: 'not-theirs' } });
}

const wrong = (problems: LogProblems): EditSubmitted => ({ ok: false, problem: 'fields', problems });

async function logToEdit(work: Work, id: string): Promise<{ interaction: Interaction; account: Account } | null> {
  const interaction = await findInteraction(work, id);
  const account = interaction && (await findAccount(work, interaction.accountId));
  if (!account || interaction.deletedAt) return null;
  if (!mayChange(work.actor, interaction, account.kept)) authorise(work.actor, 'interaction.edit', account.kept);
  return { interaction, account };
}

/** The form with these values in it, and who changed what meanwhile. */
async function opened(
  work: Work,
  account: Account,
  version: number,
  values: InteractionValues,
  clashes: readonly Clash[],
): Promise<EditOpened> {
  const { actor, now } = work;
  const members = await membersById(work.db, [...values.memberIds, ...clashes.flatMap(({ actorId }) => actorId ?? [])]);
  const slackIdOf = (memberId: string | null): string | null =>
    members.find((one) => one.id === memberId)?.slackUserId ?? null;
  return {
    account: {
      id: account.id,
      number: account.number,
      name: nameOf(account.values),
      contacts: await contactChoices(work, account),
    },
    version,
    fields: {
      summary: values.summary,
      kind: values.kind,
      when: Math.floor(new Date(values.at).getTime() / 1000),
      contacts: [...values.contactIds],
      colleagues: values.memberIds.flatMap((id) => slackIdOf(id) ?? []),
      // The usual one stands there as such: it follows the kind, should that be changed.
      outcome: values.outcome === usualOutcome(values.kind) ? null : values.outcome,
      tone: values.tone,
    },
    reader: { language: actor.language, zone: actor.zone, now },
    clashes: clashes.map((clash) => ({ ...clash, slackUserId: slackIdOf(clash.actorId) })),
  };
}

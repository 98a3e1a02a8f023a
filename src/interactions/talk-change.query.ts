import { membersById } from '../access/member.store.ts';
import { authorise, may } from '../access/policy.ts';
import type { Account } from '../accounts/account.ts';
import { contactNamesOf } from '../accounts/contact-name.store.ts';
import { entriesOf, record } from '../audit/audit.store.ts';
import { openChanges } from '../audit/sealing.ts';
import type { Work } from '../db/work.ts';
import { idBefore } from '../timeline/timeline.ts';
import type { TimelineCursor } from '../timeline/timeline-wiring.ts';
import { mayTakeBack } from './interaction.ts';
import { interactionIdsOf, interactionsById } from './talk-change.store.ts';
import { type TalkChange, type TalkNames, talkChangeVerbs } from './talk-change.ts';

/** The newest changes of an account's talks before the cursor; the read of what others wrote is written to the audit. */
export async function readTalkChanges(
  work: Work,
  account: Account,
  { before, limit }: { readonly before: TimelineCursor | null; readonly limit: number },
): Promise<{ readonly entries: readonly TalkChange[]; readonly names: TalkNames }> {
  const { db, actor, vault, now } = work;
  authorise(actor, 'interaction.read', account.kept);
  const ids = await interactionIdsOf(db, account.id);
  const rows = await entriesOf(db, ids, { before: before && idBefore(before), limit, verbs: talkChangeVerbs });
  const talks = new Map(
    (
      await interactionsById(
        work,
        rows.map((row) => row.subjectId),
      )
    ).map((one) => [one.id, one]),
  );
  const told = rows.map((row) => ({ ...row, changes: openChanges(row, vault) }));
  const memberIds = told.flatMap(({ actorId, changes }) => [actorId, ...idsIn(changes['memberIds'])]);
  const members = await membersById(db, [...new Set(memberIds.flatMap((id) => id ?? []))]);
  const mayNames = may(actor, 'contact.read', account.kept);
  const contacts = mayNames ? await contactNamesOf(db, [account.id]) : [];
  if ([...talks.values()].some(({ authorId }) => authorId !== actor.memberId))
    await record(work, { verb: 'notes.read', subject: 'account', subjectId: account.id });
  return {
    names: {
      contacts: new Map(contacts.map(({ id, name }) => [id, name])),
      members: new Map(members.map(({ id, name }) => [id, name])),
    },
    entries: told.flatMap(({ id, verb, at, actorId, subjectId, changes }) => {
      const interaction = talks.get(subjectId);
      const known = talkChangeVerbs.find((one) => one === verb);
      if (!interaction || !known) return [];
      const { deletedAt } = interaction;
      // Of several times that it was taken back, the last is the one that can be put back.
      const isThisOne = known === 'interaction.deleted' && deletedAt?.getTime() === at.getTime();
      return {
        id,
        verb: known,
        at,
        actor: members.find((member) => member.id === actorId)?.slackUserId ?? null,
        interaction,
        changes,
        mayRestore: isThisOne && mayTakeBack(actor, { ...interaction, createdAt: deletedAt ?? at }, account.kept, now),
      };
    }),
  };
}

/** The ids on both sides of a change. */
const idsIn = (change: { readonly from: unknown; readonly to: unknown } | undefined): readonly string[] =>
  [change?.from, change?.to].flatMap((side) => (Array.isArray(side) ? side.map(String) : []));

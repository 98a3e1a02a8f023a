import { authorise, may } from '../access/policy.ts';
import { findAccount } from '../accounts/account.store.ts';
import type { Account } from '../accounts/account.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import type { TimelineCursor } from '../timeline/timeline-wiring.ts';
import { mayChange, mayRead, mayTakeBack } from './interaction.ts';
import { type FoundTalk, findLastContact, findTalk, talksLoggedBy, talksOfAccount } from './talk.store.ts';
import type { LastContact, Talk } from './talk.ts';

/** For how long one may take back one's own last log. */
const undoMs = 86_400_000;

/**
 * The last talks with an account, newest first, with the names of people; none when there is no such account. The read
 * of what others wrote is written to the audit.
 */
export async function lastTalks(work: Work, accountId: string, limit: number): Promise<readonly Talk[]> {
  const account = await findAccount(work, accountId);
  if (!account) return [];
  authorise(work.actor, 'interaction.read', account.kept);
  return read(work, account.id, await talksOfAccount(work, account.id, { before: null, limit }));
}

/** A page of the talks with an account that the acting person may read: theirs alone, where they do not work on it. */
export async function talksPage(
  work: Work,
  account: Account,
  page: { before: TimelineCursor | null; limit: number },
): Promise<readonly Talk[]> {
  authorise(work.actor, 'account.read', account.kept);
  const all = may(work.actor, 'interaction.read', account.kept);
  const found = await talksOfAccount(work, account.id, { ...page, ...(!all && { authorId: work.actor.memberId }) });
  return read(work, account.id, found);
}

/** What the acting person logged last, newest first. */
export async function myLastLogs(work: Work, limit: number): Promise<readonly Talk[]> {
  authorise(work.actor, 'account.read');
  const found = await talksLoggedBy(work, work.actor.memberId, { limit });
  return found.map((one) => talkFor(work, one));
}

/** The acting person's last log, while they may still take it back alone; else null. */
export async function undoable(work: Work): Promise<Talk | null> {
  authorise(work.actor, 'interaction.log');
  const since = new Date(work.now.getTime() - undoMs);
  const [last] = await talksLoggedBy(work, work.actor.memberId, { limit: 1, since });
  return last ? talkFor(work, last) : null;
}

/** One talk, deleted ones too, for who may read it; null when there is none. */
export async function readTalk(work: Work, id: string): Promise<Talk | null> {
  const found = await findTalk(work, id);
  if (!found) return null;
  if (!mayRead(work.actor, found.interaction, found.kept)) authorise(work.actor, 'interaction.read', found.kept);
  const [talk] = await read(work, found.account.id, [found]);
  return talk ?? null;
}

/** How an account's last contact stands, for its card; `read`: may the reader know more of it than the day? */
export async function cardContact(work: Work, account: Account): Promise<LastContact & { readonly read: boolean }> {
  authorise(work.actor, 'account.read', account.kept);
  return { ...(await findLastContact(work.db, account.id)), read: may(work.actor, 'interaction.read', account.kept) };
}

/** Reading what others wrote is told to the audit, once. */
async function read(work: Work, accountId: string, found: readonly FoundTalk[]): Promise<readonly Talk[]> {
  const isOthers = found.some(({ interaction }) => interaction.authorId !== work.actor.memberId);
  if (isOthers) await record(work, { verb: 'notes.read', subject: 'account', subjectId: accountId });
  return found.map((one) => talkFor(work, one));
}

function talkFor({ actor, now }: Work, { kept, ...found }: FoundTalk): Talk {
  return {
    ...found,
    contacts: may(actor, 'contact.read', kept) ? found.contacts : [],
    may: {
      edit: mayChange(actor, found.interaction, kept),
      takeBack: mayTakeBack(actor, found.interaction, kept, now),
    },
  };
}

import { authorise, may } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { accountsInUse, candidatesNamed, candidatesOf } from './candidate.store.ts';
import type { Candidate, HandoverForm, Orphans, Owner } from './candidate.ts';
import { ownerCounts } from './owner-count.store.ts';

/** Whose accounts could be handed over: the acting person's own, then by name; a deactivated colleague's, and nobody's. */
export async function ownersOffered(work: Work, typed: string, limit: number): Promise<readonly Owner[]> {
  authorise(work.actor, 'handover.ask');
  const fits = ({ name }: Owner): boolean => name === null || name.toLowerCase().includes(typed.trim().toLowerCase());
  return (await ownerCounts(work, { onlyOrphans: false })).filter(fits).slice(0, limit);
}

/**
 * The accounts of the acting person's teams - of all, for a head - whose owner has been deactivated, or that have none:
 * by former owner, most first.
 */
export async function orphanedAccounts(work: Work, shown: number): Promise<readonly Orphans[]> {
  authorise(work.actor, 'team.read');
  const owners = await ownerCounts(work, { onlyOrphans: true });
  const groups: Orphans[] = [];
  for (const owner of owners) groups.push({ ...owner, lines: await candidatesOf(work, owner.memberId, shown) });
  return groups;
}

/** Some of one owner's accounts, by what was typed of their name, number or city. */
export async function accountsOffered(
  work: Work,
  ownerId: string | null,
  typed: string,
  limit: number,
): Promise<readonly Candidate[]> {
  authorise(work.actor, 'handover.ask');
  const words = typed.trim();
  return words === '' ? candidatesOf(work, ownerId, limit) : candidatesNamed(work, ownerId, words, limit);
}

/**
 * What the form shows for one owner's accounts, or for one account and its owner; without either for the acting person's
 * own. Null when that account is gone.
 */
export async function handoverForm(
  work: Work,
  about: { ownerId: string | null | undefined; accountId: string | null },
): Promise<HandoverForm | null> {
  const { actor } = work;
  authorise(actor, 'handover.ask');
  const [account = null] = about.accountId === null ? [] : await accountsInUse(work, [about.accountId]);
  if (about.accountId !== null && account === null) return null;
  if (account) authorise(actor, 'handover.ask', account.kept);
  const owners = await ownerCounts(work, { onlyOrphans: false });
  const ownerId = account ? account.kept.ownerId : about.ownerId;
  const mine: Owner = { memberId: actor.memberId, name: null, active: true, count: 0 };
  const others = owners.filter(({ memberId }) => memberId !== actor.memberId);
  const found = ownerId === undefined ? undefined : owners.find(({ memberId }) => memberId === ownerId);
  return {
    myId: actor.memberId,
    owner: found ?? owners.find(({ memberId }) => memberId === actor.memberId) ?? others[0] ?? mine,
    mayChooseOwner: others.length > 0,
    decides: may(actor, 'handover.decide'),
    account,
    today: dayIn(work.now, actor.zone),
  };
}

import { authorise, may } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { cadencesOf, outOf } from './cadence.store.ts';
import type { CadenceLine, OutOfCadence } from './cadence.ts';

/** How one account stands to its rule; null where it has none. The caller has the account already. */
export async function cadenceOfAccount(work: Work, accountId: string): Promise<CadenceLine | null> {
  authorise(work.actor, 'account.read');
  const [line = null] = await cadencesOf(work, { accountIds: [accountId] });
  return line;
}

/** How the acting person's accounts stand to their rules, and those of colleagues for whom they stand in today. */
export async function myCadences(work: Work): Promise<readonly CadenceLine[]> {
  authorise(work.actor, 'account.read');
  return cadencesOf(work, { ownerIds: [work.actor.memberId, ...work.actor.standsInFor] });
}

/** The acting person's accounts that are out of cadence, and those of colleagues for whom they stand in today. */
export async function myOutOfCadence(work: Work, limit: number): Promise<OutOfCadence> {
  authorise(work.actor, 'account.read');
  return outOf(work, { ownerIds: [work.actor.memberId, ...work.actor.standsInFor] }, limit);
}

/** The same for the accounts of the teams that the acting person leads; a head sees every team's. */
export async function teamOutOfCadence(work: Work, limit: number): Promise<OutOfCadence> {
  const { actor } = work;
  authorise(actor, 'team.read');
  const isEverywhere = may(actor, 'team.read', { ownerId: null, deputyId: null, teamId: null });
  return outOf(work, isEverywhere ? 'everywhere' : { teamIds: actor.leads }, limit);
}

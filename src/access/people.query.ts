import type { Work } from '../db/work.ts';
import { activeMembers, allMembers, membersById, membersBySlackId, membersOfTeams } from './member.store.ts';
import type { MemberRow, TeamRow } from './member.ts';
import { authorise, may } from './policy.ts';
import { allTeams } from './team.store.ts';

/** Everybody whom Dossier knows, and the teams: for administrators. */
export async function peopleAndTeams(
  work: Work,
): Promise<{ members: readonly MemberRow[]; teams: readonly TeamRow[] }> {
  authorise(work.actor, 'people.manage');
  return { members: await allMembers(work.db), teams: await allTeams(work.db) };
}

/** Our ids of people chosen in Slack, for administrators; those whom Dossier has not met are left out. */
export async function memberIdsOf(work: Work, slackUserIds: readonly string[]): Promise<readonly string[]> {
  authorise(work.actor, 'people.manage');
  return (await membersBySlackId(work.db, slackUserIds)).map((member) => member.id);
}

/** Our ids of those who work in the teams that the acting person leads; a head leads everybody. */
export async function teammates({ db, actor }: Work): Promise<readonly string[]> {
  authorise(actor, 'team.read');
  const isHead = may(actor, 'team.read', { ownerId: null, deputyId: null, teamId: null });
  return isHead ? activeMembers(db) : membersOfTeams(db, actor.leads);
}

/** Somebody's open request for access, for administrators; null when it has been answered. */
export async function requestOf(
  work: Work,
  memberId: string,
): Promise<{ readonly memberId: string; readonly slackUserId: string } | null> {
  authorise(work.actor, 'people.manage');
  const [member] = await membersById(work.db, [memberId]);
  return member?.askedAt ? { memberId, slackUserId: member.slackUserId } : null;
}

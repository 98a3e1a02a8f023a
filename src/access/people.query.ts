import type { Work } from '../db/work.ts';
import { allMembers, membersBySlackId } from './member.store.ts';
import type { MemberRow, TeamRow } from './member.ts';
import { authorise } from './policy.ts';
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

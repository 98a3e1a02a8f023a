import type { Db } from '../db/work.ts';
import { businessTime, findMember, saveProfile } from './member.store.ts';
import type { MemberRow, Profile } from './member.ts';

/** What is known of a Slack user; null when Dossier has not met them. */
export const knownMember = (db: Db, slackUserId: string): Promise<MemberRow | null> => findMember(db, slackUserId);

/**
 * Writes what Slack says of a person. Somebody new has no role - unless the configuration names them as administrator,
 * who is head as well, so that a workspace of one can work at once.
 */
export async function writeProfile(
  db: Db,
  workspaceId: string,
  profile: Profile,
  administrators: readonly string[],
): Promise<MemberRow> {
  const isNamed = profile.kind === 'full' && administrators.includes(profile.slackUserId);
  return saveProfile(db, workspaceId, profile, {
    now: await businessTime(db),
    rolesIfNew: isNamed ? ['administrator', 'head'] : [],
  });
}

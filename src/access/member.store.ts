import { z } from 'zod';
import type { Db, Who } from '../db/work.ts';
import { languageOf, languages } from '../i18n/language.ts';
import { type Actor, memberKinds, type Role, roles } from './actor.ts';
import type { MemberRow, Profile } from './member.ts';

const actorRow = z.object({
  now: z.date(),
  id: z.string(),
  roles: z.array(z.enum(roles)),
  kind: z.enum(memberKinds),
  active: z.boolean(),
  teamId: z.string().nullable(),
  leads: z.array(z.string()),
  standsInFor: z.array(z.string()),
  languageOverride: z.enum(languages).nullable(),
  locale: z.string(),
  zone: z.string(),
});

/** A gesture of somebody whom `meet` has not written down yet: a fault of the wiring, not of the person. */
class UnknownMember extends Error {}

/** Enters the workspace: the acting person as they stand now, and the business time (database clock + offset). */
export async function enterWorkspace(db: Db, who: Who): Promise<{ actor: Actor; now: Date }> {
  const [found] = await db.$queryRaw<unknown[]>`
    SELECT * FROM enter_workspace(${who.workspaceId}::uuid, ${who.slackUserId})`;
  if (!found) throw new UnknownMember(who.slackUserId);
  const row = actorRow.parse(found);
  const actor: Actor = {
    workspaceId: who.workspaceId,
    slackUserId: who.slackUserId,
    memberId: row.id,
    roles: row.roles,
    kind: row.kind,
    active: row.active,
    teamId: row.teamId,
    leads: row.leads,
    standsInFor: row.standsInFor,
    language: row.languageOverride ?? languageOf(row.locale),
    zone: row.zone,
  };
  return { actor, now: row.now };
}

/** Business time where nobody acts. */
export async function businessTime(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`
    SELECT clock_timestamp() + "clockOffset" * interval '1 millisecond' AS now FROM "Workspace"`;
  if (!row) throw new Error('no workspace is set');
  return row.now;
}

const memberColumns = {
  id: true,
  slackUserId: true,
  name: true,
  roles: true,
  kind: true,
  active: true,
  teamId: true,
  askedAt: true,
  seenAt: true,
  locale: true,
  languageOverride: true,
} as const;
const asMember = (row: Omit<MemberRow, 'roles'> & { roles: string[] }): MemberRow => ({
  ...row,
  roles: z.array(z.enum(roles)).parse(row.roles),
});

/** A member by the id that Slack gives them. */
export async function findMember(db: Db, slackUserId: string): Promise<MemberRow | null> {
  const row = await db.member.findFirst({ where: { slackUserId }, select: memberColumns });
  return row && asMember(row);
}

/** Members by our ids; those that are not there are left out. */
export async function membersById(db: Db, ids: readonly string[]): Promise<readonly MemberRow[]> {
  const rows = await db.member.findMany({ where: { id: { in: [...ids] } }, select: memberColumns });
  return rows.map(asMember);
}

/** Members by the ids that Slack gives them. */
export async function membersBySlackId(db: Db, slackUserIds: readonly string[]): Promise<readonly MemberRow[]> {
  const rows = await db.member.findMany({ where: { slackUserId: { in: [...slackUserIds] } }, select: memberColumns });
  return rows.map(asMember);
}

/**
 * These members and all administrators stay as they are until this transaction ends: of two who take each other's role
 * away, the second one sees what the first did. In the order of their ids, so that nobody waits in a circle.
 */
export async function lockMembers(db: Db, ids: readonly string[]): Promise<void> {
  await db.$queryRaw`
    SELECT id FROM "Member" WHERE id = ANY (${[...ids]}::uuid[]) OR 'administrator' = ANY (roles)
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Everybody whom Dossier knows, those who ask for access first, then by name. */
export async function allMembers(db: Db): Promise<readonly MemberRow[]> {
  const rows = await db.member.findMany({
    select: memberColumns,
    orderBy: [{ askedAt: { sort: 'asc', nulls: 'last' } }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(asMember);
}

/** Writes what Slack says of a person; roles are given only to somebody new. */
export async function saveProfile(
  db: Db,
  workspaceId: string,
  profile: Profile,
  how: { now: Date; rolesIfNew: readonly Role[] },
): Promise<MemberRow> {
  const facts = {
    name: profile.name,
    locale: profile.locale,
    zone: profile.zone,
    kind: profile.kind,
    active: profile.active,
    seenAt: how.now,
  };
  const row = await db.member.upsert({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId: profile.slackUserId } },
    create: { workspaceId, slackUserId: profile.slackUserId, roles: [...how.rolesIfNew], createdAt: how.now, ...facts },
    update: facts,
    select: memberColumns,
  });
  return asMember(row);
}

/** Changes what Dossier itself keeps of a member. */
export async function updateMember(
  db: Db,
  id: string,
  change: { roles?: readonly Role[]; teamId?: string | null; askedAt?: Date | null; languageOverride?: string | null },
): Promise<void> {
  const { roles: given, ...rest } = change;
  await db.member.updateMany({ where: { id }, data: { ...rest, ...(given && { roles: [...given] }) } });
}

/** Slack ids of the administrators who can act: active full members. */
export async function administrators(db: Db): Promise<readonly string[]> {
  const rows = await db.member.findMany({
    where: { roles: { has: 'administrator' }, active: true, kind: 'full' },
    select: { slackUserId: true },
  });
  return rows.map((row) => row.slackUserId);
}

/** Our ids of everybody who is not deactivated. */
export async function activeMembers(db: Db): Promise<readonly string[]> {
  const rows = await db.member.findMany({ where: { active: true, kind: 'full' }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Our ids of a team's people, deactivated ones too: what they left undone is the team's. */
export async function membersOfTeams(db: Db, teamIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.member.findMany({ where: { teamId: { in: [...teamIds] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

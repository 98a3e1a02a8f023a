import type { Db } from '../db/work.ts';
import type { TeamRow } from './member.ts';

/** All teams by name. */
export function allTeams(db: Db): Promise<TeamRow[]> {
  return db.team.findMany({ select: { id: true, name: true, leadId: true }, orderBy: { name: 'asc' } });
}

/** A team by id, or null when this workspace has none. */
export function findTeam(db: Db, id: string): Promise<TeamRow | null> {
  return db.team.findFirst({ where: { id }, select: { id: true, name: true, leadId: true } });
}

/** Makes a team, or gives an existing one of that name its new lead. Returns its id and the lead it had. */
export async function saveTeam(
  db: Db,
  workspaceId: string,
  { name, leadId }: { name: string; leadId: string | null },
): Promise<{ id: string; before: TeamRow | null }> {
  const before = await db.team.findFirst({
    where: { name },
    select: { id: true, name: true, leadId: true },
  });
  if (before) {
    await db.team.updateMany({ where: { id: before.id }, data: { leadId } });
    return { id: before.id, before };
  }
  const made = await db.team.create({ data: { workspaceId, name, leadId }, select: { id: true } });
  return { id: made.id, before: null };
}

/** Writes down that these members, by our ids, are in a team now. */
export async function putInTeam(db: Db, memberIds: readonly string[], teamId: string): Promise<void> {
  await db.member.updateMany({ where: { id: { in: [...memberIds] } }, data: { teamId } });
}

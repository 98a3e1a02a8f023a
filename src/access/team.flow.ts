import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { lockMembers, membersById } from './member.store.ts';
import type { MemberRow } from './member.ts';
import { authorise } from './policy.ts';
import { putInTeam, saveTeam } from './team.store.ts';

export type Arranged =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problem: 'not-a-colleague' };

/** Makes a team, or gives an existing one of that name its new lead, and puts people in it: the lead as well. */
export async function arrangeTeam(
  work: Work,
  team: { name: string; leadId: string | null; memberIds: readonly string[] },
): Promise<Arranged> {
  authorise(work.actor, 'people.manage');
  const ids = [...new Set(team.leadId ? [...team.memberIds, team.leadId] : team.memberIds)];
  await lockMembers(work.db, ids);
  const members = await membersById(work.db, ids);
  if (members.length < ids.length || members.some((member) => member.kind !== 'full'))
    return { ok: false, problem: 'not-a-colleague' };
  const { id, before } = await saveTeam(work.db, work.actor.workspaceId, team);
  await record(work, {
    verb: 'team.changed',
    subject: 'team',
    subjectId: id,
    changes: {
      name: { from: before?.name ?? null, to: team.name },
      lead: { from: before?.leadId ?? null, to: team.leadId },
    },
  });
  await moveToTeam(work, members, id);
  return { ok: true, id };
}

/** Puts people in a team, with an entry for each who was not in it yet. */
export async function moveToTeam(work: Work, members: readonly MemberRow[], teamId: string): Promise<void> {
  authorise(work.actor, 'people.manage');
  const moved = members.filter((member) => member.teamId !== teamId);
  await putInTeam(
    work.db,
    moved.map(({ id }) => id),
    teamId,
  );
  for (const { id, teamId: from } of moved) {
    const changes = { team: { from, to: teamId } };
    await record(work, { verb: 'roles.changed', subject: 'member', subjectId: id, changes });
  }
}

import type { Work } from '../db/work.ts';

/** A colleague who can be given a task. */
export interface Assignee {
  readonly id: string;
  /** IANA zone. */
  readonly zone: string;
}

/**
 * A colleague to whom a task can be given, by our id: active, of the company itself, and with a role in which they could do
 * it. Null for everybody else.
 */
export async function findAssignee({ db, actor }: Work, memberId: string): Promise<Assignee | null> {
  if (memberId === actor.memberId) return { id: memberId, zone: actor.zone };
  const row = await db.member.findFirst({
    where: { id: memberId, kind: 'full', active: true },
    select: { id: true, zone: true, roles: true },
  });
  return row?.roles.some((role) => role !== 'viewer') ? { id: row.id, zone: row.zone } : null;
}

import type { Work } from '../db/work.ts';

const place = 'Draft.line';

/** A line that was typed and is saved nowhere else yet. */
export interface Draft {
  readonly id: string;
  readonly line: string;
  readonly at: Date;
}

/** Keeps a typed line for the acting person; returns the draft's id. */
export async function keepDraft(work: Work, line: string): Promise<string> {
  const { id } = await work.db.draft.create({
    data: {
      workspaceId: work.actor.workspaceId,
      memberId: work.actor.memberId,
      lineSealed: work.vault.seal(line, place),
      state: 'open',
      at: work.now,
    },
    select: { id: true },
  });
  return id;
}

/** The acting person's open drafts, newest first. */
export async function openDrafts(work: Work, limit: number): Promise<readonly Draft[]> {
  const rows = await work.db.draft.findMany({
    where: { memberId: work.actor.memberId, state: 'open' },
    orderBy: { at: 'desc' },
    take: limit,
    select: { id: true, lineSealed: true, at: true },
  });
  return rows.map(({ id, at, lineSealed }) => ({ id, at, line: work.vault.open(lineSealed, place) }));
}

/** Puts a draft away, as used or as not wanted; only its writer can. */
export async function settleDraft(work: Work, id: string, state: 'used' | 'dropped'): Promise<boolean> {
  const { count } = await work.db.draft.updateMany({
    where: { id, memberId: work.actor.memberId, state: 'open' },
    data: { state },
  });
  return count === 1;
}

import { randomBytes } from 'node:crypto';
import type { Work } from '../db/work.ts';
import { newId } from '../lib/id.ts';
import type { Draft } from './draft.ts';

/** Binds a sealed line to its row. */
const linePlace = (id: string): string => `Draft.line:${id}`;

/** Keeps a typed line for the acting person; returns the draft's id. */
export async function keepDraft(work: Work, line: string): Promise<string> {
  const id = newId(work.now, randomBytes(10));
  await work.db.draft.createMany({
    data: {
      id,
      workspaceId: work.actor.workspaceId,
      memberId: work.actor.memberId,
      lineSealed: work.vault.seal(line, linePlace(id)),
      state: 'open',
      at: work.now,
    },
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
  return rows.map(({ id, at, lineSealed }) => ({ id, at, line: work.vault.open(lineSealed, linePlace(id)) }));
}

/** One of the acting person's open drafts, or null; nobody else can settle it until this transaction ends. */
export async function lockDraft(work: Work, id: string): Promise<Draft | null> {
  await work.db.$queryRaw`SELECT 1 FROM "Draft" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await work.db.draft.findFirst({
    where: { id, memberId: work.actor.memberId, state: 'open' },
    select: { id: true, lineSealed: true, at: true },
  });
  return row && { id: row.id, at: row.at, line: work.vault.open(row.lineSealed, linePlace(id)) };
}

/** Puts a draft away, as used or as not wanted; only its writer can. */
export async function settleDraft(work: Work, id: string, state: 'used' | 'dropped'): Promise<boolean> {
  const { count } = await work.db.draft.updateMany({
    where: { id, memberId: work.actor.memberId, state: 'open' },
    data: { state },
  });
  return count === 1;
}

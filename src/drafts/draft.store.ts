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

/**
 * As `keepDraft`, for a line that is worked on at once. Its commit does not wait for the disk: the one of the answer does,
 * and with it everything that was committed before.
 */
export async function keepDraftForNow(work: Work, line: string): Promise<string> {
  const id = newId(work.now, randomBytes(10));
  const { workspaceId, memberId } = work.actor;
  await work.db.$executeRaw`
    INSERT INTO "Draft" (id, "workspaceId", "memberId", "lineSealed", state, at)
    SELECT ${id}::uuid, ${workspaceId}::uuid, ${memberId}::uuid, ${work.vault.seal(line, linePlace(id))}, 'open',
      ${work.now}::timestamptz
    FROM set_config('synchronous_commit', 'off', true)`;
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
export async function lockDraft({ db, vault, actor }: Work, id: string): Promise<Draft | null> {
  const [row] = await db.$queryRaw<{ id: string; lineSealed: string; at: Date }[]>`
    SELECT id, "lineSealed", at FROM "Draft"
    WHERE id = ${id}::uuid AND "memberId" = ${actor.memberId}::uuid AND state = 'open' FOR UPDATE`;
  return row ? { id: row.id, at: row.at, line: vault.open(row.lineSealed, linePlace(id)) } : null;
}

/** Puts a draft away, as used or as not wanted; only its writer can. */
export async function settleDraft(work: Work, id: string, state: 'used' | 'dropped'): Promise<boolean> {
  const { count } = await work.db.draft.updateMany({
    where: { id, memberId: work.actor.memberId, state: 'open' },
    data: { state },
  });
  return count === 1;
}

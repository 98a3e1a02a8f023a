import type { Db, Work } from '../db/work.ts';
import { interactionColumns, interactionOf } from './interaction.store.ts';
import type { Interaction } from './interaction.ts';

/** All of an account's talks, those that were taken back too: the audit's entries are found by them. */
export async function interactionIdsOf(db: Db, accountId: string): Promise<readonly string[]> {
  return (await db.interaction.findMany({ where: { accountId }, select: { id: true } })).map(({ id }) => id);
}

/** Interactions by id, those that were taken back too. */
export async function interactionsById(
  { db, vault }: Pick<Work, 'db' | 'vault'>,
  ids: readonly string[],
): Promise<readonly Interaction[]> {
  const rows = await db.interaction.findMany({ where: { id: { in: [...ids] } }, select: interactionColumns });
  return rows.map((row) => interactionOf(row, vault));
}

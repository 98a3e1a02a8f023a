import type { Db } from '../db/work.ts';

/** Who somebody is at an account, without the ways to reach them. */
export interface ContactName {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly title: string | null;
  /** ISO day. */
  readonly leftOn: string | null;
}

/** The people of these accounts by name: only for a query or flow that has asked the policy (`contact.read`). */
export async function contactNamesOf(db: Db, accountIds: readonly string[]): Promise<readonly ContactName[]> {
  if (accountIds.length === 0) return [];
  const rows = await db.contact.findMany({
    where: { accountId: { in: [...accountIds] } },
    orderBy: { id: 'asc' },
    select: { id: true, accountId: true, name: true, title: true, leftOn: true },
  });
  return rows.map((row) => ({ ...row, leftOn: row.leftOn?.toISOString().slice(0, 10) ?? null }));
}

import type { Db } from '../db/work.ts';
import type { NamedAccount } from '../search/named-account.ts';

/** Two are as many as twenty: which one is meant has to be asked. */
const told = 5;

/** The accounts in use whose files are linked to a Slack channel: mostly one. */
export async function accountsOfChannel(db: Db, channelId: string): Promise<readonly NamedAccount[]> {
  const rows = await db.account.findMany({
    where: { channelId, archivedAt: null, mergedIntoId: null },
    orderBy: { id: 'asc' },
    take: told,
    select: {
      id: true,
      number: true,
      name: true,
      city: true,
      ownerId: true,
      deputyId: true,
      teamId: true,
      owner: { select: { name: true } },
    },
  });
  return rows.map(({ owner, ...row }) => ({ ...row, ownerName: owner?.name ?? null }));
}

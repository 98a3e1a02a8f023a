import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import type { AccountLine, Page } from './account-line.ts';

const lineColumns = {
  id: true,
  number: true,
  name: true,
  city: true,
  tierKey: true,
  contractEnd: true,
} as const satisfies Record<keyof AccountLine, true>;
const inUse = { archivedAt: null, mergedIntoId: null };

/**
 * A page of the acting person's own accounts, oldest file first. Paged by key: page 50 costs what page 1 costs, however
 * many accounts there are.
 */
export async function myAccounts(work: Work, after: string | null, size: number): Promise<Page> {
  authorise(work.actor, 'account.read');
  const rows = await work.db.account.findMany({
    where: { ownerId: work.actor.memberId, ...inUse, ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: size + 1,
    select: lineColumns,
  });
  const lines = rows.slice(0, size);
  return { lines, next: rows.length > size ? (lines.at(-1)?.id ?? null) : null };
}

/** How many accounts are the acting person's own. */
export async function countMine(work: Work): Promise<number> {
  authorise(work.actor, 'account.read');
  return work.db.account.count({ where: { ownerId: work.actor.memberId, ...inUse } });
}

/** The accounts that the acting person opened last, newest first. */
export async function recentAccounts(work: Work, size: number): Promise<readonly AccountLine[]> {
  authorise(work.actor, 'account.read');
  const visits = await work.db.visit.findMany({
    where: { memberId: work.actor.memberId, account: inUse },
    orderBy: { at: 'desc' },
    take: size,
    select: { account: { select: lineColumns } },
  });
  return visits.map((visit) => visit.account);
}

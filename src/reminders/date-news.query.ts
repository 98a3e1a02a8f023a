import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import type { AccountDates } from './date-news.ts';

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** The contracts' days of the acting person's accounts, and of those for whom they stand in today; not of former customers. */
export async function myContractDates({ db, actor }: Work): Promise<readonly AccountDates[]> {
  authorise(actor, 'account.read');
  const rows = await db.account.findMany({
    where: {
      ownerId: { in: [actor.memberId, ...actor.standsInFor] },
      archivedAt: null,
      mergedIntoId: null,
      AND: [
        { OR: [{ stageKey: null }, { stageKey: { not: 'former' } }] },
        { OR: [{ contractStart: { not: null } }, { contractEnd: { not: null } }, { noticeOn: { not: null } }] },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, contractStart: true, contractEnd: true, noticeOn: true },
  });
  return rows.map(({ id, name, ...dates }) => ({
    id,
    name,
    contractStart: dayOf(dates.contractStart),
    contractEnd: dayOf(dates.contractEnd),
    noticeOn: dayOf(dates.noticeOn),
  }));
}

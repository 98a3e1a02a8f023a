import type { Work } from '../db/work.ts';
import { type Colleague, colleagues } from './colleague.store.ts';
import type { Handover } from './handover.ts';
import type { Moved } from './move.store.ts';
import type { HandoverLine, News, Party } from './news.ts';

/** How many accounts a message names. */
const named = 10;

/** What has become of a handover, with the names around it. `moved`: only those accounts, and what stayed. */
export async function newsOf(work: Work, handover: Handover, moved?: Moved): Promise<News> {
  const { items, askedById, toId, decidedById } = handover;
  const accountIds = moved?.accountIds ?? items.map(({ accountId }) => accountId);
  const about = new Set(accountIds);
  const counts = new Map<string, number>();
  for (const { accountId, fromOwnerId } of items)
    if (fromOwnerId !== null && about.has(accountId)) counts.set(fromOwnerId, (counts.get(fromOwnerId) ?? 0) + 1);
  const ownerIds = [...counts.keys()];
  const people = await colleagues(work, [askedById, toId, ...(decidedById ? [decidedById] : []), ...ownerIds]);
  const party = (id: string): Party => partyOf(people, id);
  const left = moved?.left ?? [];
  const lines = await linesOf(work, accountIds.slice(0, named));
  const leftLines = await linesOf(
    work,
    left.slice(0, named).map(({ accountId }) => accountId),
  );
  return {
    handoverId: handover.id,
    state: handover.state,
    asker: party(askedById),
    to: party(toId),
    decider: decidedById === null ? null : party(decidedById),
    owners: [...counts].map(([id, count]) => ({ ...party(id), count })),
    hasNote: handover.note !== null,
    startsOn: handover.startsOn,
    count: accountIds.length,
    lines,
    taskCount: moved?.taskCount ?? 0,
    leftCount: left.length,
    left: left.flatMap(({ accountId, why }) => {
      const line = leftLines.find(({ id }) => id === accountId);
      return line ? [{ name: line.name, why }] : [];
    }),
  };
}

function partyOf(people: readonly Colleague[], id: string): Party {
  const found = people.find(({ memberId }) => memberId === id);
  if (!found) throw new Error('a handover names a member who is not there');
  const { memberId, name, slackUserId, language, active } = found;
  return { memberId, name, slackUserId, language, active };
}

/** Accounts by id, in the order of their ids. */
export async function linesOf({ db }: Work, ids: readonly string[]): Promise<readonly HandoverLine[]> {
  if (ids.length === 0) return [];
  return db.account.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: { id: true, number: true, name: true, city: true },
  });
}

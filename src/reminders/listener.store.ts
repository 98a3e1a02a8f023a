import type { Db } from '../db/work.ts';
import type { Listener } from './morning.ts';
import { settingsFrom } from './settings.store.ts';

/** Everybody who works here and may be told something unasked. */
export async function listeners(db: Db): Promise<readonly Listener[]> {
  const rows = await db.member.findMany({
    where: { active: true, kind: 'full', NOT: { roles: { isEmpty: true } } },
    select: {
      id: true,
      slackUserId: true,
      zone: true,
      awayUntil: true,
      leads: { select: { id: true }, take: 1 },
      reminders: true,
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, leads, reminders, awayUntil, ...row }) => ({
    ...row,
    memberId: id,
    isLead: leads.length > 0,
    awayUntil: awayUntil?.toISOString().slice(0, 10) ?? null,
    settings: settingsFrom(reminders),
  }));
}

/** Those of these keys under which something stands in the outbox already. */
export async function saidKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.outbox.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** The day of the last morning message that each of these people had, or would have had if there had been something to say. */
export async function lastMornings(db: Db, slackUserIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ target: string; day: string }[]>`
    SELECT target, max(refs ->> 'day') AS day FROM "Outbox"
    WHERE target = ANY (${[...slackUserIds]}) AND kind = 'morning' AND state NOT IN ('dropped', 'dead') GROUP BY target`;
  return new Map(rows.map(({ target, day }) => [target, day]));
}

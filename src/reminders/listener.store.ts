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

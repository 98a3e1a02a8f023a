import { z } from 'zod';
import type { Db } from '../db/work.ts';
import { immediates, type Settings, usualSettings } from './settings.ts';

const row = z.object({
  off: z.boolean(),
  morningAt: z.string().nullable(),
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  calendar: z.enum(['china', 'weekend']).nullable(),
  atOnce: z.array(z.enum(immediates)),
});

/** A row as settings; what is usual without one. */
export function settingsFrom(stored: unknown): Settings {
  if (stored === null || stored === undefined) return usualSettings;
  const { quietFrom, quietUntil, ...rest } = row.parse(stored);
  const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
  return { ...rest, quiet };
}

/** What a person wants to hear unasked, and when. */
export const findSettings = async (db: Db, memberId: string): Promise<Settings> =>
  settingsFrom(await db.reminderSettings.findFirst({ where: { memberId } }));

/** Writes what a person wants. */
export async function saveSettings(
  db: Db,
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  { quiet, atOnce, ...rest }: Settings,
): Promise<void> {
  const columns = { ...rest, quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null, atOnce: [...atOnce] };
  await db.reminderSettings.upsert({
    where: { workspaceId_memberId: { workspaceId, memberId } },
    create: { workspaceId, memberId, ...columns },
    update: columns,
  });
}

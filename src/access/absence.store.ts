import type { Db } from '../db/work.ts';
import type { Absences } from './absence.ts';
import { isAwayOn } from './absence.ts';

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** What a person has set themselves: when they are away, and in which language they read. */
export interface OwnSettings extends Absences {
  readonly languageOverride: string | null;
}

/** A person's own settings and those for whom they stand in, in one round trip. `today` is the person's own day. */
export async function ownSettings(
  db: Db,
  me: { readonly memberId: string; readonly standsInFor: readonly string[]; readonly today: string },
): Promise<OwnSettings> {
  const rows = await db.member.findMany({
    where: { id: { in: [me.memberId, ...me.standsInFor] } },
    select: {
      id: true,
      name: true,
      slackUserId: true,
      languageOverride: true,
      awayUntil: true,
      deputy: { select: { name: true, slackUserId: true } },
    },
    orderBy: [{ awayUntil: 'asc' }, { name: 'asc' }],
  });
  const own = rows.find((row) => row.id === me.memberId);
  const until = dayOf(own?.awayUntil ?? null);
  return {
    languageOverride: own?.languageOverride ?? null,
    mine: isAwayOn(until, me.today) ? { until, deputy: own?.deputy ?? null } : null,
    standsInFor: rows
      .filter((row) => row.id !== me.memberId)
      .map((row) => ({ name: row.name, slackUserId: row.slackUserId, until: dayOf(row.awayUntil) ?? '' })),
  };
}

/** An absence as it is kept: also one that is over. */
export async function keptAbsence(
  db: Db,
  memberId: string,
): Promise<{ readonly until: string | null; readonly deputyId: string | null; readonly zone: string }> {
  const row = await db.member.findFirstOrThrow({
    where: { id: memberId },
    select: { awayUntil: true, deputyId: true, zone: true },
  });
  return { until: dayOf(row.awayUntil), deputyId: row.deputyId, zone: row.zone };
}

/** Notes until when somebody is away and who stands in; nulls: they are back. */
export async function saveAbsence(
  db: Db,
  memberId: string,
  { until, deputyId }: { until: string | null; deputyId: string | null },
): Promise<void> {
  const awayUntil = until === null ? null : new Date(`${until}T00:00:00Z`);
  await db.member.updateMany({ where: { id: memberId }, data: { awayUntil, deputyId } });
}

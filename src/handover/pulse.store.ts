import type { Db, Work } from '../db/work.ts';

/** An account's pulse as it was, as ISO days. */
export interface Pulse {
  readonly accountId: string;
  readonly cadenceFrom: string | null;
  readonly snoozedUntil: string | null;
}

const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** The pulses of these accounts; one that has none is left out. */
export async function pulsesOf(db: Db, accountIds: readonly string[]): Promise<readonly Pulse[]> {
  const rows = await db.$queryRaw<{ accountId: string; cadenceFrom: Date | null; snoozedUntil: Date | null }[]>`
    SELECT "accountId", "cadenceFrom", "snoozedUntil" FROM "AccountPulse"
    WHERE "accountId" = ANY (${[...accountIds]}::uuid[])`;
  return rows.map((row) => ({
    accountId: row.accountId,
    cadenceFrom: day(row.cadenceFrom),
    snoozedUntil: day(row.snoozedUntil),
  }));
}

/** Puts pulses back; a pause that somebody has asked for since stays. */
export async function restorePulses({ db }: Pick<Work, 'db'>, pulses: readonly Pulse[]): Promise<void> {
  await db.$executeRaw`
    UPDATE "AccountPulse" p SET "cadenceFrom" = o."from", "snoozedUntil" = coalesce(p."snoozedUntil", o.until)
    FROM unnest(${pulses.map(({ accountId }) => accountId)}::uuid[], ${pulses.map(({ cadenceFrom }) => cadenceFrom)}::date[],
      ${pulses.map(({ snoozedUntil }) => snoozedUntil)}::date[]) AS o (id, "from", until)
    WHERE p."accountId" = o.id`;
}

import { z } from 'zod';
import { Prisma } from '../db/generated/client.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { type CadenceLine, cadenceOf, type OutOfCadence } from './cadence.ts';

/** Which accounts are asked about; ids are ours, and those of another workspace are nobody's. */
export type CadenceScope =
  | { readonly accountIds: readonly string[] }
  | { readonly ownerIds: readonly string[] }
  | { readonly teamIds: readonly string[] }
  | 'everywhere';

const row = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  ownerSlackUserId: z.string().nullable(),
  standIn: z.string().nullable(),
  lastTwoWayOn: z.string().nullable(),
  cadenceFrom: z.string().nullable(),
  openedOn: z.string(),
  cadenceDays: z.number().nullable(),
  tierDays: z.number().nullable(),
  snoozedUntil: z.string().nullable(),
  snoozedOn: z.string().nullable(),
});
type Row = z.infer<typeof row>;

/**
 * How accounts stand to their rules today, in the reader's zone; those without a rule are left out, and so are archived
 * and merged ones and former customers. One statement, whatever their number.
 */
export async function cadencesOf(work: Work, scope: CadenceScope): Promise<readonly CadenceLine[]> {
  const rows = await work.db.$queryRaw<unknown[]>`SELECT ${shown} FROM (${facts(work, scope)}) f ORDER BY f.id`;
  return rows.flatMap((found) => lineOf(row.parse(found), today(work)) ?? []);
}

/** The accounts that nobody has talked with for too long, longest over first, and how many there are. */
export async function outOf(work: Work, scope: CadenceScope, limit: number): Promise<OutOfCadence> {
  const day = Prisma.sql`${today(work)}::date`;
  const rows = await work.db.$queryRaw<unknown[]>`
    SELECT ${shown}, count(*) OVER ()::int AS count
    FROM (${facts(work, scope, Prisma.sql`AND ${begins(work)} + ${everyDays} < ${day}`)}) f
    WHERE greatest(f."lastTwoWayOn", f.begins) + f."everyDays" < ${day}
      AND NOT coalesce(f."snoozedUntil" > ${day} AND (f."lastTwoWayOn" < f."snoozedOn" OR f."lastTwoWayOn" IS NULL), false)
    ORDER BY greatest(f."lastTwoWayOn", f.begins) + f."everyDays", f.id
    LIMIT ${limit}`;
  const lines = rows.flatMap((found) => lineOf(row.parse(found), today(work)) ?? []);
  return { lines, count: z.object({ count: z.number() }).optional().parse(rows[0])?.count ?? 0 };
}

const shown = Prisma.raw(
  `f.id, f.number, f.name, f."ownerId", f."ownerName", f."ownerSlackUserId", f."standIn",
   f."lastTwoWayOn"::text, f."cadenceFrom"::text, f."openedOn"::text, f."cadenceDays", f."tierDays",
   f."snoozedUntil"::text, f."snoozedOn"::text`,
);

const everyDays = Prisma.sql`coalesce(a."cadenceDays", t."cadenceDays")`;
const openedOn = ({ actor }: Work) => Prisma.sql`(a."createdAt" AT TIME ZONE ${actor.zone})::date`;
const begins = (work: Work) => Prisma.sql`coalesce(p."cadenceFrom", ${openedOn(work)})`;

/** What `cadenceOf` needs of each account. The last contact that counts is looked up by its partial index. */
const facts = (work: Work, scope: CadenceScope, also: Prisma.Sql = Prisma.empty): Prisma.Sql => Prisma.sql`
  SELECT a.id, a.number, a.name, a."ownerId", o.name AS "ownerName", o."slackUserId" AS "ownerSlackUserId",
    d.name AS "standIn", (l.at AT TIME ZONE ${work.actor.zone})::date AS "lastTwoWayOn",
    p."cadenceFrom", ${openedOn(work)} AS "openedOn", ${begins(work)} AS begins,
    a."cadenceDays", t."cadenceDays" AS "tierDays", ${everyDays} AS "everyDays", p."snoozedUntil", p."snoozedOn"
  FROM "Account" a
  LEFT JOIN "AccountPulse" p ON p."workspaceId" = a."workspaceId" AND p."accountId" = a.id
  LEFT JOIN "Option" t ON t."workspaceId" = a."workspaceId" AND t.dimension = 'tier' AND t.key = a."tierKey"
  LEFT JOIN "Member" o ON o."workspaceId" = a."workspaceId" AND o.id = a."ownerId"
  LEFT JOIN "Member" d ON d."workspaceId" = a."workspaceId" AND d.id = o."deputyId"
    AND o."awayUntil" >= (${work.now}::timestamptz AT TIME ZONE o.zone)::date
  LEFT JOIN LATERAL (
    SELECT i.at FROM "Interaction" i
    WHERE i."workspaceId" = a."workspaceId" AND i."accountId" = a.id AND i."twoWay" AND i."deletedAt" IS NULL
    ORDER BY i.at DESC LIMIT 1
  ) l ON true
  WHERE a."archivedAt" IS NULL AND a."mergedIntoId" IS NULL AND a."stageKey" IS DISTINCT FROM 'former'
    AND ${everyDays} IS NOT NULL ${within(scope)} ${also}`;

function within(scope: CadenceScope): Prisma.Sql {
  if (scope === 'everywhere') return Prisma.empty;
  if ('accountIds' in scope) return Prisma.sql`AND a.id = ANY (${[...scope.accountIds]}::uuid[])`;
  if ('ownerIds' in scope) return Prisma.sql`AND a."ownerId" = ANY (${[...scope.ownerIds]}::uuid[])`;
  return Prisma.sql`AND a."teamId" = ANY (${[...scope.teamIds]}::uuid[])`;
}

const today = ({ now, actor }: Work): string => dayIn(now, actor.zone);

function lineOf(found: Row, day: string): CadenceLine | null {
  const { snoozedUntil, snoozedOn, ownerId, ownerName, ownerSlackUserId } = found;
  const snooze = snoozedUntil !== null && snoozedOn !== null ? { until: snoozedUntil, on: snoozedOn } : null;
  const cadence = cadenceOf({ ...found, snooze }, day);
  if (cadence === null) return null;
  return {
    account: { id: found.id, number: found.number, name: found.name },
    owner:
      ownerId === null
        ? null
        : { memberId: ownerId, name: ownerName ?? '', slackUserId: ownerSlackUserId ?? '', standIn: found.standIn },
    lastTwoWayOn: found.lastTwoWayOn,
    cadence,
  };
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date | null | undefined): string | null => date?.toISOString().slice(0, 10) ?? null;

/**
 * Lets the cadences of accounts begin on a day each: what was silent before it counts no longer, and pauses end. For
 * imports and handovers; the caller has locked the accounts.
 */
export async function startCadences(
  work: Work,
  starts: readonly { readonly accountId: string; readonly from: string }[],
): Promise<void> {
  await work.db.$executeRaw`
    INSERT INTO "AccountPulse" ("workspaceId", "accountId", "cadenceFrom")
    SELECT ${work.actor.workspaceId}::uuid, s.id, s.day
    FROM unnest(${starts.map((start) => start.accountId)}::uuid[], ${starts.map((start) => start.from)}::date[]) AS s (id, day)
    ON CONFLICT ("workspaceId", "accountId") DO UPDATE SET "cadenceFrom" = excluded."cadenceFrom", "snoozedUntil" = NULL`;
}

/** A pause as it is kept, also one that is over: until which day, and on which day it was asked for. */
interface Pause {
  readonly until: string | null;
  readonly on: string | null;
}

/** The pause of an account, whether or not it holds today. */
export async function pauseOf(work: Work, accountId: string): Promise<Pause> {
  const found = await work.db.accountPulse.findFirst({
    where: { accountId },
    select: { snoozedUntil: true, snoozedOn: true },
  });
  return { until: dayOf(found?.snoozedUntil), on: dayOf(found?.snoozedOn) };
}

/** Pauses an account until a day, as of today; null ends the pause. */
export async function setPause(work: Work, accountId: string, until: string | null): Promise<void> {
  const pause = { snoozedUntil: until === null ? null : midnight(until), snoozedOn: midnight(today(work)) };
  const { workspaceId } = work.actor;
  await work.db.accountPulse.upsert({
    where: { workspaceId_accountId: { workspaceId, accountId } },
    create: { workspaceId, accountId, ...pause },
    update: pause,
  });
}

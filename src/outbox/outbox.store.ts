import { randomBytes } from 'node:crypto';
import { Prisma } from '../db/generated/client.ts';
import type { Db, Work } from '../db/work.ts';
import { newId } from '../lib/id.ts';
import type { NewNotice } from './notice.ts';
import { leaseSeconds, type Settlement, targetRestSeconds } from './outbox.ts';

/** A notice that this process has taken up. `fence` is its right to settle it. */
export interface ClaimedNotice {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly refs: unknown;
  readonly target: string;
  readonly attempts: number;
  /** How often it was looked for in vain since it was last tried. */
  readonly looks: number;
  readonly fence: number;
  /** It may stand in Slack already: an answer got lost, or the process before died while it sent. */
  readonly mayBeThere: boolean;
  /** Since when it may stand there, by the database's clock. */
  readonly triedAt: Date;
  /** Nobody could find out whether it arrived, and this kind is said again all the same. */
  readonly isRepeat: boolean;
  /** Where it stands in Slack, to be put right there; null when it is still to be said. */
  readonly channelId: string | null;
  readonly postedTs: string | null;
}

/** Puts a notice into the outbox with the change that causes it; one whose key is there already is not said again. */
export const enqueue = ({ db, now, actor }: Pick<Work, 'db' | 'now' | 'actor'>, notice: NewNotice): Promise<void> =>
  enqueueIn(db, actor.workspaceId, now, notice);

/** As `enqueue`, where nobody acts; several in one statement. */
export async function enqueueIn(
  db: Db,
  workspaceId: string,
  now: Date,
  ...notices: readonly NewNotice[]
): Promise<void> {
  await db.outbox.createMany({
    data: notices.map((notice) => ({
      id: newId(now, randomBytes(10)),
      workspaceId,
      key: notice.key,
      kind: notice.kind,
      refs: notice.refs,
      target: notice.target,
      about: notice.about ?? null,
      state: 'waiting',
      dueAt: notice.dueAt ?? now,
      expiresAt: notice.expiresAt ?? null,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
}

/** Messages that tell of one of these have become stale: each is put right where it stands, once this transaction is through. */
export const retell = (
  { db, now, actor }: Pick<Work, 'db' | 'now' | 'actor'>,
  ids: readonly string[],
): Promise<number> => retellIn(db, actor.workspaceId, now, ids);

/** As `retell`, where nobody acts. Locked in one order, so that nobody waits in a circle. */
export const retellIn = (
  db: Db,
  workspaceId: string,
  now: Date,
  ids: readonly string[],
): Promise<number> => db.$executeRaw`
  UPDATE "Outbox" o SET "isStale" = true, state = CASE WHEN o."settledAt" IS NULL THEN o.state ELSE 'waiting' END,
    attempts = CASE WHEN o."settledAt" IS NULL THEN o.attempts ELSE 0 END,
    "dueAt" = CASE WHEN o."settledAt" IS NULL THEN o."dueAt" ELSE ${now} END, "settledAt" = NULL
  FROM (
    SELECT id FROM "Outbox" WHERE "workspaceId" = ${workspaceId}::uuid AND about = ANY (${[...ids]}::uuid[])
      AND (state IN ('sending', 'unknown') AND "settledAt" IS NULL OR state = 'delivered')
    ORDER BY id FOR UPDATE) those
  WHERE o.id = those.id`;

/**
 * Takes up the next notice that may be said now, or null. One process at a time has it; conversations are kept in order,
 * unless the one before rests for a fault of its own; and each is left alone as long as Slack asks. Materialised: a subquery
 * may be run again for every row that it is joined with, and would lock another one each time.
 */
export async function claimNotice(db: Db, workspaceId: string, now: Date): Promise<ClaimedNotice | null> {
  const [row] = await db.$queryRaw<ClaimedNotice[]>`
    WITH next AS MATERIALIZED (
      SELECT n.id, n.state AS was, n.problem AS was_for FROM "Outbox" n
      WHERE n."workspaceId" = ${workspaceId}::uuid AND n."settledAt" IS NULL AND n."dueAt" <= ${now}
        AND (n."leaseUntil" IS NULL OR n."leaseUntil" < now()) AND (n."notBefore" IS NULL OR n."notBefore" <= now())
        AND NOT EXISTS (SELECT 1 FROM "Installation" i WHERE i."workspaceId" = n."workspaceId" AND i."pausedAt" IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM "OutboxTarget" t
          WHERE t."workspaceId" = n."workspaceId" AND t.target = n.target AND t."notBefore" > now())
        AND NOT EXISTS (SELECT 1 FROM "Outbox" e
          WHERE e."workspaceId" = n."workspaceId" AND e.target = n.target AND e."settledAt" IS NULL
            AND (e."dueAt", e.id) < (n."dueAt", n.id)
            AND NOT (e.state = 'waiting' AND e."notBefore" IS NOT NULL AND e."notBefore" > now()))
      ORDER BY n."dueAt", n.id LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE "Outbox" o SET
      state = 'sending', attempts = o.attempts + 1, fence = o.fence + 1,
      -- One that is only looked for is not put into words.
      "isStale" = o."isStale" AND o."postedTs" IS NULL AND next.was IN ('sending', 'unknown'),
      "leaseUntil" = now() + ${leaseSeconds} * interval '1 second', "triedAt" = coalesce(o."triedAt", now())
    FROM next
    WHERE o.id = next.id
    RETURNING o.id, o.key, o.kind, o.refs, o.target, o.attempts, o.looks, o.fence, o."triedAt", o."channelId", o."postedTs",
      next.was IN ('sending', 'unknown') AS "mayBeThere", next.was_for = 'cannot-look' AS "isRepeat"`;
  return row ?? null;
}

/** Writes what became of a claimed notice; false when somebody else has claimed it since. */
export async function settleNotice(
  db: Db,
  workspaceId: string,
  claimed: ClaimedNotice,
  settled: Settlement,
): Promise<boolean> {
  const { state, problem, channelId, ts, rest, looks, isOver } = columnsOf(claimed, settled);
  const isLast = settled.state === 'delivered' && (settled.isLast ?? false);
  // Delivered, and stale by now: what it tells of changed while it was under way.
  const isBehind = Prisma.sql`(${state} = 'delivered' AND "isStale")`;
  const count = await db.$executeRaw`
    UPDATE "Outbox" SET state = CASE WHEN ${isBehind} THEN 'waiting' ELSE ${state} END, problem = ${problem},
      "channelId" = coalesce(${channelId}, "channelId"), "postedTs" = coalesce(${ts}, "postedTs"),
      about = CASE WHEN ${isLast} THEN NULL ELSE about END, looks = ${looks}, "leaseUntil" = NULL, "notBefore" = CASE WHEN ${rest} > 0 THEN now() + ${rest} * interval '1 second' END,
      "triedAt" = CASE WHEN ${state} = 'waiting' THEN NULL ELSE "triedAt" END,
      "settledAt" = CASE WHEN ${isOver} AND NOT ${isBehind} THEN now() END
    WHERE id = ${claimed.id}::uuid AND fence = ${claimed.fence} AND state = 'sending'`;
  if (count === 0) return false;
  if (settled.state === 'paused') await pause(db, workspaceId, settled.problem);
  const targetRest = settled.state === 'waiting' ? settled.targetRest : targetRestSeconds;
  if (targetRest > 0) await restTarget(db, workspaceId, claimed.target, targetRest);
  return true;
}

function columnsOf(claimed: ClaimedNotice, settled: Settlement) {
  const nothing = { problem: null, channelId: null, ts: null, rest: 0, looks: claimed.looks, isOver: true };
  switch (settled.state) {
    case 'delivered':
      return { ...nothing, state: 'delivered', channelId: settled.channelId, ts: settled.ts };
    case 'waiting':
      return { ...nothing, state: 'waiting', problem: settled.problem, rest: settled.rest, looks: 0, isOver: false };
    case 'paused':
      return { ...nothing, state: 'waiting', problem: settled.problem, isOver: false };
    case 'unknown':
      return {
        ...nothing,
        state: 'unknown',
        problem: settled.problem,
        rest: settled.rest,
        looks: claimed.looks + (settled.problem === 'not-there' ? 1 : 0),
        isOver: false,
      };
    case 'left':
      return { ...nothing, state: 'unknown', problem: settled.problem };
    default:
      return { ...nothing, state: settled.state, problem: settled.problem };
  }
}

/** A conversation is left alone for so many seconds; never for less than was asked before. */
const restTarget = (db: Db, workspaceId: string, target: string, seconds: number): Promise<number> => db.$executeRaw`
  INSERT INTO "OutboxTarget" AS t ("workspaceId", target, "notBefore")
  VALUES (${workspaceId}::uuid, ${target}, now() + ${seconds} * interval '1 second')
  ON CONFLICT ("workspaceId", target) DO UPDATE SET "notBefore" = greatest(t."notBefore", excluded."notBefore")`;

const pause = (db: Db, workspaceId: string, code: string): Promise<number> => db.$executeRaw`
  INSERT INTO "Installation" AS i ("workspaceId", "pausedAt", "pausedFor") VALUES (${workspaceId}::uuid, now(), ${code})
  ON CONFLICT ("workspaceId") DO UPDATE SET "pausedAt" = coalesce(i."pausedAt", now()), "pausedFor" = excluded."pausedFor"`;

/** Slack takes the token again: what waited goes on. */
export async function resume(db: Db): Promise<void> {
  await db.installation.updateMany({ data: { pausedAt: null, pausedFor: null } });
}

/** Lets go of what nobody needs to hear any more. Gives how many. */
export const dropExpired = (db: Db, workspaceId: string, now: Date): Promise<number> => db.$executeRaw`
  UPDATE "Outbox" SET state = 'dropped', problem = 'expired', "settledAt" = now()
  WHERE "workspaceId" = ${workspaceId}::uuid AND "settledAt" IS NULL AND "expiresAt" < ${now}
    AND state = 'waiting' AND "postedTs" IS NULL`;

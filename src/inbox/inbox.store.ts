import { randomUUID } from 'node:crypto';
import type { Db } from '../db/work.ts';
import { leaseSeconds, maxAttempts, restSeconds } from './inbox.ts';

/** An event that this process works off now. `attempts` is its fence: a later claim has a higher one. */
export interface Claim {
  readonly id: string;
  readonly attempts: number;
}

/**
 * Keeps an event and claims it, counting the attempt before it is made. Null where it is done, dead, or being worked off
 * by somebody whose lease is alive. Leases use the database's clock alone.
 */
export async function keepAndClaim(
  db: Db,
  event: { workspaceId: string; key: string; payloadSealed: string },
): Promise<Claim | null> {
  const [claim] = await db.$queryRaw<Claim[]>`
    INSERT INTO "Inbox" AS kept (id, "workspaceId", key, "payloadSealed", state, attempts, "leaseUntil", at)
    VALUES (${randomUUID()}::uuid, ${event.workspaceId}::uuid, ${event.key}, ${event.payloadSealed}, 'received', 1,
      now() + ${leaseSeconds} * interval '1 second', now())
    ON CONFLICT ("workspaceId", key) DO UPDATE
    SET state = 'received', attempts = kept.attempts + 1, "leaseUntil" = excluded."leaseUntil"
    WHERE kept.attempts < ${maxAttempts}
      AND (kept.state = 'failed' OR (kept.state = 'received' AND kept."leaseUntil" < now()))
    RETURNING kept.id, kept.attempts`;
  return claim ?? null;
}

/** Claims the longest-waiting event whose lease or rest is over; several processes may ask at once. */
export async function claimLapsed(
  db: Db,
  workspaceId: string,
): Promise<(Claim & { key: string; payloadSealed: string }) | null> {
  const [claim] = await db.$queryRaw<(Claim & { key: string; payloadSealed: string })[]>`
    UPDATE "Inbox" SET state = 'received', attempts = attempts + 1, "leaseUntil" = now() + ${leaseSeconds} * interval '1 second'
    WHERE id = (
      SELECT id FROM "Inbox"
      WHERE "workspaceId" = ${workspaceId}::uuid AND state IN ('received', 'failed') AND "leaseUntil" < now()
        AND attempts < ${maxAttempts} AND "payloadSealed" IS NOT NULL
      ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, attempts, key, "payloadSealed"`;
  return claim ?? null;
}

/** A sign of life: the attempt goes on, and nobody else is to take it up. */
export const renewLease = (db: Db, { id, attempts }: Claim): Promise<number> => db.$executeRaw`
  UPDATE "Inbox" SET "leaseUntil" = now() + ${leaseSeconds} * interval '1 second'
  WHERE id = ${id}::uuid AND attempts = ${attempts} AND state = 'received'`;

/** The event is worked off: its payload is no longer needed. */
export async function settleDone(db: Db, { id, attempts }: Claim): Promise<void> {
  await db.inbox.updateMany({
    where: { id, attempts, state: 'received' },
    data: { state: 'done', payloadSealed: null, leaseUntil: null },
  });
}

/** The attempt failed: the event rests, or is dead after its last one. Gives the state it is in now. */
export async function settleFailed(db: Db, { id, attempts }: Claim): Promise<'failed' | 'dead'> {
  const state = attempts < maxAttempts ? 'failed' : 'dead';
  await db.$executeRaw`
    UPDATE "Inbox" SET state = ${state}, "leaseUntil" = now() + ${restSeconds(attempts)} * interval '1 second'
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state = 'received'`;
  return state;
}

/** Buries the events whose last attempt was never finished (it took the process with it). Gives their ids. */
export async function buryLapsed(db: Db, workspaceId: string): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE "Inbox" SET state = 'dead'
    WHERE "workspaceId" = ${workspaceId}::uuid AND state IN ('received', 'failed') AND "leaseUntil" < now()
      AND attempts >= ${maxAttempts}
    RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Deletes what was done a month ago: neither Slack nor a person can send it again. Gives how many rows went. */
export const forgetDone = (db: Db, workspaceId: string): Promise<number> => db.$executeRaw`
  DELETE FROM "Inbox" WHERE "workspaceId" = ${workspaceId}::uuid AND state = 'done' AND at < now() - interval '30 days'`;

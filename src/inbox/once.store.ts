import { randomUUID } from 'node:crypto';
import type { Db } from '../db/work.ts';

/**
 * Runs `fn` once for a key, inside the caller's transaction: whoever comes second waits for the first one's commit at the
 * unique key and is given its result, as JSON keeps it. If the first fails, the second runs. A result with `ok: false`
 * is not kept.
 */
export async function once<T>(db: Db, workspaceId: string, key: string, fn: () => Promise<T>): Promise<T> {
  const isFirst = await db.$executeRaw`
    INSERT INTO "Inbox" (id, "workspaceId", key, state, attempts, at)
    VALUES (${randomUUID()}::uuid, ${workspaceId}::uuid, ${key}, 'done', 1, now())
    ON CONFLICT ("workspaceId", key) DO NOTHING`;
  if (isFirst === 0) return storedResult<T>(db, workspaceId, key);
  const result = await fn();
  if (isRefusal(result)) await db.inbox.deleteMany({ where: { workspaceId, key } });
  else
    await db.$executeRaw`
      UPDATE "Inbox" SET result = ${wrapped(result)}::jsonb WHERE "workspaceId" = ${workspaceId}::uuid AND key = ${key}`;
  return result;
}

async function storedResult<T>(db: Db, workspaceId: string, key: string): Promise<T> {
  const row = await db.inbox.findUniqueOrThrow({
    where: { workspaceId_key: { workspaceId, key } },
    select: { result: true },
  });
  // Written by `wrapped` from a T: the one place where it comes back out of JSON.
  return (row.result as { value?: T } | null)?.value as T;
}

/** In an object, because a bare `null` and "nothing" are one in a JSON column. */
const wrapped = (value: unknown): string => JSON.stringify({ value });

const isRefusal = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;

import { z } from 'zod';
import type { Prisma } from '../db/generated/client.ts';
import type { Db, Work } from '../db/work.ts';
import { type AuditVerb, auditVerbs, type Changes, type Subject } from './audit.ts';

/**
 * Appends one entry to the audit, in the transaction of what it tells of: if it cannot be written, that is not done
 * either (T-110). The only function that writes here.
 */
export async function record(
  work: Work,
  entry: { verb: AuditVerb; subject: Subject; subjectId: string; changes?: Changes; origin?: 'slack' | 'system' },
): Promise<void> {
  await work.db.auditEntry.createMany({
    data: {
      workspaceId: work.actor.workspaceId,
      actorId: work.actor.memberId,
      verb: entry.verb,
      subject: entry.subject,
      subjectId: entry.subjectId,
      changes: asJson(entry.changes ?? {}),
      origin: entry.origin ?? 'slack',
      operationId: work.operationId,
      at: work.now,
    },
  });
}

/** Dates and decimals become their JSON form once, here. */
const asJson = (changes: Changes): Prisma.InputJsonObject => JSON.parse(JSON.stringify(changes));

const changesColumn = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }));

/** One entry as it is read back. */
export interface AuditRow {
  readonly id: string;
  readonly actorId: string | null;
  readonly verb: AuditVerb;
  readonly subject: string;
  readonly changes: Changes;
  readonly at: Date;
}

/**
 * A page of what was done to these subjects, newest first. `before` is the id of the last row of the page above:
 * paging by key costs the same on every page.
 */
export async function entriesOf(
  db: Db,
  subjectIds: readonly string[],
  page: { before: string | null; limit: number; verbs?: readonly AuditVerb[] },
): Promise<readonly AuditRow[]> {
  const rows = await db.auditEntry.findMany({
    where: {
      subject: { in: ['account', 'contact'] },
      subjectId: { in: [...subjectIds] },
      ...(page.before && { id: { lt: page.before } }),
      ...(page.verbs && { verb: { in: [...page.verbs] } }),
    },
    orderBy: { id: 'desc' },
    take: page.limit,
    select: { id: true, actorId: true, verb: true, subject: true, changes: true, at: true },
  });
  return rows.map((row) => ({
    ...row,
    verb: z.enum(auditVerbs).parse(row.verb),
    changes: changesColumn.parse(row.changes),
  }));
}

/** The newest entry per field of a record since a version: who changed it and when. */
export async function lastChanges(
  db: Db,
  subjectId: string,
): Promise<Readonly<Record<string, { actorId: string | null; at: Date }>>> {
  const rows = await entriesOf(db, [subjectId], { before: null, limit: 50 });
  const last: Record<string, { actorId: string | null; at: Date }> = {};
  for (const row of rows)
    for (const field of Object.keys(row.changes)) last[field] ??= { actorId: row.actorId, at: row.at };
  return last;
}

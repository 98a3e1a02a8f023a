import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Prisma } from '../db/generated/client.ts';
import type { Db, Work } from '../db/work.ts';
import { newId } from '../lib/id.ts';
import { type AuditVerb, auditVerbs, type Changes, type Subject } from './audit.ts';
import { sealChanges } from './sealing.ts';

/** What an entry tells of. `isPersonal` says which fields' values are sealed; without it none is. */
export interface Recorded {
  readonly verb: AuditVerb;
  readonly subject: Subject;
  readonly subjectId: string;
  readonly changes?: Changes;
  readonly isPersonal?: (field: string) => boolean;
}

const nothingPersonal = (): boolean => false;

/**
 * Appends one entry to the audit, in the transaction of what it tells of: if it cannot be written, that is not done
 * either (T-110). The only function that writes here.
 */
export async function record(work: Work, entry: Recorded): Promise<void> {
  const id = newId(work.now, randomBytes(10));
  const changes = sealChanges(entry.changes ?? {}, id, entry.isPersonal ?? nothingPersonal, work.vault);
  await work.db.auditEntry.createMany({
    data: {
      id,
      workspaceId: work.actor.workspaceId,
      actorId: work.actor.memberId,
      verb: entry.verb,
      subject: entry.subject,
      subjectId: entry.subjectId,
      changes: asJson(changes),
      origin: 'slack',
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
  readonly subjectId: string;
  readonly changes: Changes;
  readonly at: Date;
}

const auditColumns = {
  id: true,
  actorId: true,
  verb: true,
  subject: true,
  subjectId: true,
  changes: true,
  at: true,
} as const;
const asAudit = (row: Omit<AuditRow, 'verb' | 'changes'> & { verb: string; changes: unknown }): AuditRow => ({
  ...row,
  verb: z.enum(auditVerbs).parse(row.verb),
  changes: changesColumn.parse(row.changes),
});

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
    select: auditColumns,
  });
  return rows.map(asAudit);
}

/**
 * The entries that led a record on from `version`. Found by the version they carry, not by their id or time: with
 * several replicas neither is in the order of the changes.
 */
export async function entriesSinceVersion(db: Db, subjectId: string, version: number): Promise<readonly AuditRow[]> {
  const rows = await db.auditEntry.findMany({
    where: {
      subject: { in: ['account', 'contact', 'interaction'] },
      subjectId,
      changes: { path: ['version', 'from'], gte: version },
    },
    select: auditColumns,
  });
  return rows.map(asAudit);
}

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
 * either (T-110). With `recordAll` the only function that writes here.
 */
export async function record(work: Work, entry: Recorded): Promise<void> {
  await work.db.auditEntry.createMany({ data: rowOf(work, entry) });
}

/** As `record`, for what one operation does to many: a statement for each thousand rather than for each. */
export async function recordAll(work: Work, entries: readonly Recorded[]): Promise<void> {
  for (let from = 0; from < entries.length; from += atOnce) {
    const some = entries.slice(from, from + atOnce);
    await work.db.auditEntry.createMany({ data: some.map((entry) => rowOf(work, entry)) });
  }
}
const atOnce = 1000;

function rowOf(work: Work, entry: Recorded): Prisma.AuditEntryCreateManyInput {
  const id = newId(work.now, randomBytes(10));
  const changes = sealChanges(entry.changes ?? {}, id, entry.isPersonal ?? nothingPersonal, work.vault);
  return {
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
  };
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
type StoredEntry = Omit<AuditRow, 'verb' | 'changes'> & { readonly verb: string; readonly changes: unknown };
const asAudit = (row: StoredEntry): AuditRow => ({
  ...row,
  verb: z.enum(auditVerbs).parse(row.verb),
  changes: changesColumn.parse(row.changes),
});

/** Above every id. */
const endOfIds = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * A page of what was done to these subjects, newest first: the entries whose ids stand below `before`. Read subject by
 * subject from an index without the entries of reads, of which there may be a thousand for each change: paging by key
 * costs the same on every page.
 */
export async function entriesOf(
  db: Db,
  subjectIds: readonly string[],
  { before, limit, verbs }: { before: string | null; limit: number; verbs: readonly AuditVerb[] },
): Promise<readonly AuditRow[]> {
  const rows = await db.$queryRaw<readonly StoredEntry[]>`
    SELECT e.* FROM unnest(${[...subjectIds]}::uuid[]) AS of (id) CROSS JOIN LATERAL (
      SELECT id, "actorId", verb, subject, "subjectId", changes, at FROM "AuditEntry"
      WHERE "subjectId" = of.id AND id < ${before ?? endOfIds}::uuid AND verb = ANY (${[...verbs]})
        AND verb NOT IN ('contacts.read', 'notes.read')
      ORDER BY id DESC LIMIT ${limit}
    ) e ORDER BY e.id DESC LIMIT ${limit}`;
  return rows.map(asAudit);
}

/** One entry, or null when this workspace has none of this id. */
export async function findEntry(db: Db, id: string): Promise<AuditRow | null> {
  const row = await db.auditEntry.findFirst({ where: { id }, select: auditColumns });
  return row && asAudit(row);
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

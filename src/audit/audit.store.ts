import { randomBytes } from 'node:crypto';
import { z } from 'zod';
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
 * either (T-110).
 */
export const record = (work: Work, entry: Recorded): Promise<void> => recordAll(work, [entry]);

/** As `record`, for all that one operation does, in one statement. The only function that writes here. */
export async function recordAll(work: Work, entries: readonly Recorded[]): Promise<void> {
  if (entries.length === 0) return;
  const { workspaceId, memberId } = work.actor;
  const rows = entries.map((entry) => rowOf(work, entry));
  await work.db.$executeRaw`
    INSERT INTO "AuditEntry"
      (id, "workspaceId", "actorId", verb, subject, "subjectId", changes, origin, "operationId", at)
    SELECT e.id, ${workspaceId}::uuid, ${memberId}::uuid, e.verb, e.subject, e."subjectId", e.changes, 'slack',
      ${work.operationId}::uuid, ${work.now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS e (id uuid, verb text, subject text, "subjectId" uuid, changes jsonb)`;
}

/** The columns in which the entries of one operation differ. Dates and decimals become their JSON form with them. */
function rowOf(work: Work, { verb, subject, subjectId, ...entry }: Recorded) {
  const id = newId(work.now, randomBytes(10));
  const changes = sealChanges(entry.changes ?? {}, id, entry.isPersonal ?? nothingPersonal, work.vault);
  return { id, verb, subject, subjectId, changes };
}

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

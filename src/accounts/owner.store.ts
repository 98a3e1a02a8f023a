import type { Kept } from '../access/policy.ts';
import { recordAll } from '../audit/audit.store.ts';
import { changesBetween } from '../audit/audit.ts';
import { Prisma } from '../db/generated/client.ts';
import type { Db, Work } from '../db/work.ts';
import { versionField } from './revision.ts';

/** Who keeps an account, as it stands under its lock. */
export interface Holding {
  readonly id: string;
  readonly version: number;
  readonly kept: Kept;
  /** Neither archived nor merged into another. */
  readonly isInUse: boolean;
}

interface Row extends Kept {
  readonly id: string;
  readonly version: number;
  readonly isInUse: boolean;
}

/**
 * Locks many accounts in the order of their ids, so that nobody waits in a circle, and reads who keeps them. Those that
 * this workspace does not have are left out.
 */
export const lockHoldings = (db: Db, ids: readonly string[]): Promise<readonly Holding[]> =>
  holdings(db, ids, Prisma.sql`FOR NO KEY UPDATE`);

/** The same, as it is at this moment. */
export const holdingsOf = (db: Db, ids: readonly string[]): Promise<readonly Holding[]> =>
  holdings(db, ids, Prisma.empty);

async function holdings(db: Db, ids: readonly string[], lock: Prisma.Sql): Promise<readonly Holding[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, version, "ownerId", "deputyId", "teamId", "archivedAt" IS NULL AND "mergedIntoId" IS NULL AS "isInUse"
    FROM "Account" WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id ${lock}`;
  return rows.map(({ id, version, isInUse, ownerId, deputyId, teamId }) => ({
    id,
    version,
    isInUse,
    kept: { ownerId, deputyId, teamId },
  }));
}

/** A locked account, and who keeps it from now on. */
export interface OwnerMove {
  readonly holding: Holding;
  readonly ownerId: string | null;
  readonly deputyId: string | null;
}

/**
 * Gives many locked accounts to other owners in two statements, as an edit of each file would: the version rises, and the
 * history shows who did it. Whoever calls has asked the policy. Search keys are not made of who keeps an account.
 */
export async function moveOwners(work: Work, moves: readonly OwnerMove[]): Promise<void> {
  if (moves.length === 0) return;
  await work.db.$executeRaw`
    UPDATE "Account" a SET "ownerId" = m.owner, "deputyId" = m.deputy, version = a.version + 1, "updatedAt" = ${work.now}
    FROM unnest(${moves.map(({ holding }) => holding.id)}::uuid[], ${moves.map(({ ownerId }) => ownerId)}::uuid[],
      ${moves.map(({ deputyId }) => deputyId)}::uuid[]) AS m (id, owner, deputy)
    WHERE a.id = m.id`;
  await recordAll(
    work,
    moves.map(({ holding: { id, version, kept }, ownerId, deputyId }) => ({
      verb: 'account.changed',
      subject: 'account',
      subjectId: id,
      changes: {
        ...changesBetween({ ownerId: kept.ownerId, deputyId: kept.deputyId }, { ownerId, deputyId }),
        [versionField]: { from: version, to: version + 1 },
      },
    })),
  );
}

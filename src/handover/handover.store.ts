import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Db, Work } from '../db/work.ts';
import { newId } from '../lib/id.ts';
import { type Handover, type HandoverItem, type HandoverState, handoverStates } from './handover.ts';

/** Binds the sealed note to its column and row. */
const notePlace = (id: string): string => `Handover.note:${id}`;
const day = (date: Date): string => date.toISOString().slice(0, 10);
const midnight = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** What is asked for. */
export interface NewHandover {
  readonly toId: string;
  readonly note: string | null;
  /** ISO day. */
  readonly startsOn: string;
  readonly accounts: readonly { readonly id: string; readonly ownerId: string | null }[];
}

/** Writes what is asked for; returns its id. */
export async function insertHandover(work: Work, asked: NewHandover): Promise<string> {
  const id = newId(work.now, randomBytes(10));
  const { workspaceId, memberId } = work.actor;
  await work.db.handover.createMany({
    data: {
      id,
      workspaceId,
      askedById: memberId,
      toId: asked.toId,
      state: 'asked',
      noteSealed: asked.note === null ? null : work.vault.seal(asked.note, notePlace(id)),
      startsOn: midnight(asked.startsOn),
      at: work.now,
    },
  });
  await work.db.$executeRaw`
    INSERT INTO "HandoverAccount" ("workspaceId", "handoverId", "accountId", "fromOwnerId", "taskIds")
    SELECT ${workspaceId}::uuid, ${id}::uuid, account, owner, '{}'
    FROM unnest(${asked.accounts.map((account) => account.id)}::uuid[],
      ${asked.accounts.map(({ ownerId }) => ownerId)}::uuid[]) AS a (account, owner)`;
  return id;
}

/** As `findHandover`; whoever else decides it waits until this transaction ends. */
export async function lockHandover(work: Pick<Work, 'db' | 'vault'>, id: string): Promise<Handover | null> {
  await work.db.$queryRaw`SELECT 1 FROM "Handover" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return findHandover(work, id);
}

/** A handover with its accounts, or null when this workspace has none. Its note is opened: for who may read it. */
export async function findHandover({ db, vault }: Pick<Work, 'db' | 'vault'>, id: string): Promise<Handover | null> {
  const row = await db.handover.findFirst({ where: { id }, include: { accounts: { orderBy: { accountId: 'asc' } } } });
  if (!row) return null;
  return {
    id: row.id,
    askedById: row.askedById,
    toId: row.toId,
    state: z.enum(handoverStates).parse(row.state),
    note: row.noteSealed === null ? null : vault.open(row.noteSealed, notePlace(row.id)),
    startsOn: day(row.startsOn),
    decidedById: row.decidedById,
    decidedAt: row.decidedAt,
    at: row.at,
    items: row.accounts.map((item) => ({
      accountId: item.accountId,
      fromOwnerId: item.fromOwnerId,
      fromDeputyId: item.fromDeputyId,
      moved: item.moved,
      cadenceFrom: item.cadenceFrom && day(item.cadenceFrom),
      snoozedUntil: item.snoozedUntil && day(item.snoozedUntil),
      taskIds: item.taskIds,
    })),
  };
}

/** The oldest that wait for an answer. */
export async function openHandoverIds({ db }: { db: Db }, limit: number): Promise<readonly string[]> {
  const where = { state: 'asked' satisfies HandoverState };
  const rows = await db.handover.findMany({ where, orderBy: { at: 'asc' }, take: limit, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Writes the answer to a locked handover. */
export async function settleHandover(work: Work, id: string, state: Exclude<HandoverState, 'asked'>): Promise<void> {
  const decided = state === 'undone' ? {} : { decidedById: work.actor.memberId, decidedAt: work.now };
  await work.db.handover.updateMany({ where: { id }, data: { state, ...decided } });
}

/** Notes which accounts have moved, and what an undo puts back. */
export async function noteMoved({ db }: Pick<Work, 'db'>, id: string, items: readonly HandoverItem[]): Promise<void> {
  const moved = items.map(({ accountId, fromDeputyId, cadenceFrom, snoozedUntil, taskIds }) => ({
    accountId,
    fromDeputyId,
    cadenceFrom,
    snoozedUntil,
    taskIds,
  }));
  await db.$executeRaw`
    UPDATE "HandoverAccount" h SET moved = true, "fromDeputyId" = m."fromDeputyId", "cadenceFrom" = m."cadenceFrom",
      "snoozedUntil" = m."snoozedUntil", "taskIds" = m."taskIds"
    FROM json_to_recordset(${JSON.stringify(moved)}::json) AS m ("accountId" uuid, "fromDeputyId" uuid,
      "cadenceFrom" date, "snoozedUntil" date, "taskIds" uuid[])
    WHERE h."handoverId" = ${id}::uuid AND h."accountId" = m."accountId"`;
}

/** Notes what has been given back. */
export async function noteGivenBack({ db }: { db: Db }, id: string, accountIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE "HandoverAccount" SET moved = false
    WHERE "handoverId" = ${id}::uuid AND "accountId" = ANY (${[...accountIds]}::uuid[])`;
}

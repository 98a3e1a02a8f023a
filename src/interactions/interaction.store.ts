import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Prisma } from '../db/generated/client.ts';
import type { Db, Work } from '../db/work.ts';
import { newId } from '../lib/id.ts';
import type { Vault } from '../lib/vault.ts';
import {
  type Interaction,
  type InteractionValues,
  interactionKinds,
  isTwoWay,
  type NewInteraction,
  outcomes,
  tones,
} from './interaction.ts';

/** Binds a sealed summary to its row. */
const summaryPlace = (id: string): string => `Interaction.summary:${id}`;

/** What an `Interaction` is made of. */
export const interactionColumns = {
  id: true,
  accountId: true,
  authorId: true,
  version: true,
  kind: true,
  at: true,
  outcome: true,
  summarySealed: true,
  tone: true,
  permalink: true,
  saidBy: true,
  createdAt: true,
  deletedAt: true,
  contacts: { select: { contactId: true } },
  members: { select: { memberId: true } },
} satisfies Prisma.InteractionSelect;
export type InteractionRow = Prisma.InteractionGetPayload<{ select: typeof interactionColumns }>;

/** A row as an interaction, its summary opened. */
export function interactionOf(row: InteractionRow, vault: Vault): Interaction {
  const { id, accountId, authorId, version, permalink, saidBy, createdAt, deletedAt } = row;
  return {
    ...{ id, accountId, authorId, version, createdAt, deletedAt },
    source: permalink === null ? null : { permalink, saidBy },
    values: {
      kind: z.enum(interactionKinds).parse(row.kind),
      at: row.at.toISOString(),
      outcome: z.enum(outcomes).parse(row.outcome),
      summary: vault.open(row.summarySealed, summaryPlace(id)),
      tone: z.enum(tones).nullable().parse(row.tone),
      contactIds: row.contacts.map(({ contactId }) => contactId).toSorted(),
      memberIds: row.members.map(({ memberId }) => memberId).toSorted(),
    },
  };
}

/** One interaction, deleted ones too; null when this workspace has none of this id. */
export async function findInteraction(
  { db, vault }: Pick<Work, 'db' | 'vault'>,
  id: string,
): Promise<Interaction | null> {
  const row = await db.interaction.findFirst({ where: { id }, select: interactionColumns });
  return row && interactionOf(row, vault);
}

/** With which account an interaction was; null when this workspace has none of this id. */
export async function accountOfInteraction(db: Db, id: string): Promise<string | null> {
  const row = await db.interaction.findFirst({ where: { id }, select: { accountId: true } });
  return row?.accountId ?? null;
}

/** The row's own columns for a whole set of values. */
const columnsOf = (id: string, values: InteractionValues, vault: Vault) => ({
  kind: values.kind,
  at: new Date(values.at),
  outcome: values.outcome,
  twoWay: isTwoWay(values),
  summarySealed: vault.seal(values.summary, summaryPlace(id)),
  tone: values.tone,
});

/** Writes a new interaction of the acting person; returns its id. Contacts and colleagues must have been looked up. */
export async function insertInteraction(
  work: Work,
  { accountId, values, source }: Omit<NewInteraction, 'tasks'>,
): Promise<string> {
  const id = newId(work.now, randomBytes(10));
  const { kind, at, outcome, twoWay, summarySealed, tone } = columnsOf(id, values, work.vault);
  await work.db.$executeRaw`
    INSERT INTO "Interaction" (id, "workspaceId", "accountId", "authorId", kind, at, outcome, "twoWay", "summarySealed",
      tone, permalink, "saidBy", "createdAt")
    VALUES (${id}::uuid, ${work.actor.workspaceId}::uuid, ${accountId}::uuid, ${work.actor.memberId}::uuid, ${kind},
      ${at}::timestamptz, ${outcome}, ${twoWay}, ${summarySealed}, ${tone}, ${source?.permalink ?? null},
      ${source?.saidBy ?? null}, ${work.now}::timestamptz)`;
  await linkPeople(work, id, values);
  return id;
}

/** Writes an interaction's values if it is still at `version`; false when somebody was quicker. */
export async function updateInteraction(
  work: Work,
  { id, version }: Pick<Interaction, 'id' | 'version'>,
  values: InteractionValues,
): Promise<boolean> {
  const { count } = await work.db.interaction.updateMany({
    where: { id, version, deletedAt: null },
    data: { ...columnsOf(id, values, work.vault), version: version + 1 },
  });
  if (count === 0) return false;
  await work.db.interactionContact.deleteMany({ where: { interactionId: id } });
  await work.db.interactionMember.deleteMany({ where: { interactionId: id } });
  await linkPeople(work, id, values);
  return true;
}

async function linkPeople(
  { db, actor: { workspaceId } }: Work,
  interactionId: string,
  { contactIds, memberIds }: Pick<InteractionValues, 'contactIds' | 'memberIds'>,
): Promise<void> {
  const row = { workspaceId, interactionId };
  if (contactIds.length > 0)
    await db.interactionContact.createMany({ data: contactIds.map((contactId) => ({ ...row, contactId })) });
  if (memberIds.length > 0)
    await db.interactionMember.createMany({ data: memberIds.map((memberId) => ({ ...row, memberId })) });
}

/** Marks an interaction as deleted, or takes that back; false when it is so already. */
export async function markDeleted({ db }: Work, id: string, deletedAt: Date | null): Promise<boolean> {
  const { count } = await db.interaction.updateMany({
    where: { id, deletedAt: deletedAt === null ? { not: null } : null },
    data: { deletedAt },
  });
  return count === 1;
}

/** Are all of these people of this account? Ids from outside are hints. */
export async function areContactsOf(db: Db, accountId: string, contactIds: readonly string[]): Promise<boolean> {
  if (contactIds.length === 0) return true;
  return (await db.contact.count({ where: { accountId, id: { in: [...contactIds] } } })) === contactIds.length;
}

/** Are all of these members of this workspace? Ids from outside are hints. */
export async function areMembers(db: Db, memberIds: readonly string[]): Promise<boolean> {
  if (memberIds.length === 0) return true;
  return (await db.member.count({ where: { id: { in: [...memberIds] } } })) === memberIds.length;
}

/**
 * When somebody last talked with these accounts, both sides saying something; an account with whom nobody has is left
 * out. One step into the index an account, however many talks there are.
 */
export async function lastTwoWay(db: Db, accountIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ accountId: string; at: Date }[]>`
    SELECT a.id AS "accountId", last.at
    FROM unnest(${[...accountIds]}::uuid[]) AS a (id)
    CROSS JOIN LATERAL (
      SELECT i.at FROM "Interaction" i
      WHERE i."accountId" = a.id AND i."twoWay" AND i."deletedAt" IS NULL
      ORDER BY i.at DESC LIMIT 1
    ) last`;
  return new Map(rows.map(({ accountId, at }) => [accountId, at]));
}

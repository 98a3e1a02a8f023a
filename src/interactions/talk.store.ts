import { z } from 'zod';
import type { Kept } from '../access/policy.ts';
import type { PersonName } from '../accounts/card.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Db, Work } from '../db/work.ts';
import { interactionColumns, interactionOf } from './interaction.store.ts';
import { type Interaction, interactionKinds } from './interaction.ts';
import type { LastContact } from './talk.ts';

const person = { select: { name: true, slackUserId: true } } as const;
const columns = {
  ...interactionColumns,
  account: { select: { id: true, name: true, ownerId: true, deputyId: true, teamId: true } },
  author: person,
  contacts: { select: { contactId: true, contact: { select: { name: true } } } },
  members: { select: { memberId: true, member: person } },
} satisfies Prisma.InteractionSelect;

/** An interaction with all the names around it: a query decides what of it a reader gets. */
export interface FoundTalk {
  readonly interaction: Interaction;
  readonly account: { readonly id: string; readonly name: string };
  readonly kept: Kept;
  readonly author: PersonName;
  readonly contacts: readonly string[];
  readonly colleagues: readonly PersonName[];
}

/** Interactions with the names around them. */
async function talks(
  { db, vault }: Pick<Work, 'db' | 'vault'>,
  find: Pick<Prisma.InteractionFindManyArgs, 'where' | 'orderBy' | 'take'>,
): Promise<readonly FoundTalk[]> {
  const rows = await db.interaction.findMany({ ...find, select: columns });
  return rows.map((row) => {
    const { id, name, ...kept } = row.account;
    return {
      interaction: interactionOf(row, vault),
      account: { id, name },
      kept,
      author: row.author,
      contacts: row.contacts.map(({ contact }) => contact.name),
      colleagues: row.members.map(({ member }) => member),
    };
  });
}

const newestFirst = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.InteractionOrderByWithRelationInput[];

/** One talk, whether deleted or not; null when there is none of this id. */
export async function findTalk(work: Pick<Work, 'db' | 'vault'>, id: string): Promise<FoundTalk | null> {
  const [found] = await talks(work, { where: { id }, take: 1 });
  return found ?? null;
}

/** A page of an account's talks, newest first, by key; of one author alone where that is asked. */
export function talksOfAccount(
  work: Pick<Work, 'db' | 'vault'>,
  accountId: string,
  page: { before: { at: string; id: string } | null; limit: number; authorId?: string },
): Promise<readonly FoundTalk[]> {
  const { before, limit, authorId } = page;
  const at = before && new Date(before.at);
  return talks(work, {
    where: {
      accountId,
      deletedAt: null,
      ...(authorId !== undefined && { authorId }),
      ...(before && at && { at: { lte: at }, OR: [{ at: { lt: at } }, { at, id: { lt: before.id } }] }),
    },
    orderBy: newestFirst,
    take: limit,
  });
}

/** What this member logged last, newest log first; `since` leaves out what is older. */
export const talksLoggedBy = (
  work: Pick<Work, 'db' | 'vault'>,
  authorId: string,
  { limit, since }: { limit: number; since?: Date },
): Promise<readonly FoundTalk[]> =>
  talks(work, {
    where: { authorId, deletedAt: null, ...(since && { createdAt: { gte: since } }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });

/** The account in use that this member logged to or opened last. */
export async function lastUsedAccount(db: Db, memberId: string): Promise<string | null> {
  const account = { archivedAt: null, mergedIntoId: null };
  const visit = await db.visit.findFirst({
    where: { memberId, account },
    orderBy: { at: 'desc' },
    select: { accountId: true, at: true },
  });
  const log = await db.interaction.findFirst({
    where: { authorId: memberId, deletedAt: null, account },
    orderBy: { createdAt: 'desc' },
    select: { accountId: true, createdAt: true },
  });
  if (visit && log) return log.createdAt > visit.at ? log.accountId : visit.accountId;
  return visit?.accountId ?? log?.accountId ?? null;
}

const lastContact = z.object({
  at: z.date().nullable(),
  kind: z.enum(interactionKinds).nullable(),
  author: z.object({ name: z.string(), slackUserId: z.string() }).nullable(),
  contacts: z.array(z.string()),
  attempts: z.number(),
});
const attemptsCounted = 100;

/** An account's last contact and the attempts since, in one round trip: the card waits for it. */
export async function findLastContact(db: Db, accountId: string): Promise<LastContact> {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT last.at, last.kind,
      (SELECT json_build_object('name', m.name, 'slackUserId', m."slackUserId")
        FROM "Member" m WHERE m.id = last."authorId") AS author,
      array(SELECT c.name FROM "InteractionContact" p JOIN "Contact" c ON c.id = p."contactId"
        WHERE p."interactionId" = last.id ORDER BY c.id) AS contacts,
      (SELECT count(*)::int FROM (
        SELECT 1 FROM "Interaction" i
        WHERE i."accountId" = ${accountId}::uuid AND NOT i."twoWay" AND i."deletedAt" IS NULL
          AND (last.id IS NULL OR (i.at, i.id) > (last.at, last.id))
        LIMIT ${attemptsCounted}) tried) AS attempts
    FROM (SELECT 1) one LEFT JOIN LATERAL (
      SELECT i.id, i.at, i.kind, i."authorId" FROM "Interaction" i
      WHERE i."accountId" = ${accountId}::uuid AND i."twoWay" AND i."deletedAt" IS NULL
      ORDER BY i.at DESC, i.id DESC LIMIT 1
    ) last ON true`;
  const { at, kind, author, contacts, attempts } = lastContact.parse(row);
  return { reached: at && kind && author ? { at, kind, author, contacts } : null, attempts };
}

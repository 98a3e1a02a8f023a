import { z } from 'zod';
import type { Db } from '../db/work.ts';
import { type Ask, askFor, readQuery } from './search-ask.ts';
import { type Candidate, matches } from './search-candidate.ts';
import { type KeySource, keysOf } from './search-key.ts';

/** Rows of `findByAsk`. */
const rowSchema: z.ZodType<Candidate> = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  city: z.string().nullable(),
  tierKey: z.string().nullable(),
  ownerId: z.string().nullable(),
  deputyId: z.string().nullable(),
  teamId: z.string().nullable(),
  ownerSlackUserId: z.string().nullable(),
  ownerName: z.string().nullable(),
  archived: z.boolean(),
  match: z.enum(matches),
  rank: z.number(),
  key: z.string(),
  score: z.number(),
  own: z.boolean(),
  visitedAt: z.date().nullable(),
});

/** A person's search. `limit` counts accounts found by what everybody may know; as many again come through contacts. */
export interface Search {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly query: string;
  /** Digests of the e-mail address or phone number that the query could be (search-point.ts). */
  readonly blinds: readonly string[];
  readonly limit: number;
}

/**
 * The accounts that a query could mean, best first, in one round trip. An account found both by its name and through a
 * contact comes twice: who may not read its contacts must not see the latter (search.query.ts).
 */
export async function searchAccounts(db: Db, { query, blinds, ...search }: Search): Promise<readonly Candidate[]> {
  const read = readQuery(query);
  // A prefix is unique only if a second one would have been seen.
  return findByAsk(db, { ...search, limit: Math.max(search.limit, 2), ask: askFor(read, blinds) });
}

interface Asked {
  /** The transaction's own unless given; another one is refused by the database. */
  readonly workspaceId?: string;
  /** Whose accounts come first within a rank; null: nobody's. */
  readonly memberId: string | null;
  readonly ask: Ask;
  readonly limit: number;
}

/** Asks search_accounts() and adds what a person tells accounts apart by. */
export async function findByAsk(db: Db, { ask, ...asked }: Asked): Promise<readonly Candidate[]> {
  const [found = []] = await findByAsks(db, asked, [ask]);
  return found;
}

const isEmpty = ({ number, probes, points }: Ask): boolean =>
  number === null && probes.length === 0 && points.length === 0;

/** As `findByAsk`, for several questions in one round trip; the answers stand in their order. */
export async function findByAsks(
  db: Db,
  { workspaceId, memberId, limit }: Omit<Asked, 'ask'>,
  asks: readonly Ask[],
): Promise<readonly (readonly Candidate[])[]> {
  const answers = asks.map((): Candidate[] => []);
  if (asks.every(isEmpty)) return answers;
  const rows = await db.$queryRaw<{ asked: number }[]>`
    SELECT asked.at::int AS asked, a.id, a.number, a.name, a.city, a."tierKey", a."ownerId", a."deputyId", a."teamId",
      o."slackUserId" AS "ownerSlackUserId", o.name AS "ownerName", a."archivedAt" IS NOT NULL AS archived,
      found.match, found.rank, found.key, found.score, found.own, found."visitedAt"
    FROM jsonb_array_elements(${JSON.stringify(asks)}::jsonb) WITH ORDINALITY AS asked (question, at)
    CROSS JOIN LATERAL search_accounts(
      coalesce(${workspaceId ?? null}::uuid, nullif(current_setting('app.workspace', true), '')::uuid),
      ${memberId}::uuid, asked.question, ${limit}::integer
    ) WITH ORDINALITY AS found
    JOIN "Account" a ON a.id = found."accountId"
    LEFT JOIN "Member" o ON o.id = a."ownerId"
    ORDER BY asked.at, found.ordinality`;
  for (const row of rows) answers[row.asked - 1]?.push(rowSchema.parse(row));
  return answers;
}

/** The account whose keys are written, and what they are made from. */
export interface Keyed extends KeySource {
  readonly workspaceId: string;
  readonly accountId: string;
}

/** Makes an account's stored keys those of `keyed`, in one statement; keys that stay are not touched. */
export async function replaceKeys(db: Db, { workspaceId, accountId, ...source }: Keyed): Promise<void> {
  const keys = keysOf(source);
  await db.$executeRaw`
    WITH wanted AS (
      SELECT * FROM unnest(${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ key }) => key)}::text[]) AS w (kind, key)
    ), gone AS (
      DELETE FROM "SearchKey" s
      WHERE s."workspaceId" = ${workspaceId}::uuid AND s."accountId" = ${accountId}::uuid
        AND NOT EXISTS (SELECT FROM wanted WHERE wanted.kind = s.kind AND wanted.key = s.key)
    )
    INSERT INTO "SearchKey" ("workspaceId", "accountId", kind, key)
    SELECT ${workspaceId}::uuid, ${accountId}::uuid, kind, key FROM wanted
    ON CONFLICT ("workspaceId", "accountId", kind, key) DO NOTHING`;
}

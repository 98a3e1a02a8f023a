import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId } from '../src/lib/id.ts';
import type { Vault } from '../src/lib/vault.ts';

/** How many talks each account has. */
export const talksEach = 10;
const batch = 10_000;
const dayMs = 86_400_000;
const kinds = ['meeting', 'call', 'email', 'visit', 'wechat'];
const words = 'Pilot agreed for two sites, budget is known, wants the quote before the fair; 下周回电确认交期';

/** Whose talks they are: the person whose Home is measured has logged those of their own accounts, a colleague all others. */
export interface Authors {
  readonly owner: string;
  readonly colleague: string;
}

/**
 * Adds ten talks to each account that has none, sealed as the app seals them and spread over two years, and an open step to
 * each account of the owner. `VACUUM ANALYZE` at the end, as a database that has grown would have had.
 */
export async function fillTalks(client: pg.Client, vault: Vault, workspaceId: string, by: Authors): Promise<void> {
  const { rows } = await client.query<{ id: string; own: boolean }>(
    `SELECT a.id, a."ownerId" IS NOT NULL AS own FROM "Account" a
     WHERE NOT EXISTS (SELECT 1 FROM "Interaction" i WHERE i."accountId" = a.id)`,
  );
  const now = Date.now();
  for (let from = 0; from < rows.length; from += batch / talksEach) {
    const some = rows.slice(from, from + batch / talksEach);
    const talks = some.flatMap(({ id: accountId, own }, i) =>
      Array.from({ length: talksEach }, (_, n) => {
        const at = new Date(now - ((((from + i) * 7919 + n * 73) % 730) + 1) * dayMs);
        const id = newId(at, randomBytes(10));
        return { id, accountId, at, author: own ? by.owner : by.colleague, kind: kinds[(i + n) % kinds.length] };
      }),
    );
    await client.query(
      `INSERT INTO "Interaction"
         (id, "workspaceId", "accountId", "authorId", kind, at, outcome, "twoWay", "summarySealed", "createdAt")
       SELECT id, $1, account, author, kind, at, CASE WHEN kind = 'email' THEN 'attempt' ELSE 'reached' END,
         kind <> 'email', sealed, at
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[])
         AS t (id, account, author, kind, at, sealed)`,
      [
        workspaceId,
        talks.map(({ id }) => id),
        talks.map(({ accountId }) => accountId),
        talks.map(({ author }) => author),
        talks.map(({ kind }) => kind),
        talks.map(({ at }) => at),
        talks.map(({ id }) => vault.seal(words, `Interaction.summary:${id}`)),
      ],
    );
  }
  await fillSteps(
    client,
    vault,
    workspaceId,
    by.owner,
    rows.filter(({ own }) => own).map(({ id }) => id),
  );
  await client.query('VACUUM ANALYZE "Interaction"');
  await client.query('VACUUM ANALYZE "Task"');
}

/** An open step an account, a third of them overdue. */
async function fillSteps(
  client: pg.Client,
  vault: Vault,
  workspaceId: string,
  ownerId: string,
  accountIds: readonly string[],
): Promise<void> {
  const steps = accountIds.map((accountId, n) => {
    const id = newId(new Date(), randomBytes(10));
    return { id, accountId, days: (n % 60) - 20, sealed: vault.seal('Send the quote', `Task.title:${id}`) };
  });
  await client.query(
    `INSERT INTO "Task" (id, "workspaceId", "accountId", kind, "titleSealed", "assigneeId", "createdById", zone,
       "dueOn", "dueAt", "movedAt", "createdAt")
     SELECT id, $1, account, 'step', sealed, $2, $2, 'Europe/Berlin', current_date + days,
       (current_date + days + 1)::timestamptz, now(), now()
     FROM unnest($3::uuid[], $4::uuid[], $5::int[], $6::text[]) AS t (id, account, days, sealed)`,
    [
      workspaceId,
      ownerId,
      steps.map(({ id }) => id),
      steps.map(({ accountId }) => accountId),
      steps.map(({ days }) => days),
      steps.map(({ sealed }) => sealed),
    ],
  );
}

/** Gives one account so many talks that its timeline has a page fifty. */
export async function fillTimeline(
  client: pg.Client,
  vault: Vault,
  workspaceId: string,
  by: Authors,
  accountId: string,
  count: number,
): Promise<void> {
  const ids = Array.from({ length: count }, () => newId(new Date(), randomBytes(10)));
  await client.query(
    `INSERT INTO "Interaction"
       (id, "workspaceId", "accountId", "authorId", kind, at, outcome, "twoWay", "summarySealed", "createdAt")
     SELECT id, $1, $2, $3, 'call', now() - n * interval '1 hour', 'reached', true, sealed, now() - n * interval '1 hour'
     FROM unnest($4::uuid[], $5::text[]) WITH ORDINALITY AS t (id, sealed, n)
     WHERE NOT EXISTS (SELECT 1 FROM "Interaction" WHERE "accountId" = $2 OFFSET $6)`,
    [workspaceId, accountId, by.owner, ids, ids.map((id) => vault.seal(words, `Interaction.summary:${id}`)), talksEach],
  );
}

import type { Kept } from '../access/policy.ts';
import { Prisma } from '../db/generated/client.ts';
import type { Work } from '../db/work.ts';
import { taskColumns, taskOf } from './task.store.ts';
import type { TaskCursor, TaskLine } from './task.ts';

/** Whose open tasks: of these people, or of an account. */
export type TaskScope = { readonly memberIds: readonly string[] } | { readonly accountId: string };

/**
 * A page of them; `dueBy` leaves out what is not due yet: neither by this day, the reader's, nor by the day that it is where
 * it is meant. A colleague's step of today is today's also where the reader's day is over before.
 */
export interface TaskPageAsked {
  readonly after: TaskCursor | null;
  readonly limit: number;
  readonly dueBy?: { readonly day: string; readonly now: Date };
}

/**
 * Ids of open tasks, soonest due first, those without a day last. By key: each person's or the account's own index is read
 * from the cursor on and no further than the page, so that page 50 costs what page 1 costs.
 */
export async function openTaskIds(work: Work, scope: TaskScope, page: TaskPageAsked): Promise<readonly string[]> {
  const { after, limit, dueBy } = page;
  const isDated = after === null || after.dueAt !== null;
  const from =
    after === null || after.dueAt === null
      ? Prisma.sql`t."dueAt" IS NOT NULL`
      : Prisma.sql`(t."dueAt", t.id) > (${new Date(after.dueAt)}, ${after.id}::uuid)`;
  const before = dueBy ? beforeDay(dueBy) : Prisma.empty;
  const dated = isDated ? await idsOf(work, scope, Prisma.sql`${from} ${before}`, limit) : [];
  if (dueBy || dated.length === limit) return dated;
  const beyond = isDated || after === null ? Prisma.empty : Prisma.sql`AND t.id > ${after.id}::uuid`;
  const undated = await idsOf(work, scope, Prisma.sql`t."dueAt" IS NULL ${beyond}`, limit - dated.length);
  return [...dated, ...undated];
}

/** No day ends more than fifty hours after it began somewhere else: further than three days the index is not read. */
const beforeDay = ({ day, now }: { day: string; now: Date }): Prisma.Sql => Prisma.sql`
  AND t."dueAt" <= ${now}::timestamptz + interval '3 days'
  AND t."dueOn" <= greatest(${day}::date, (${now}::timestamptz AT TIME ZONE t.zone)::date)`;

async function idsOf({ db }: Work, scope: TaskScope, where: Prisma.Sql, limit: number): Promise<string[]> {
  const page = (whose: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT t.id, t."dueAt" FROM "Task" t
    WHERE ${whose} AND t."doneAt" IS NULL AND t."droppedAt" IS NULL AND ${where}
    ORDER BY t."dueAt", t.id LIMIT ${limit}`;
  const rows = await db.$queryRaw<{ id: string }[]>(
    'accountId' in scope
      ? page(Prisma.sql`t."accountId" = ${scope.accountId}::uuid`)
      : Prisma.sql`
        SELECT of.id FROM unnest(${[...scope.memberIds]}::uuid[]) AS who(id)
        CROSS JOIN LATERAL (${page(Prisma.sql`t."assigneeId" = who.id`)}) AS of
        ORDER BY of."dueAt", of.id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** Tasks with the names around them and who keeps their accounts, in the order of the ids; unknown ids are left out. */
export async function taskLines(
  { db, vault }: Work,
  ids: readonly string[],
): Promise<readonly (Omit<TaskLine, 'isReadable'> & { readonly kept: Kept })[]> {
  const rows = await db.task.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...taskColumns,
      account: { select: { id: true, name: true, ownerId: true, deputyId: true, teamId: true } },
      assignee: { select: { name: true, slackUserId: true } },
    },
  });
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    if (!row) return [];
    const { account, assignee, ...own } = row;
    const { id: accountId, name, ...kept } = account;
    return [{ task: taskOf(own, vault), account: { id: accountId, name }, assignee, kept }];
  });
}

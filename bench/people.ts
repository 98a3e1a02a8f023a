import type pg from 'pg';

/** Who acts in the measurements: Slack ids and our own. */
export interface People {
  /** Keeps every two-hundredth account. */
  readonly manager: string;
  readonly managerId: string;
  /** Sees everybody's. */
  readonly head: string;
  /** Has logged what the manager has not. */
  readonly colleagueId: string;
}

/** Makes the one person who is there a manager, and adds a head and a colleague. */
export async function settlePeople(client: pg.Client, workspaceId: string): Promise<People> {
  await client.query(`UPDATE "Member" SET roles = '{manager}' WHERE "slackUserId" = 'U0BENCH'`);
  const add = async (slackUserId: string, role: string): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO "Member" (id, "workspaceId", "slackUserId", name, roles, zone, locale, kind, "seenAt", "createdAt")
       VALUES (gen_random_uuid(), $1, $2, $2, $3, 'Europe/Berlin', 'en-US', 'full', now(), now()) RETURNING id`,
      [workspaceId, slackUserId, [role]],
    );
    return rows[0]?.id ?? '';
  };
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM "Member" WHERE "slackUserId" = 'U0BENCH'`);
  await add('U0HEAD', 'head');
  return {
    manager: 'U0BENCH',
    managerId: rows[0]?.id ?? '',
    head: 'U0HEAD',
    colleagueId: await add('U0OTHER', 'manager'),
  };
}

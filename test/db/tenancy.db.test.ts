import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterWorkspace } from '../../src/access/member.store.ts';
import { openDatabase } from '../../src/db/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import type { Db } from '../../src/db/work.ts';
import { aHouse, type House } from '../support/house.ts';
import { furnish } from './furnish.ts';

let house: House;
let neighbour: House;
/** Tables with a "workspaceId", as the database itself names them. */
let guarded: readonly string[];

beforeAll(async () => {
  house = await aHouse();
  neighbour = await house.aNeighbour();
  for (const each of [house, neighbour]) await furnish(each);
  const tables = await house.sql(
    `SELECT table_name FROM information_schema.columns WHERE column_name = 'workspaceId' AND table_schema = 'public'`,
  );
  guarded = tables.map((row) => String(row['table_name'])).sort();
});
afterAll(() => house[Symbol.asyncDispose]());

const countIn = async (db: Db, table: string): Promise<number> => {
  const [row] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM ${Prisma.raw(`"${table}"`)}`;
  return row?.n ?? -1;
};
const counts = async (run: <T>(fn: (db: Db) => Promise<T>) => Promise<T>): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const table of guarded) found[table] = await run((db) => countIn(db, table));
  return found;
};

describe('The role as which the app works (T-65)', () => {
  test('owns nothing, is no superuser, does not bypass row-level security and cannot become another', async () => {
    expect(
      await house.sql(`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns,
        (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS "memberOf"
        FROM pg_roles r WHERE rolname = 'dossier_app'`),
    ).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        owns: 0,
        memberOf: 0,
      },
    ]);
  });

  test('is the one in every unit of work, of a person and of the system', async () => {
    const whoAmI = async (db: Db) => db.$queryRaw`SELECT current_user::text AS role`;
    const found = [
      await house.as(house.founder, ({ db }) => whoAmI(db)),
      await house.database.inSystem(house.workspaceId, whoAmI),
    ];
    expect(found).toEqual([[{ role: 'dossier_app' }], [{ role: 'dossier_app' }]]);
  });

  test('has no right to the keys, to the bookkeeping of migrations, or to alter what is there', async () => {
    const tries = [
      Prisma.sql`SELECT * FROM "KeyCheck"`,
      Prisma.sql`SELECT * FROM "_prisma_migrations"`,
      Prisma.sql`ALTER TABLE "Account" DISABLE ROW LEVEL SECURITY`,
      Prisma.sql`DROP POLICY workspace ON "Account"`,
      Prisma.sql`SELECT dossier_guard('"Account"')`,
      Prisma.sql`INSERT INTO "Workspace" (id, name, "createdAt") VALUES (gen_random_uuid(), 'X', now())`,
      Prisma.sql`DELETE FROM "Workspace"`,
      Prisma.sql`CREATE TABLE public.mine (id int)`,
    ];
    for (const sql of tries)
      await expect(house.as(house.founder, ({ db }) => db.$executeRaw(sql))).rejects.toThrow(
        /42501|must be owner|denied/,
      );
  });
});

describe('Every table with a workspace', () => {
  test('has row-level security, forced, and one policy for its own rows (T-65)', async () => {
    const rows = await house.sql(
      `SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS guarded,
         array(SELECT p.polname || ' ' || p.polcmd::text || ' ' || pg_get_expr(p.polqual, p.polrelid) || ' ' ||
             (SELECT coalesce(string_agg(CASE WHEN role = 0 THEN 'everybody' ELSE role::regrole::text END, ','), '')
              FROM unnest(p.polroles) AS role)
           FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
       FROM pg_class c WHERE c.relname = ANY ($1) ORDER BY 1`,
      [guarded],
    );
    const own = `workspace * ("workspaceId" = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::uuid) everybody`;
    const owner = await house.sql('SELECT current_user::text AS name');
    // search_accounts() reads the keys as their owner, and keeps to its transaction's workspace by itself.
    const searching = `searching r true ${owner[0]?.['name']}`;
    expect(rows).toEqual(
      guarded.map((relname) => ({
        relname,
        guarded: true,
        policies: relname === 'SearchKey' ? [searching, own] : [own],
      })),
    );
  });

  test('is known: a table without a workspace is one of three (T-65)', async () => {
    const all = await house.sql(
      `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace`,
    );
    const others = all.map((row) => String(row['relname'])).filter((name) => !guarded.includes(name));
    expect(others.sort()).toEqual(['KeyCheck', 'Workspace', '_prisma_migrations']);
    expect(guarded).toHaveLength(24);
  });

  test('holds rows of both workspaces, so that the tests below can fail', async () => {
    for (const table of guarded) {
      const [row] = await house.sql(`SELECT count(DISTINCT "workspaceId")::int AS n FROM "${table}"`);
      expect([table, row?.['n']]).toEqual([table, 2]);
    }
  });

  test('shows its own rows alone, also to raw SQL (T-64, T-65)', async () => {
    const seen = await counts((fn) => house.as(house.founder, ({ db }) => fn(db)));
    for (const table of guarded) {
      const [row] = await house.sql(`SELECT count(*)::int AS n FROM "${table}" WHERE "workspaceId" = $1`, [
        house.workspaceId,
      ]);
      expect([table, seen[table]]).toEqual([table, row?.['n']]);
    }
  });

  test.each([
    ['none', ''],
    ['an unknown one', randomUUID()],
  ])('shows nothing when the workspace is %s (T-65)', async (_what, workspaceId) => {
    const seen = await counts((fn) => house.database.inSystem(workspaceId, fn));
    expect(seen).toEqual(Object.fromEntries(guarded.map((table) => [table, 0])));
    expect(await house.database.inSystem(workspaceId, (db) => countIn(db, 'Workspace'))).toBe(0);
  });

  test('takes no row for another workspace and moves none there (T-65)', async () => {
    await expect(
      house.as(house.founder, ({ db }) =>
        db.team.create({ data: { workspaceId: neighbour.workspaceId, name: 'Spies' } }),
      ),
    ).rejects.toThrow(/row-level security|42501/);
    await expect(
      house.as(house.founder, ({ db }) => db.team.updateMany({ data: { workspaceId: neighbour.workspaceId } })),
    ).rejects.toThrow();
    expect(
      await house.as(house.founder, ({ db }) => db.team.deleteMany({ where: { workspaceId: neighbour.workspaceId } })),
    ).toEqual({ count: 0 });
  });
});

describe('A workspace', () => {
  test('sees and changes itself alone', async () => {
    await house.as(house.founder, ({ db }) => db.workspace.updateMany({ data: { zone: 'Europe/Berlin' } }));
    const zones = await house.sql(`SELECT zone FROM "Workspace" WHERE id = $1`, [neighbour.workspaceId]);
    expect(zones).toEqual([{ zone: 'Asia/Shanghai' }]);
  });

  test('does not let its people into another one (T-64)', async () => {
    const intruder = { workspaceId: neighbour.workspaceId, slackUserId: 'U0STRANGER' };
    await expect(house.as(intruder, async () => 'in')).rejects.toThrow();
  });

  test('gives its names, numbers and people to another one as well: nobody can probe for them (T-65)', async () => {
    const numbers = [house, neighbour].map(async ({ sql, workspaceId }) =>
      sql(`SELECT number, name FROM "Account" WHERE "workspaceId" = $1 ORDER BY number`, [workspaceId]),
    );
    const [ours, theirs] = await Promise.all(numbers);
    expect(ours).toEqual(theirs);
  });

  test('cannot be searched from another one, also by hand (T-65)', async () => {
    const ask = JSON.stringify({ number: 1, probes: [], points: [], typos: [] });
    const search = (workspaceId: string) =>
      house.as(
        house.founder,
        ({ db }) => db.$queryRaw`SELECT * FROM search_accounts(${workspaceId}::uuid, NULL, ${ask}::jsonb, 5)`,
      );
    expect(await search(house.workspaceId)).toHaveLength(1);
    await expect(search(neighbour.workspaceId)).rejects.toThrow(/not the workspace|42501/);
  });
});

describe('A pooled connection', () => {
  test('forgets the workspace and the role of the work before, also of work that failed (T-65)', async () => {
    await using one = openDatabase({ url: house.url, vault: house.vault, enterWorkspace, connections: 1 });
    const see = (db: Db) =>
      db.$queryRaw<{ id: string; pid: number }[]>`SELECT id, pg_backend_pid() AS pid FROM "Workspace"`;
    const first = await one.inWorkspace(house.founder, ({ db }) => see(db));
    await expect(
      one.inWorkspace(house.founder, async ({ db }) => {
        await see(db);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    const second = await one.inWorkspace(neighbour.founder, ({ db }) => see(db));
    const none = await one.inSystem('', (db) => see(db));
    expect([first[0]?.id, second[0]?.id, none]).toEqual([house.workspaceId, neighbour.workspaceId, []]);
    expect(first[0]?.pid).toBe(second[0]?.pid);
  });

  test('serves two workspaces at once without mixing them (T-65)', async () => {
    const wanted = Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? house : neighbour));
    const got = await Promise.all(
      wanted.map(async (each) => {
        const rows = await each.as(each.founder, ({ db }) => db.account.findMany({ select: { workspaceId: true } }));
        return [...new Set(rows.map((row) => row.workspaceId))];
      }),
    );
    expect(got).toEqual(wanted.map((each) => [each.workspaceId]));
  });
});

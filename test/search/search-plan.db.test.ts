import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await aDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // Enough keys for an index to pay; whose they are does not matter here.
  await client.query(`SET session_replication_role = replica;
    INSERT INTO "SearchKey" ("workspaceId", "accountId", kind, key)
      SELECT gen_random_uuid(), gen_random_uuid(), 'core', md5(at::text) FROM generate_series(1, 5000) AS at`);
  await client.query('VACUUM ANALYZE "SearchKey"');
});
afterAll(async () => {
  await client.end();
  await database[Symbol.asyncDispose]();
});

/** The plan of a query as `role` sees it, when reading the whole table is no way out. */
async function planAs(role: string, query: string): Promise<string> {
  await client.query('BEGIN');
  await client.query(`SET LOCAL enable_seqscan = off; SET LOCAL ROLE ${role}`);
  await client.query(`SELECT set_config('app.workspace', gen_random_uuid()::text, true)`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS off) ${query}`);
  await client.query('ROLLBACK');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test('Trigrams are looked up in their index also where the owner of the tables is bound by row-level security', async () => {
  const owner = `owner_${randomBytes(6).toString('hex')}`;
  await client.query(`CREATE ROLE ${owner}; GRANT USAGE ON SCHEMA public TO ${owner}`);
  await client.query(`ALTER TABLE "SearchKey" OWNER TO ${owner}; ALTER POLICY searching ON "SearchKey" TO ${owner}`);
  const likeness = `SELECT FROM "SearchKey" WHERE kind IN ('core', 'pinyin') AND key %> 'umbrela'`;
  expect(await planAs(owner, likeness)).toMatch(/Index Cond: \(key %> 'umbrela'::text\)/);
  expect(await planAs('dossier_app', likeness)).not.toContain('Index Cond: (key %>');
  await client.query(`DROP OWNED BY ${owner} CASCADE`);
  await client.query(`DROP ROLE ${owner}`);
});

test('The app’s role may ask search_accounts, and nobody else may (T-65)', async () => {
  const { rows } = await client.query(
    `SELECT has_function_privilege('public', f.oid, 'execute') AS all, has_function_privilege('dossier_app', f.oid, 'execute') AS app,
       f.prosecdef AS definer, f.proconfig::text LIKE '%search_path=public, pg_temp%' AS fixed
     FROM pg_proc f WHERE f.proname = 'search_accounts'`,
  );
  expect(rows).toEqual([{ all: false, app: true, definer: true, fixed: true }]);
});

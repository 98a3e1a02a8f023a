import pg from 'pg';

/** One connection to a database; disposing closes it. */
export interface Session extends AsyncDisposable {
  /** The rows of one statement. */
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** The first column of the first row. */
  one(sql: string, values?: readonly unknown[]): Promise<unknown>;
}

export async function aSession(url: string): Promise<Session> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 15_000 });
  client.on('error', () => {}); // a statement in hand fails with it
  await client.connect();
  const rows = async (sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows;
  return {
    rows,
    one: async (sql, values) => Object.values((await rows(sql, values))[0] ?? {})[0],
    [Symbol.asyncDispose]: () => client.end().catch(() => {}),
  };
}

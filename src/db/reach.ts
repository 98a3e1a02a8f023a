import pg from 'pg';

/** The database does not let us in, or is not there. The message is for the operator. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
  /** A system's code, an SQLSTATE, or `no-answer`. */
  readonly code: string;
  constructor(code: string, options: ErrorOptions) {
    super(
      `The database cannot be reached: ${reasons[code] ?? code}. ` +
        'Check DATABASE_URL: host, port, name of the database, user and password.',
      options,
    );
    this.code = code;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its host and port (ECONNREFUSED)',
  ENOTFOUND: 'its host is not known (ENOTFOUND)',
  EAI_AGAIN: 'its host could not be looked up (EAI_AGAIN)',
  'no-answer': 'it does not answer',
  '28P01': 'it refuses the user or the password (28P01)',
  '28000': 'it refuses the user or the password (28000)',
  '3D000': 'there is no database of that name (3D000)',
};

/** A connection, straight to the server. @throws DatabaseUnreachable after five seconds at the latest */
export async function reachDatabase(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // whatever is in hand fails with it
  try {
    await client.connect();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no-answer';
    throw new DatabaseUnreachable(code, { cause: error });
  }
  return client;
}

import type { House } from '../support/house.ts';

/** Every row of every table as `COPY` writes it, by table: what a copy of the database would show. */
export async function dumpOf({ sql }: Pick<House, 'sql'>): Promise<ReadonlyMap<string, string>> {
  const tables = await sql(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const [place] = await sql(`SELECT current_setting('data_directory') || '/copy-of-' || current_database() AS file`);
  const file = String(place?.['file']);
  const dump = new Map<string, string>();
  for (const { relname } of tables) {
    await sql(`COPY (SELECT * FROM "${relname}" AS t ORDER BY t::text) TO '${file}'`);
    const [row] = await sql('SELECT pg_read_file($1) AS text', [file]);
    dump.set(String(relname), String(row?.['text']));
  }
  return dump;
}

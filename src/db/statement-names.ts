import { createHash } from 'node:crypto';

/** More distinct statements than the code has; those that come after them (lists of every length) stay unnamed. */
const most = 400;

/**
 * Names for prepared statements: a statement that has a name is parsed and planned once a connection rather than each
 * time, which is half of what a look-up costs the database. The names are made from the text, so that every process
 * gives a text the same one. Unnamed ('') beyond `most`: each name is kept by each connection.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most) return '';
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 24);
    names.set(sql, name);
    return name;
  };
}

/** A field that both sides changed, each to something else. */
export interface Conflict<T> {
  readonly field: keyof T;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<T> {
  /** Both sides' changes; where they conflict, `theirs`, so that nothing is overwritten before a person has chosen. */
  readonly merged: T;
  /** The fields in which `merged` differs from `theirs`: what is to be written. */
  readonly changed: readonly (keyof T)[];
  readonly conflicts: readonly Conflict<T>[];
}

/**
 * Three-way merge by field: `base` is what the person saw, `mine` what they sent, `theirs` what is stored now. A field
 * that `mine` lacks was not shown and is left alone. Values are JSON, compared by content.
 */
export function mergeFields<T extends object>(base: T, mine: Partial<T>, theirs: T): Merged<T> {
  const touched = keysOf(mine).filter((field) => !sameJson(mine[field], base[field]));
  const open = touched.filter((field) => !sameJson(mine[field], theirs[field]));
  const changed = open.filter((field) => sameJson(theirs[field], base[field]));
  const conflicts = open
    .filter((field) => !changed.includes(field))
    .map((field) => ({ field, base: base[field], mine: mine[field], theirs: theirs[field] }));
  const merged = { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) };
  return { merged, changed, conflicts };
}

/** Are two JSON values the same by content? Arrays in order, objects whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  return isObject(a) && isObject(b) && sameObject(a, b);
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => sameJson(item, b[i]));

function sameObject(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const keysOf = <T extends object>(of: Partial<T>): (keyof T)[] => Object.keys(of) as (keyof T)[];

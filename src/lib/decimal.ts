/** A written number taken apart: canonical digits, or the reason why it has no one reading. */
export type Decimal =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: 'number-unreadable' | 'number-ambiguous' };

const unreadable: Decimal = { ok: false, problem: 'number-unreadable' };
const ambiguous: Decimal = { ok: false, problem: 'number-ambiguous' };
const longest = 40;

/**
 * A number without sign, as people write it, to its canonical form: `1,200.50`, `1.200,50`, `1 200.5` → `1200.5`.
 * Exact: no float is ever made. Where both readings are alive it is ambiguous: `1.200` (1200 to a German, 1.2 to a
 * Chinese), `1,2000` (grouped by ten thousands, or 1.2). `1,200` is 1200: in English and in Chinese, the languages that
 * Dossier speaks, the comma groups thousands.
 */
export function readDecimal(text: string): Decimal {
  const marked = text.replace(/[ '’]/g, '_');
  if (text.length > longest || !/^[\d.,_]+$/.test(marked)) return unreadable;
  if (!/^\d/.test(marked) || !/\d$/.test(marked)) return unreadable;
  const signs = marked.match(/[.,_]/g) ?? [];
  const [first, second, third] = new Set(signs);
  if (first === undefined) return canonical(marked, '');
  if (third !== undefined) return unreadable;
  if (second !== undefined) return readBoth(marked, first, second);
  if (first === '_' || signs.length > 1) return readGroups(marked, first, '');
  return first === '.' ? readDot(marked) : readComma(marked);
}

/** Moves the decimal point `places` to the right: `shift('1.25', 4)` → `12500`. Exact. */
export function shift(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(places, '0');
  return join(whole + digits.slice(0, places), digits.slice(places));
}

/** Two kinds of sign: the first groups, the second is the decimal one and stands once, at the end. */
function readBoth(text: string, grouping: string, point: string): Decimal {
  const [whole = '', fraction = '', ...more] = text.split(point);
  if (point === '_' || more.length > 0) return unreadable;
  return readGroups(whole, grouping, fraction);
}

function readGroups(text: string, grouping: string, fraction: string): Decimal {
  const [head = '', ...groups] = text.split(grouping);
  const regular = canGroup(head) && groups.every((group) => /^\d{3}$/.test(group)) && /^\d*$/.test(fraction);
  return regular ? canonical(head + groups.join(''), fraction) : unreadable;
}

function readDot(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return canGroup(whole) && fraction.length === 3 ? ambiguous : canonical(whole, fraction);
}

function readComma(text: string): Decimal {
  const [whole = '', rest = ''] = text.split(',');
  if (rest.length === 3 && canGroup(whole)) return canonical(whole + rest, '');
  if (rest.length === 3 || rest.length === 4) return ambiguous;
  return rest.length > 4 ? unreadable : canonical(whole, rest);
}

const canGroup = (whole: string): boolean => /^[1-9]\d{0,2}$/.test(whole);

const canonical = (whole: string, fraction: string): Decimal => ({ ok: true, value: join(whole, fraction) });

function join(whole: string, fraction: string): string {
  const head = whole.replace(/^0+(?=\d)/, '') || '0';
  const tail = fraction.replace(/0+$/, '');
  return tail ? `${head}.${tail}` : head;
}

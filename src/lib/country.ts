import { codeByName, countryCodes, countryKey, countryName } from './country-names.ts';
import { type Read, refused, took } from './read.ts';
import { fold } from './text.ts';

const longest = 60;
/** A slip in every four letters, and no more than two. */
const slips = (name: string): number => Math.min(2, Math.floor(name.length / 4));

/**
 * A country as its ISO 3166-1 alpha-2 code, from the code or from its English or Chinese name. A name that is nearly one
 * (`Philipines`) is refused with the right one as a suggestion: of a near miss, only the person knows what was meant.
 */
export function readCountry(text: string): Read<string> {
  if (text.length > longest) return refused('country-unknown', text);
  const typed = fold(text);
  const code = typed.toUpperCase();
  if (countryCodes.includes(code)) return took(code);
  const named = codeByName.get(countryKey(typed));
  if (named !== undefined) return took(named);
  const near = nearest(countryKey(typed));
  return refused('country-unknown', text, near === null ? {} : { detail: { suggestion: near } });
}

/** The English name of the one country whose name is a slip or two away and nearer than any other's. */
function nearest(key: string): string | null {
  const near = [...codeByName]
    .filter(([name]) => Math.abs(name.length - key.length) <= slips(name))
    .map(([name, code]) => ({ code, steps: distance(name, key), most: slips(name) }))
    .filter(({ steps, most }) => steps <= most);
  const least = Math.min(...near.map(({ steps }) => steps));
  const [code, ...others] = new Set(near.filter(({ steps }) => steps === least).map((each) => each.code));
  return code === undefined || others.length > 0 ? null : countryName(code, 'en');
}

/** Levenshtein distance: insertions, deletions and replacements that turn one text into the other. */
function distance(from: string, to: string): number {
  const first = Array.from({ length: to.length + 1 }, (_, i) => i);
  const last = [...from].reduce((above, letter, row) => nextRow(above, letter, row + 1, to), first);
  return last.at(-1) ?? 0;
}

function nextRow(above: readonly number[], letter: string, row: number, to: string): number[] {
  const cells = [row];
  for (let i = 0; i < to.length; i += 1) {
    const replaced = (above[i] ?? 0) + (to[i] === letter ? 0 : 1);
    cells.push(Math.min(replaced, (above[i + 1] ?? 0) + 1, (cells[i] ?? 0) + 1));
  }
  return cells;
}

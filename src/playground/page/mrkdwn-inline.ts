import { decodeEntities } from './entities.ts';
import { type Control, parseControl } from './mrkdwn-control.ts';

type Mark = 'bold' | 'italic' | 'strike';
export type Inline =
  | Control
  | { kind: Mark; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'emoji'; name: string };

const MARKS: Readonly<Record<string, Mark>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
const SHORTCODE = /:([a-z0-9_+'-]{1,60}):/y;
const BARE_URL = /https?:\/\/[^\s<>|*~`]+/y;

/** Something that is read as a whole: no mark opens or closes inside it. */
type Atom = { end: number; node: Inline };
type Line = {
  text: string;
  atoms: ReadonlyMap<number, Atom>;
  /** For each mark and end of span: from here on there is no closing one. Keeps hostile text linear. */
  unclosed: Map<string, number>;
};

/** Reads one line of Slack's mrkdwn. The cost is linear in its length, whatever was typed. */
export function parseInline(text: string): Inline[] {
  const line = { text, atoms: findAtoms(text), unclosed: new Map<string, number>() };
  return readSpan(line, 0, text.length, '');
}

/** Reads a `plain_text` object: entities and, unless switched off, emoji; nothing else is markup. */
export function parsePlain(text: string, emoji: boolean): Inline[] {
  if (!emoji) return [{ kind: 'text', text: decodeEntities(text) }];
  const out: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(/:([a-z0-9_+'-]{1,60}):/g)) {
    pushText(out, text.slice(from, match.index));
    out.push({ kind: 'emoji', name: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  pushText(out, text.slice(from));
  return out;
}

function findAtoms(text: string): Map<number, Atom> {
  const atoms = new Map<number, Atom>();
  const last = { angle: text.lastIndexOf('>'), tick: text.lastIndexOf('`') };
  for (let at = 0; at < text.length; at = atoms.get(at)?.end ?? at + 1) {
    const atom = atomAt(text, at, last);
    if (atom) atoms.set(at, atom);
  }
  return atoms;
}

function atomAt(text: string, at: number, last: { angle: number; tick: number }): Atom | null {
  const opener = text[at];
  if (opener === '<' && at < last.angle) return spanTo(text, at, '>', parseControl);
  if (opener === '`' && at < last.tick) return spanTo(text, at, '`', codeSpan);
  if (opener === ':') return shortcodeAt(text, at);
  return opener === 'h' && !isWord(text[at - 1]) ? bareUrlAt(text, at) : null;
}

function spanTo(text: string, at: number, closer: string, read: (inside: string) => Inline): Atom | null {
  const close = text.indexOf(closer, at + 1);
  return close <= at + 1 ? null : { end: close + 1, node: read(text.slice(at + 1, close)) };
}

/** In code nothing is markup, but a link that Slack itself made of a URL still reads as that URL. */
function codeSpan(inside: string): Inline {
  const text = inside.replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => label ?? target);
  return { kind: 'code', text: decodeEntities(text) };
}

function shortcodeAt(text: string, at: number): Atom | null {
  SHORTCODE.lastIndex = at;
  const found = SHORTCODE.exec(text);
  return found ? { end: at + found[0].length, node: { kind: 'emoji', name: found[1] ?? '' } } : null;
}

function bareUrlAt(text: string, at: number): Atom | null {
  BARE_URL.lastIndex = at;
  const found = BARE_URL.exec(text)?.[0].replace(/[.,:;!?)'"]+$/, '');
  return found ? { end: at + found.length, node: parseControl(found) } : null;
}

function readSpan(line: Line, from: number, to: number, open: string): Inline[] {
  const out: Inline[] = [];
  let plainFrom = from;
  let at = from;
  while (at < to) {
    const step = stepAt(line, at, to, open);
    if (step) {
      pushText(out, line.text.slice(plainFrom, at));
      out.push(step.node);
      plainFrom = step.end;
    }
    at = step?.end ?? at + 1;
  }
  pushText(out, line.text.slice(plainFrom, to));
  return out;
}

function stepAt(line: Line, at: number, to: number, open: string): Atom | null {
  const atom = line.atoms.get(at);
  if (atom) return atom;
  const sign = line.text[at] ?? '';
  const mark = MARKS[sign];
  if (!mark || open.includes(sign) || !opensAt(line.text, at)) return null;
  const close = closerAfter(line, sign, at, to);
  if (close === null) return null;
  return { end: close + 1, node: { kind: mark, children: readSpan(line, at + 1, close, open + sign) } };
}

function opensAt(text: string, at: number): boolean {
  const next = text[at + 1];
  return !isWord(text[at - 1]) && next !== undefined && !SPACE.test(next) && next !== text[at];
}

function closerAfter(line: Line, sign: string, at: number, to: number): number | null {
  const key = `${sign}${to}`;
  if (at >= (line.unclosed.get(key) ?? Number.POSITIVE_INFINITY)) return null;
  for (let i = at + 1; i < to; i = line.atoms.get(i)?.end ?? i + 1) {
    if (line.text[i] !== sign || i === at + 1) continue;
    if (!SPACE.test(line.text[i - 1] ?? ' ') && !isWord(line.text[i + 1])) return i;
  }
  line.unclosed.set(key, at);
  return null;
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && WORD.test(char);
}

function pushText(out: Inline[], raw: string): void {
  if (raw !== '') out.push({ kind: 'text', text: decodeEntities(raw) });
}

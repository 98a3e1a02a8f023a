import { gluedVerb, type VerbKey, verbOf } from './verbs.ts';

/** What a typed line could mean, before anybody has looked whether an account is called so. */
export interface Reading {
  /** The line as typed, with Slack's three entities decoded. Kept whole: nothing typed is lost. */
  readonly line: string;
  readonly verb: { readonly key: VerbKey; readonly rest: string; readonly glued: boolean } | null;
  /** The whole line as a name. */
  readonly name: string;
  /** `=name` or `"name"`: meant to the letter, never a verb. */
  readonly literal: boolean;
  /** What stands before the first colon, when something follows it: meant as an account or a verb, with a note behind. */
  readonly beforeColon: string | null;
}

const decoded: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Slack may deliver `& < >` raw or as entities; both read the same. */
const decode = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => decoded[entity] ?? entity);

/** Reads a line of `/account` as far as that goes without looking anything up (commands.md). */
export function readLine(raw: string): Reading {
  const line = decode(raw).replace(/\s+/gu, ' ').trim();
  const literal = literalName(line);
  if (literal !== null) return { line, verb: null, name: literal, literal: true, beforeColon: null };
  return { line, verb: verbAtStart(line), name: line, literal: false, beforeColon: beforeColon(line) };
}

function literalName(line: string): string | null {
  if (line.startsWith('=')) return line.slice(1).trim();
  const quoted = /^["“”「]([^"“”「」]+)["“”」]$/u.exec(line);
  return quoted?.[1]?.trim() ?? null;
}

function verbAtStart(line: string): Reading['verb'] {
  const end = line.search(/[\s:：]/u);
  const first = end < 0 ? line : line.slice(0, end);
  const rest = end < 0 ? '' : line.slice(end).replace(/^[\s:：]+/u, '');
  const key = verbOf(first);
  if (key) return { key, rest, glued: false };
  const glued = gluedVerb(line);
  return glued && { key: glued.verb, rest: glued.rest.trim(), glued: true };
}

function beforeColon(line: string): string | null {
  const at = line.search(/[:：]/u);
  if (at <= 0 || line.slice(at + 1).trim() === '') return null;
  // The colon of an address is part of what was typed, not a separator.
  if (/^https?$/i.test(line.slice(0, at))) return null;
  return line.slice(0, at).trim();
}

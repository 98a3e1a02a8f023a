import { decodeEntities } from './entities.ts';

/** What stands between `<` and `>` in Slack text. */
export type Control =
  | { kind: 'link'; url: string; label: string }
  | { kind: 'user'; id: string; label: string | null }
  | { kind: 'channel'; id: string; label: string | null }
  | { kind: 'group'; label: string }
  | { kind: 'broadcast'; range: 'here' | 'channel' | 'everyone' }
  | { kind: 'date'; at: number; format: string; url: string | null; fallback: string }
  | { kind: 'text'; text: string };

const SAFE_URL = /^(?:https?:\/\/|mailto:|tel:|slack:\/\/)/i;
const DATE = /^!date\^(\d{1,12})\^([^^]*)(?:\^(.*))?$/s;

/**
 * Reads the inside of one control sequence. A scheme that a browser would run (`javascript:`, `data:`) is no link:
 * it comes back as the text that was typed.
 */
export function parseControl(inside: string): Control {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : decodeEntities(inside.slice(bar + 1));
  const [, sigil, id] = /^([@#])([A-Z0-9]+)$/.exec(target) ?? [];
  if (id !== undefined) return { kind: sigil === '@' ? 'user' : 'channel', id, label };
  if (target.startsWith('!')) return parseSpecial(target, label);
  const url = decodeEntities(target);
  if (SAFE_URL.test(url)) return { kind: 'link', url, label: label || url };
  return { kind: 'text', text: `<${decodeEntities(inside)}>` };
}

function parseSpecial(target: string, label: string | null): Control {
  const range = target.slice(1);
  if (range === 'here' || range === 'channel' || range === 'everyone') return { kind: 'broadcast', range };
  if (range.startsWith('subteam^')) return { kind: 'group', label: label ?? `@${range.slice('subteam^'.length)}` };
  const [, seconds, format, link] = DATE.exec(target) ?? [];
  if (seconds === undefined || format === undefined) return { kind: 'text', text: label ?? `<${range}>` };
  const url = link !== undefined && SAFE_URL.test(link) ? decodeEntities(link) : null;
  return { kind: 'date', at: Number(seconds), format: decodeEntities(format), url, fallback: label ?? '' };
}

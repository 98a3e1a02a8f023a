import type { Json } from './json.ts';
import { textOf } from './json.ts';

/** A flag as Slack reads it from a form or from JSON. */
export function flag(args: Json, name: string): boolean {
  const value = args[name];
  return value === true || value === 'true' || value === '1' || value === 1;
}

export function text(args: Json, name: string): string {
  const value = args[name];
  return textOf(value) ?? (typeof value === 'number' ? String(value) : '');
}

/** One page of a list, and the cursor of the next one (empty at the end). */
export function page<Item>(items: readonly Item[], args: Json): { items: readonly Item[]; next: string } {
  const wanted = Number(text(args, 'limit'));
  const limit = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, 1000) : 100;
  const from = Number(Buffer.from(text(args, 'cursor'), 'base64').toString().replace('next:', '')) || 0;
  const to = from + limit;
  const next = to < items.length ? Buffer.from(`next:${to}`).toString('base64') : '';
  return { items: items.slice(from, to), next };
}

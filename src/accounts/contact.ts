import { phoneParts } from '../lib/phone.ts';
import type { Values } from '../templates/field.ts';

/** The ways to reach a person, as field ids; each is one row of its own, sealed. */
export const pointKinds = ['mobile', 'landline', 'email', 'wechat'] as const;
export type PointKind = (typeof pointKinds)[number];

/** A person at an account. */
export interface Contact {
  readonly id: string;
  readonly accountId: string;
  readonly version: number;
  /** With the points of those who may see them; without for everybody else. */
  readonly values: Values;
}

/** Whom to call: present, preferred channel known first, then in the order in which they were noted. */
export function inOrder(contacts: readonly Contact[]): readonly Contact[] {
  const present = contacts.filter((contact) => contact.values['leftOn'] == null);
  const left = contacts.filter((contact) => contact.values['leftOn'] != null);
  const known = (contact: Contact): number => (contact.values['preferredKind'] == null ? 1 : 0);
  return [...present.toSorted((one, other) => known(one) - known(other)), ...left];
}

/** The point by which this person wants to be reached, or the first there is. */
export function bestPoint(contact: Contact): { kind: PointKind; value: string } | null {
  const preferred = pointKinds.find((kind) => kind === contact.values['preferredKind']);
  const kinds = preferred ? [preferred, ...pointKinds] : pointKinds;
  for (const kind of kinds) {
    const value = contact.values[kind];
    if (typeof value === 'string') return { kind, value };
  }
  return null;
}

/** What a point is found by: its standard form, and for a phone the number within its country as well. */
export function searchForms(kind: PointKind, value: string): { standard: string; short: string | null } {
  if (kind === 'email' || kind === 'wechat') return { standard: value.toLowerCase(), short: null };
  const { number, national } = phoneParts(value);
  return { standard: number, short: national };
}

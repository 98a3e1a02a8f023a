import type { MemberRow, TeamRow } from '../../src/access/member.ts';
import type { AccountLine } from '../../src/accounts/account-line.ts';
import type { CardFacts, Reader } from '../../src/accounts/card.ts';
import type { CardParts } from '../../src/accounts/card-wiring.ts';
import type { Contact } from '../../src/accounts/contact.ts';
import { contactsSection } from '../../src/accounts/contact.view.ts';
import type { Clash } from '../../src/accounts/revision.ts';
import type { ReadCard } from '../../src/desk/look.ts';
import type { Language } from '../../src/i18n/language.ts';
import { type Duplicate, duplicateReasons } from '../../src/search/duplicate.ts';
import type { Candidate } from '../../src/search/search-candidate.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import type { Field, FieldFacts, FieldValue, Values } from '../../src/templates/field.ts';

/** So many rows, and this text wherever people or other systems write something. */
export interface Hostile {
  readonly count: number;
  readonly text: string;
  readonly language: Language;
}

/** Ids that the views make mentions and links of: the only ones that may stand in what is sent. */
export const known = { user: 'U0KNOWN001', channel: 'C0KNOWN001', site: 'https://known.example' } as const;

export const at = new Date('2026-03-06T13:05:00Z');
export const idOf = (i: number): string => `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`;
export const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

export const readerOf = ({ language }: Hostile): Reader => ({ language, zone: 'Asia/Shanghai', now: at });

/** What stands for ids in fields: as many options, teams, people and accounts as there are rows. */
export function fieldFactsOf({ count, text }: Hostile): FieldFacts {
  const rows = times(count + 1, idOf);
  /** Hundreds of choices in every list, or all of them with the longest names, are more than Slack takes in a window. */
  const label = (i: number): string => (i < 20 ? text : `Choice ${i}`);
  const dimensions = ['tier', 'stage', 'industry', 'region'];
  return {
    options: dimensions.flatMap((dimension) =>
      (dimension === 'industry' ? rows : rows.slice(0, 12)).map((key, i) => ({
        dimension,
        key,
        labels: { en: label(i), zh: label(i) },
        retired: false,
      })),
    ),
    teams: rows.map((id, i) => ({ id, name: label(i) })),
    people: rows.map((memberId) => ({ memberId, slackUserId: known.user, name: text })),
    accounts: rows.map((id) => ({ id, name: text })),
  };
}

/** A value in every field: the text wherever a field can hold one. */
export const valuesOf = (fields: readonly Field[], hostile: Hostile): Values =>
  Object.fromEntries(fields.map((field) => [field.id, hostileValue(field, hostile)]));

export function hostileValue({ type }: Field, { count, text }: Hostile): FieldValue {
  switch (type) {
    case 'date':
      return '2026-12-31';
    case 'yesNo':
      return true;
    case 'money':
      return { amount: '9'.repeat(15), currency: 'USD' };
    case 'tags':
    case 'list':
      return times(Math.min(count, 20), () => text);
    case 'choice':
    case 'person':
    case 'team':
    case 'account':
      return idOf(0);
    case 'channel':
      return known.channel;
    case 'country':
      return 'CN';
    case 'number':
      return '12';
    case 'url':
      return `${known.site}/${text}`;
    default:
      return text;
  }
}

export const contactsOf = (hostile: Hostile): readonly Contact[] =>
  times(hostile.count, (i) => ({
    id: idOf(i),
    accountId: idOf(0),
    version: 1,
    values: { ...valuesOf(contactFields, hostile), preferredKind: i % 2 === 0 ? 'email' : null },
  }));

export function cardFactsOf(hostile: Hostile): CardFacts {
  const { text } = hostile;
  const words = { en: text, zh: text };
  const person = { name: text, slackUserId: known.user };
  return {
    account: {
      id: idOf(0),
      number: 999_999_999,
      version: 1,
      values: valuesOf(accountFields, hostile),
      kept: { ownerId: idOf(0), deputyId: null, teamId: null },
      archivedAt: at,
      mergedIntoId: null,
    },
    tier: words,
    stage: words,
    industry: words,
    region: words,
    owner: person,
    deputy: person,
    team: text,
    parent: { id: idOf(1), name: text },
    contactCount: hostile.count,
    contacts: contactsOf(hostile),
    may: { log: true, edit: true, contacts: true, history: true },
  };
}

/** The card with every slice's part of it. */
export async function cardOf(hostile: Hostile): Promise<ReadCard> {
  const facts = cardFactsOf(hostile);
  const reader = readerOf(hostile);
  const nothingToLoad = undefined as never;
  const render = await contactsSection.load(nothingToLoad, facts);
  const parts: CardParts = { lead: render(reader), body: [] };
  return { facts, parts, reader };
}

export const candidatesOf = ({ count, text }: Hostile): readonly Candidate[] =>
  times(count, (i) => ({
    id: idOf(i),
    number: i,
    name: text,
    city: text,
    tierKey: text,
    ownerSlackUserId: known.user,
    ownerName: text,
    archived: false,
    match: 'typo',
    rank: 9,
    key: text,
    score: 0.5,
    own: false,
    visitedAt: null,
    ownerId: idOf(0),
    deputyId: null,
    teamId: null,
  }));

export const linesOf = ({ count, text }: Hostile): readonly AccountLine[] =>
  times(count, (i) => ({ id: idOf(i), number: i, name: text, city: text, tierKey: text, contractEnd: at }));

export const duplicatesOf = ({ count, text }: Hostile): readonly Duplicate[] =>
  times(count, (i) => ({
    accountId: idOf(i),
    number: i,
    name: text,
    city: text,
    ownerName: text,
    reason: duplicateReasons[i % duplicateReasons.length] ?? 'same-name',
    similarity: 0.9,
  }));

export const clashesOf = (fields: readonly Field[], hostile: Hostile): readonly Clash[] =>
  times(hostile.count, (i) => {
    const field = fields[i % fields.length] as Field;
    const theirs = hostileValue(field, hostile);
    return { field: field.id, mine: null, theirs, actorId: idOf(0), at };
  });

export const membersOf = ({ count, text }: Hostile): readonly MemberRow[] =>
  times(count, (i) => ({
    id: idOf(i),
    slackUserId: known.user,
    name: text,
    roles: ['administrator', 'lead', 'manager', 'service', 'viewer'],
    kind: i % 2 === 0 ? 'guest' : 'outsider',
    active: false,
    teamId: idOf(i),
    askedAt: at,
    seenAt: at,
    locale: 'en-US',
    languageOverride: null,
  }));

export const teamsOf = ({ count, text }: Hostile): readonly TeamRow[] =>
  times(count, (i) => ({ id: idOf(i), name: text, leadId: idOf(i) }));

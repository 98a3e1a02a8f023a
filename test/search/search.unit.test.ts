import { describe, expect, test } from 'vitest';
import { type Matched, matchAccounts } from '../../src/search/search.ts';
import { readQuery } from '../../src/search/search-ask.ts';
import { type Candidate, ranks } from '../../src/search/search-candidate.ts';
import { aCandidate } from './search-candidates.ts';

const exact = (name: string, more: Partial<Candidate> = {}) =>
  aCandidate({ name, match: 'exact', rank: ranks.exact, ...more });
const prefix = (name: string, more: Partial<Candidate> = {}) =>
  aCandidate({ name, match: 'prefix', rank: ranks.prefix, ...more });
const typo = (name: string) => aCandidate({ name, match: 'typo', rank: ranks.typo });
const namesOf = (matched: Matched): readonly string[] => {
  if (matched.kind === 'one') return [matched.candidate.name];
  return (matched.kind === 'many' ? matched.candidates : matched.near).map(({ name }) => name);
};

describe('A query is certain about an account', () => {
  test('when it is its exact name or alias, whatever else begins so', () => {
    const found = matchAccounts('acme', [exact('Acme'), prefix('Acme Labs')]);
    expect(found).toMatchObject({ kind: 'one', certain: true, candidate: { name: 'Acme' } });
    const alias = aCandidate({ name: 'Blue', match: 'alias', rank: ranks.alias });
    expect(matchAccounts('acme', [alias, prefix('Acme Labs')])).toMatchObject({ kind: 'one', certain: true });
  });

  test('when it is its number', () => {
    const numbered = aCandidate({ name: 'Acme', match: 'number', rank: ranks.number });
    for (const query of ['KA-12', 'ka12', 'ＫＡ-000012', 'KA 12'])
      expect(matchAccounts(query, [numbered, exact('KA 12')])).toMatchObject({ kind: 'one', certain: true });
    expect(matchAccounts('12', [numbered])).toMatchObject({ kind: 'one', certain: false });
    expect(matchAccounts('360', [numbered, exact('360')])).toMatchObject({ kind: 'many' });
  });

  test('when its name alone begins so', () => {
    expect(matchAccounts('umb', [prefix('Umbrella'), typo('Umber')])).toMatchObject({ kind: 'one', certain: true });
    expect(matchAccounts('华', [prefix('华泰')])).toMatchObject({ kind: 'one', certain: true });
    expect(matchAccounts('u', [prefix('Umbrella')])).toMatchObject({ kind: 'one', certain: false });
  });
});

describe('A query leaves the account open', () => {
  test('when two are called so, or one is and the other goes by it', () => {
    const alias = aCandidate({ name: 'Blue', match: 'alias', rank: ranks.alias });
    expect(namesOf(matchAccounts('acme', [exact('Acme'), alias, prefix('Acme Labs')]))).toEqual([
      'Acme',
      'Blue',
      'Acme Labs',
    ]);
    expect(matchAccounts('acme', [exact('Acme'), exact('ACME')])).toMatchObject({ kind: 'many' });
  });

  test('when two begin so, or one has it for a core', () => {
    const core = aCandidate({ name: 'Acme Inc', match: 'core', rank: ranks.core });
    expect(matchAccounts('acme', [prefix('Acme Labs'), prefix('Acme West')])).toMatchObject({ kind: 'many' });
    expect(matchAccounts('acme', [prefix('Acme Labs'), core])).toMatchObject({ kind: 'many' });
    expect(matchAccounts('acme ltd', [core])).toMatchObject({ kind: 'one', certain: false });
  });

  test('when only its sound, a later word, a tag or a contact says so', () => {
    for (const [match, rank] of [
      ['initials', ranks.reading],
      ['word', ranks.word],
      ['tag', ranks.fact],
      ['contact', ranks.fact],
      ['pinyin', ranks.beginning],
    ] as const)
      expect(matchAccounts('htkj', [aCandidate({ match, rank })])).toMatchObject({ kind: 'one', certain: false });
  });

  test('when the account is archived, and a live one outranks it', () => {
    expect(matchAccounts('acme', [exact('Acme', { archived: true })])).toMatchObject({ kind: 'one', certain: false });
    const numbered = aCandidate({ match: 'number', rank: ranks.number, archived: true });
    expect(matchAccounts('KA-1', [numbered])).toMatchObject({ kind: 'one', certain: false });
    const found = matchAccounts('acme', [exact('Acme', { archived: true }), exact('ACME')]);
    expect(found).toMatchObject({ kind: 'one', certain: true, candidate: { name: 'ACME' } });
  });
});

test('A slip finds nobody, and shows who may have been meant', () => {
  expect(matchAccounts('acmme', [typo('Acme')])).toMatchObject({ kind: 'none', near: [{ name: 'Acme' }] });
  expect(matchAccounts('acme', [])).toEqual({ kind: 'none', near: [] });
});

test('=Name and "Name" are meant to the letter', () => {
  for (const query of ['=New', '"New"', '“New”', '「New」']) {
    expect(readQuery(query)).toMatchObject({ text: 'New', exactly: true, number: null });
    expect(matchAccounts(query, [exact('New'), prefix('New York Times')])).toMatchObject({
      kind: 'one',
      certain: true,
    });
    expect(matchAccounts(query, [prefix('New York Times')])).toMatchObject({ kind: 'none' });
  }
  expect(matchAccounts('=New', [exact('New', { archived: true })])).toMatchObject({ kind: 'one', certain: false });
  expect(readQuery('=KA-12')).toMatchObject({ number: null });
});

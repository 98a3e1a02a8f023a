import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/search/search-candidate.ts';
import { leadsOf, longestName } from '../../src/search/search-lead.ts';
import { aCandidate } from './search-candidates.ts';

const keys = (text: string): readonly string[] => leadsOf(text).leads.map(({ key }) => key);
/** What the database would answer: each account with the lead (counted from the longest) that found it, and how. */
const led = (text: string, found: readonly (Partial<Candidate> & { lead: string; as: 'key' | 'beginning' })[]) => {
  const leads = leadsOf(text);
  const candidates = found.map(({ lead, as, ...known }) => {
    const at = leads.leads.findIndex(({ key }) => key === lead);
    return aCandidate({
      match: as === 'key' ? 'exact' : 'prefix',
      key: lead,
      ...known,
      rank: 2 * at + (as === 'key' ? 0 : 1),
    });
  });
  return longestName(
    text,
    leads,
    candidates.toSorted((one, other) => one.rank - other.rank),
  );
};

describe('The leads of a line', () => {
  test('are its beginnings, longest first, by words and by Chinese characters', () => {
    expect(keys('Acme, Inc. met May')).toEqual(['acme inc met may', 'acme inc met', 'acme inc', 'acme']);
    expect(keys('华泰 拜访')).toEqual(['华泰拜访', '华泰拜', '华泰', '华']);
    expect(keys('3M中国 电话')).toEqual(['3m中国电话', '3m中国电', '3m中国', '3m中', '3m']);
  });

  test('are what stands in quotes, or a number, alone', () => {
    expect(keys('"New York Times" met')).toEqual(['new york times']);
    expect(leadsOf('KA-12 met May')).toMatchObject({ number: 12, exactly: true });
    expect(leadsOf('KA-12b met')).toMatchObject({ number: null });
    expect(leadsOf('=New met')).toMatchObject({ exactly: true });
    expect(keys('=New met')).toEqual(['new met', 'new']);
  });

  test('are few, however long the line is (T-46)', () => {
    expect(keys('word '.repeat(1000)).length).toBeLessThanOrEqual(8);
    expect(keys('华泰'.repeat(1000)).length).toBeLessThanOrEqual(20);
    expect(keys('')).toEqual([]);
  });
});

describe('The longest name at the beginning of a line', () => {
  test('is taken, and the rest is the note', () => {
    const found = led('Acme, Inc. met May; next', [
      { name: 'Acme', lead: 'acme', as: 'key' },
      { name: 'Acme, Inc.', lead: 'acme inc', as: 'key' },
    ]);
    expect(found).toMatchObject({
      kind: 'one',
      certain: true,
      candidate: { name: 'Acme, Inc.' },
      rest: 'met May; next',
    });
  });

  test('is found in Chinese without a space, and is certain only when it is whole', () => {
    const text = '华泰科技拜访李总';
    expect(led(text, [{ lead: '华泰科技', as: 'key' }])).toMatchObject({
      kind: 'one',
      certain: true,
      rest: '拜访李总',
    });
    expect(led(text, [{ lead: '华泰', as: 'beginning', key: '华泰银行' }])).toMatchObject({
      kind: 'one',
      certain: false,
    });
    expect(led('华泰 拜访李总', [{ lead: '华泰', as: 'beginning', key: '华泰科技' }])).toMatchObject({
      kind: 'one',
      certain: true,
      rest: '拜访李总',
    });
  });

  test('may be the first word of one name, unless it could be the note’s own', () => {
    const umbrella = { lead: 'umbrella', as: 'beginning', key: 'umbrella corporation' } as const;
    expect(led('umbrella: met May', [umbrella])).toMatchObject({ kind: 'one', certain: true, rest: 'met May' });
    for (const [text, lead, key] of [
      ['met May', 'met', 'metro'],
      ['the customer called', 'the', 'the new york inquirer'],
      ['call Bob', 'call', 'callisto'],
    ] as const)
      expect(led(text, [{ lead, as: 'beginning', key }])).toMatchObject({ kind: 'one', certain: false });
  });

  test('is open when the line goes on as a longer name does', () => {
    const found = led('Acme Labs Berlin called', [
      { name: 'Acme', lead: 'acme', as: 'key' },
      { name: 'Acme Labs GmbH', lead: 'acme labs', as: 'beginning', key: 'acme labs gmbh' },
    ]);
    expect(found).toMatchObject({ kind: 'many', candidates: [{ name: 'Acme Labs GmbH' }, { name: 'Acme' }] });
    const cut = led('Acme met Li', [
      { name: 'Acme', lead: 'acme', as: 'key' },
      { name: 'Acme Metals', lead: 'acme met', as: 'beginning', key: 'acme metals' },
    ]);
    expect(cut).toMatchObject({ kind: 'one', certain: true, candidate: { name: 'Acme' }, rest: 'met Li' });
  });

  test('is open when several are called so, and not certain by its sound', () => {
    const twice = [
      { name: 'Acme', lead: 'acme', as: 'key' },
      { name: 'ACME', lead: 'acme', as: 'key' },
    ] as const;
    expect(led('acme met', twice)).toMatchObject({ kind: 'many', rest: 'met' });
    expect(led('htkj met', [{ lead: 'htkj', as: 'key', match: 'initials' }])).toMatchObject({
      kind: 'one',
      certain: false,
    });
    expect(led('nobody met', [])).toEqual({ kind: 'none' });
  });
});

import { describe, expect, test } from 'vitest';
import { duplicatesAmong, nameSimilarity } from '../../src/search/duplicate.ts';
import { aCandidate } from './search-candidates.ts';
import { companies } from './search-names.ts';

describe('Two names are', () => {
  test('the same when only case, spaces, marks and invisible characters differ (T-40)', () => {
    for (const [one, other] of [
      ['Acme', 'ＡＣＭＥ'],
      ['Acme', 'Ac\u200bme'],
      ['Green-Plus', 'greenplus'],
      ['华泰 科技', '华泰科技'],
    ] as const)
      expect(nameSimilarity(one, other)).toBe(1);
  });

  test('similar when the legal form, script, order of words, an addition or a slip sets them apart', () => {
    for (const [one, other] of [
      ['Acme, Inc.', 'Acme Ltd'],
      ['华泰科技', 'Huatai Keji'],
      ['华泰科技', '华太科技有限公司'],
      ['Capital Vehement Partners', 'Vehement Capital Partners'],
      ['北京华泰科技有限公司', '华泰科技'],
      ['Umbrella', 'Umbrela Corporation'],
      ['Isdom', 'Idsom'],
      ['Acme Holdings', 'Acme Corporation'],
    ] as const) {
      const similarity = nameSimilarity(one, other);
      expect(similarity, `${one} / ${other}`).toBeGreaterThanOrEqual(0.8);
      expect(similarity).toBeLessThan(1);
      expect(nameSimilarity(other, one)).toBe(similarity);
    }
  });

  test('not similar when they are two customers of one market', () => {
    expect(nameSimilarity('华泰科技', '华夏科技')).toBeLessThan(0.83);
    expect(nameSimilarity('Bank', 'Bank of Ireland')).toBeLessThan(0.8);
    const pairs = companies.flatMap((one, at) => companies.slice(at + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => nameSimilarity(one, other) >= 0.8)).toEqual([]);
  });
});

describe('Possible duplicates', () => {
  test('come with their strongest reason, the strongest first, each account once', () => {
    const twin = aCandidate({ name: 'ACME', match: 'exact', key: 'acme' });
    const found = duplicatesAmong('Acme', [
      aCandidate({ name: 'Acmee', match: 'typo', key: 'acmee' }),
      aCandidate({ name: 'Zumgo', match: 'domain', key: 'acme.com' }),
      aCandidate({ name: 'Kan', match: 'point', key: 'Li Wei' }),
      twin,
      { ...twin, match: 'point', key: 'Li Wei' },
    ]);
    expect(found.map(({ name, reason }) => [name, reason])).toEqual([
      ['ACME', 'same-name'],
      ['Kan', 'same-phone'],
      ['Zumgo', 'same-website'],
      ['Acmee', 'similar-name'],
    ]);
  });

  test('are at most five, and none that merely turned up in the search', () => {
    const many = Array.from({ length: 9 }, (_, at) => aCandidate({ name: `Acme ${'Ltd '.repeat(at)}`, match: 'core' }));
    expect(duplicatesAmong('Acme', many)).toHaveLength(5);
    const part = aCandidate({ name: '华泰科技有限公司', match: 'word', key: '科技' });
    expect(duplicatesAmong('科技有限公司', [part])).toEqual([]);
    expect(duplicatesAmong('Acme', [aCandidate({ name: 'Acropolis', match: 'typo', key: 'acropolis' })])).toEqual([]);
  });

  test('count an alias as a name, and a contact’s name as none', () => {
    const aliased = aCandidate({ name: 'Hydrania', match: 'alias', key: 'acme' });
    expect(duplicatesAmong('Acme', [aliased])).toMatchObject([{ name: 'Hydrania', reason: 'same-name' }]);
    const reached = aCandidate({ name: 'Hydrania', match: 'point', key: 'Acme' });
    expect(duplicatesAmong('Acme', [reached])).toMatchObject([{ reason: 'same-phone' }]);
    expect(duplicatesAmong(null, [reached])).toMatchObject([{ reason: 'same-phone' }]);
  });
});

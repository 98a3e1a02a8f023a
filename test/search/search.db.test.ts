import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchAccounts } from '../../src/search/search.ts';
import { chinese, companies } from './search-names.ts';
import { aSearchWorld, type SearchWorld } from './search-world.ts';

const names = async (world: SearchWorld, query: string): Promise<readonly string[]> =>
  (await world.search(query)).map(({ name }) => name);
const allNames = async (world: SearchWorld, queries: readonly string[]): Promise<readonly (readonly string[])[]> =>
  (await world.searchAll(queries)).map((found) => found.map(({ name }) => name));

describe('Among 85 companies one is found', () => {
  let world: SearchWorld;
  beforeAll(async () => {
    world = await aSearchWorld();
    await world.accounts(companies.map((name) => ({ name })));
  });
  afterAll(() => world[Symbol.asyncDispose]());

  test('by its name, first and for certain (R15)', async () => {
    for (const [at, found] of (await world.searchAll(companies)).entries()) {
      const name = companies[at] ?? '';
      expect(matchAccounts(name, found)).toMatchObject({ kind: 'one', certain: true, candidate: { name } });
    }
  });

  test('by its first four letters (R15)', async () => {
    const found = await allNames(
      world,
      companies.map((name) => name.slice(0, 4)),
    );
    for (const [at, name] of companies.entries()) expect(found[at]).toContain(name);
  });

  test('by its name without the legal form, spaces and hyphens (R15)', async () => {
    for (const [typed, name] of [
      ['umbrella', 'Umbrella Corporation'],
      ['greenplus', 'Green-Plus'],
      ['jtexon', 'J-Texon'],
      ['new york', 'The New York Inquirer'],
      ['inquirer', 'The New York Inquirer'],
      ['gekko', 'Gekko & Co'],
      ['acme corp', 'Acme Corporation'],
    ] as const)
      expect((await names(world, typed))[0]).toBe(name);
  });

  for (const [slip, spoil] of Object.entries(slips())) {
    test(`with ${slip}, first or listed for 95 in 100 at least (R15)`, async () => {
      const typed = companies.map(spoil);
      const found = await allNames(world, typed);
      const missed = companies.flatMap((name, at) => (found[at]?.includes(name) ? [] : [`${name} as ${typed[at]}`]));
      expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(companies.length * 0.05);
    });
  }

  test('with a slip in the one word of its name that not everybody has', async () => {
    const made = ['Ostrava Holdings', 'Kelpie Holdings', 'Larch Holdings'].map((name) => ({ name }));
    await world.accounts(made);
    expect(await names(world, 'Kelpei Holdings')).toEqual(['Kelpie Holdings']);
  });

  test('and with a slip nothing is certain', async () => {
    const found = matchAccounts('Umbrela Corporation', await world.search('Umbrela Corporation'));
    expect(found).toMatchObject({ kind: 'none', near: [{ name: 'Umbrella Corporation' }] });
  });
});

/** One slip of the finger each, at a place that wanders from name to name. */
function slips(): Record<string, (name: string, seed: number) => string> {
  const at = (name: string, seed: number): number => 1 + (seed % (name.length - 2));
  return {
    'a letter missing': (name, seed) => name.slice(0, at(name, seed)) + name.slice(at(name, seed) + 1),
    'a letter too many': (name, seed) => `${name.slice(0, at(name, seed))}q${name.slice(at(name, seed))}`,
    'a wrong letter': (name, seed) => `${name.slice(0, at(name, seed))}q${name.slice(at(name, seed) + 1)}`,
    'two letters swapped': (name, seed) => {
      const place = at(name, seed);
      return name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2);
    },
  };
}

describe('Among 200 Chinese companies one is found', () => {
  let world: SearchWorld;
  beforeAll(async () => {
    world = await aSearchWorld();
    await world.accounts(chinese.map(({ name }) => ({ name })));
  });
  afterAll(() => world[Symbol.asyncDispose]());

  test('by its full pinyin, written as one word, in syllables, and with its legal form (R15)', async () => {
    for (const spell of [
      (syllables: readonly string[]) => syllables.join(''),
      (syllables: readonly string[]) => syllables.join(' '),
      (syllables: readonly string[]) => `${syllables.join('')}youxiangongsi`,
    ]) {
      const found = await allNames(
        world,
        chinese.map(({ syllables }) => spell(syllables)),
      );
      for (const [at, { name }] of chinese.entries()) expect(found[at]?.[0]).toBe(name);
    }
  });

  test('by the initials of its pinyin (R15)', async () => {
    const found = await allNames(
      world,
      chinese.map(({ syllables }) => syllables.map(([first]) => first).join('')),
    );
    for (const [at, { name }] of chinese.entries()) expect(found[at]).toContain(name);
  });

  test('by characters from its middle, and by others that sound the same', async () => {
    expect(await names(world, '华泰科技')).toHaveLength(10);
    expect((await names(world, '重庆华太科技'))[0]).toBe('重庆华泰科技有限公司');
    expect(await names(world, '厦门行')).toEqual(['厦门行健体育有限公司']);
  });
});

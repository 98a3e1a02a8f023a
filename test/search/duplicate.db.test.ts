import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDuplicates } from '../../src/search/duplicate.store.ts';
import { aSearchWorld, type SearchWorld } from './search-world.ts';

let world: SearchWorld;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await aSearchWorld();
  const made = [
    { name: 'Umbrella Corporation', website: 'https://www.umbrella.example/', city: 'Paris' },
    { name: '北京华泰科技有限公司', aliases: ['Huatai Tech'] },
    { name: 'Vehement Capital Partners', contacts: ['Li Wei'], points: [{ blind: 'digest' }] },
    { name: 'Long Gone', archivedAt: new Date('2025-01-01') },
    { name: 'Zathunicon' },
  ];
  for (const [at, id] of (await world.accounts(made)).entries()) ids[made[at]?.name ?? ''] = id;
});
afterAll(() => world[Symbol.asyncDispose]());
const found = async (newcomer: Parameters<typeof findDuplicates>[1]) =>
  (await world.run((db) => findDuplicates(db, newcomer))).map(({ name, reason }) => [name, reason]);

test('A possible duplicate is found by the same or a similar name (R23)', async () => {
  for (const [name, twin, reason] of [
    ['UMBRELLA  corporation', 'Umbrella Corporation', 'same-name'],
    ['Umbrella\u200b Corporation', 'Umbrella Corporation', 'same-name'],
    ['Umbrella Ltd', 'Umbrella Corporation', 'similar-name'],
    ['Umbrela', 'Umbrella Corporation', 'similar-name'],
    ['Umbrella Europe', 'Umbrella Corporation', 'similar-name'],
    ['Huatai Tech', '北京华泰科技有限公司', 'same-name'],
    ['华泰科技', '北京华泰科技有限公司', 'similar-name'],
    ['北京华太科技', '北京华泰科技有限公司', 'similar-name'],
    ['Beijing Huatai Keji', '北京华泰科技有限公司', 'similar-name'],
    ['Zathuncion', 'Zathunicon', 'similar-name'],
    ['Long Gone', 'Long Gone', 'same-name'],
  ] as const)
    expect(await found({ name, website: null }), name).toEqual([[twin, reason]]);
});

test('A possible duplicate is found by the same website or phone (R23)', async () => {
  const domain = 'https://umbrella.example/fr';
  expect(await found({ name: 'Parapluie', website: domain })).toEqual([['Umbrella Corporation', 'same-website']]);
  const byPhone = [['Vehement Capital Partners', 'same-phone']];
  expect(await found({ name: 'Parapluie', website: null, phones: ['digest', 'other'] })).toEqual(byPhone);
  expect(await found({ name: null, website: null, phones: ['digest'] })).toEqual(byPhone);
});

test('An account is no duplicate of itself, and a new name has none', async () => {
  const exceptId = ids['Umbrella Corporation'] ?? '';
  expect(await found({ name: 'Umbrella Corporation', website: 'https://umbrella.example', exceptId })).toEqual([]);
  for (const name of ['Entirely Different', '%', '', '🎉', 'U'])
    expect(await found({ name, website: null, phones: [] }), name).toEqual([]);
});

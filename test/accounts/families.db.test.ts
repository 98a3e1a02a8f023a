import { afterAll, beforeAll, expect, test } from 'vitest';
import { editAccount } from '../../src/accounts/account.flow.ts';
import { aHouse, type House } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

/** Makes one account part of another; the version is that of a form opened just before. */
const join = async (id: string, parentId: string | null, version = 1) =>
  house.as(house.founder, (work) => editAccount(work, { id, version, mine: { parentId } }));
const several = (...names: readonly string[]) =>
  Promise.all(names.map(async (name) => (await house.anAccount(name)).id));

test('A company is not part of itself', async () => {
  const [acme = ''] = await several('Acme');
  expect(await join(acme, acme)).toEqual({ ok: false, problem: 'own-parent' });
});

test('A company is not part of what is part of it, however many stand between', async () => {
  const [holding = '', group = '', plant = ''] = await several('Holding', 'Group', 'Plant');
  expect(await join(plant, group)).toMatchObject({ ok: true });
  expect(await join(group, holding)).toMatchObject({ ok: true });
  expect(await join(holding, plant)).toEqual({ ok: false, problem: 'own-parent' });
  expect(await join(holding, group)).toEqual({ ok: false, problem: 'own-parent' });
  expect(await join(plant, holding, 2)).toMatchObject({ ok: true });
});

test('Two companies do not become part of each other, also when both are saved at the same moment (T-25)', async () => {
  for (let n = 0; n < 15; n += 1) {
    const [a = '', b = '', c = ''] = await several(`A${n}`, `B${n}`, `C${n}`);
    const results = await Promise.all([join(a, b), join(b, c), join(c, a)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'own-parent' });
  }
});

test('A parent that was left is no parent: the other way round is free', async () => {
  const [one = '', other = ''] = await several('One', 'Other');
  await join(one, other);
  await join(one, null, 2);
  expect(await join(other, one)).toMatchObject({ ok: true });
});

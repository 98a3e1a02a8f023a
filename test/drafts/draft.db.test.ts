import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropDraft } from '../../src/drafts/draft.flow.ts';
import { keepDraft, openDrafts, settleDraft } from '../../src/drafts/draft.store.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const keep = (person: Person, line: string) => house.as(person, (work) => keepDraft(work, line));
const linesOf = async (person: Person) =>
  (await house.as(person, (work) => openDrafts(work, 5))).map(({ line }) => line);

test('What was typed is kept to the letter, newest first, for who typed it', async () => {
  const person = await house.aMember({ roles: ['manager'] });
  await keep(person, 'lgo acme: met <@U1> & “Li”\n下一步：周五');
  await keep(person, 'lgo birch: met');
  expect(await linesOf(person)).toEqual(['lgo birch: met', 'lgo acme: met <@U1> & “Li”\n下一步：周五']);
  expect(await linesOf(house.founder)).toEqual([]);
});

test('A draft is put away by its writer alone, and once', async () => {
  const person = await house.aMember({ roles: ['manager'] });
  const [dropped, used] = [await keep(person, 'one'), await keep(person, 'two')];
  expect(await house.as(house.founder, (work) => dropDraft(work, dropped))).toBe(false);
  expect(await house.as(person, (work) => dropDraft(work, dropped))).toBe(true);
  expect(await house.as(person, (work) => dropDraft(work, dropped))).toBe(false);
  expect(await house.as(person, (work) => settleDraft(work, used, 'used'))).toBe(true);
  expect(await linesOf(person)).toEqual([]);
});

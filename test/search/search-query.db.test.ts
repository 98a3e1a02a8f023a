import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Role } from '../../src/access/actor.ts';
import { Refused } from '../../src/access/policy.ts';
import { createVault } from '../../src/lib/vault.ts';
import { findAccounts } from '../../src/search/search.query.ts';
import { findLead } from '../../src/search/search-lead.store.ts';
import { aSearchWorld, type SearchWorld } from './search-world.ts';

const vault = createVault([Buffer.alloc(32, 7)]);
let world: SearchWorld;
let memberId: string;
beforeAll(async () => {
  world = await aSearchWorld();
  memberId = await world.member('Mei');
});
afterAll(() => world[Symbol.asyncDispose]());

const search = (query: string, role: Role | null, limit = 20, who: Partial<Actor> = {}) =>
  world.run((db) => {
    const actor: Actor = {
      workspaceId: world.workspaceId,
      memberId,
      slackUserId: 'U1',
      roles: role ? [role] : [],
      kind: 'full',
      active: true,
      teamId: null,
      leads: [],
      standsInFor: [],
      language: 'en',
      zone: 'UTC',
      ...who,
    };
    const now = new Date('2026-03-02T09:00:00Z');
    return findAccounts({ db, actor, now, operationId: randomUUID(), vault }, query, limit);
  });

test('What was found through a contact is shown to those alone who may read that account’s contacts (R72, T-69)', async () => {
  const teamId = await world.team('East');
  const digests = {
    blind: vault.blind('+8613800138000', 'ContactPoint.value'),
    blindShort: vault.blind('13800138000', 'ContactPoint.short'),
  };
  const made = { contacts: ['Ottilie Kranz'], points: [digests] };
  const [own, team, others] = await world.accounts([
    { ...made, name: 'Kept By Mei', ownerId: memberId },
    { ...made, name: 'Kept By East', teamId },
    { ...made, name: 'Kept By Others' },
  ]);
  for (const query of ['ottilie kranz', 'ottilie', '138 0013 8000', '+86 13800138000', '0086 138-0013-8000']) {
    const seen = async (...who: Parameters<typeof search> extends [string, ...infer Rest] ? Rest : never) =>
      (await search(query, ...who)).map(({ id }) => id).toSorted();
    expect(await seen('manager'), query).toEqual([own]);
    expect(await seen('manager', 20, { teamId }), query).toEqual([own, team].toSorted());
    expect(await seen('lead', 20, { leads: [teamId] }), query).toEqual([own, team].toSorted());
    expect(await seen('service'), query).toEqual([own, team, others].toSorted());
    expect(await seen('viewer'), query).toEqual([]);
  }
});

test('An account whose contact must not be seen is still found by its name', async () => {
  const id = await world.account({ name: 'Pelikan Harbour', contacts: ['Pelikan'] });
  expect(await search('pelikan', 'viewer')).toMatchObject([{ id, match: 'prefix' }]);
  expect(await search('pelikan', 'head')).toMatchObject([{ id, match: 'prefix' }]);
});

test('A search gives no more than was asked for, and nothing to somebody without a role', async () => {
  await world.accounts(['Mango One', 'Mango Two'].map((name) => ({ name })));
  await world.accounts(['Fruit One', 'Fruit Two'].map((name) => ({ name, contacts: ['Mango'] })));
  expect(await search('mango', 'head', 2)).toHaveLength(2);
  await expect(search('mango', null)).rejects.toThrow(Refused);
});

test('The beginning of a line names an account in the words of its keys', async () => {
  const [acme, labs, huatai] = await world.accounts([
    { name: 'Acme, Inc.' },
    { name: 'Acme Labs', aliases: ['The Lab'] },
    { name: '华泰科技有限公司' },
  ]);
  const [{ number = 0 } = {}] = await world.search('acme labs');
  const lead = (text: string) => world.run((db) => findLead(db, { workspaceId: world.workspaceId, memberId, text }));
  for (const [text, id, certain, rest] of [
    ['Acme, Inc. met May', acme, true, 'met May'],
    ['the lab called', labs, true, 'called'],
    [`KA-${number}: met`, labs, true, 'met'],
    ['"acme labs" met', labs, true, 'met'],
    ['华泰 拜访李总，确认试点', huatai, true, '拜访李总，确认试点'],
    ['华泰科技有限公司拜访李总', huatai, true, '拜访李总'],
    ['华泰科技拜访李总', huatai, false, '拜访李总'],
    ['htkj 拜访', huatai, false, '拜访'],
    ['huataikeji 拜访', huatai, false, '拜访'],
  ] as const)
    expect(await lead(text), text).toMatchObject({ kind: 'one', candidate: { id }, certain, rest });
  expect(await lead('acme met')).toMatchObject({ kind: 'many', rest: 'met' });
  for (const text of ['lgo met', '', '=acme met', '%']) expect(await lead(text), text).toEqual({ kind: 'none' });
});

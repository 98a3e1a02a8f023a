import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replaceKeys, searchAccounts } from '../../src/search/search.store.ts';
import { matchAccounts } from '../../src/search/search.ts';
import { ranks } from '../../src/search/search-candidate.ts';
import { aSearchWorld, type SearchWorld } from './search-world.ts';

let world: SearchWorld;
beforeAll(async () => {
  world = await aSearchWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const idsOf = async (query: string, how?: Parameters<SearchWorld['search']>[1]): Promise<readonly string[]> =>
  (await world.search(query, how)).map(({ id }) => id);
const day = (date: number): Date => new Date(Date.UTC(2026, 1, date));

describe('A search', () => {
  test('finds by alias, tag, number, website and contact, and says by which (R15, R29)', async () => {
    const id = await world.account({
      name: 'Hydrania Waterworks',
      aliases: ['Blue Drop', '蓝滴'],
      tags: ['Quarterly Review'],
      website: 'https://www.hydrania.example/about',
      contacts: ['Tomasz Wójcik', '欧阳娜'],
    });
    const [{ number = 0 } = {}] = await world.search('hydrania waterworks');
    for (const [query, match] of [
      ['Blue  drop', 'alias'],
      ['landi', 'pinyin'],
      ['quarterly review', 'tag'],
      [`KA-${number}`, 'number'],
      [`ka 000${number}`, 'number'],
      ['hydrania.example', 'domain'],
      ['https://hydrania.example/contact', 'domain'],
      ['tomasz wojcik', 'contact'],
      ['ouyangna', 'contact'],
    ] as const)
      expect(await world.search(query), query).toMatchObject([{ id, match }]);
  });

  test('finds by the digest of an e-mail address or phone number', async () => {
    const id = await world.account({
      name: 'Digested',
      contacts: ['Somebody'],
      points: [{ blind: 'whole', blindShort: 'national' }],
    });
    for (const blinds of [['whole'], ['unknown', 'national']])
      expect(await world.search('13800138000', { blinds })).toMatchObject([{ id, match: 'point' }]);
  });

  test('puts own and recently opened accounts first within the same kind of hit', async () => {
    const memberId = await world.member('Mei');
    const [other, recent, older, deputised, owned] = await world.accounts([
      { name: 'Quorum A' },
      { name: 'Quorum B' },
      { name: 'Quorum C' },
      { name: 'Quorum D', deputyId: memberId },
      { name: 'Quorum E', ownerId: memberId },
    ]);
    await world.visit(memberId, recent ?? '', day(5));
    await world.visit(memberId, older ?? '', day(4));
    expect(await idsOf('quorum', { memberId })).toEqual([deputised, owned, recent, older, other]);
    expect((await idsOf('quorum a', { memberId }))[0]).toBe(other);
  });

  test('puts own accounts first also where more begin alike than are looked at', async () => {
    const memberId = await world.member('Ann');
    await world.accounts(Array.from({ length: 150 }, (_, at) => ({ name: `Thronged ${String(at).padStart(3, '0')}` })));
    const own = await world.account({ name: 'Thronged Zulu', ownerId: memberId });
    expect((await idsOf('thronged', { memberId }))[0]).toBe(own);
  });

  test('is not crowded out of a name by a tag that many have', async () => {
    await world.accounts(Array.from({ length: 150 }, (_, at) => ({ name: `Tagged ${at}`, tags: ['Lotus'] })));
    const id = await world.account({ name: 'Lotus Pharma' });
    expect((await idsOf('lotus'))[0]).toBe(id);
  });

  test('takes % _ \\ and quotes to the letter (T-46)', async () => {
    const [juice] = await world.accounts([
      { name: '100% Juicery' },
      { name: '1000 Juiceries' },
      { name: 'Ju_ice' },
      { name: "O'Juice" },
    ]);
    expect(await idsOf('100%')).toEqual([juice]);
    for (const query of ['%', '_', '\\', "'", '%%', '___', '*', '.*', '\\%'])
      expect(await idsOf(query), query).toEqual([]);
    expect(matchAccounts("o'juice", await world.search("o'juice"))).toMatchObject({ kind: 'one', certain: true });
  });

  test('for =Name finds what is called so, and nothing that is merely like it', async () => {
    const [id] = await world.accounts([{ name: 'New' }, { name: 'New York Times', tags: ['New'], contacts: ['New'] }]);
    expect(await idsOf('=new')).toEqual([id]);
    expect(await idsOf('"New York"')).toEqual([]);
  });

  test('takes any text, however long and broken (T-40, T-46)', async () => {
    for (const query of [
      'x'.repeat(5000),
      '%_'.repeat(2500),
      '华'.repeat(5000),
      'a b '.repeat(2000),
      '\0\ud800\u202e',
      '   ',
      "' OR 1=1 --",
    ])
      expect(Array.isArray(await world.search(query))).toBe(true);
  });

  test('finds a name that differs by invisible characters alone (T-40)', async () => {
    const id = await world.account({ name: 'Obs\u200bidian\u202e Gl\u00adass' });
    expect(await world.search('obsidian glass')).toMatchObject([{ id, match: 'exact' }]);
    expect(await world.search('obsi\ufeffdian gla\u2060ss')).toMatchObject([{ id, match: 'exact' }]);
  });

  test('gives the account into which the found one was merged, over several merges', async () => {
    const survivor = await world.account({ name: 'Survivor Holdings' });
    const second = await world.account({ name: 'Vanished Twice', mergedIntoId: survivor });
    await world.account({ name: 'Vanished Once', mergedIntoId: second });
    for (const query of ['Vanished Once', 'vanished twice', 'vanished'])
      expect((await world.search(query)).map(({ name }) => name)).toEqual(['Survivor Holdings']);
  });

  test('leaves archived accounts out unless their exact name, alias or number is asked for', async () => {
    const id = await world.account({ name: 'Bygone Mills', aliases: ['BGM'], archivedAt: day(1) });
    expect(await idsOf('bygone')).toEqual([]);
    expect(await idsOf('bygone millz')).toEqual([]);
    for (const query of ['bygone mills', 'bgm'])
      expect(matchAccounts(query, await world.search(query))).toMatchObject({
        kind: 'one',
        certain: false,
        candidate: { id, archived: true },
      });
  });

  test('lists what was found through contacts beside the rest, so that hiding it hides nothing else (T-69)', async () => {
    const [company, employer] = await world.accounts([
      { name: 'Lindqvist Shipping' },
      { name: 'Other Shipping', contacts: ['Lindqvist'] },
    ]);
    const found = await world.search('lindqvist', { limit: 2 });
    expect(found.map(({ id, match }) => [id, match])).toEqual([
      [company, 'prefix'],
      [employer, 'contact'],
    ]);
    const [both, tagged] = await world.accounts([
      { name: 'Feather', contacts: ['Quill'], tags: ['Quill pens'] },
      { name: 'Goose', tags: ['Quill ink'] },
      { name: 'Raven', contacts: ['Quill'] },
      { name: 'Crow', contacts: ['Quill'] },
    ]);
    const open = (await world.search('quill', { limit: 2 })).filter(({ match }) => match !== 'contact');
    expect(new Set(open.map(({ id }) => id))).toEqual(new Set([both, tagged]));
    // A contact's exact name does not keep the slips away that somebody sees who may not know of the contact.
    await world.account({ name: 'Employer of Lindqvest', contacts: ['Lindqvost'] });
    expect((await world.search('lindqvost')).filter(({ rank }) => rank === ranks.typo)).not.toEqual([]);
  });

  test('sees no other workspace, and is refused for one that its transaction is not in (T-65)', async () => {
    await world.account({ name: 'Ours Alone', contacts: ['Our Own'], points: [{ blind: 'ours' }] });
    const asked = { memberId: randomUUID(), blinds: ['ours'], limit: 5 };
    const [found, keys] = await world.elsewhere(async (db, workspaceId) => [
      await Promise.all(
        ['ours alone', 'ours', 'our own', 'ours alnoe', 'KA-1'].map((query) =>
          searchAccounts(db, { ...asked, workspaceId, query }),
        ),
      ),
      await db.searchKey.count(),
    ]);
    expect([found.flat(), keys]).toEqual([[], 0]);
    const spying = world.elsewhere((db) =>
      searchAccounts(db, { ...asked, workspaceId: world.workspaceId, query: 'ours alone' }),
    );
    await expect(spying).rejects.toThrow(/not the workspace/);
  });
});

test('The keys of an account change with it, and only those that changed are written', async () => {
  const accountId = await world.account({ name: 'Moulin Nord', tags: ['old'] });
  // A row that was written again, even with the same words, has another xmin.
  const stored = () =>
    world.run(
      (db) => db.$queryRaw<{ row: string; kind: string; key: string }[]>`
        SELECT concat_ws(' ', kind, key, xmin) AS row, kind, key FROM "SearchKey" WHERE "accountId" = ${accountId}::uuid`,
    );
  const before = await stored();
  const source = { name: 'Moulin Nord', aliases: [], tags: ['new'], website: null, contactNames: [] };
  await world.run((db) => replaceKeys(db, { workspaceId: world.workspaceId, accountId, ...source }));
  const after = await stored();
  expect(after.filter(({ row }) => !before.some((one) => one.row === row))).toMatchObject([
    { kind: 'tag', key: 'new' },
  ]);
  expect(before.filter(({ row }) => !after.some((one) => one.row === row))).toMatchObject([
    { kind: 'tag', key: 'old' },
  ]);
});

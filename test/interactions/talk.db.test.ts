import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '../../src/access/policy.ts';
import { deleteInteraction, editInteraction, restoreInteraction } from '../../src/interactions/interaction.flow.ts';
import {
  cardContact,
  lastTalks,
  myLastLogs,
  readTalk,
  talksPage,
  undoable,
} from '../../src/interactions/interaction.query.ts';
import { lastTwoWay } from '../../src/interactions/interaction.store.ts';
import type { Talk } from '../../src/interactions/talk.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { aTalk } from './talks.ts';

let house: House;
let team: string;
let maya: Person;
let ben: Person;
let stranger: Person;
let viewer: Person;
let lead: Person;
beforeAll(async () => {
  house = await aHouse();
  team = await house.aTeam({ name: 'East' });
  maya = await house.aMember({ name: 'Maya', roles: ['manager'], team });
  ben = await house.aMember({ name: 'Ben', roles: ['manager'], team });
  stranger = await house.aMember({ name: 'Sara', roles: ['manager'] });
  lead = await house.aMember({ name: 'Lena', roles: ['lead'] });
  await house.aTeam({ name: 'East', lead });
  viewer = await house.aMember({ name: 'Vera', roles: ['viewer'] });
});
afterAll(() => house?.[Symbol.asyncDispose]());

const idOf = ({ interaction }: Talk): string => interaction.id;
const anAccount = (name = 'Acme') => house.anAccount(name, { owner: maya, team });
const entries = (subjectId: string) =>
  house.sql(`SELECT verb, changes, "actorId" FROM "AuditEntry" WHERE "subjectId" = $1 ORDER BY id`, [subjectId]);

describe('reading', () => {
  it('is for those who work on the account; of others for their own alone, and it is audited (R77)', async () => {
    const account = await anAccount();
    const own = await aTalk(house, stranger, account.id, { summary: 'Met at the fair' });
    const theirs = await aTalk(house, maya, account.id, { summary: 'Price agreed' });
    const page = (by: Person) =>
      house.as(by, (work) => talksPage(work, account, { before: null, limit: 9 })).then((talks) => talks.map(idOf));
    expect((await page(maya)).toSorted()).toEqual([own, theirs].toSorted());
    expect(await page(stranger)).toEqual([own]);
    expect(await page(viewer)).toEqual([]);
    await expect(house.as(stranger, (work) => lastTalks(work, account.id, 9))).rejects.toThrow(Refused);
    await expect(house.as(stranger, (work) => readTalk(work, theirs))).rejects.toThrow(Refused);
    const reads = async () => (await entries(account.id)).filter(({ verb }) => verb === 'notes.read').length;
    const before = await reads();
    await page(maya);
    expect(await reads()).toBe(before + 1);
    await page(stranger);
    await house.as(stranger, (work) => readTalk(work, own));
    expect(await reads()).toBe(before + 1);
  });

  it('names contacts to those alone who may know them', async () => {
    const account = await anAccount();
    const wei = await house.aContact(account, { name: 'Li Wei' });
    const id = await aTalk(house, maya, account.id, { contactIds: [wei] });
    expect(await house.as(ben, (work) => readTalk(work, id))).toMatchObject({
      contacts: ['Li Wei'],
      may: { edit: false },
    });
    await house.sql(`UPDATE "Interaction" SET "authorId" = $2 WHERE id = $1`, [id, stranger.memberId]);
    expect(await house.as(stranger, (work) => readTalk(work, id))).toMatchObject({ contacts: [], may: { edit: true } });
  });

  it('pages by key through talks of one moment, each once', async () => {
    const account = await anAccount();
    const ids = await Promise.all(Array.from({ length: 7 }, () => aTalk(house, maya, account.id)));
    const seen: string[] = [];
    let before: { at: string; id: string } | null = null;
    for (;;) {
      const page = await house.as(maya, (work) => talksPage(work, account, { before, limit: 3 }));
      seen.push(...page.map(idOf));
      const last = page.at(-1);
      if (!last) break;
      before = { at: last.interaction.values.at, id: last.interaction.id };
    }
    expect(seen).toEqual(ids.toSorted().toReversed());
  });
});

describe('the last contact', () => {
  it('is the last in which both sides said something, not an attempt and not what was taken back', async () => {
    const account = await anAccount();
    const silent = await anAccount('Silent');
    const last = async () => {
      const found = await house.as(maya, (work) => lastTwoWay(work.db, [account.id, silent.id]));
      expect(found.has(silent.id)).toBe(false);
      return found.get(account.id)?.toISOString();
    };
    await aTalk(house, maya, account.id, { at: '2026-11-01T06:00:00.000Z' });
    const second = await aTalk(house, maya, account.id, { at: '2026-11-10T06:00:00.000Z' });
    await aTalk(house, maya, account.id, { at: '2026-11-12T06:00:00.000Z', outcome: 'attempt' });
    await aTalk(house, maya, silent.id, { outcome: 'attempt' });
    expect(await last()).toBe('2026-11-10T06:00:00.000Z');
    const card = () => house.as(maya, (work) => cardContact(work, account));
    expect(await card()).toMatchObject({
      reached: { kind: 'meeting', author: { name: 'Maya' } },
      attempts: 1,
      read: true,
    });
    await house.as(maya, (work) => deleteInteraction(work, second));
    expect(await last()).toBe('2026-11-01T06:00:00.000Z');
    await house.as(maya, (work) => restoreInteraction(work, second));
    await house.as(maya, (work) => editInteraction(work, { id: second, version: 1, mine: { outcome: 'attempt' } }));
    expect(await last()).toBe('2026-11-01T06:00:00.000Z');
    expect(await card()).toMatchObject({ attempts: 2 });
  });

  it('counts an attempt of the same minute as one that came after', async () => {
    const account = await anAccount();
    await aTalk(house, maya, account.id);
    await aTalk(house, maya, account.id, { outcome: 'attempt' });
    expect(await house.as(maya, (work) => cardContact(work, account))).toMatchObject({ attempts: 1 });
  });
});

it('a person’s last logs are theirs, newest log first, and the last one can be undone', async () => {
  const account = await anAccount();
  const older = await aTalk(house, lead, account.id, { at: '2026-11-20T06:00:00.000Z' });
  const newer = await aTalk(house, lead, account.id, { at: '2026-11-02T06:00:00.000Z' });
  expect((await house.as(lead, (work) => myLastLogs(work, 5))).map(idOf)).toEqual([newer, older]);
  expect(await house.as(lead, (work) => undoable(work))).toMatchObject({ interaction: { id: newer } });
});

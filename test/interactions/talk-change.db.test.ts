import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../../src/access/policy.ts';
import type { Account } from '../../src/accounts/account.ts';
import { deleteInteraction, editInteraction, restoreInteraction } from '../../src/interactions/interaction.flow.ts';
import { readTalkChanges } from '../../src/interactions/talk-change.query.ts';
import type { TimelineCursor } from '../../src/timeline/timeline-wiring.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { aTalk } from './talks.ts';

let house: House;
let owner: Person;
beforeAll(async () => {
  house = await aHouse();
  owner = await house.aMember({ name: 'Owner', roles: ['manager'] });
});
afterAll(() => house[Symbol.asyncDispose]());

const read = (who: Person, account: Account, before: TimelineCursor | null = null, limit = 20) =>
  house.as(who, (work) => readTalkChanges(work, account, { before, limit }));

describe('The changes of an account’s talks', () => {
  test('tell what was changed, taken back and put back, newest first, and by whom', async () => {
    const account = await house.anAccount('Acme', { owner });
    const contactId = await house.aContact(account, { name: 'Li Wei' });
    const talk = await aTalk(house, owner, account.id);
    const mine = { outcome: 'attempt', contactIds: [contactId], summary: 'Nobody there' } as const;
    await house.as(owner, (work) => editInteraction(work, { id: talk, version: 1, mine }));
    await house.as(owner, (work) => deleteInteraction(work, talk));
    await house.as(owner, (work) => restoreInteraction(work, talk));
    const { entries, names } = await read(owner, account);
    expect(entries.map(({ verb, actor }) => [verb, actor])).toEqual([
      ['interaction.restored', owner.slackUserId],
      ['interaction.deleted', owner.slackUserId],
      ['interaction.changed', owner.slackUserId],
    ]);
    expect(entries[2]?.changes).toMatchObject({
      outcome: { from: 'reached', to: 'attempt' },
      summary: { from: 'Pilot agreed', to: 'Nobody there' },
      contactIds: { from: [], to: [contactId] },
    });
    expect(names.contacts.get(contactId)).toBe('Li Wei');
  });

  test('offer to put back what is taken back now, to who may (T-61)', async () => {
    const team = await house.aTeam();
    const mate = await house.aMember({ roles: ['manager'], team });
    const account = await house.anAccount('Birch', { owner, team });
    const talk = await aTalk(house, owner, account.id);
    const takeBack = () => house.as(owner, (work) => deleteInteraction(work, talk));
    const offered = async (who: Person) => (await read(who, account)).entries.map(({ mayRestore }) => mayRestore);
    await takeBack();
    expect(await offered(owner)).toEqual([true]);
    expect(await offered(mate)).toEqual([false]);
    await house.as(owner, (work) => restoreInteraction(work, talk));
    await takeBack();
    expect(await offered(owner)).toEqual([true, false, false]);
  });

  test('are for those who read the talks, and their read of what others wrote is written to the audit (T-61, R77)', async () => {
    const administrator = await house.aMember({ roles: ['administrator'] });
    const head = await house.aMember({ roles: ['head'] });
    const account = await house.anAccount('Cedar', { owner });
    const talk = await aTalk(house, owner, account.id);
    await house.as(owner, (work) => deleteInteraction(work, talk));
    await expect(read(administrator, account)).rejects.toThrow(Refused);
    const reads = async () =>
      (
        await house.sql(`SELECT "actorId" FROM "AuditEntry" WHERE verb = 'notes.read' AND "subjectId" = $1`, [
          account.id,
        ])
      ).map((row) => row['actorId']);
    await read(owner, account);
    expect(await reads()).toEqual([]);
    await read(head, account);
    expect(await reads()).toEqual([head.memberId]);
  });

  test('come page by page, each once', async () => {
    const account = await house.anAccount('Dogwood', { owner });
    const talk = await aTalk(house, owner, account.id);
    for (let version = 1; version <= 5; version += 1) {
      const mine = { summary: `Version ${version}` };
      await house.as(owner, (work) => editInteraction(work, { id: talk, version, mine }));
    }
    const [first] = (await read(owner, account, null, 1)).entries;
    const before = { at: first?.at.toISOString() ?? '', id: first?.id ?? '' };
    const rest = (await read(owner, account, before)).entries;
    expect([first, ...rest].map((entry) => entry?.changes['summary']?.to)).toEqual(
      [5, 4, 3, 2, 1].map((version) => `Version ${version}`),
    );
  });
});

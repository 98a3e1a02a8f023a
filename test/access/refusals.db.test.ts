import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setRoles } from '../../src/access/access.flow.ts';
import { may, Refused } from '../../src/access/policy.ts';
import type { Account } from '../../src/accounts/account.ts';
import { openEdit, submitEdit } from '../../src/accounts/account-form.flow.ts';
import { readCard } from '../../src/accounts/card.query.ts';
import { openContact, submitContact } from '../../src/accounts/contact-form.flow.ts';
import type { Work } from '../../src/db/work.ts';
import { readHome } from '../../src/desk/home.query.ts';
import { homeStart } from '../../src/desk/home.ts';
import { keepDraft } from '../../src/drafts/draft.store.ts';
import { readChanges } from '../../src/timeline/change.query.ts';
import { aTalk } from '../interactions/talks.ts';
import { aHandover } from '../support/handover.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { readSources } from '../support/sources.ts';
import type { Aim, Door } from './door.ts';
import { doors, noDoors } from './doors.ts';

let house: House;
let account: Account;
let aim: Aim;
const people: Record<string, Person> = {};

beforeAll(async () => {
  house = await aHouse();
  const [east, west] = [await house.aTeam({ name: 'East' }), await house.aTeam({ name: 'West' })];
  people['an owner'] = await house.aMember({ roles: ['manager'], team: west });
  people['a deputy'] = await house.aMember({ roles: ['manager'] });
  people['a teammate'] = await house.aMember({ roles: ['manager'], team: east });
  people['a manager of another team'] = await house.aMember({ roles: ['manager'], team: west });
  people['a lead of another team'] = await house.aMember({ roles: ['lead'] });
  await house.aTeam({ name: 'West', lead: people['a lead of another team'] });
  people['the lead'] = await house.aMember({ roles: ['lead'] });
  await house.aTeam({ name: 'East', lead: people['the lead'] });
  people['a viewer of the team'] = await house.aMember({ roles: ['viewer'], team: east });
  people['service'] = await house.aMember({ roles: ['service'] });
  people['a head'] = await house.aMember({ roles: ['head'] });
  people['an administrator'] = await house.aMember({ roles: ['administrator'] });
  people['somebody without a role'] = await house.aMember({ team: east });
  people['a guest who was head'] = await house.aMember({ roles: ['head', 'administrator'], kind: 'guest' });
  people['an outsider who was head'] = await house.aMember({ roles: ['head', 'administrator'], kind: 'outsider' });
  people['a head who was deactivated'] = await house.aMember({ roles: ['head', 'administrator'], active: false });
  const { 'an owner': owner = house.founder, 'a deputy': deputy = house.founder } = people;
  account = await house.anAccount('Acme Industries', { owner, deputy, team: east, values: { remarks: 'Pays late.' } });
  aim = {
    accountId: account.id,
    contactId: await house.aContact(account, { mobile: '+8613800138000' }),
    memberId: owner.memberId,
    teamId: east,
    noticeId: '00000000-0000-7000-8000-000000000000',
    draftId: await house.as(owner, (work) => keepDraft(work, 'lgo acme: met')),
    interactionId: await aTalk(house, owner, account.id),
    changeId: await house.aChange(account),
    taskId: await house.aTask(account, { by: owner }),
    handoverId: await aHandover(house, owner, account, people['a head'] ?? house.founder),
  };
});
afterAll(() => house[Symbol.asyncDispose]());

class Undo extends Error {}
/** What becomes of it when a person tries a door; nothing of it stays. */
async function tried(person: Person, { open }: Pick<Door, 'open'>): Promise<'let in' | 'refused'> {
  try {
    await house.as(person, async (work) => {
      await open(work, aim);
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return 'let in';
    if (error instanceof Refused) return 'refused';
    throw error;
  }
  throw new Error('the transaction ended without an end');
}

describe('Every use case and query', () => {
  test('is a door of this test or none at all (T-61)', () => {
    const found = readSources('src')
      .filter(({ path }) => /\.(flow|query)\.ts$/.test(path))
      .flatMap(({ path, code }) =>
        [...code.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(
          ([, name]) => `${path.slice(4)} ${name}`,
        ),
      );
    expect([...Object.keys(doors), ...Object.keys(noDoors)].sort()).toEqual(found.sort());
  });

  test.each(Object.keys(doors))(
    '%s lets in whom the policy names, at that moment, and nobody else (T-61)',
    async (name) => {
      const door = doors[name] as Door;
      const outcome: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const [who, person] of Object.entries(people)) {
        outcome[who] = await tried(person, door);
        const allowed = await house.as(person, async ({ actor }) =>
          may(actor, door.asks, door.isAboutAccount ? account.kept : undefined),
        );
        expected[who] = allowed ? 'let in' : 'refused';
      }
      expect(outcome).toEqual(expected);
    },
  );

  test('the people of this test are let in and refused (so that the above can fail)', async () => {
    const results = await Promise.all(
      Object.entries(people).map(async ([who, person]) => [
        who,
        await tried(person, doors['accounts/account.flow.ts editAccount'] as Door),
      ]),
    );
    expect(Object.fromEntries(results)).toEqual({
      'an owner': 'let in',
      'a deputy': 'let in',
      'the lead': 'let in',
      service: 'let in',
      'a head': 'let in',
      'an administrator': 'let in',
      'a teammate': 'refused',
      'a manager of another team': 'refused',
      'a lead of another team': 'refused',
      'a viewer of the team': 'refused',
      'somebody without a role': 'refused',
      'a guest who was head': 'refused',
      'an outsider who was head': 'refused',
      'a head who was deactivated': 'refused',
    });
  });

  test('Home is open to all and tells nothing to those who may not read accounts', async () => {
    for (const who of ['somebody without a role', 'a guest who was head', 'a head who was deactivated']) {
      const home = await house.as(people[who] as Person, (work) => readHome(work, homeStart));
      expect(home.desk).toBeNull();
    }
  });
});

describe('A card', () => {
  const cardFor = (who: string) => house.as(people[who] as Person, (work) => readCard(work, account.id));

  test('holds contacts and remarks for those who work on the account, and for nobody else (T-61)', async () => {
    for (const who of ['an owner', 'a teammate', 'the lead', 'service', 'a head']) {
      const card = await cardFor(who);
      expect([who, card?.contacts?.[0]?.values['mobile'], card?.account.values['remarks']]).toEqual([
        who,
        '+8613800138000',
        'Pays late.',
      ]);
    }
    for (const who of ['a viewer of the team', 'a manager of another team', 'an administrator']) {
      const text = JSON.stringify(await cardFor(who));
      expect([who, text.includes('13800138000'), text.includes('Pays late'), text.includes('Li Wei')]).toEqual([
        who,
        false,
        false,
        false,
      ]);
    }
  });
});

test('A history tells what is about people to those alone who may read it (T-61)', async () => {
  const historyFor = async (who: string) =>
    JSON.stringify(
      await house.as(people[who] as Person, (work) => readChanges(work, account, { before: null, limit: 20 })),
    );
  for (const personal of ['Pays late', '13800138000', 'Li Wei']) {
    expect(await historyFor('the lead')).toContain(personal);
    expect(await historyFor('an administrator')).not.toContain(personal);
  }
});

describe('A right that is taken away', () => {
  const submit = (id: string) => (work: Work) => submitEdit(work, id, 1, { name: 'Acme', city: 'Ulm' });
  const takings: Record<string, (person: Person, id: string) => Promise<unknown>> = {
    'with the role': (person) =>
      house.as(house.founder, (work) => setRoles(work, [person.memberId], { roles: ['viewer'] })),
    'with the account, which somebody else owns now': async (_person, accountId) => {
      const other = await house.aMember({ roles: ['manager'] });
      await house.as(house.founder, (work) =>
        submitEdit(work, accountId, 1, { name: 'Acme', ownerId: other.slackUserId }),
      );
    },
    'when Slack says that the person is a guest now': (person) => house.slackSays(person, { kind: 'guest' }),
    'when Slack says that the person is gone': (person) => house.slackSays(person, { active: false }),
  };

  test.each(Object.keys(takings))('%s ends at once, also where a form is open (T-63, T-68)', async (how) => {
    const person = await house.aMember({ roles: ['manager'] });
    const own = await house.anAccount('Kestrel', { owner: person });
    const contactId = await house.aContact(own);
    await house.as(person, (work) => openEdit(work, own.id));
    await house.as(person, (work) => openContact(work, contactId));
    await takings[how]?.(person, own.id);
    await expect(house.as(person, submit(own.id))).rejects.toThrow(Refused);
    await expect(house.as(person, (work) => submitContact(work, contactId, 1, { name: 'X' }))).rejects.toThrow(Refused);
  });
});

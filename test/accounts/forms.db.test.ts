import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount } from '../../src/accounts/account.store.ts';
import { submitEdit, submitNew } from '../../src/accounts/account-form.flow.ts';
import { contactsOf } from '../../src/accounts/contact.store.ts';
import { submitNewContact } from '../../src/accounts/contact-form.flow.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import { hostileTexts } from '../lib/hostile.ts';
import { aHouse, type House } from '../support/house.ts';

type Sent = Readonly<Record<string, unknown>>;
let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const create = (sent: Sent, accepted: readonly string[] = []) =>
  house.as(house.founder, (work) => submitNew(work, sent, accepted));
const addContact = (accountId: string, sent: Sent, accepted: readonly string[] = []) =>
  house.as(house.founder, (work) => submitNewContact(work, accountId, sent, accepted));
const valuesOf = async (id: string) => (await house.as(house.founder, (work) => findAccount(work, id)))?.values;
const contactValues = (accountId: string) =>
  house.as(house.founder, async (work) => (await contactsOf(work, accountId)).map(({ values }) => values));

const everybody = async () => (await house.sql('SELECT id FROM "Account"')).map((row) => String(row['id']));
const anyAccount = async () => String((await house.sql('SELECT id FROM "Account" LIMIT 1'))[0]?.['id']);

async function created(sent: Sent): Promise<string> {
  const made = await create(sent);
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.accountId;
}

describe('What a form holds', () => {
  test('is stored in one standard form (R19, R20, R21)', async () => {
    const id = await created({
      name: ' Ｂｉｒｋｅｎ\u200B  Werke ',
      country: '德国',
      website: 'Birken-Werke.DE/about',
      annual: '120万',
      contractEnd: '2027-02-28',
      tags: '#VIP，vip、 fair',
      industryKey: 'Manufacturing',
      remarks: 'Line\r\nanother ½',
    });
    expect(await valuesOf(id)).toMatchObject({
      name: 'Birken Werke',
      country: 'DE',
      website: 'https://birken-werke.de/about',
      annual: { amount: '1200000', currency: 'CNY' },
      contractEnd: '2027-02-28',
      tags: ['VIP', 'fair'],
      industryKey: 'manufacturing',
      remarks: 'Line\nanother ½',
      ownerId: house.founder.memberId,
    });
    await addContact(id, { name: 'Eva Vogel', mobile: '０１５１ ２３４５６７８９', email: 'Eva@Birken-Werke.DE' });
    expect(await contactValues(id)).toMatchObject([{ mobile: '+4915123456789', email: 'eva@birken-werke.de' }]);
  });

  test('is refused with every problem at once, and nothing is written (R22, R24, T-45)', async () => {
    const before = await house.sql('SELECT count(*) FROM "Account"');
    const refused = await create({
      name: ' \u200B',
      contractEnd: '2025-02-30',
      annual: '12 apples',
      country: 'Philipines',
      tierKey: 'S',
    });
    expect(refused).toMatchObject({
      problem: 'fields',
      problems: {
        name: { problem: 'required' },
        contractEnd: { problem: 'date-not-real', came: '2025-02-30' },
        annual: { problem: 'money-currency-unknown' },
        country: { problem: 'country-unknown', came: 'Philipines' },
        tierKey: { problem: 'not-offered' },
      },
    });
    expect(await house.sql('SELECT count(*) FROM "Account"')).toEqual(before);
  });

  test.each(['1380013800O', '+86 138', '0000-00-00', '45000', '25-01-02', '13/14/2025'])(
    'is never guessed: %s (T-45)',
    async (text) => {
      const id = await created({ name: `Guess ${text}` });
      expect(await addContact(id, { name: 'Eva', mobile: text })).toMatchObject({ problem: 'fields' });
      const day = await house.as(house.founder, (work) =>
        submitEdit(work, id, 1, { name: 'Guess', contractEnd: text }),
      );
      expect(day).toMatchObject({ problem: 'fields', problems: { contractEnd: { came: text } } });
    },
  );

  test('is only what the form has: what else is sent is ignored (T-48, T-50)', async () => {
    const sent = JSON.parse(`{
      "name": "Cedar", "id": "00000000-0000-7000-8000-000000000000", "number": 1, "version": 99, "mergedIntoId": "x",
      "workspaceId": "00000000-0000-7000-8000-000000000000", "archivedAt": "2026-01-01", "roles": ["administrator"],
      "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } }, "remarksSealed": "plain"
    }`) as Sent;
    const id = await created(sent);
    const [row] = await house.sql('SELECT * FROM "Account" WHERE id = $1', [id]);
    expect(row).toMatchObject({
      workspaceId: house.workspaceId,
      version: 1,
      mergedIntoId: null,
      archivedAt: null,
      remarksSealed: null,
    });
    expect(row?.['id']).not.toBe('00000000-0000-7000-8000-000000000000');
    expect('polluted' in {}).toBe(false);
  });

  test.each([[{ not: '' }], [['a']], [7], [true], [{ contains: '%' }]])(
    'is text: %j is refused in every field (T-49)',
    async (value) => {
      const account = Object.fromEntries(accountFields.map(({ id }) => [id, value]));
      const refused = await create(account);
      if (refused.ok || refused.problem !== 'fields') throw new Error('not refused');
      expect(Object.values(refused.problems).map(({ problem }) => problem)).toEqual(
        accountFields.map(() => 'not-text'),
      );
      const contact = Object.fromEntries(contactFields.map(({ id }) => [id, value]));
      expect(await addContact(await anyAccount(), contact)).toMatchObject({
        problem: 'fields',
        problems: { mobile: { problem: 'not-text' } },
      });
    },
  );
});

describe('Whatever is typed', () => {
  const textual = accountFields.filter(
    ({ type }) => type === 'text' || type === 'longText' || type === 'list' || type === 'tags',
  );

  /** NUL, half a surrogate pair, a failed decoding, a text that runs the other way. */
  const unreadable = /\\u0000|\\ud83d(?!\\u)|\\udc00|\uFFFD|\u202E/;

  test.each(hostileTexts.map((text, at) => [at, JSON.stringify(text).slice(0, 40), text] as const))(
    'no. %i, %s, is stored readable or refused with a reason, never with a fault (T-40, T-41)',
    async (at, _shown, text) => {
      const everywhere = await create(Object.fromEntries(accountFields.map(({ id }) => [id, text])));
      expect(everywhere).toMatchObject({ problem: 'fields' });
      const texts = Object.fromEntries(textual.map(({ id }) => [id, text]));
      const made = await create({ ...texts, name: `Any ${at}` }, await everybody());
      if (made.ok) expect(JSON.stringify(await valuesOf(made.accountId))).not.toMatch(unreadable);
      else expect(made).toMatchObject({ problem: 'fields' });
      const contact = await addContact(await anyAccount(), {
        name: text,
        title: text,
        wechat: text,
        preferredTime: text,
      });
      if (!contact.ok) expect(contact).toMatchObject({ problem: 'fields' });
    },
  );
});

describe('What could be there already', () => {
  beforeAll(() => created({ name: 'Northwind Traders', website: 'northwind.example' }));

  test.each([
    ['the same name', 'Northwind Traders', {}],
    ['a name that differs by what nobody sees', 'North\u200Bwind Tra\u00ADders', {}],
    ['a similar name', 'Northwind Trader', {}],
    ['another name with the same website', 'Nwt', { website: 'www.northwind.example/contact' }],
  ])('is shown before it is saved, and accepted by who has seen it: %s (R23, T-40)', async (_what, name, more) => {
    const rows = await house.sql(`SELECT id FROM "Account" WHERE name = 'Northwind Traders' ORDER BY number LIMIT 1`);
    const first = String(rows[0]?.['id']);
    const shown = await create({ name, ...more });
    if (shown.ok || shown.problem !== 'possible-duplicates') throw new Error('not shown');
    expect(shown.duplicates[0]).toMatchObject({ accountId: first, name: 'Northwind Traders' });
    expect(await create({ name, ...more }, ['00000000-0000-7000-8000-000000000000'])).toMatchObject({
      problem: 'possible-duplicates',
    });
    const accepted = shown.duplicates.map(({ accountId }) => accountId);
    const undo = new Error('undo');
    await expect(
      house.as(house.founder, async (work) => {
        expect(await submitNew(work, { name, ...more }, accepted)).toMatchObject({ ok: true });
        throw undo;
      }),
    ).rejects.toThrow(undo);
  });

  test('is shown for a number that a contact of another account has, and accepted (R23)', async () => {
    const [one, other] = [await created({ name: 'Quartz' }), await created({ name: 'Basalt' })];
    const contact = { name: 'Wang Fang', mobile: '+86 137 0013 7000' };
    expect(await addContact(one, contact)).toMatchObject({ ok: true });
    const shown = await addContact(other, { ...contact, mobile: '13700137000' });
    expect(shown).toMatchObject({
      problem: 'possible-duplicates',
      duplicates: [{ accountId: one, reason: 'same-phone' }],
    });
    expect(await contactValues(other)).toEqual([]);
    expect(await addContact(other, contact, [one])).toMatchObject({ ok: true });
    expect(await addContact(one, { ...contact, name: 'Wang Fang again' }, [other])).toMatchObject({ ok: true });
  });
});

test('Accounts that are created at the same moment get numbers of their own (R4)', async () => {
  const names = Array.from({ length: 25 }, (_, n) => `${'abcdefghijklmnopqrstuvwxyz'.charAt(n).repeat(9)} Group`);
  const ids = await Promise.all(names.map((name) => created({ name })));
  const rows = await house.sql('SELECT number FROM "Account" WHERE id = ANY ($1)', [ids]);
  expect(new Set(rows.map((row) => row['number']))).toHaveLength(25);
});

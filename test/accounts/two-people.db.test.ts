import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEdit, submitEdit } from '../../src/accounts/account-form.flow.ts';
import { readCard } from '../../src/accounts/card.query.ts';
import { openContact, submitContact } from '../../src/accounts/contact-form.flow.ts';
import { readChanges } from '../../src/timeline/change.query.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
let anna: Person;
let li: Person;
beforeAll(async () => {
  house = await aHouse();
  anna = await house.aMember({ name: 'Anna', roles: ['head'] });
  li = await house.aMember({ name: 'Li', roles: ['head'] });
});
afterAll(() => house[Symbol.asyncDispose]());

const submit = (person: Person, id: string, version: number, sent: Readonly<Record<string, unknown>>) =>
  house.as(person, (work) => submitEdit(work, id, version, { name: 'Acme', ...sent }));
const valuesOf = async (id: string) => (await house.as(house.founder, (work) => readCard(work, id)))?.account.values;

describe('Two people who have the same file open', () => {
  test('both keep what they changed, when it is not the same field (T-25)', async () => {
    const { id } = await house.anAccount('Acme', { values: { city: 'Ulm', website: 'https://acme.example' } });
    expect(await submit(anna, id, 1, { city: 'Bonn', website: 'https://acme.example' })).toEqual({
      ok: true,
      changed: ['city'],
    });
    expect(await submit(li, id, 1, { city: 'Ulm', website: 'https://acme.com' })).toEqual({
      ok: true,
      changed: ['website'],
    });
    expect(await valuesOf(id)).toMatchObject({ city: 'Bonn', website: 'https://acme.com' });
  });

  test('both may write the same, and nobody is asked (T-25)', async () => {
    const { id } = await house.anAccount('Acme');
    expect(await submit(anna, id, 1, { city: 'Bonn' })).toEqual({ ok: true, changed: ['city'] });
    expect(await submit(li, id, 1, { city: 'Bonn' })).toEqual({ ok: true, changed: [] });
  });

  test('are asked about the one field that both changed, with who and when, and keep what they typed (T-25)', async () => {
    const { id } = await house.anAccount('Acme', { values: { city: 'Ulm' } });
    await submit(anna, id, 1, { city: 'Bonn', source: 'Fair' });
    const asked = await submit(li, id, 1, {
      city: 'Köln',
      source: '',
      address: 'Hafenstraße 1',
      remarks: 'Pays late.',
    });
    if (asked.ok || asked.problem !== 'changed-meanwhile') throw new Error('nobody was asked');
    expect(asked.clashes).toEqual([
      { field: 'city', mine: 'Köln', theirs: 'Bonn', actorId: anna.memberId, at: expect.any(Date) },
    ]);
    expect(asked.facts.people.map(({ memberId }) => memberId)).toContain(anna.memberId);
    expect(asked.shown).toMatchObject({
      city: 'Köln',
      source: 'Fair',
      address: 'Hafenstraße 1',
      remarks: 'Pays late.',
    });
    expect(await valuesOf(id)).toMatchObject({ city: 'Bonn', address: null, remarks: null });
    const again = { city: 'Köln', source: 'Fair', address: 'Hafenstraße 1', remarks: 'Pays late.' };
    expect(await submit(li, id, asked.account.version, again)).toMatchObject({ ok: true });
    expect(await valuesOf(id)).toMatchObject(again);
  });

  test('see in the history who changed what, in the order in which it was done', async () => {
    const account = await house.anAccount('Acme', { values: { city: 'Ulm' } });
    const { id } = account;
    await submit(anna, id, 1, { city: 'Bonn' });
    await submit(li, id, 2, { city: 'Köln' });
    const history = await house.as(li, (work) => readChanges(work, account, { before: null, limit: 20 }));
    expect(history.entries.map(({ verb, actor, changes }) => [verb, actor, changes['city']])).toEqual([
      ['account.changed', li.slackUserId, { from: 'Bonn', to: 'Köln' }],
      ['account.changed', anna.slackUserId, { from: 'Ulm', to: 'Bonn' }],
      ['account.created', house.founder.slackUserId, { from: null, to: 'Ulm' }],
    ]);
  });

  test('leave alone what their form did not show', async () => {
    const manager = await house.aMember({ roles: ['manager'] });
    const administrator = await house.aMember({ roles: ['administrator'] });
    const { id } = await house.anAccount('Acme', { owner: manager, values: { remarks: 'Pays late.' } });
    const opened = await house.as(administrator, (work) => openEdit(work, id));
    expect(opened?.fields.map((field) => field.id)).not.toContain('remarks');
    expect(await submit(administrator, id, 1, { city: 'Ulm', remarks: 'Overwritten.' })).toMatchObject({
      changed: ['city'],
    });
    expect(await valuesOf(id)).toMatchObject({ city: 'Ulm', remarks: 'Pays late.' });
  });

  test('merge the fields of a contact in the same way (T-25)', async () => {
    const contactId = await house.aContact(await house.anAccount('Acme'), { mobile: '+8613800138000', title: 'CFO' });
    const send = (person: Person, version: number, sent: Readonly<Record<string, unknown>>) =>
      house.as(person, (work) => submitContact(work, contactId, version, { name: 'Li Wei', ...sent }));
    expect(await send(anna, 1, { mobile: '+8613900139000', title: 'CFO' })).toMatchObject({ ok: true });
    expect(await send(li, 1, { mobile: '+8613800138000', title: 'CEO' })).toMatchObject({ ok: true });
    const asked = await send(li, 1, { mobile: '+8613700137000', title: 'CEO' });
    expect(asked).toMatchObject({
      problem: 'changed-meanwhile',
      clashes: [{ field: 'mobile', mine: '+8613700137000', theirs: '+8613900139000', actorId: anna.memberId }],
    });
    const opened = await house.as(li, (work) => openContact(work, contactId));
    expect(opened?.contact.values).toMatchObject({ mobile: '+8613900139000', title: 'CEO' });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../../src/access/policy.ts';
import { submitEdit } from '../../src/accounts/account-form.flow.ts';
import { readCard } from '../../src/accounts/card.query.ts';
import { openContact, submitContact } from '../../src/accounts/contact-form.flow.ts';
import { readChanges } from '../../src/timeline/change.query.ts';
import { openPutBack, putBack } from '../../src/timeline/put-back.flow.ts';
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

type Sent = Readonly<Record<string, unknown>>;
/** A person's edit, on the file as it stands; the id of the entry that tells of it. */
async function edit(who: Person, id: string, sent: Sent): Promise<string> {
  const version = (await stands(id)).version;
  const result = await house.as(who, async (work) => ({
    edited: await submitEdit(work, id, version, { name: 'Acme', ...sent }),
    operation: work.operationId,
  }));
  if (!result.edited.ok) throw new Error(JSON.stringify(result.edited));
  return entryOf(result.operation);
}
async function editPerson(who: Person, id: string, sent: Sent): Promise<string> {
  const result = await house.as(who, async (work) => {
    const version = (await openContact(work, id))?.contact.version ?? 0;
    const edited = await submitContact(work, id, version, { name: 'Li Wei', ...sent });
    return { edited, operation: work.operationId };
  });
  if (!result.edited.ok) throw new Error(JSON.stringify(result.edited));
  return entryOf(result.operation);
}
async function entryOf(operation: string): Promise<string> {
  const rows = await house.sql(`SELECT id FROM "AuditEntry" WHERE "operationId" = $1 AND verb LIKE '%.changed'`, [
    operation,
  ]);
  return String(rows[0]?.['id']);
}
async function stands(id: string) {
  const card = await house.as(house.founder, (work) => readCard(work, id));
  if (!card) throw new Error('gone');
  return card.account;
}
const ask = (who: Person, entryId: string, fieldId: string) =>
  house.as(who, (work) => openPutBack(work, { entryId, fieldId }));
/** Asks, sees, and says yes. */
async function back(who: Person, entryId: string, fieldId: string) {
  const seen = await ask(who, entryId, fieldId);
  return house.as(who, (work) => putBack(work, { entryId, fieldId, version: seen?.version ?? 0 }));
}

describe('A field that is put back', () => {
  test('stands as before the change, whoever changed what else since, and who did so is told (R78)', async () => {
    const { id } = await house.anAccount('Acme', { values: { city: 'Ulm', source: 'Fair' } });
    const entry = await edit(anna, id, { city: 'Bonn', source: 'Web' });
    await edit(li, id, { city: 'Köln' });
    await edit(li, id, { address: 'Hafenstraße 1' });
    expect(await ask(anna, entry, 'city')).toMatchObject({
      now: 'Köln',
      before: 'Ulm',
      author: { actor: anna.slackUserId },
      since: [{ actor: li.slackUserId, to: 'Köln' }],
    });
    expect(await back(anna, entry, 'city')).toEqual({ ok: true, accountId: id });
    expect((await stands(id)).values).toMatchObject({ city: 'Ulm', source: 'Web', address: 'Hafenstraße 1' });
  });

  test('is a change that says what it takes back, and can be taken back itself', async () => {
    const account = await house.anAccount('Acme', { values: { city: 'Ulm' } });
    const entry = await edit(anna, account.id, { city: 'Bonn' });
    await back(li, entry, 'city');
    const [latest] = (await house.as(anna, (work) => readChanges(work, account, { before: null, limit: 1 }))).entries;
    expect(latest).toMatchObject({
      verb: 'account.changed',
      actor: li.slackUserId,
      changes: { city: { from: 'Bonn', to: 'Ulm' }, putBack: { from: null, to: entry } },
    });
    expect(await back(anna, latest?.id ?? '', 'city')).toMatchObject({ ok: true });
    expect((await stands(account.id)).values['city']).toBe('Bonn');
    // A form that has been open since before all that is merged as if nothing had happened but changes.
    const late = await house.as(li, (work) => submitEdit(work, account.id, 1, { name: 'Acme', source: 'Fair' }));
    expect(late).toMatchObject({ ok: true, changed: ['source'] });
  });

  test.each([
    ['tags', 'vip, fair', 'new', ['vip', 'fair']],
    ['aliases', 'ACM\nAcme, Inc.', '', ['ACM', 'Acme, Inc.']],
    ['annual', '1200000.50 EUR', 'CNY 3', { amount: '1200000.5', currency: 'EUR' }],
    ['tierKey', 'A', 'B', 'A'],
    ['cadenceDays', '14', '', '14'],
    ['country', 'Germany', 'China', 'DE'],
    ['contractEnd', '2026-12-31', '2027-12-31', '2026-12-31'],
    ['website', 'https://acme.example', '', 'https://acme.example'],
    ['remarks', 'Pays late.\nTwice.', 'Pays.', 'Pays late.\nTwice.'],
    ['channelId', 'C0ACME0001', '', 'C0ACME0001'],
  ])('keeps the form of its type: %s', async (field, first, second, value) => {
    const { id } = await house.anAccount('Acme');
    await edit(anna, id, { [field]: first });
    const before = (await stands(id)).values[field];
    const entry = await edit(anna, id, { [field]: second });
    expect(await back(anna, entry, field)).toMatchObject({ ok: true });
    expect((await stands(id)).values[field]).toEqual(before);
    expect(before).toMatchObject(typeof value === 'string' ? expect.anything() : value);
  });

  test('becomes empty again, and an owner comes back as a person', async () => {
    const { id } = await house.anAccount('Acme', { owner: null });
    const given = await edit(anna, id, { ownerId: anna.slackUserId, city: 'Ulm' });
    const moved = await edit(anna, id, { ownerId: li.slackUserId });
    expect(await back(anna, moved, 'ownerId')).toMatchObject({ ok: true });
    expect((await stands(id)).kept.ownerId).toBe(anna.memberId);
    expect(await back(anna, given, 'city')).toMatchObject({ ok: true });
    expect(await back(anna, given, 'ownerId')).toMatchObject({ ok: true });
    expect((await stands(id)).values).toMatchObject({ city: null, ownerId: null });
  });

  test('of a contact is found again by its number', async () => {
    const contactId = await house.aContact(await house.anAccount('Acme'), { mobile: '+8613700137000', title: 'CFO' });
    const entry = await editPerson(anna, contactId, { mobile: '+8613900139000', title: 'CEO' });
    expect(await ask(anna, entry, 'mobile')).toMatchObject({ about: 'Li Wei', before: '+8613700137000' });
    expect(await back(anna, entry, 'mobile')).toMatchObject({ ok: true });
    const opened = await house.as(anna, (work) => openContact(work, contactId));
    expect(opened?.contact.values).toMatchObject({ mobile: '+8613700137000', title: 'CEO' });
  });
});

describe('What is put back is checked like anything that is typed:', () => {
  test('a choice that has been retired since is refused', async () => {
    const { id } = await house.anAccount('Acme', { values: { industryKey: 'finance' } });
    const entry = await edit(anna, id, { industryKey: 'energy' });
    await house.sql(`UPDATE "Option" SET "retiredAt" = now() WHERE dimension = 'industry' AND key = 'finance'`);
    expect(await back(anna, entry, 'industryKey')).toMatchObject({
      ok: false,
      problem: 'value',
      fieldId: 'industryKey',
      why: { problem: 'not-offered' },
    });
    await house.sql(`UPDATE "Option" SET "retiredAt" = NULL WHERE dimension = 'industry' AND key = 'finance'`);
  });

  test('an owner who has left is refused, by name', async () => {
    const gone = await house.aMember({ name: 'Gone Gustav', roles: ['manager'] });
    const { id } = await house.anAccount('Acme', { owner: gone });
    const entry = await edit(anna, id, { ownerId: anna.slackUserId });
    await house.slackSays(gone, { active: false });
    expect(await back(anna, entry, 'ownerId')).toEqual({ ok: false, problem: 'person-gone', who: 'Gone Gustav' });
    expect((await stands(id)).kept.ownerId).toBe(anna.memberId);
  });

  test('a parent that is part of the account by now is refused', async () => {
    const parent = await house.anAccount('Parent');
    const child = await house.anAccount('Child', { values: { parentId: parent.id } });
    const entry = await edit(anna, child.id, { parentId: '' });
    await edit(anna, parent.id, { parentId: child.id });
    expect(await back(anna, entry, 'parentId')).toEqual({ ok: false, problem: 'own-parent' });
  });

  test('a phone that is somebody else’s by now is refused, and says whose', async () => {
    const contactId = await house.aContact(await house.anAccount('Acme'), { mobile: '+8613600136000' });
    const entry = await editPerson(anna, contactId, { mobile: '' });
    const other = await house.anAccount('Birch Bank');
    await house.aContact(other, { mobile: '+8613600136000' });
    expect(await back(anna, entry, 'mobile')).toEqual({
      ok: false,
      problem: 'phone-elsewhere',
      number: '+8613600136000',
      where: 'Birch Bank',
    });
  });

  test('somebody who changed it while the window was open is not overwritten unseen', async () => {
    const { id } = await house.anAccount('Acme', { values: { city: 'Ulm' } });
    const entry = await edit(anna, id, { city: 'Bonn' });
    const seen = await ask(anna, entry, 'city');
    await edit(li, id, { city: 'Köln' });
    const target = { entryId: entry, fieldId: 'city', version: seen?.version ?? 0 };
    expect(await house.as(anna, (work) => putBack(work, target))).toMatchObject({ problem: 'changed-meanwhile' });
    expect((await stands(id)).values['city']).toBe('Köln');
  });
});

describe('Nothing is put back', () => {
  test('by somebody who may read the history and not change the file (T-61)', async () => {
    const team = await house.aTeam();
    const mate = await house.aMember({ roles: ['manager'], team });
    const account = await house.anAccount('Acme', { team });
    const entry = await edit(anna, account.id, { city: 'Bonn' });
    await expect(ask(mate, entry, 'city')).rejects.toThrow(Refused);
    await expect(
      house.as(mate, (work) => putBack(work, { entryId: entry, fieldId: 'city', version: 2 })),
    ).rejects.toThrow(Refused);
    const { entries } = await house.as(mate, (work) => readChanges(work, account, { before: null, limit: 9 }));
    expect(entries.map(({ mayPutBack }) => mayPutBack)).toEqual([false, false]);
  });

  test('of what is about people by somebody who may not read it (T-61)', async () => {
    const administrator = await house.aMember({ roles: ['administrator'] });
    const { id } = await house.anAccount('Acme', { owner: li, values: { remarks: 'Pays late.' } });
    const entry = await edit(li, id, { remarks: 'Pays early.', city: 'Bonn' });
    await expect(ask(administrator, entry, 'remarks')).rejects.toThrow(Refused);
    expect((await ask(administrator, entry, 'city'))?.fields.map((field) => field.id)).toEqual(['city']);
    const target = { entryId: entry, fieldId: 'remarks', version: 2 };
    await expect(house.as(administrator, (work) => putBack(work, target))).rejects.toThrow(Refused);
    const contactId = await house.aContact({ id }, { title: 'CFO' });
    const about = await editPerson(li, contactId, { title: 'CEO' });
    await expect(ask(administrator, about, 'title')).rejects.toThrow(Refused);
  });

  test('of a field that the entry did not change, or of an entry that is no change', async () => {
    const { id } = await house.anAccount('Acme', { values: { city: 'Ulm' } });
    const entry = await edit(anna, id, { city: 'Bonn' });
    expect(await ask(anna, entry, 'source')).toBeNull();
    expect(await ask(anna, entry, 'version')).toBeNull();
    const created = await house.sql(`SELECT id FROM "AuditEntry" WHERE "subjectId" = $1 AND verb = 'account.created'`, [
      id,
    ]);
    expect(await ask(anna, String(created[0]?.['id']), 'city')).toBeNull();
  });

  test('unread: opening what is about people is written to the audit (R77)', async () => {
    const { id } = await house.anAccount('Acme', { values: { remarks: 'Pays late.' } });
    const entry = await edit(anna, id, { remarks: '' });
    const reads = async () =>
      (
        await house.sql(`SELECT count(*)::int AS n FROM "AuditEntry" WHERE "subjectId" = $1 AND verb = 'notes.read'`, [
          id,
        ])
      )[0]?.['n'];
    const before = Number(await reads());
    await ask(anna, entry, 'remarks');
    expect(await reads()).toBe(before + 1);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountFields } from '../../src/templates/account-fields.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import { readField, readFields } from '../../src/templates/field.read.ts';
import { hostileTexts } from '../lib/hostile.ts';
import { accountId, fieldOf, inChina, memberId, oneOfEach, someFacts, teamId } from './facts.ts';

test('a form is read into standard values (R19, R20, R22)', () => {
  const sent = {
    name: ' ＡＣＭＥ\u200B  Ltd ',
    aliases: 'Acme\n\n ACME \n华泰',
    tierKey: 'A',
    country: '德国',
    website: 'acme.com',
    ownerId: 'U0LIWEI',
    teamId,
    channelId: 'C0ACME',
    parentId: accountId,
    contractEnd: '2026-12-31',
    annual: '120万',
    tags: '#vip, 标杆客户、VIP',
    remarks: 'Line one\r\nline two',
    deputyId: null,
  };
  expect(readFields(accountFields, sent, inChina)).toEqual({
    ok: true,
    ignored: [],
    values: {
      name: 'ACME Ltd',
      aliases: ['Acme', '华泰'],
      tierKey: 'A',
      country: 'DE',
      website: 'https://acme.com',
      ownerId: memberId,
      teamId,
      channelId: 'C0ACME',
      parentId: accountId,
      contractEnd: '2026-12-31',
      annual: { amount: '1200000', currency: 'CNY' },
      tags: ['vip', '标杆客户'],
      remarks: 'Line one\nline two',
      deputyId: null,
    },
  });
});

test('all problems of a form are told at once, each with what came (R22)', () => {
  const read = readFields(
    contactFields,
    { name: ' ', mobile: '1380013800O', email: 'li', leftOn: '2025-02-30' },
    inChina,
  );
  expect(read).toMatchObject({
    ok: false,
    problems: {
      name: { problem: 'required' },
      mobile: { problem: 'phone-letters', came: '1380013800O' },
      email: { problem: 'email-unreadable', came: 'li' },
      leftOn: { problem: 'date-not-real', came: '2025-02-30' },
    },
  });
});

test('a field that did not come is left out, one that came empty is emptied', () => {
  expect(readFields(contactFields, { name: 'Li Wei', title: null, email: '' }, inChina)).toMatchObject({
    values: { name: 'Li Wei', title: null, email: null },
  });
  expect(readFields(accountFields, { name: 'Acme', tags: null, aliases: ' ' }, inChina)).toMatchObject({
    values: { name: 'Acme', tags: [], aliases: [] },
  });
});

test('a required field that did not come at all, or holds nothing visible, is a problem (R2)', () => {
  for (const sent of [{}, { name: null }, { name: '\u200B\u3164' }]) {
    expect(readFields(contactFields, sent, inChina)).toMatchObject({
      ok: false,
      problems: { name: { problem: 'required' } },
    });
  }
});

test('what is no field of the form is ignored and named, whatever it is called (T-48, T-50)', () => {
  const sent = JSON.parse('{"name":"Acme","workspaceId":"w","role":"administrator","__proto__":{"polluted":"yes"}}');
  const read = readFields(accountFields, sent, inChina);
  expect(read).toEqual({ ok: true, values: { name: 'Acme' }, ignored: ['workspaceId', 'role', '__proto__'] });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test.each(oneOfEach.map(({ type }) => type))('an object, a list or a number is never read as a %s (T-49)', (type) => {
  for (const came of [{ not: '' }, ['x'], 7, true]) {
    expect(readField(fieldOf(type), came, inChina)).toMatchObject({ ok: false, problem: 'not-text' });
  }
});

test.each([
  ['choice', 'Z'],
  ['choice', 'constructor'],
  ['team', '0192f0c1-0000-7000-8000-00000000ffff'],
  ['account', "x' OR 1=1"],
  ['channel', 'D0PRIVATE'],
  ['channel', '<!channel>'],
  ['yesNo', 'maybe'],
  ['person', memberId],
] as const)('a %s that was not offered is refused: %s (T-62)', (type, came) => {
  expect(readField(fieldOf(type), came, inChina)).toMatchObject({ ok: false });
});

test('a choice is read by its key or by its label in either language', () => {
  for (const typed of ['B', 'b – Important', 'B 类 – 重要客户']) {
    expect(readField(fieldOf('choice'), typed, inChina)).toEqual({ ok: true, value: 'B' });
  }
});

test('a retired choice is taken from the record that holds it and from no other', () => {
  const options = [{ dimension: 'tier', key: 'D', labels: { en: 'D', zh: 'D' }, retired: true }];
  const context = { ...inChina, facts: { ...someFacts, options } };
  expect(readField(fieldOf('choice'), 'D', context)).toMatchObject({ ok: false, problem: 'not-offered' });
  expect(readField(fieldOf('choice'), 'D', { ...context, current: { choice: 'D' } })).toEqual({ ok: true, value: 'D' });
});

test('yes and no are read in both languages, numbers with their sign', () => {
  for (const [typed, value] of [
    ['yes', true],
    ['是', true],
    ['No', false],
    ['否', false],
  ] as const) {
    expect(readField(fieldOf('yesNo'), typed, inChina)).toEqual({ ok: true, value });
  }
  expect(readField(fieldOf('number'), '−1,200.50', inChina)).toEqual({ ok: true, value: '-1200.5' });
  expect(readField(fieldOf('number'), '-0', inChina)).toEqual({ ok: true, value: '0' });
});

test('a list that could not be shown again in one input is refused', () => {
  const lines = Array.from({ length: 100 }, (_, i) => `${i} ${'x'.repeat(30)}`);
  for (const type of ['list', 'tags'] as const) {
    const joint = type === 'list' ? '\n' : ',';
    expect(readField(fieldOf(type), lines.join(joint), inChina)).toMatchObject({ ok: false, problem: 'too-long' });
    expect(readField(fieldOf(type), lines.slice(0, 50).join(joint), inChina)).toMatchObject({ ok: true });
    expect(readField(fieldOf(type), `ok\n${'x'.repeat(201)}`, inChina)).toMatchObject({
      ok: false,
      problem: 'too-long',
    });
  }
});

test.each(oneOfEach.map(({ type }) => type))('a %s field answers whatever comes (T-40, T-45)', (type) => {
  for (const text of hostileTexts) expect(readField(fieldOf(type), text, inChina)).toHaveProperty('ok');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readField(fieldOf(type), text, inChina)).toHaveProperty('ok');
    }),
    { numRuns: 50 },
  );
});

import { describe, expect, test } from 'vitest';
import { checkView } from '../../src/playground/block-rules.ts';
import { modal } from '../../src/slack/blocks.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import { readField, readFields } from '../../src/templates/field.read.ts';
import type { Field, FieldValue, Values } from '../../src/templates/field.ts';
import { type FormReader, fieldInput, fieldInputs } from '../../src/templates/field.view.ts';
import { hostileTexts } from '../lib/hostile.ts';
import { accountId, fieldOf, inChina, memberId, oneOfEach, someFacts, teamId } from './facts.ts';

const reader: FormReader = { language: 'en', facts: someFacts };
const complaints = (fields: readonly Field[], values: Values, as: FormReader = reader) =>
  checkView(
    modal({ callbackId: 'x', title: 'x', close: 'x', submit: 'x', blocks: [...fieldInputs(fields, values, as)] }),
  );
const elementOf = (type: Field['type'], value: FieldValue, as: FormReader = reader) =>
  fieldInput(fieldOf(type), value, as)?.element;

describe.each([
  ['an account', accountFields],
  ['a contact', contactFields],
  ['a template', oneOfEach],
])('the form of %s', (_of, fields) => {
  test('is one that Slack takes, empty and in both languages', () => {
    expect(complaints(fields, {})).toEqual([]);
    expect(complaints(fields, {}, { ...reader, language: 'zh' })).toEqual([]);
  });

  test('has the fields in their order, each in the block of its id, all but the required ones optional', () => {
    const inputs = fieldInputs(fields, {}, reader);
    expect(inputs.map(({ block_id }) => block_id)).toEqual(fields.map(({ id }) => id));
    expect(inputs.filter(({ optional }) => !optional).map(({ block_id }) => block_id)).toEqual(
      fields.filter(({ required }) => required).map(({ id }) => id),
    );
  });
});

test('every hostile text that a field takes, and every one typed before, makes a form that Slack takes (T-40, T-41)', () => {
  for (const text of hostileTexts) {
    const taken = oneOfEach.flatMap((field): [string, FieldValue][] => {
      const read = readField(field, text, inChina);
      return read.ok ? [[field.id, read.value]] : [];
    });
    const typed = Object.fromEntries(oneOfEach.map(({ id }) => [id, text]));
    expect(complaints(oneOfEach, Object.fromEntries(taken))).toEqual([]);
    expect(complaints(oneOfEach, {}, { ...reader, typed })).toEqual([]);
  }
});

test('labels, names and examples that people wrote are escaped and cut to what Slack takes (T-41)', () => {
  for (const text of [...hostileTexts, 'x & y < z'.repeat(600)].filter((each) => each.trim() !== '')) {
    const words = { en: text, zh: text };
    const fields = oneOfEach.map((field) => ({ ...field, label: words, hint: words, example: words }));
    const facts = {
      ...someFacts,
      options: [{ dimension: 'tier', key: 'A', labels: words, retired: false }],
      teams: [{ id: teamId, name: text }],
      accounts: [{ id: accountId, name: text }],
    };
    expect(complaints(fields, { account: accountId, team: teamId, choice: 'A' }, { ...reader, facts })).toEqual([]);
    const inputs = JSON.stringify(fieldInputs(fields, { account: accountId }, { ...reader, facts }));
    expect(inputs).not.toContain('<');
  }
});

test.each([0, 1, 100, 101, 500])('a list of %i choices makes a form that Slack takes', (count) => {
  const options = Array.from({ length: count }, (_, i) => ({
    dimension: 'tier',
    key: `t${i}`,
    labels: { en: `Tier ${i}`, zh: `等级 ${i}` },
    retired: false,
  }));
  const facts = { ...someFacts, options, teams: options.map(({ key }) => ({ id: key, name: key })) };
  expect(complaints(oneOfEach, { choice: `t${count - 1}`, team: `t${count - 1}` }, { ...reader, facts })).toEqual([]);
});

test('a field with nothing to choose from is left out of the form', () => {
  expect(elementOf('team', null, { ...reader, facts: { ...someFacts, teams: [] } })).toBeUndefined();
});

test('what a record holds is what its form shows, so that sending it unchanged changes nothing', () => {
  const values: Values = {
    text: 'Acme',
    longText: 'one\ntwo',
    money: { amount: '1200.125', currency: 'USD' },
    date: '2026-03-31',
    phone: '+862161234567;ext=12',
    email: 'li@example.com',
    url: 'https://example.com',
    choice: 'A',
    person: memberId,
    account: accountId,
    team: teamId,
    country: 'CI',
    tags: ['vip', 'x y'],
    list: ['Acme', 'ACME Ltd'],
    yesNo: false,
    number: '-12.5',
    channel: 'C0ACME',
  };
  for (const language of ['en', 'zh'] as const) {
    expect(complaints(oneOfEach, values, { ...reader, language })).toEqual([]);
    const sent = Object.fromEntries(
      fieldInputs(oneOfEach, values, { ...reader, language }).map(({ block_id, element }) => [
        block_id,
        initialOf(element),
      ]),
    );
    expect(readFields(oneOfEach, sent, { ...inChina, current: values })).toEqual({ ok: true, values, ignored: [] });
  }
});

test('a choice or team that is no longer offered stays in the form of the record that holds it', () => {
  expect(initialOf(elementOf('choice', 'gone'))).toBe('gone');
  expect(initialOf(elementOf('team', 'gone', { ...reader, facts: { ...someFacts, teams: [] } }))).toBe('gone');
});

test('a form is not made without knowing the person it would otherwise take away', () => {
  expect(() => elementOf('person', 'unknown')).toThrow('lack member');
});

test('what was typed before is shown in place of the value', () => {
  expect(initialOf(elementOf('text', 'stored', { ...reader, typed: { text: 'typed' } }))).toBe('typed');
});

/** What Slack would send back for an input that nobody touched. */
function initialOf(element: unknown): string | null {
  const { initial_value, initial_option, initial_date, initial_user, initial_conversation } = element as Record<
    string,
    unknown
  >;
  const option = initial_option as { value: string } | undefined;
  return (initial_value ?? option?.value ?? initial_date ?? initial_user ?? initial_conversation ?? null) as
    | string
    | null;
}

import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import * as account from '../../src/templates/account-fields.ts';
import * as contact from '../../src/templates/contact-fields.ts';
import { defaultOptions } from '../../src/templates/default-options.ts';
import { readField } from '../../src/templates/field.read.ts';
import type { Field } from '../../src/templates/field.ts';
import { dimensions, offered, optionLabel } from '../../src/templates/option.ts';
import { inChina } from './facts.ts';

const chosenBySlack: readonly Field['type'][] = ['person', 'team', 'account', 'channel'];

describe.each([
  ['an account', account.accountFields],
  ['a contact', contact.contactFields],
])('the fields of %s', (_of, fields) => {
  test('have ids of their own that fit Slack’s block ids', () => {
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { id } of fields) expect(id).toMatch(/^[a-zA-Z]{1,40}$/);
  });

  test('have words in every language (R21)', () => {
    for (const { label, hint, example } of fields) {
      for (const words of [label, hint ?? label, example]) {
        for (const language of languages) expect(words[language].trim()).not.toBe('');
      }
    }
  });

  test('have examples that would be taken, in every language (R2)', () => {
    for (const field of fields.filter(({ type }) => !chosenBySlack.includes(type))) {
      for (const language of languages) {
        expect(readField(field, field.example[language], inChina), `${field.id} ${language}`).toMatchObject({
          ok: true,
        });
      }
    }
  });

  test('need a name and nothing else (R17)', () => {
    expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual(['name']);
  });

  test('have choices to begin with wherever they ask for one', () => {
    for (const field of fields) {
      if (field.type === 'choice') expect(offered(defaultOptions, field.dimension, null).length).toBeGreaterThan(1);
    }
  });
});

test('what is written about people is personal: remarks of an account, all of a contact', () => {
  expect(account.accountFields.map(({ id }) => id).filter(account.isPersonal)).toEqual(['remarks']);
  expect(contact.contactFields.map(({ id }) => id).every(contact.isPersonal)).toBe(true);
  expect([account.isPersonal('version'), contact.isPersonal('version')]).toEqual([false, false]);
});

test('the choices of a new workspace cover every dimension, with keys and labels that are not used twice', () => {
  for (const dimension of dimensions) {
    const options = defaultOptions.filter((option) => option.dimension === dimension);
    expect(options.length).toBeGreaterThan(1);
    for (const of of [
      (o: (typeof options)[number]) => o.key,
      (o: (typeof options)[number]) => o.labels.en,
      (o: (typeof options)[number]) => o.labels.zh,
    ]) {
      expect(new Set(options.map(of)).size).toBe(options.length);
    }
  }
});

test('a retired choice is offered only to the record that holds it, and keeps its label', () => {
  const retired = { dimension: 'tier', key: 'D', labels: { en: 'D', zh: 'D 类' }, retired: true };
  expect(offered([retired], 'tier', 'A')).toEqual([]);
  expect(offered([retired], 'tier', 'D')).toEqual([retired]);
  expect(optionLabel([retired], 'tier', 'D', 'zh')).toBe('D 类');
  expect(optionLabel([], 'tier', 'D', 'zh')).toBe('D');
});

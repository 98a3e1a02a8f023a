import { expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { problemCodes } from '../../src/lib/read.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import { formatValue } from '../../src/templates/field.format.ts';
import { readField } from '../../src/templates/field.read.ts';
import { problemText, problemTexts } from '../../src/templates/field.text.ts';
import type { FieldValue } from '../../src/templates/field.ts';
import { accountId, fieldOf, inChina, memberId, type oneOfEach, someFacts, teamId } from './facts.ts';

/** What need not be quoted: nothing came, or an id that says nothing to a person. */
const unquoted = ['required', 'not-text', 'person-unknown'];

test.each(problemCodes)(
  'the sentence for %s says what came, and gives an example, in both languages (R22)',
  (problem) => {
    for (const language of languages) {
      const detail = { max: 200, suggestion: 'Philippines' };
      const said = problemText({ problem, came: 'CAME', example: 'EXAMPLE', detail }, fieldOf('text'), language);
      expect(said).toContain('EXAMPLE');
      expect(said).not.toContain('undefined');
      if (!unquoted.includes(problem)) expect(said).toContain('“CAME”');
    }
  },
);

test('a date that does not exist is told in whole sentences', () => {
  const read = readField(fieldOf('date'), '2025-02-30', inChina);
  expect(!read.ok && problemText(read, fieldOf('date'), 'en')).toBe(
    '“2025-02-30” is not a date that exists. Write it as YYYY-MM-DD, for example 2026-03-31.',
  );
  expect(!read.ok && problemText(read, fieldOf('date'), 'zh')).toBe(
    '“2025-02-30”不是存在的日期。请按 YYYY-MM-DD 填写，例如 2026-03-31。',
  );
});

test('a misspelt country is told with what may have been meant', () => {
  const read = readField(fieldOf('country'), 'Philipines', inChina);
  expect(!read.ok && problemText(read, fieldOf('country'), 'en')).toContain('Did you mean Philippines?');
  expect(!read.ok && problemText(read, fieldOf('country'), 'zh')).toContain('您是指 Philippines 吗？');
});

test('without a reader’s example the field’s own is given', () => {
  const [name] = contactFields;
  expect(name && problemText({ problem: 'required', came: '' }, name, 'zh')).toBe('此项必填，例如：李伟。');
});

test('the problems of a form are told by block id, of fields of the form alone', () => {
  const problems = { name: { problem: 'required', came: '' }, other: { problem: 'required', came: '' } } as const;
  expect(Object.keys(problemTexts(problems, contactFields, 'en'))).toEqual(['name']);
});

test.each<[(typeof oneOfEach)[number]['type'], FieldValue, string, string]>([
  ['text', 'Acme', 'Acme', 'Acme'],
  ['money', { amount: '1200.5', currency: 'CNY' }, 'CNY 1,200.50', 'CNY 1,200.50'],
  ['date', '2026-03-06', '2026-03-06 Fri', '2026-03-06 周五'],
  ['phone', '+8613800138000', '+86 138 0013 8000', '+86 138 0013 8000'],
  ['choice', 'B', 'B – important', 'B 类 – 重要客户'],
  ['choice', 'gone', 'gone', 'gone'],
  ['person', memberId, 'Li Wei', 'Li Wei'],
  ['team', teamId, 'Key accounts East', 'Key accounts East'],
  ['account', accountId, 'Acme Group', 'Acme Group'],
  ['country', 'DE', 'Germany', '德国'],
  ['tags', ['vip', 'x'], 'vip, x', 'vip、x'],
  ['list', ['Acme', 'ACME Ltd'], 'Acme, ACME Ltd', 'Acme、ACME Ltd'],
  ['yesNo', true, 'Yes', '是'],
  ['yesNo', false, 'No', '否'],
  ['number', '-12.5', '-12.5', '-12.5'],
  ['channel', 'C0ACME', 'C0ACME', 'C0ACME'],
  ['text', null, '—', '—'],
  ['tags', [], '—', '—'],
])('a %s of %j is shown as %s to one and as %s to the other', (type, value, en, zh) => {
  expect(formatValue(fieldOf(type), value, { language: 'en', facts: someFacts })).toBe(en);
  expect(formatValue(fieldOf(type), value, { language: 'zh', facts: someFacts })).toBe(zh);
});

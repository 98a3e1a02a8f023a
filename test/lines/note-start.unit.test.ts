import { describe, expect, test } from 'vitest';
import { headOf } from '../../src/lines/line-head.ts';
import { lineVerb } from '../../src/lines/log-verb.ts';
import { couldBeNote, openingOf } from '../../src/lines/note-start.ts';

const nobody = (): boolean => false;
const known = (word: string): boolean => ['dana', '王芳'].includes(word.toLowerCase());

describe('How a text begins', () => {
  test.each([
    'met Dana',
    'Great meeting with Dana',
    'first meeting',
    'they agreed',
    'renegotiated the price',
    '2nd meeting',
    'Q3 review',
    ':tada: signed',
    '拜访李总',
    '今天上午 拜访李总',
    '电话没打通',
    '李总同意',
    '欧阳主任来电',
    '和李总开会',
    '给王芳打了个电话',
    '跟Li Wei开会',
    '去南京拜访李总',
    '陪李总参观工厂',
  ])('as a note does: %s', (text) => expect(openingOf(text, known)).toBe('note'));

  test.each(['Labs met Ann', 'and Sons met', 'of America called', 'Inc. met May', '会议中心 拜访'])(
    'as the rest of a company’s name: %s',
    (text) => expect(openingOf(text, nobody)).toBe('name'),
  );

  test.each([
    'Berlin met Tom',
    'initech met bill',
    'Robotics2 met',
    'Tom agreed',
    '华太 拜访李总',
    '老板电器 拜访李总',
    '服务 拜访李总',
    '地产',
    '化工 拜访',
    '科技 拜访',
    '📎',
  ])('as somebody’s name may: %s', (text) => expect(['unsure', 'name']).toContain(openingOf(text, nobody)));

  test('with small words that nobody knows, or not at all', () => {
    expect(openingOf('widgets arrived late', nobody)).toBe('unsure');
    expect(openingOf('widgets are out', nobody)).toBe('words');
    expect(openingOf('  ', nobody)).toBe('bare');
  });

  test('is found in a text of any length (T-47)', () => {
    for (const text of ['a'.repeat(100_000), '和'.repeat(100_000), '今天'.repeat(50_000), ':a'.repeat(50_000)])
      expect(openingOf(text, nobody)).toBeTypeOf('string');
  });
});

test('A name may be words with which notes begin', () => {
  expect(['met', 'next', 'today', '拜访'].map(couldBeNote)).toEqual(['likely', 'likely', 'likely', 'likely']);
  expect(['target', 'good food', 'bank'].map(couldBeNote)).toEqual(['perhaps', 'perhaps', 'perhaps']);
  expect(['acme', 'new york times', '华泰'].map(couldBeNote)).toEqual(['never', 'never', 'never']);
});

describe('What stands before a colon', () => {
  test.each([
    ['acme: met', 'acme'],
    ['Acme, Inc.: met', 'Acme, Inc.'],
    ['华泰科技：拜访', '华泰科技'],
    ['met Li Wei: agreed', 'met Li Wei'],
  ])('is a name to be looked for: %s', (line, head) => expect(line.slice(0, headOf(line)?.end)).toBe(head));

  test.each([
    'met at 10:30',
    'see https://x.example/a',
    'signed :tada: today',
    'acme spoke with Dana re: prices',
    '拜访李总，三点：价格',
    'we met Li Wei and Bob and agreed on three things: price',
    ': met',
    'nothing',
  ])('is none in a sentence, a time, an address or an emoji: %s', (line) => expect(headOf(line)).toBeNull());
});

test('The verb is the first word, or written onto what follows in Chinese', () => {
  expect(lineVerb('log acme: met')).toEqual({ kind: 'word', end: 3, from: 4 });
  expect(lineVerb('Log: acme')).toEqual({ kind: 'word', end: 3, from: 5 });
  expect(lineVerb('记录华泰')).toEqual({ kind: 'glued', end: 2, from: 2 });
  expect(lineVerb('记录：拜访')).toEqual({ kind: 'word', end: 2, from: 3 });
  expect(lineVerb('logistics met')).toEqual({ kind: 'none', end: 0, from: 0 });
  expect(lineVerb('lgo acme')).toEqual({ kind: 'none', end: 0, from: 0 });
});

import { describe, expect, it } from 'vitest';
import { additionsTo, readPaper, stillNew } from '../../src/accounts/paper.ts';
import { hostileTexts } from '../lib/hostile.ts';
import { signatures } from './signatures.ts';

describe('a pasted signature (R16, R100)', () => {
  it.each(signatures)('is read: %s', (_what, country, text, person, company, unread) => {
    expect(readPaper(text, country)).toEqual({ values: person, company, unread });
  });

  it.each([
    ['李总 1380013800O', '1380013800O'],
    ['Li Wei\nMobile: 1380013800', 'Mobile: 1380013800'],
    ['Li Wei\nE-mail: li@@wei', 'E-mail: li@@wei'],
    ['Li Wei\nweb: not a page', 'web: not a page'],
    ['Li Wei\n2026-11-22 10:30', '2026-11-22 10:30'],
  ])('is never completed: of %j, %j stays unread (T-45)', (text, unread) => {
    const card = readPaper(text, 'CN');
    expect(card.unread).toContain(unread);
    expect(Object.keys(card.values)).toEqual(['name']);
  });

  it('a fax is nobody’s phone, however it is written', () => {
    for (const label of ['传真：', 'Fax ', 'F: ', 'Telefax. ', '公司传真 ', 'Tel/Fax: ', '📠'])
      expect(readPaper(`李伟\n${label}021-61234567`, 'CN').values).toEqual({ name: '李伟' });
  });
});

describe('whatever is pasted', () => {
  const long = [
    'a',
    'a\n',
    'M ',
    'M \n',
    '1 ',
    '电话:',
    '手机/',
    'Ab, ',
    'a.',
    '李',
    '(',
    '+1 (',
    'a@',
    '=4',
    '\\;',
    '"',
  ];
  it('is read to its end, however long it is (T-47)', () => {
    for (const piece of long) {
      const text = piece.repeat(100_000 / piece.length);
      for (const pasted of [
        text,
        text.match(/.{1,299}/gs)?.join('\n') ?? '',
        `BEGIN:VCARD\nFN:${text}`,
        `BEGIN:VCARD\nTEL;QUOTED-PRINTABLE:${text}`,
      ])
        expect(readPaper(pasted, 'CN')).toBeDefined();
    }
  });

  it('is a value in its standard form or stays unread, and nothing that shows nothing (T-40)', () => {
    for (const text of hostileTexts)
      for (const pasted of [
        text,
        `Name: ${text}`,
        `Mobile: ${text}`,
        `BEGIN:VCARD\nFN:${text}\nTEL:${text}\nEND:VCARD`,
      ]) {
        const { values, company } = readPaper(pasted, 'CN');
        for (const value of [...Object.values(values), ...Object.values(company)]) {
          expect(value).toEqual(expect.stringMatching(/\S/));
          expect(value).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200b\uFFFD]/u);
        }
      }
  });
});

describe('what a card adds to a file', () => {
  const file = { name: 'Acme', aliases: ['ACME'], website: 'https://acme.example', city: null };
  it('is what is empty there, and a name by which nobody knows it yet', () => {
    const company = { name: 'Acme Industries', website: 'https://other.example', city: 'Ulm' };
    expect(additionsTo(file, { company })).toEqual({ aliases: ['ACME', 'Acme Industries'], city: 'Ulm' });
    expect(additionsTo(file, { company: { name: 'acme' } })).toEqual({});
  });

  it('never takes the place of what somebody has filled in meanwhile', () => {
    const accepted = { aliases: ['Acme Industries'], website: 'https://other.example', city: 'Ulm', address: null };
    expect(stillNew(file, accepted)).toEqual({ aliases: ['ACME', 'Acme Industries'], city: 'Ulm' });
  });
});

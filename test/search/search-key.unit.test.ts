import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { core, fold, keyLength } from '../../src/search/search-fold.ts';
import { type KeyKind, keyKinds, keysOf } from '../../src/search/search-key.ts';
import { readingsOf } from '../../src/search/search-pinyin.ts';

const account = { name: 'Acme', aliases: [], tags: [], website: null, contactNames: [] };
const keys = (name: string, kind: KeyKind): readonly string[] =>
  keysOf({ ...account, name }).flatMap((key) => (key.kind === kind ? [key.key] : []));

describe('Folding', () => {
  test('makes one of what people write differently and mean the same', () => {
    for (const [typed, folded] of [
      ['  ＡＣＭＥ，  Inc. ', 'acme inc'],
      ['O’Brien & Söhne', 'obrien sohne'],
      ['Straße Œuvre Łódź', 'strasse oeuvre lodz'],
      ['3M 中国 （上海）', '3m中国上海'],
      ['A\u200bc\ufeffm\u202ee\u00ad', 'acme'],
      ['İstanbul', 'istanbul'],
      ['が行', 'が行'],
      ['한국 전력', '한국 전력'],
    ] as const)
      expect(fold(typed)).toBe(folded);
  });

  test('keeps the marks that tell names apart, and a name of nothing but marks', () => {
    expect(['C++', 'C#', '100%', '%', '🎉', '***'].map(fold)).toEqual(['c++', 'c#', '100%', '%', '🎉', '***']);
  });

  test('leaves nothing of what cannot be seen (T-40)', () => {
    for (const text of ['', '   ', '\u200b\u202e\u2060', '\0', '\ud800']) expect(fold(text)).toBe('');
  });

  test('is bounded, repeatable and stores in Postgres, whatever it is given (T-40)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const folded = fold(text);
        expect(folded.length).toBeLessThanOrEqual(keyLength + 1);
        expect(folded).not.toMatch(/[\0\p{Cs}]/u);
        expect(fold(folded)).toBe(folded);
      }),
    );
  });
});

test('The core of a name is what it is without its legal form, in any number, and never nothing', () => {
  for (const [name, short] of [
    ['acme inc', 'acme'],
    ['gekko co', 'gekko'],
    ['muller gmbh co kg', 'muller'],
    ['tata pvt ltd', 'tata'],
    ['the limited', 'limited'],
    ['华泰科技股份有限公司', '华泰科技'],
    ['株式会社東芝', '東芝'],
    ['公司', '公司'],
    ['co', 'co'],
  ] as const)
    expect(core(name)).toBe(short);
});

describe('The keys of an account', () => {
  test('hold its name, core, later words and initials', () => {
    expect(keys('The New York Inquirer Inc.', 'name')).toEqual(['the new york inquirer inc']);
    expect(keys('The New York Inquirer Inc.', 'core')).toEqual(['new york inquirer']);
    expect(keys('The New York Inquirer Inc.', 'part')).toEqual(['newyorkinquirer', 'york inquirer', 'inquirer']);
    expect(keys('The New York Inquirer Inc.', 'initials')).toEqual(['tnyi', 'nyi']);
  });

  test('hold how its Chinese name is said, and what of it could be typed alone', () => {
    expect(keys('华泰科技有限公司', 'pinyin')).toEqual(['huataikeji']);
    expect(keys('华泰科技有限公司', 'initials')).toEqual(['htkj']);
    expect(keys('华泰科技有限公司', 'part')).toEqual(['泰科技', '科技']);
    expect(keys('Acme华泰', 'pinyin')).toEqual(['acmehuatai']);
  });

  test('are few, short and each there once, whatever the account is made of', () => {
    const words = Array.from({ length: 500 }, (_, at) => `word${at} 华泰行长重乐`);
    const made = keysOf({
      name: words.join(' '),
      aliases: words,
      tags: words,
      website: 'https://a.example',
      contactNames: words,
    });
    expect(made.length).toBeLessThanOrEqual(400);
    expect(made.every(({ key, kind }) => key !== '' && key.length <= keyLength && keyKinds.includes(kind))).toBe(true);
    expect(new Set(made.map(({ kind, key }) => `${kind} ${key}`)).size).toBe(made.length);
    expect(made).toContainEqual({ kind: 'domain', key: 'a.example' });
  });
});

test('A name with a character of two readings is found by either', () => {
  for (const [name, said] of [
    ['重庆银行', 'chongqingyinhang'],
    ['单氏集团', 'shanshijituan'],
    ['单氏集团', 'danshijituan'],
    ['乐天', 'letian'],
    ['乐天', 'yuetian'],
    ['绿城', 'lvcheng'],
    ['绿城', 'lucheng'],
    ['華泰科技', 'huataikeji'],
  ] as const)
    expect(readingsOf(name).map(({ full }) => full)).toContain(said);
});

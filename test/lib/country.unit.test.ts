import { expect, test } from 'vitest';
import { readCountry } from '../../src/lib/country.ts';
import { countryCodes, countryName } from '../../src/lib/country-names.ts';

test.each([
  ['CN', 'CN'],
  ['de', 'DE'],
  ['China', 'CN'],
  ['中国', 'CN'],
  ['中华人民共和国', 'CN'],
  ['UK', 'GB'],
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['Korea', 'KR'],
  ['Hong Kong', 'HK'],
  ['香港', 'HK'],
  ['cote d’ivoire', 'CI'],
  ['Bosnia and Herzegovina', 'BA'],
  ['  ＧＥＲＭＡＮＹ ', 'DE'],
])('%s is the country %s', (typed, code) => {
  expect(readCountry(typed)).toEqual({ ok: true, value: code });
});

test('a misspelt country is refused, with the right one as a suggestion that is not taken', () => {
  expect(readCountry('Philipines')).toMatchObject({
    ok: false,
    problem: 'country-unknown',
    came: 'Philipines',
    detail: { suggestion: 'Philippines' },
  });
});

test('no suggestion is made where two countries are as near, or none is', () => {
  for (const typed of ['Nigera', 'Congo', 'Atlantis', 'x', '', '1'.repeat(10_000)]) {
    const read = readCountry(typed);
    expect(read).toMatchObject({ ok: false, problem: 'country-unknown' });
    expect(read).not.toHaveProperty('detail');
  }
});

test.each(['DD', 'EU', 'XA', 'ZZ', '__proto__', 'constructor', 'toString'])('%s is not a country', (typed) => {
  expect(readCountry(typed)).toMatchObject({ ok: false });
});

test('every country is found by the name it is shown with, in both languages', () => {
  for (const code of countryCodes) {
    expect(readCountry(countryName(code, 'en'))).toEqual({ ok: true, value: code });
    expect(readCountry(countryName(code, 'zh'))).toEqual({ ok: true, value: code });
  }
});

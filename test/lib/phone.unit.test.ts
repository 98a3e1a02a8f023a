import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { formatPhone, phoneParts, readPhone } from '../../src/lib/phone.ts';

const inChina = { country: 'CN' };
const nowhere = { country: null };

test.each([
  ['13800138000', '+8613800138000'],
  ['138 0013 8000', '+8613800138000'],
  ['１３８００１３８０００', '+8613800138000'],
  ['＋８６　１３８-0013-8000', '+8613800138000'],
  ['0086 138 0013 8000', '+8613800138000'],
  ['(021) 6123 4567', '+862161234567'],
  ['+44 20 7946 0958', '+442079460958'],
])('%s, typed for an account in China, is %s (R20)', (typed, stored) => {
  expect(readPhone(typed, inChina)).toEqual({ ok: true, value: stored });
});

test.each(['ext. 123', 'ext123', 'x 123', '分机 123', '转123', '分机号：123', '#123', ';ext=123'])(
  'the extension is kept: %s',
  (words) => {
    expect(readPhone(`021-61234567 ${words}`, inChina)).toEqual({ ok: true, value: '+862161234567;ext=123' });
  },
);

test.each([
  ['1380013800O', 'phone-letters'],
  ['1-800-FLOWERS', 'phone-letters'],
  ['mobile 13800138000', 'phone-letters'],
  ['12345', 'phone-impossible'],
  ['110', 'phone-impossible'],
  ['2026-03-05', 'phone-impossible'],
  ['13800138000/13900139000', 'phone-unreadable'],
  ['++8613800138000', 'phone-unreadable'],
  ['?', 'phone-unreadable'],
  ['13800138000 / ?', 'phone-unreadable'],
])('%s is refused, never guessed: %s (R22, T-45)', (typed, problem) => {
  expect(readPhone(typed, inChina)).toMatchObject({ ok: false, problem });
});

test('ten thousand digits are refused at once', () => {
  expect(readPhone('1'.repeat(10_000), inChina)).toMatchObject({ ok: false, problem: 'phone-unreadable' });
});

test('a national number is refused while the country is not known, an international one taken', () => {
  expect(readPhone('13800138000', nowhere)).toMatchObject({ ok: false, problem: 'phone-no-country' });
  expect(readPhone('+86 138 0013 8000', nowhere)).toMatchObject({ ok: true });
});

test('the refusal shows an example of the account’s own country, which would be taken', () => {
  const read = readPhone('12', { country: 'DE' });
  expect(read).toMatchObject({ ok: false, example: expect.stringMatching(/^\+49 /) });
  expect(!read.ok && readPhone(read.example ?? '', nowhere).ok).toBe(true);
});

test('a country that the numbering plans lack counts as unknown only for the example', () => {
  expect(readPhone('+86 138 0013 8000', { country: 'AQ' })).toMatchObject({ ok: true });
  expect(readPhone('138', { country: 'AQ' })).toMatchObject({ ok: false });
});

test('what is shown reads back as the same number, in every country, with and without extension (R20)', () => {
  const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? []);
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      fc.option(fc.integer({ min: 1, max: 99_999 })),
      ({ number }, extension) => {
        const phone = extension === null ? String(number) : `${number};ext=${extension}`;
        expect(readPhone(formatPhone(phone), nowhere)).toEqual({ ok: true, value: phone });
      },
    ),
  );
});

test('a stored number is looked up without its extension, and within its country', () => {
  expect(phoneParts('+862161234567;ext=123')).toEqual({ number: '+862161234567', national: '2161234567' });
});

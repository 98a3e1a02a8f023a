import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDecimal, shift } from '../../src/lib/decimal.ts';
import { formatMoney, readMoney } from '../../src/lib/money.ts';

const cny = { defaultCurrency: 'CNY' };
const usd = { defaultCurrency: 'USD' };

test.each([
  ['120万', '1200000 CNY'],
  ['120万元', '1200000 CNY'],
  ['人民币120万元', '1200000 CNY'],
  ['1.5亿', '150000000 CNY'],
  ['３千万', '30000000 CNY'],
  ['1.2m', '1200000 CNY'],
  ['1.2M USD', '1200000 USD'],
  ['USD 1.2bn', '1200000000 USD'],
  ['5k', '5000 CNY'],
  ['CNY 1,200.50', '1200.5 CNY'],
  ['eur 1.200,50', '1200.5 EUR'],
  ["CHF 1'200'000", '1200000 CHF'],
  ['1 200 000,5 EUR', '1200000.5 EUR'],
  ['1,200', '1200 CNY'],
  ['1.200.000', '1200000 CNY'],
  ['12,5', '12.5 CNY'],
  ['0.125', '0.125 CNY'],
  ['￥1,200', '1200 CNY'],
  ['US$5k', '5000 USD'],
  ['50 万美元', '500000 USD'],
  ['€3.5m', '3500000 EUR'],
  ['$5 AUD', '5 AUD'],
  ['100 MXN', '100 MXN'],
  ['0', '0 CNY'],
  ['007', '7 CNY'],
  ['1.23456万', '12345.6 CNY'],
])('%s is %s, for an account that pays in CNY', (typed, stored) => {
  const [amount, currency] = stored.split(' ');
  expect(readMoney(typed, cny)).toEqual({ ok: true, value: { amount, currency } });
});

test.each([
  ['1.200', 'number-ambiguous'],
  ['€3.000', 'number-ambiguous'],
  ['1.234m', 'number-ambiguous'],
  ['1,2000', 'number-ambiguous'],
  ['1200,500', 'number-ambiguous'],
  ['1,20,000', 'number-unreadable'],
  ['1,200.5.0', 'number-unreadable'],
  ['1,200.5,0', 'number-unreadable'],
  ['1万2千', 'money-currency-unknown'],
  ['1.', 'number-unreadable'],
  ['.5', 'number-unreadable'],
  ['a lot', 'number-unreadable'],
  ['100-200', 'money-currency-unknown'],
  ['1e6', 'money-currency-unknown'],
  ['-5', 'number-negative'],
  ['¥-5', 'number-negative'],
  ['(1,200.50)', 'number-negative'],
  ['−5 USD', 'number-negative'],
  ['$5', 'money-currency-ambiguous'],
  ['XYZ 5', 'money-currency-unknown'],
  ['constructor 5', 'money-currency-unknown'],
  ['USD 5 EUR', 'money-currencies-differ'],
  ['1.23456', 'money-too-precise'],
  ['1234567890123456', 'money-too-large'],
])('%s is refused, never guessed: %s', (typed, problem) => {
  expect(readMoney(typed, cny)).toMatchObject({ ok: false, problem });
});

test('ten thousand digits are refused at once', () => {
  expect(readMoney('9'.repeat(10_000), cny)).toMatchObject({ ok: false, problem: 'number-unreadable' });
});

test('a sign that currencies share means the account’s own one, or is refused', () => {
  expect(readMoney('¥5', { defaultCurrency: 'JPY' })).toEqual({ ok: true, value: { amount: '5', currency: 'JPY' } });
  expect(readMoney('$5', usd)).toEqual({ ok: true, value: { amount: '5', currency: 'USD' } });
  expect(readMoney('¥5', usd)).toMatchObject({ ok: false, problem: 'money-currency-ambiguous' });
});

test('money is shown exactly, to the last of its nineteen digits', () => {
  expect(formatMoney({ amount: '123456789012345.1234', currency: 'CNY' }, 'zh')).toBe('CNY 123,456,789,012,345.1234');
  expect(formatMoney({ amount: '1200.5', currency: 'CNY' }, 'en')).toBe('CNY 1,200.50');
  expect(formatMoney({ amount: '1200000', currency: 'CNY' }, 'en')).toBe('CNY 1,200,000');
});

const whole = fc.oneof(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.bigInt({ min: 0n, max: 999n }));
const amount = fc
  .tuple(whole, fc.integer({ min: 0, max: 9999 }), fc.constantFrom(1, 2, 3, 4))
  .map(([units, fraction, places]) => shift(`${units}.${String(fraction).padStart(4, '0').slice(0, places)}`, 0));

test('what is shown reads back as the same money, in every currency and language', () => {
  const currencies = fc.constantFrom(...Intl.supportedValuesOf('currency'));
  fc.assert(
    fc.property(amount, currencies, fc.constantFrom('en', 'zh'), (exact, currency, language) => {
      const shown = formatMoney({ amount: exact, currency }, language);
      expect(readMoney(shown, usd)).toEqual({ ok: true, value: { amount: exact, currency } });
    }),
  );
});

test('a canonical number is read as itself, and moving its point there and on is exact', () => {
  fc.assert(
    fc.property(amount, (exact) => {
      const read = readDecimal(exact);
      if (read.ok) expect(read.value).toBe(exact);
      expect(shift(shift(exact, 3), 3)).toBe(shift(exact, 6));
    }),
  );
});

import type { Language } from '../i18n/language.ts';
import { currenciesOf } from './currency.ts';
import { readDecimal, shift } from './decimal.ts';
import { type ProblemCode, type Read, refused, took } from './read.ts';
import { fold } from './text.ts';

/** An amount that is not rounded anywhere: decimal text without trailing zeros, at most 15 digits and 4 decimals; ISO 4217. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** What the column `Decimal(19,4)` holds. */
const wholeDigits = 15;
const decimals = 4;
const longest = 80;
const example = 'CNY 1200000';

/** Multiplier → power of ten. */
const powers: Record<string, number> = {
  k: 3,
  m: 6,
  million: 6,
  bn: 9,
  billion: 9,
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
};

/**
 * An amount with its currency before or after it, or `defaultCurrency` (ISO 4217): `120万`, `1.2m`, `CNY 1,200.50`,
 * `$5k`. A sign that several currencies share means the default one if that is among them, and is refused otherwise;
 * so are amounts with two readings (see `readDecimal`), negative ones, and what the column cannot hold exactly.
 */
export function readMoney(text: string, { defaultCurrency }: { defaultCurrency: string }): Read<Money> {
  const refuse = (problem: ProblemCode) => refused(problem, text, { example });
  if (text.length > longest) return refuse('number-unreadable');
  const folded = fold(text);
  if (/[-−–(]/.test(folded.slice(0, Math.max(0, folded.search(/\d/))))) return refuse('number-negative');
  const parts = /^([^\d.,]*)(\d[\d.,' ’]*)(.*)$/.exec(folded);
  if (!parts) return refuse('number-unreadable');
  const [, before = '', digits = '', after = ''] = parts;
  const { power, sign } = readSuffix(after.trim());
  const currency = currencyOf([before.trim(), sign], defaultCurrency);
  if (!currency.ok) return refuse(currency.problem);
  const number = readDecimal(digits.trim());
  if (!number.ok) return refuse(number.problem);
  const amount = shift(number.value, power);
  const [whole = '', fraction = ''] = amount.split('.');
  if (whole.length > wholeDigits) return refuse('money-too-large');
  if (fraction.length > decimals) return refuse('money-too-precise');
  return took({ amount, currency: currency.value });
}

/**
 * `CNY 1,200.50`, exact to the last digit, and reads back as the same money: hence the code rather than a sign, and
 * never three decimals, which could be thousands.
 */
export function formatMoney({ amount, currency }: Money, language: Language): string {
  const fraction = amount.split('.')[1] ?? '';
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: shownDecimals(fraction.length),
    maximumFractionDigits: decimals,
  });
  return format.format(amount as `${number}`).replace(/\s/g, ' ');
}

function shownDecimals(length: number): number {
  if (length === 0) return 0;
  return length > 2 ? decimals : 2;
}

/** What stands behind the digits: `万元` is a multiplier and a currency, `mxn` a currency alone. */
function readSuffix(after: string): { power: number; sign: string } {
  if (after === '' || currenciesOf(after).length > 0) return { power: 0, sign: after };
  const lower = after.toLowerCase();
  const multiplier = Object.keys(powers)
    .filter((word) => lower.startsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  if (multiplier === undefined) return { power: 0, sign: after };
  return { power: powers[multiplier] ?? 0, sign: after.slice(multiplier.length).trim() };
}

type Currency = { ok: true; value: string } | { ok: false; problem: ProblemCode };

/** The one currency that every sign allows; where several remain, the default one if it is among them. */
function currencyOf(signs: readonly string[], defaultCurrency: string): Currency {
  const written = signs.filter((sign) => sign !== '').map(currenciesOf);
  if (written.some((currencies) => currencies.length === 0)) return { ok: false, problem: 'money-currency-unknown' };
  if (written.length === 0) return { ok: true, value: defaultCurrency };
  const [first = [], second = first] = written;
  const shared = first.filter((currency) => second.includes(currency));
  const [only] = shared;
  if (only === undefined) return { ok: false, problem: 'money-currencies-differ' };
  if (shared.length === 1) return { ok: true, value: only };
  if (shared.includes(defaultCurrency)) return { ok: true, value: defaultCurrency };
  return { ok: false, problem: 'money-currency-ambiguous' };
}

import { readDecimal } from './decimal.ts';
import { type Read, refused, took } from './read.ts';
import { fold } from './text.ts';

const example = '1200.5';

/** A number of any sign as a canonical decimal, exact. The same forms as an amount of money, without its multipliers. */
export function readNumber(text: string): Read<string> {
  const typed = text.length > 50 ? '' : fold(text);
  const number = readDecimal(typed.replace(/^[-−]\s?/, ''));
  if (!number.ok) return refused(number.problem, text, { example });
  const negative = /^[-−]/.test(typed) && number.value !== '0';
  return took(negative ? `-${number.value}` : number.value);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCountry } from '../../src/lib/country.ts';
import { readDate } from '../../src/lib/date.ts';
import { readEmail } from '../../src/lib/email.ts';
import { readMoney } from '../../src/lib/money.ts';
import { readPhone } from '../../src/lib/phone.ts';
import type { Read } from '../../src/lib/read.ts';
import { cleanName, cleanNote } from '../../src/lib/text.ts';
import { readUrl } from '../../src/lib/url.ts';
import { hostileTexts } from './hostile.ts';

const readers: Record<string, (text: string) => Read<unknown>> = {
  name: (text) => cleanName(text),
  note: (text) => cleanNote(text),
  phone: (text) => readPhone(text, { country: 'CN' }),
  'phone of nowhere': (text) => readPhone(text, { country: null }),
  date: readDate,
  money: (text) => readMoney(text, { defaultCurrency: 'CNY' }),
  email: readEmail,
  url: readUrl,
  country: readCountry,
};

const storable = /^[^\0\p{Cs}\uFFFD]*$/u;
const quotable = /^[^\p{Cc}\p{Cs}\p{Bidi_Control}]*$/u;

test.each(Object.keys(readers))(
  'the reader of a %s answers whatever comes, and what it stores or quotes is clean (T-40, T-45)',
  (kind) => {
    const check = (text: string) => {
      const read = readers[kind]?.(text);
      if (read?.ok)
        return expect(typeof read.value === 'string' ? read.value : JSON.stringify(read.value)).toMatch(storable);
      expect(read?.came).toMatch(quotable);
      expect([...(read?.came ?? '')].length).toBeLessThanOrEqual(41);
    };
    for (const text of hostileTexts) check(text);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...hostileTexts)),
        (text) => void check(text),
      ),
    );
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDue } from '../../src/due/due-words.ts';
import { dayIn } from '../../src/lib/date.ts';
import { dueSaid } from './due-said.ts';

const words = (
  'friday|周五|下周三|next|by|on|前|后|于|在|3/4|13/4|2026-11-27|27 Nov|may|March|15号|十五|三点|下午|3pm|at|15:00|the|2nd|15th|of|月底|end of|' +
  "month|week|in|two|两|周|天|个|月|，|, |; |。| |（|）|(|)|every|每|last|上|or|或|的|'s|send quote|发报价|call May|李总|\u{1f680}|é|\u0301|週|１５|号|日|点|半|\ud800|eod|tomorrow|明天|上午|a|from|today|-|–|/|.|24/7|Feb 29|2月29日"
).split('|');
const phrase = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((each) => each.join('')),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((each) => each.join(' ')),
);
const now = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'UTC');
const language = fc.constantFrom('en' as const, 'zh' as const);

/** Whether the letters of `part` stand in `whole`, in that order. */
function isMadeOf(part: string, whole: string): boolean {
  let at = 0;
  for (const char of part.replace(/\s/g, '')) {
    at = whole.indexOf(char, at);
    if (at < 0) return false;
    at += char.length;
  }
  return true;
}

test('whatever is typed, no day has gone by, and the title is what was typed without the days (R12)', () => {
  fc.assert(
    fc.property(phrase, now, zone, language, (text, moment, where, reader) => {
      const read = readDue(text, { now: moment, zone: where, language: reader });
      const today = dayIn(moment, where);
      const dues = read.kind === 'due' ? [read.due, ...read.also] : read.kind === 'ask' ? read.choices : [];
      for (const { on, time } of dues) {
        expect(on >= today && /^\d{4}-\d\d-\d\d$/.test(on)).toBe(true);
        expect(time === null || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)).toBe(true);
      }
      expect(read.kind !== 'ask' || read.choices.length > 0).toBe(true);
      expect(new Set(dues.map(({ on }) => on)).size).toBe(dues.length);
      expect(isMadeOf(read.title, text)).toBe(true);
      expect(read.title !== '' || text.trim() === '').toBe(true);
      if (read.kind === 'none') expect(read.title).toBe(text.trim());
    }),
    { numRuns: 3000 },
  );
});

test('a day is a day of the reader’s zone', () => {
  const evening = new Date('2026-11-27T20:00:00Z');
  expect(dueSaid('tomorrow', evening, 'Europe/Berlin', 'en')).toBe('2026-11-28');
  expect(dueSaid('明天', evening, 'Asia/Shanghai', 'zh')).toBe('2026-11-29');
  expect(dueSaid('friday', evening, 'Asia/Shanghai', 'en')).toBe('2026-12-04');
  expect(dueSaid('friday', evening, 'America/New_York', 'en')).toBe('2026-12-04 also 2026-11-27');
});

test('a time alone is today’s while it is ahead, then tomorrow’s', () => {
  const at = (time: string): string => dueSaid('call at 15:00', new Date(`2026-11-27T${time}:00Z`), 'UTC', 'en');
  expect(at('14:59')).toBe('2026-11-27 15:00');
  expect(at('15:00')).toBe('2026-11-28 15:00');
});

test('of 3/4 both days are asked, the reader’s own way first, and only days that exist', () => {
  const friday = new Date('2026-11-27T09:00:00Z');
  expect(dueSaid('3/4', friday, 'UTC', 'en')).toBe('ask 2027-04-03 | 2027-03-04');
  expect(dueSaid('3/4', friday, 'UTC', 'zh')).toBe('ask 2027-03-04 | 2027-04-03');
  expect(dueSaid('13/4', friday, 'UTC', 'zh')).toBe('2027-04-13');
  expect(dueSaid('2/30', friday, 'UTC', 'zh')).toBe('none');
});

test.each(['friday ', '周五', '3/4 ', 'by ', '的', 'at 3 ', '1', 'in two weeks ', '(', '下', '- '])(
  'a text of 100 kB of "%s" is answered (T-47)',
  (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const read = readDue(text, { now: new Date('2026-11-27T09:00:00Z'), zone: 'UTC', language: 'zh' });
    expect(isMadeOf(read.title, text)).toBe(true);
  },
);

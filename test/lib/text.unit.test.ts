import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName, cleanNote } from '../../src/lib/text.ts';

describe('a name', () => {
  test.each([
    ['full-width letters and digits', 'ＡＣＭＥ　１２', 'ACME 12'],
    ['zero-width characters', 'Ac\u200Bm\u2060e\uFEFF', 'Acme'],
    ['bidi controls', 'Acme \u202Egpj\u202C\u2067', 'Acme gpj'],
    ['line breaks, tabs and runs of space', ' Acme\r\n\tGroup  Ltd ', 'Acme Group Ltd'],
    ['letters in two code points', 'Zoe\u0308', 'Zoë'],
    ['characters that show nothing', 'Acme\u3164\u115F\u00AD', 'Acme'],
    ['control characters', 'Ac\u0007me', 'Acme'],
  ])('comes out the same for %s (R21, T-40)', (_what, typed, stored) => {
    expect(cleanName(typed)).toEqual({ ok: true, value: stored });
  });

  test('with nothing to see in it is none', () => {
    for (const empty of ['', '  ', '\n\t', '\u200B\u200D', '\u3164'])
      expect(cleanName(empty)).toEqual({ ok: true, value: null });
  });

  test('with NUL, half a surrogate pair or a failed decoding is refused, not altered (T-40)', () => {
    for (const typed of ['a\0b', 'a\uD83D', '\uDE00b', 'caf\uFFFD']) {
      expect(cleanName(typed)).toMatchObject({ ok: false, problem: 'broken-characters' });
    }
  });

  test('of 200 characters is taken and of 201 refused, with the limit told', () => {
    expect(cleanName('名'.repeat(200))).toMatchObject({ ok: true });
    expect(cleanName('名'.repeat(201))).toMatchObject({ ok: false, problem: 'too-long', detail: { max: 200 } });
    expect(cleanName('x'.repeat(1_000_000))).toMatchObject({ ok: false, problem: 'too-long' });
  });

  test('that was cleaned once is not changed by cleaning again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const once = cleanName(typed);
        if (once.ok && once.value !== null) expect(cleanName(once.value)).toEqual(once);
      }),
    );
  });
});

describe('a note', () => {
  test('keeps lines, emoji sequences and compatibility forms (T-40)', () => {
    const note = 'Met 👩‍👩‍👧‍👦 at ½ past\n\n１０％ off';
    expect(cleanNote(note)).toEqual({ ok: true, value: note });
  });

  test('has one kind of line end and no control characters', () => {
    expect(cleanNote('a\r\nb\rc\u0007\u001B[0m')).toEqual({ ok: true, value: 'a\nb\nc[0m' });
  });

  test('cannot turn round the text that stands behind it', () => {
    expect(cleanNote('total \u202E001\u2066')).toEqual({ ok: true, value: 'total 001' });
  });

  test('with NUL or half a surrogate pair is refused (T-40)', () => {
    for (const typed of ['a\0b', 'a\uD83D'])
      expect(cleanNote(typed)).toMatchObject({ ok: false, problem: 'broken-characters' });
  });

  test('of 3,000 characters is taken, one more is refused and a blank one is none', () => {
    expect(cleanNote('x'.repeat(3000))).toMatchObject({ ok: true });
    expect(cleanNote('x'.repeat(3001))).toMatchObject({ ok: false, problem: 'too-long', detail: { max: 3000 } });
    expect(cleanNote(' \n ')).toEqual({ ok: true, value: null });
  });

  test('that was cleaned once is not changed by cleaning again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const once = cleanNote(typed);
        if (once.ok && once.value !== null) expect(cleanNote(once.value)).toEqual(once);
      }),
    );
  });
});

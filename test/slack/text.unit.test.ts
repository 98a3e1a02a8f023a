import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, channelLink, decode, joinRich, link, mention, mrkdwn, plain, rich } from '../../src/slack/text.ts';
import { hostileTexts } from '../lib/hostile.ts';

/** People's text: anything, with Slack's own signs and whole attacks thrown in often. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileTexts),
      fc.constantFrom('&', '<', '>', '|', '&amp;', '&lt;', '\uD83D', '\uDE00', '😀', '\n', '<!here>', '<@U1>', ' '),
      fc.string({ unit: 'binary', maxLength: 40 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));
const max = fc.integer({ min: 1, max: 400 });

/** The control sequences of a markup: what Slack would act on. */
const controls = (markup: string): readonly string[] => markup.match(/<[^>]*>?/g) ?? [];
/** Nothing is left of an entity that was cut through. */
const hasBrokenEntity = (markup: string): boolean => /&(?!(amp|lt|gt);)/.test(markup);
const isWhole = (markup: string): boolean => !/\p{Surrogate}/u.test(markup);

describe("people's text", () => {
  test('never becomes a control sequence, whatever it is and wherever it is cut (T-41)', () => {
    fc.assert(
      fc.property(anyText, max, (text, limit) => {
        for (const shown of [
          plain(text, limit).text,
          mrkdwn(text, limit).text,
          bare(text, limit),
          mrkdwn(rich`${text}`, limit).text,
        ]) {
          expect(controls(shown)).toEqual([]);
          expect(shown).not.toContain('>');
        }
      }),
    );
  });

  test('is cut to the limit, ending in "…", and never through an entity or a character', () => {
    fc.assert(
      fc.property(anyText, max, (text, limit) => {
        const whole = bare(text, 1_000_000);
        const cut = bare(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(hasBrokenEntity(cut)).toBe(false);
        expect(isWhole(cut)).toBe(true);
        if (whole.length > limit) expect(cut.endsWith('…')).toBe(true);
        else expect(cut).toBe(whole);
      }),
    );
  });

  test('reads as it was written once Slack has decoded it (T-40)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(bare(text, 1_000_000))).toBe(text);
      }),
    );
  });

  test.each(['', '   ', '\t\r\n'])(
    'without a visible character is shown as a dash, for Slack refuses it: %j',
    (text) => {
      expect([plain(text, 10).text, mrkdwn(text, 10).text]).toEqual(['–', '–']);
    },
  );

  test('is left as it stands by Slack: bare addresses and names in it are not linked', () => {
    expect(mrkdwn('see http://evil.example, @channel', 100).verbatim).toBe(true);
  });
});

describe('our own markup', () => {
  test('keeps its control sequences whole or leaves them out when it is cut (T-41)', () => {
    const piece = fc.oneof(
      anyText.map((text) => rich`${text}`),
      fc.constantFrom(mention('U0ANNA'), channelLink('C0GENERAL'), link('https://example.com/a|b', 'a | b <c>')),
    );
    const allowed = [
      ...controls(
        joinRich([mention('U0ANNA'), channelLink('C0GENERAL'), link('https://example.com/a|b', 'a | b <c>')], '')
          .markup,
      ),
    ];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), max, (pieces, limit) => {
        const cut = bare(joinRich(pieces, ' '), limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        for (const control of controls(cut)) expect(allowed).toContain(control);
        expect(hasBrokenEntity(cut)).toBe(false);
      }),
    );
  });

  test('makes of an id nothing but a mention, whatever the id holds (T-62)', () => {
    fc.assert(
      fc.property(anyText, (id) => {
        expect(mention(id).markup).toMatch(/^<@[A-Z0-9]*>$/i);
        expect(channelLink(id).markup).toMatch(/^<#[A-Z0-9]*>$/i);
      }),
    );
  });

  test('makes of an address and words one link, or the words alone (T-41)', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => `https://${text}`),
        ),
        anyText,
        (url, words) => {
          const { markup } = link(url, words);
          expect(controls(markup).length).toBeLessThanOrEqual(1);
          if (controls(markup).length === 1) expect(markup).toMatch(/^<(https?:|mailto:)[^|<>\s]*\|[^|<>\n]*>$/i);
        },
      ),
    );
    expect(link('javascript:alert(1)', 'here').markup).toBe('here');
  });
});

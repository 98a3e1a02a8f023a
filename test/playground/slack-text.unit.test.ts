import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asStored, shown, typed, unescaped } from '../../src/playground/slack-text.ts';

describe('texts as Slack keeps them', () => {
  it('keeps control sequences of mrkdwn and escapes the rest', () => {
    const text = 'a < b & <@U1> <!channel> <https://x.example|x & y> <b>';
    expect(asStored(text, 'mrkdwn')).toBe('a &lt; b &amp; <@U1> <!channel> <https://x.example|x & y> &lt;b&gt;');
    expect(asStored('<@U1> &lt; &', 'plain_text')).toBe('&lt;@U1&gt; &lt; &amp;');
  });

  it('shows people what they typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => shown(typed(text)) === text));
  });

  it('T-41: finds every mention and link that was not escaped, and none in an escaped text', () => {
    const hostile = [
      '<!channel>',
      '<!here|x>',
      '<!subteam^S1>',
      '<@U1>',
      '<#C1>',
      '<http://evil.example|Reset>',
      '<HTTPS://x',
    ];
    expect(unescaped(`x ${hostile.join(' y ')}`)).toEqual(hostile);
    fc.assert(fc.property(fc.string(), (text) => unescaped(typed(text)).length === 0));
    expect(unescaped(typed(hostile.join(' ')))).toEqual([]);
  });
});

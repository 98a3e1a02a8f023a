import { describe, expect, it } from 'vitest';
import { asSummary, beginningsOf, kindOfMessage, mentionedIn, plainWords } from '../../src/lines/saved-message.ts';
import { markupOfMessage } from '../../src/slack/message-markup.ts';

const names: Record<string, string> = { U0MAYA: 'Maya Chen' };
const words = (markup: string): string => plainWords(markup, (id) => names[id] ?? null);

describe('A message that is saved', () => {
  it.each([
    ['<@U0MAYA> met <@U0GONE|sam> and <@U1>', '@Maya Chen met @sam and @U1'],
    ['see <https://a.example/x?y=1&amp;z|the offer>', 'see the offer (https://a.example/x?y=1&z)'],
    ['<https://a.example> <mailto:li@a.example|li@a.example>', 'https://a.example li@a.example'],
    ['<#C1|sales> <#C2> <!here> <!subteam^S1|@kam>', '#sales #C2 @here @kam'],
    ['5 &lt; 6 &amp;&amp; 7 &gt; 6', '5 < 6 && 7 > 6'],
    ['&amp;lt;not a tag&amp;gt;', '&lt;not a tag&gt;'],
  ])('reads %s', (markup, expected) => {
    expect(words(markup)).toBe(expected);
  });

  it('names whom it mentions', () => {
    expect(mentionedIn('<@U0MAYA> and <@W1|x>, <#C1>')).toEqual(['U0MAYA', 'W1']);
  });

  it('is cut to a note between characters', () => {
    expect(asSummary('x'.repeat(3000)).wasCut).toBe(false);
    const cut = asSummary(`${'x'.repeat(2998)}😀😀`);
    expect(cut).toEqual({ summary: `${'x'.repeat(2998)}…`, wasCut: true });
  });

  it('is looked through for a customer where sentences begin', () => {
    expect(beginningsOf('> FYI. Acme called!\n- 华泰：确认。下周见')).toEqual([
      'FYI.',
      'Acme called!',
      '华泰：确认。',
      '下周见',
    ]);
  });

  it('says how people met, or counts as a written word that nobody has answered', () => {
    expect(kindOfMessage('called Li Wei')).toEqual({ kind: 'call', outcome: null });
    expect(kindOfMessage('电话没打通')).toEqual({ kind: 'call', outcome: 'attempt' });
    expect(kindOfMessage('quote attached')).toEqual({ kind: 'email', outcome: null });
  });
});

describe('An app’s message without a text', () => {
  it('is read from its blocks and attachments, without its buttons', () => {
    const section = (elements: unknown[]) => ({ type: 'rich_text_section', elements });
    const message = {
      text: '',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'New lead' } },
        { type: 'section', text: { type: 'mrkdwn', text: 'Acme &amp; Co' }, fields: [{ type: 'mrkdwn', text: 'Ulm' }] },
        {
          type: 'rich_text',
          elements: [
            section([
              { type: 'text', text: 'ask ' },
              { type: 'user', user_id: 'U0MAYA' },
            ]),
          ],
        },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Press' } }] },
      ],
      attachments: [{ pretext: 'From', title: 'The web', text: 'Hello', fallback: 'fallback' }],
    };
    expect(markupOfMessage(message)).toBe('New lead\nAcme &amp; Co\nUlm\nask <@U0MAYA>\nFrom\nThe web\nHello');
    expect(markupOfMessage({ ...message, text: 'Said' })).toBe('Said');
    expect(markupOfMessage({ blocks: 7, attachments: null })).toBe('');
  });
});

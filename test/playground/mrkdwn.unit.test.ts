import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Inline, parseInline, parsePlain } from '../../src/playground/page/mrkdwn-inline.ts';
import { parseMrkdwn } from '../../src/playground/page/mrkdwn-parse.ts';

/** What a reader would see, without looks. */
function seen(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return seen(node.children);
      if (node.kind === 'link') return node.label;
      return 'text' in node ? node.text : `[${node.kind}]`;
    })
    .join('');
}

const text = (words: string) => ({ kind: 'text', text: words });

describe('mrkdwn marks', () => {
  test.each([
    ['*bold*', [{ kind: 'bold', children: [text('bold')] }]],
    ['_it_ ~no~', [{ kind: 'italic', children: [text('it')] }, text(' '), { kind: 'strike', children: [text('no')] }]],
    ['*_both_*', [{ kind: 'bold', children: [{ kind: 'italic', children: [text('both')] }] }]],
    ['`a*b*c`', [{ kind: 'code', text: 'a*b*c' }]],
    ['*重点*。', [{ kind: 'bold', children: [text('重点')] }, text('。')]],
  ])('%s is read as Slack reads it', (line, nodes) => {
    expect(parseInline(line)).toEqual(nodes);
  });

  test.each(['2 * 3 * 4', 'snake_case_name', 'a*b*c', '* not bold *', '**', '*', '~~', '`', '*open', '*a\u00a0*'])(
    '%j stays as it was typed',
    (line) => {
      expect(parseInline(line)).toEqual([text(line)]);
    },
  );

  test('a mark that opens outside a link does not close inside its address', () => {
    expect(parseInline('*see <https://x.example/a*b*|the page>*')).toEqual([
      {
        kind: 'bold',
        children: [text('see '), { kind: 'link', url: 'https://x.example/a*b*', label: 'the page' }],
      },
    ]);
  });
});

describe('mrkdwn control sequences', () => {
  test.each([
    ['<@U0A1>', { kind: 'user', id: 'U0A1', label: null }],
    ['<@W0A1|mei>', { kind: 'user', id: 'W0A1', label: 'mei' }],
    ['<#C0A1|sales>', { kind: 'channel', id: 'C0A1', label: 'sales' }],
    ['<!channel>', { kind: 'broadcast', range: 'channel' }],
    ['<!subteam^S1|@kam>', { kind: 'group', label: '@kam' }],
    ['<mailto:a@b.example|a@b.example>', { kind: 'link', url: 'mailto:a@b.example', label: 'a@b.example' }],
    [
      '<https://x.example?a=1&amp;b=2>',
      { kind: 'link', url: 'https://x.example?a=1&b=2', label: 'https://x.example?a=1&b=2' },
    ],
    [
      '<!date^1392734382^{date_num} {time}|2014>',
      { kind: 'date', at: 1392734382, format: '{date_num} {time}', url: null, fallback: '2014' },
    ],
  ])('%s is understood', (line, node) => {
    expect(parseInline(line)).toEqual([node]);
  });

  test.each([
    '<javascript:alert(1)|press me>',
    '<JaVaScRiPt:alert(1)>',
    '<data:text/html,x|x>',
    '<vbscript:x>',
    '<!date^1^{date}^javascript:alert(1)|x>',
    '< https://x.example>',
  ])('%s never becomes a link', (line) => {
    const nodes = parseInline(line);
    expect(nodes.filter((node) => node.kind === 'link' || (node.kind === 'date' && node.url !== null))).toEqual([]);
  });

  test('escaped names are words: they ping nobody and link nowhere', () => {
    const line = '&lt;!channel&gt; &lt;@U1&gt; &lt;http://evil.example|safe&gt;';
    expect(parseInline(line).filter((node) => !['text', 'link'].includes(node.kind))).toEqual([]);
    expect(seen(parseInline(line))).toBe('<!channel> <@U1> <http://evil.example|safe>');
  });

  test('an entity is decoded once, and only the three that Slack knows', () => {
    expect(seen(parseInline('&amp;lt; &quot; &lt;b&gt; &#60;'))).toBe('&lt; &quot; <b> &#60;');
  });

  test('a bare address becomes a link without the full stop behind it', () => {
    expect(parseInline('see https://x.example/a.')).toEqual([
      text('see '),
      { kind: 'link', url: 'https://x.example/a', label: 'https://x.example/a' },
      text('.'),
    ]);
  });
});

describe('mrkdwn paragraphs', () => {
  test('quotes, lists and fenced code are told apart', () => {
    const kinds = parseMrkdwn('hello\n> said\n&gt; more\n• one\n• two\n```\n*raw* &lt;b&gt;\n```\nend');
    expect(kinds.map((each) => each.kind)).toEqual(['lines', 'quote', 'list', 'pre', 'lines']);
    expect(kinds[3]).toEqual({ kind: 'pre', text: '*raw* <b>' });
    expect(kinds[1]).toMatchObject({ lines: [[text('said')], [text('more')]] });
  });

  test('an unclosed fence is only three characters', () => {
    expect(parseMrkdwn('```oops')).toEqual([{ kind: 'lines', lines: [[text('```oops')]] }]);
  });
});

test('plain text knows entities and emoji, and no marks', () => {
  expect(parsePlain('*A &amp; B* :tada: <@U1>', true)).toEqual([
    text('*A & B* '),
    { kind: 'emoji', name: 'tada' },
    text(' <@U1>'),
  ]);
  expect(parsePlain(':tada:', false)).toEqual([text(':tada:')]);
});

describe('hostile text', () => {
  // Without `:` and `|`, which rightly put something else in the place of what was typed.
  const signs = fc.array(fc.constantFrom('*', '_', '~', '`', '<', '>', '!', '@', '&lt;', ' ', 'a', '李', '\u202e'));

  test('any line gives nodes that show every letter of it', () => {
    fc.assert(
      fc.property(signs, (parts) => {
        const letters = (words: string) => [...words].filter((each) => 'a李'.includes(each)).join('');
        expect(letters(seen(parseInline(parts.join(''))))).toBe(letters(parts.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['*', '_', '~', '`', '<', '*_~', '*a ', '<@', ':a', '*a _b ', 'https://', '&lt;', '```', '> ', '*a* '])(
    'a hundred and fifty thousand characters of %j are read with a bounded number of steps',
    (part) => {
      // Quadratic reading of this much text takes far longer than the runner allows for a test.
      const typed = `*${part.repeat(Math.ceil(150_000 / part.length))}*`;
      expect(parseMrkdwn(typed).length).toBeGreaterThan(0);
    },
  );
});

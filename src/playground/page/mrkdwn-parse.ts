import { decodeEntities } from './entities.ts';
import { type Inline, parseInline } from './mrkdwn-inline.ts';

export type Paragraph =
  | { kind: 'lines'; lines: Inline[][] }
  | { kind: 'quote'; lines: Inline[][] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'pre'; text: string };

const FENCE = '```';
const QUOTE = /^(?:>|&gt;) ?/;
const BULLET = /^\s*[\u2022\u25e6\u25aa] ?/;

/**
 * Parses Slack's mrkdwn into nodes. Total: any string gives a tree, in time linear in its length; nothing is evaluated,
 * and links carry only schemes that are safe to follow.
 * Source: the behaviour described at https://docs.slack.dev/messaging/formatting-message-text.
 */
export function parseMrkdwn(text: string): Paragraph[] {
  const out: Paragraph[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf(FENCE, from);
    const close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length);
    if (close < 0) break;
    pushLines(out, text.slice(from, open).replace(/\n$/, ''));
    out.push({ kind: 'pre', text: decodeEntities(text.slice(open + FENCE.length, close)).replace(/^\n|\n$/g, '') });
    from = close + FENCE.length;
    if (text[from] === '\n') from += 1;
  }
  pushLines(out, text.slice(from));
  return out;
}

function pushLines(out: Paragraph[], text: string): void {
  if (text === '') return;
  for (const line of text.split('\n')) pushLine(out, line);
}

function pushLine(out: Paragraph[], line: string): void {
  const last = out.at(-1);
  if (QUOTE.test(line)) {
    const inline = parseInline(line.replace(QUOTE, ''));
    if (last?.kind === 'quote') last.lines.push(inline);
    else out.push({ kind: 'quote', lines: [inline] });
    return;
  }
  if (BULLET.test(line)) {
    const inline = parseInline(line.replace(BULLET, ''));
    if (last?.kind === 'list') last.items.push(inline);
    else out.push({ kind: 'list', items: [inline] });
    return;
  }
  if (last?.kind === 'lines') last.lines.push(parseInline(line));
  else out.push({ kind: 'lines', lines: [parseInline(line)] });
}

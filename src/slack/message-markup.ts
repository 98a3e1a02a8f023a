import { z } from 'zod';

const holder = z.looseObject({});

/**
 * The words of a message in Slack's markup: its text, or where it has none - as many apps' messages do - what stands in its
 * blocks and attachments.
 */
export function markupOfMessage(message: Readonly<Record<string, unknown>>): string {
  const { text, blocks, attachments } = message;
  if (typeof text === 'string' && text.trim() !== '') return text;
  return [...wordsIn(blocks), ...wordsIn(attachments)].join('\n');
}

/** The text of everything inside, in order; the parts of one line of rich text stay one line. */
function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  const read = holder.safeParse(value);
  if (!read.success) return [];
  const { type, elements, text, ...rest } = read.data;
  if (type === 'actions' || type === 'button') return [];
  if (type === 'rich_text_section' || type === 'rich_text_preformatted' || type === 'rich_text_quote')
    return [Array.isArray(elements) ? elements.map(inline).join('') : ''];
  const own = typeof text === 'string' ? [text] : wordsIn(text);
  const { pretext, title, fallback: _, ...others } = rest;
  const heads = [pretext, title].filter((each): each is string => typeof each === 'string');
  return [...heads, ...own, ...wordsIn(elements), ...Object.values(others).flatMap(wordsIn)];
}

/** A part of a line of rich text, as markup. */
function inline(part: unknown): string {
  const read = holder.safeParse(part);
  if (!read.success) return '';
  const { type, text, url, user_id, name } = read.data;
  if (type === 'user') return `<@${String(user_id)}>`;
  if (type === 'emoji') return `:${String(name)}:`;
  if (typeof text === 'string') return text;
  return typeof url === 'string' ? url : '';
}

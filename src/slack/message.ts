import type { KnownBlock } from '@slack/types';
import { section } from './blocks.ts';
import type { Message } from './handler.ts';
import { limits } from './limits.ts';
import { bare, type Rich } from './text.ts';

/** A message of plain paragraphs. */
export function paragraphs(...texts: readonly Rich[]): Message {
  return { text: bare(texts[0] ?? '', limits.messageText), blocks: texts.map((text) => section(text)) };
}

/** A message as the Web API takes it: its own list of blocks, never with previews of links. */
export const posted = (
  message: Message,
): { text: string; blocks: KnownBlock[]; unfurl_links: false; unfurl_media: false } => ({
  text: message.text,
  blocks: [...message.blocks],
  unfurl_links: false,
  unfurl_media: false,
});

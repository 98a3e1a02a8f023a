import { text } from './args.ts';
import { checkBlocks, MAX_MESSAGE_WORDS } from './block-rules.ts';
import type { Problem } from './block-rules-check.ts';
import type { Json } from './json.ts';
import { isJson, parseJson } from './json.ts';
import type { UiBlock } from './protocol.ts';
import { asStored } from './slack-text.ts';
import { storedBlocks } from './stored-blocks.ts';
import type { World } from './world.ts';

/** Longest message text; Slack cuts what is longer. */
const MAX_TEXT = 40_000;

export interface MessageContent {
  readonly text: string;
  readonly blocks: readonly UiBlock[];
  readonly metadata: Json | undefined;
  readonly warnings: readonly string[];
}

/** Text, blocks and metadata of a message that an app sends, checked by Slack's rules; or Slack's refusal. */
export function messageContent(world: World, args: Json): MessageContent | { readonly refused: Json } {
  const given = args['blocks'];
  const blocks = typeof given === 'string' && given !== '' ? parseJson(given) : (given ?? []);
  if (blocks !== '' && !Array.isArray(blocks)) return refused('invalid_blocks_format');
  const list: readonly unknown[] = blocks === '' ? [] : blocks;
  const words = text(args, 'text');
  if (words === '' && list.length === 0) return refused('no_text');
  const problems = checkBlocks('message', list);
  if (problems.length > 0) return { refused: blocksRefused(problems) };
  const metadata = metadataOf(args['metadata']);
  if (metadata === null) return refused('invalid_metadata_format');
  return {
    text: asStored(words, 'mrkdwn').slice(0, MAX_TEXT),
    blocks: storedBlocks(world, list),
    metadata,
    warnings: [
      ...(words.length > MAX_TEXT ? ['message_truncated'] : []),
      ...(words === '' ? ['missing_text_in_message'] : []),
    ],
  };
}

function refused(error: string): { readonly refused: Json } {
  return { refused: { ok: false, error } };
}

function blocksRefused(problems: readonly Problem[]): Json {
  const tooLong = problems.every(({ text: rule }) => rule.includes(`${MAX_MESSAGE_WORDS + 1}`));
  return { ok: false, error: tooLong ? 'msg_blocks_too_long' : 'invalid_blocks', ...explained(problems, '') };
}

/** Broken rules as Slack lists them in an answer. */
export function explained(problems: readonly Problem[], prefix: string): Json {
  const errors = problems.map(({ pointer, text: rule }) => `${rule} [json-pointer:${prefix}${pointer}]`);
  return { errors, response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) } };
}

function metadataOf(value: unknown): Json | undefined | null {
  if (value === undefined || value === null || value === '') return undefined;
  const metadata = typeof value === 'string' ? parseJson(value) : value;
  const fits = isJson(metadata) && typeof metadata['event_type'] === 'string' && isJson(metadata['event_payload']);
  return fits ? metadata : null;
}

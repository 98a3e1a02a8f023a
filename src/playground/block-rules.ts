import { checkBlock } from './block-rules-blocks.ts';
import type { Check, Problem, Surface } from './block-rules-check.ts';
import { newCheck, onlyMembers, refuse, stringMember } from './block-rules-check.ts';
import { PLAIN, textMember } from './block-rules-objects.ts';
import type { Json } from './json.ts';
import { isJson } from './json.ts';
import { asStored } from './slack-text.ts';

/** Most blocks on one surface. */
const MAX_BLOCKS = { message: 50, modal: 100, home: 100 } as const satisfies Record<Surface, number>;
/** All words of a message's blocks together, as Slack keeps them. */
export const MAX_MESSAGE_WORDS = 13_200;
/** A view as JSON, in bytes. */
const MAX_VIEW_BYTES = 250 * 1024;

/**
 * Slack's rules for a list of blocks on one surface: which types, which members, how long, which ids.
 * Sources: Slack's Block Kit reference and `@slack/types` 3.2.
 * @returns every broken rule; pointers start at the list (`/blocks/0/…`). None when Slack would take the blocks.
 */
export function checkBlocks(surface: Surface, blocks: unknown): Problem[] {
  const check = newCheck(surface);
  checkList(check, blocks, '/blocks');
  return check.problems;
}

/**
 * The same for a whole view, modal or Home. Pointers start at the view (`/blocks/0/…`, `/title`); what is
 * wrong with it as a whole has an empty pointer.
 */
export function checkView(view: unknown): Problem[] {
  if (!isJson(view)) return [{ pointer: '', text: 'must provide an object' }];
  const type = view['type'];
  if (type !== 'modal' && type !== 'home') return [{ pointer: '/type', text: 'must be one of: modal, home' }];
  const check = newCheck(type);
  checkFrame(check, view, type);
  if (view['blocks'] === undefined) refuse(check, '', 'missing required field: blocks');
  else checkList(check, view['blocks'], '/blocks');
  if (type === 'modal' && check.inputs.length > 0 && view['submit'] === undefined)
    refuse(check, '/submit', '`submit` is required when an `input` block is in the view');
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_VIEW_BYTES) refuse(check, '', 'must be less than 250 KB');
  return check.problems;
}

function checkFrame(check: Check, view: Json, type: 'modal' | 'home'): void {
  const frame = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
  const modal = ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close'];
  onlyMembers(check, view, '', type === 'modal' ? [...frame, ...modal] : frame);
  if (type === 'modal') textMember(check, view, 'title', '', { kinds: PLAIN, max: 24, required: true });
  textMember(check, view, 'submit', '', { kinds: PLAIN, max: 24 });
  textMember(check, view, 'close', '', { kinds: PLAIN, max: 24 });
  stringMember(check, view, 'private_metadata', '', { max: 3000, min: 0 });
  stringMember(check, view, 'callback_id', '', { max: 255, min: 0 });
  stringMember(check, view, 'external_id', '', { max: 255, min: 0 });
}

function checkList(check: Check, blocks: unknown, at: string): void {
  if (!Array.isArray(blocks)) {
    refuse(check, at, 'must provide an array');
    return;
  }
  if (blocks.length > MAX_BLOCKS[check.surface])
    refuse(check, at, `no more than ${MAX_BLOCKS[check.surface]} items allowed`);
  for (const [index, block] of blocks.entries()) checkBlock(check, block, `${at}/${index}`);
  for (const pointer of check.focused.slice(1)) refuse(check, pointer, 'only one element may have focus_on_load');
  if (check.surface === 'message' && wordsIn(blocks) > MAX_MESSAGE_WORDS)
    refuse(check, at, `all texts together must be less than ${MAX_MESSAGE_WORDS + 1} characters`);
  refuseSecondTable(check, blocks, at);
}

function refuseSecondTable(check: Check, blocks: readonly unknown[], at: string): void {
  const tables = blocks.filter((block) => isJson(block) && block['type'] === 'table');
  if (tables.length > 1) refuse(check, at, 'only one table block is allowed in a message');
}

/** Characters of every text in blocks, counted as Slack keeps them. */
function wordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + wordsIn(item), 0);
  if (!isJson(value)) return 0;
  const text = value['text'];
  const own =
    typeof text === 'string' ? asStored(text, value['type'] === 'mrkdwn' ? 'mrkdwn' : 'plain_text').length : 0;
  return Object.values(value).reduce(
    (sum: number, member) => sum + (typeof member === 'object' ? wordsIn(member) : 0),
    own,
  );
}

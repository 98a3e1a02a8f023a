import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { SentView } from './arrival.ts';
import { modal, section } from './blocks.ts';
import { limits } from './limits.ts';
import type { Rich } from './text.ts';
import { decode } from './text.ts';

/**
 * A modal that Slack sent back, shown again: as it stood, so that what the person typed stays in its fields (Slack keeps
 * a field whose block and action id are used again).
 */

const noticeId = 'dossier-notice-';
const block = z.looseObject({ type: z.string(), block_id: z.string().default('') });
const inputBlock = block.extend({
  type: z.literal('input'),
  label: z.looseObject({ text: z.string() }),
  element: z.looseObject({ type: z.string(), action_id: z.string() }),
});
type InputOf = z.infer<typeof inputBlock>;

/** A field of a modal: its block id, its label as people read it and the text that stands in it. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly typed: string;
}

/** The fields of a modal in their order. */
export function fieldsOf(view: SentView): readonly Field[] {
  return inputsOf(view).map(({ block_id: id, label }) => {
    const value = view.values[id];
    return { id, label: decode(label.text), typed: typeof value === 'string' ? value : '' };
  });
}

/** The title as people read it. */
export function titleOf({ sent }: SentView): string {
  const title = z.object({ text: z.string() }).safeParse(sent['title']);
  return title.success ? decode(title.data.text) : '';
}

/** The same modal with something said at its top. */
export const withNotice = (view: SentView, notice: readonly KnownBlock[]): ModalView =>
  shownAgain(view, blocksOf(view), notice);

/** The same modal, its fields filled again with what was submitted, for when another view stood in between. */
export function refilled(view: SentView, notice: readonly KnownBlock[]): ModalView {
  const state = z.record(z.string(), z.record(z.string(), z.looseObject({}))).safeParse(stateOf(view));
  const held = state.success ? state.data : {};
  const filled = blocksOf(view).map((shown) => {
    const input = inputBlock.safeParse(shown);
    return input.success ? filledInput(input.data, held[input.data.block_id]?.[input.data.element.action_id]) : shown;
  });
  return shownAgain(view, filled, notice);
}

/** A modal that only says something. */
export const saying = (words: { title: string; text: Rich; close: string }, callbackId: string): ModalView =>
  modal({ callbackId, title: words.title, close: words.close, blocks: [section(words.text)] });

/** What an element holds → the member that shows it at first. */
const initials: Readonly<Record<string, string>> = {
  value: 'initial_value',
  rich_text_value: 'initial_value',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
};

function filledInput(input: InputOf, held: Readonly<Record<string, unknown>> | undefined): unknown {
  const bare = Object.entries(input.element).filter(([member]) => !member.startsWith('initial_'));
  const filled = Object.entries(held ?? {}).flatMap(([member, value]) => {
    const initial = initials[member];
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return initial === undefined || isEmpty ? [] : [[initial, value] as const];
  });
  return { ...input, element: Object.fromEntries([...bare, ...filled]) };
}

const again = [
  'callback_id',
  'title',
  'submit',
  'close',
  'private_metadata',
  'clear_on_close',
  'notify_on_close',
] as const;

function shownAgain(view: SentView, blocks: readonly unknown[], notice: readonly KnownBlock[]): ModalView {
  const kept = again.flatMap((member) => (view.sent[member] ? [[member, view.sent[member]] as const] : []));
  const top = notice.map((said, i) => ({ ...said, block_id: `${noticeId}${i}` }));
  return {
    type: 'modal',
    ...Object.fromEntries(kept),
    blocks: [...top, ...blocks].slice(0, limits.viewBlocks),
  } as ModalView;
}

/** The blocks below an earlier notice. */
function blocksOf({ sent }: SentView): readonly z.infer<typeof block>[] {
  const blocks = z.array(block).safeParse(sent['blocks']);
  return blocks.success ? blocks.data.filter(({ block_id }) => !block_id.startsWith(noticeId)) : [];
}

const inputsOf = (view: SentView): readonly InputOf[] =>
  blocksOf(view).flatMap((shown) => {
    const input = inputBlock.safeParse(shown);
    return input.success ? [input.data] : [];
  });

const stateOf = ({ sent }: SentView): unknown => {
  const state = z.object({ values: z.unknown().optional() }).safeParse(sent['state']);
  return state.success ? state.data.values : null;
};

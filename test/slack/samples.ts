import { z } from 'zod';
import { actions, button, input, modal, section } from '../../src/slack/blocks.ts';
import { type Message, onCommand } from '../../src/slack/handler.ts';
import { paragraphs } from '../../src/slack/message.ts';
import { rich } from '../../src/slack/text.ts';

export const anything = z.unknown();
export const line = z.object({ text: z.string() });
export const message = (words: string): Message => paragraphs(rich`${words}`);
export const withButton = (id: string, value?: unknown): Message => ({
  text: 'buttons',
  blocks: [section('buttons'), actions([button(id, 'Press', value === undefined ? {} : { value })])],
});

export const nameModal = (id = 'name') =>
  modal({
    callbackId: id,
    title: 'Name',
    submit: 'Save',
    close: 'Close',
    meta: { accountId: 'a-1' },
    blocks: [input('name', 'Name', { type: 'plain_text_input', action_id: 'v' })],
  });
export const openName = onCommand({
  needs: 'desk.open',
  accepts: line,
  run: async (gesture) => void (await gesture.open(nameModal())),
});
export const submission = z.object({
  meta: z.object({ accountId: z.string() }),
  values: z.object({ name: z.string() }),
});

/** A promise and the function that fulfils it. */
export function signal(): { readonly given: Promise<void>; give(): void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

import type { UiMessage } from '../../src/playground/protocol.ts';
import type { Colleague } from '../support/colleague.ts';

/** Presses a button whose answer takes the message's place, and reads it there. */
export async function inPlace(person: Colleague, message: UiMessage, label: string): Promise<UiMessage> {
  const before = JSON.stringify(message.blocks);
  await person.press(message, label);
  return person.screen.waitFor(
    (me) =>
      me.messages(message.channelId).find(({ ts, blocks }) => ts === message.ts && JSON.stringify(blocks) !== before),
    { what: `what takes the place of ${label}` },
  );
}

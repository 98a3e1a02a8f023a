import type { App } from '@slack/bolt';
import { z } from 'zod';
import { acknowledge, gestureKey } from './acknowledge.ts';
import { interactionArrival } from './arrival.ts';
import { attendAndTell, sayUnused } from './attend.ts';
import type { Handling, ShortcutInput } from './handler.ts';
import { markupOfMessage } from './message-markup.ts';
import type { ListenPorts } from './ports.ts';
import type { Recent } from './recent.ts';

const shortcut = z.object({
  callback_id: z.string(),
  message: z.looseObject({ user: z.string().nullish() }).nullish(),
});

/** Shortcuts, from the global menu and on a message. */
export function listenToShortcuts(
  app: App,
  handlers: ReadonlyMap<string, Handling<'shortcut'>>,
  ports: ListenPorts,
  recent: Recent,
): void {
  app.shortcut({}, async ({ ack, body }) => {
    await acknowledge(ports.log, () => ack());
    const arrival = interactionArrival(body);
    if (arrival.triggerId !== null && !recent.isNew(arrival.triggerId)) return;
    const { callback_id: id, message } = shortcut.parse(body);
    const handler = handlers.get(id);
    if (!handler) {
      ports.log.warn('nobody handles this shortcut', { id });
      return sayUnused(ports, arrival);
    }
    const sent: ShortcutInput = {
      message: message ? { text: markupOfMessage(message), slackUserId: message.user ?? null } : null,
    };
    await attendAndTell(ports, { arrival, handler, id, sent, key: gestureKey(arrival) });
  });
}

import type { App } from '@slack/bolt';
import { z } from 'zod';
import { acknowledge, gestureKey } from './acknowledge.ts';
import { interactionArrival, parseJson } from './arrival.ts';
import { attendAndTell, sayUnused } from './attend.ts';
import type { Handling } from './handler.ts';
import type { ListenPorts } from './ports.ts';
import type { Recent } from './recent.ts';
import { elementValue } from './state-values.ts';

const pressed = z.object({
  action_id: z.string().default(''),
  type: z.string(),
  value: z.string().nullish(),
  url: z.string().nullish(),
});

/** Presses of buttons, choices in menus, changes of pickers: in messages, modals and Home. */
export function listenToActions(
  app: App,
  handlers: ReadonlyMap<string, Handling<'action'>>,
  ports: ListenPorts,
  recent: Recent,
): void {
  app.action({}, async ({ ack, body, action }) => {
    await acknowledge(ports.log, () => ack());
    const arrival = interactionArrival(body);
    if (arrival.triggerId !== null && !recent.isNew(arrival.triggerId)) return;
    const { action_id: id, type, value, url } = pressed.parse(action);
    const handler = handlers.get(id);
    if (handler) {
      const sent = type === 'button' ? parseJson(value ?? '') : elementValue(action);
      return attendAndTell(ports, { arrival, handler, id, sent, key: gestureKey(arrival) });
    }
    // A link button is opened by Slack itself and reported all the same.
    if (url) return;
    ports.log.warn('nobody handles this action', { id });
    await sayUnused(ports, arrival);
  });
}

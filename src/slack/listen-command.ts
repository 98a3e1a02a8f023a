import type { App } from '@slack/bolt';
import { acknowledge, gestureKey } from './acknowledge.ts';
import { commandArrival } from './arrival.ts';
import { attendAndTell, sayUnused } from './attend.ts';
import type { CommandInput, Handling } from './handler.ts';
import type { ListenPorts } from './ports.ts';
import type { Recent } from './recent.ts';
import { decode } from './text.ts';

/** The slash command, whatever its name is in this workspace. */
export function listenToCommands(
  app: App,
  handler: Handling<'command'> | undefined,
  ports: ListenPorts,
  recent: Recent,
): void {
  app.command(/^/, async ({ ack, body }) => {
    await acknowledge(ports.log, () => ack());
    const arrival = commandArrival(body);
    if (arrival.triggerId !== null && !recent.isNew(arrival.triggerId)) return;
    if (!handler) return sayUnused(ports, arrival);
    const sent: CommandInput = { text: body.text ?? '' };
    const line = decode(`${body.command} ${sent.text}`.trim());
    await attendAndTell(ports, { arrival, handler, id: body.command, sent, key: gestureKey(arrival), line });
  });
}

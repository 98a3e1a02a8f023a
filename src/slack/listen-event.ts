import type { App } from '@slack/bolt';
import { Refused } from '../access/policy.ts';
import type { EventArrival } from './event-arrival.ts';
import { eventArrival } from './event-arrival.ts';
import { makeGesture } from './gesture.ts';
import type { Handling } from './handler.ts';
import type { ListenPorts, Met } from './ports.ts';
import { newReference } from './reference.ts';

/**
 * Events of the Events API. Nobody waits for an answer, so a failure is thrown: whoever handed the event over (the
 * inbox) runs it again. A refusal is an outcome, not a failure.
 */
export function listenToEvents(app: App, handlers: ReadonlyMap<string, Handling<'event'>>, ports: ListenPorts): void {
  app.event(/^/, async ({ body }) => {
    const arrival = eventArrival(body, ports.botUserId);
    const handler = handlers.get(arrival.type);
    if (handler) await attendToEvent(ports, arrival, handler);
  });
}

async function attendToEvent(ports: ListenPorts, arrival: EventArrival, handler: Handling<'event'>): Promise<void> {
  const reference = newReference();
  const log = ports.log.with({ reference, on: 'event', id: arrival.type });
  const met = await actorOf(ports, arrival);
  if (met === null) return log.info('an event of a team without an installation');
  const accepted = handler.accept(arrival.event);
  if (!accepted.ok)
    return log.warn('slack sent what the handler does not accept', { at: accepted.refused[0]?.join('.') });
  try {
    await accepted.run(
      makeGesture(ports, { arrival, met, needs: handler.needs, reference, key: `once:${arrival.eventId}` }),
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    log.info('refused', { verb: error.verb, reason: error.reason });
  }
}

async function actorOf(ports: ListenPorts, { caller, hasPerson }: EventArrival): Promise<Met | null> {
  if (hasPerson) return ports.meet(caller);
  const workspaceId = await ports.workspaceOf(caller);
  return workspaceId === null ? null : { workspaceId, slackUserId: caller.slackUserId, language: 'en' };
}

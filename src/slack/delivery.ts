import type { ReceiverEvent } from '@slack/bolt';
import type { Route } from '../http/server.ts';
import type { Log } from '../lib/log.ts';
import type { InFlight } from './drain.ts';

/** Runs what Slack sent through the app. Rejects where an event could not be worked off. */
export type Process = (event: ReceiverEvent) => Promise<void>;

/**
 * Stands between the wire and the app: what must not be lost is kept before it is acknowledged. Rejects where that
 * failed; it is then not acknowledged, so that Slack delivers it again.
 */
export type Intake = (event: ReceiverEvent, process: Process) => Promise<void>;

/** Delivers to the app what came over the wire. Never rejects; false where Slack is to deliver it again. */
export type Deliver = (event: ReceiverEvent) => Promise<boolean>;

export type WireState = 'connected' | 'connecting' | 'disconnected';

/** One of the two ways from Slack to the app. */
export interface Wire {
  /** What Slack calls, where it is Slack that calls. */
  readonly routes: readonly Route[];
  state(): WireState;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The last net under everything: whatever comes is acknowledged exactly once, also when nobody listens or a listener
 * throws - except an event that could not be kept.
 */
export function deliverTo(intake: Intake, process: Process, flight: InFlight, log: Log): Deliver {
  return (sent) =>
    flight.during(async () => {
      let isAcknowledged = false;
      const ack = async (answer?: unknown): Promise<void> => {
        if (isAcknowledged) return;
        isAcknowledged = true;
        await sent.ack(answer);
      };
      try {
        await intake({ ...sent, ack }, process);
        await ack();
        return true;
      } catch (error) {
        log.error('what slack sent could not be worked off', { type: sent.body['type'], error });
        if (isEvent(sent)) return isAcknowledged;
        await ack().catch(() => {});
        return true;
      }
    });
}

/** The Events API delivers again what was not acknowledged; gestures come once. */
export const isEvent = ({ body }: ReceiverEvent): boolean => body['type'] === 'event_callback';

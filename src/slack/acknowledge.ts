import type { Log } from '../lib/log.ts';
import type { Arrival } from './arrival.ts';
import { newReference } from './reference.ts';

/** Acknowledges; false where that failed (the connection is gone). What was asked for is done all the same. */
export async function acknowledge(log: Log, ack: () => Promise<void>): Promise<boolean> {
  try {
    await ack();
    return true;
  } catch (error) {
    log.warn('slack could not be acknowledged', { error });
    return false;
  }
}

/** Names a gesture for `once`: a redelivery has the same trigger id. */
export const gestureKey = ({ triggerId }: Arrival): string => `gesture:${triggerId ?? newReference()}`;

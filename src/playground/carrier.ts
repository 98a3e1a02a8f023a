import type { DeliveryKind } from './journal.ts';
import type { Json } from './json.ts';

/** One thing on its way to the app. */
export interface Parcel {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly payload: Json;
  /** Set on a redelivered event. */
  readonly retry: { readonly num: number; readonly reason: string } | undefined;
}

/** How parcels reach the app: over a socket or as signed HTTP requests. */
export interface Carrier {
  /** Whether there is anybody to carry to. */
  connected(): boolean;
  /**
   * Sends and waits for the app's answer.
   * @returns the answer's body; `undefined` for an empty one
   * @throws Error saying in a word why it failed, such as `no_connection` or `http_500`
   */
  carry(parcel: Parcel, signal: AbortSignal): Promise<unknown>;
  stop(): Promise<void>;
}

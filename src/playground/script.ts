import type { Redelivery } from './delivery.ts';
import type { Fault } from './faults.ts';
import type { Ack, DeliveryKind, JournalDelivery } from './journal.ts';
import type { Json } from './json.ts';
import type { Local } from './local.ts';
import type { DisconnectReason, Sockets } from './socket.ts';

/** What a test makes the local Slack do. Methods are named as in the Web API; `response_url` and `*` (every one) are names too. */
export interface Script {
  /** The next calls of a method meet this fault, once each; several scripts for one method come one after the other. */
  next(method: string, fault: Fault, times?: number): void;
  /** Every call of a method waits so many milliseconds before anything is done; 0 ends it. */
  delay(method: string, ms: number): void;
  /** Refuses the app's calls and sockets, and cuts those that are open. @returns how to end it. */
  outage(): () => void;
  /** About one message a second and channel, as in Slack; off at the start. */
  limitPosts(on: boolean): void;
  /** Revokes a token, or gives it back. */
  revoke(token: 'bot' | 'app', revoked?: boolean): void;
  /** Cuts every socket without a word. */
  dropSockets(): void;
  /** Tells every socket to reconnect, as Slack does before it recycles a connection. */
  warnSockets(reason: DisconnectReason): void;
  sockets(): number;
  /** Sends a delivery again: the same envelope, an event with its retry number. What the app answers changes nothing on the screen. */
  redeliver(entry: JournalDelivery, how?: Redelivery): Promise<readonly Ack[]>;
  /** Sends anything at all to the app, properly signed: for payloads that no honest client would send. */
  deliver(kind: DeliveryKind, payload: Json): Promise<Ack>;
  /** Milliseconds that the app has for an ack; Slack's 3,000 at the start. */
  ackWithin(ms: number): void;
  /** When an event that was not taken comes again: milliseconds after each failure. At the start 0, 1 and 5 minutes, as in Slack. */
  retryEvents(afterMs: readonly number[]): void;
  /** Forgets every fault and delay that was not met yet. */
  clear(): void;
}

export function newScript({ faults, delivery, world }: Local, sockets: Sockets | undefined): Script {
  return {
    next: (method, fault, times = 1) => faults.add(method, fault, times),
    delay: (method, ms) => faults.delay(method, ms),
    outage() {
      faults.outage = true;
      sockets?.drop();
      return () => {
        faults.outage = false;
      };
    },
    limitPosts: (on) => faults.limitPosts(on),
    revoke(token, revoked = true) {
      world.tokens[token === 'bot' ? 'botRevoked' : 'appRevoked'] = revoked;
    },
    dropSockets: () => sockets?.drop(),
    warnSockets: (reason) => sockets?.warn(reason),
    sockets: () => sockets?.count() ?? 0,
    redeliver: (entry, how) => delivery.again(entry, how),
    deliver: (kind, payload) => delivery.send(kind, payload),
    ackWithin: (ms) => delivery.ackWithin(ms),
    retryEvents: (afterMs) => delivery.retryEvents(afterMs),
    clear: () => faults.clear(),
  };
}

import { randomUUID } from 'node:crypto';
import type { Carrier, Parcel } from './carrier.ts';
import type { Ack, DeliveryKind, JournalDelivery, JournalKeeper } from './journal.ts';
import type { Json } from './json.ts';
import type { World } from './world.ts';

export interface Redelivery {
  /** How many more times; 1 when not given. */
  readonly times?: number;
  /** All at once - over several sockets, if the app holds several - instead of one after the other. */
  readonly parallel?: boolean;
}

/** Everything that goes to the app goes through here, is written down, and is given up after Slack's three seconds. */
export interface Delivery {
  send(kind: DeliveryKind, payload: Json): Promise<Ack>;
  /** Sends an event and sends it again, as Slack does, while the app does not take it. */
  event(payload: Json): void;
  again(entry: JournalDelivery, how?: Redelivery): Promise<readonly Ack[]>;
  /** Milliseconds the app has for an answer. */
  ackWithin(ms: number): void;
  /** When an event that was not taken is sent again: milliseconds after each failure. */
  retryEvents(afterMs: readonly number[]): void;
  stop(): void;
}

/** Slack tries again at once, after a minute, and after five. */
const SLACKS_RETRIES = [0, 60_000, 300_000] as const;

export function newDelivery(world: World, journal: JournalKeeper, carrier: Carrier): Delivery {
  const timers = new Set<NodeJS.Timeout>();
  let ackMs = 3000;
  let retries: readonly number[] = SLACKS_RETRIES;
  let stopped = false;

  const attempt = async (parcel: Parcel): Promise<Ack> => {
    const { id, kind, payload, retry } = parcel;
    const entry = journal.delivery({ id, kind, payload, attempt: retry?.num ?? 0, at: world.clock.real() });
    entry.ack = await carryWithin(carrier, parcel, ackMs);
    world.touched();
    return entry.ack;
  };

  const untilTaken = async (payload: Json, num: number, reason: string): Promise<void> => {
    const retry = num === 0 ? undefined : { num, reason };
    const ack = await attempt({ id: randomUUID(), kind: 'events_api', payload, retry });
    const wait = retries[num];
    if (ack.kind === 'answered' || wait === undefined || stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void untilTaken(payload, num + 1, ack.kind === 'timeout' ? 'http_timeout' : 'http_error');
    }, wait);
    timers.add(timer.unref());
  };

  return {
    send: (kind, payload) => attempt({ id: randomUUID(), kind, payload: asSent(payload), retry: undefined }),
    event(payload) {
      void untilTaken(asSent(payload), 0, '');
    },
    async again({ id, kind, payload, attempt: before }, { times = 1, parallel = false } = {}) {
      const parcels = Array.from({ length: times }, (_, index): Parcel => {
        const retry = kind === 'events_api' ? { num: before + index + 1, reason: 'http_timeout' } : undefined;
        return { id, kind, payload, retry };
      });
      if (parallel) return Promise.all(parcels.map(attempt));
      const acks: Ack[] = [];
      for (const parcel of parcels) acks.push(await attempt(parcel));
      return acks;
    },
    ackWithin(ms) {
      ackMs = ms;
    },
    retryEvents(afterMs) {
      retries = afterMs;
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** A copy: what was sent does not change when the world does. */
function asSent(payload: Json): Json {
  return structuredClone(payload);
}

async function carryWithin(carrier: Carrier, parcel: Parcel, ackMs: number): Promise<Ack> {
  const started = performance.now();
  const giveUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Ack>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'timeout' });
      giveUp.abort();
    }, ackMs);
  });
  const answer = carrier.carry(parcel, giveUp.signal).then(
    (body): Ack => ({ kind: 'answered', body, afterMs: Math.round(performance.now() - started) }),
    (error: unknown): Ack => ({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
  try {
    return await Promise.race([timeout, answer]);
  } finally {
    clearTimeout(timer);
  }
}

import type { Json } from './json.ts';

/** One request of the app to the local Slack. `method` is a Web API method, or `response_url`. */
export interface JournalRequest {
  readonly seq: number;
  /** Real time. */
  readonly at: Date;
  readonly method: string;
  readonly rawBody: string;
  readonly args: Json;
  readonly token: 'bot' | 'app' | 'none' | 'wrong';
  /** `undefined` while there is none: the call hangs, or its connection was dropped. */
  answer: { readonly status: number; readonly body: unknown } | undefined;
}

export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api';

/** What became of a delivery. Milliseconds count from sending to the answer. */
export type Ack =
  | { readonly kind: 'answered'; readonly body: unknown; readonly afterMs: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One thing sent to the app: a command, a gesture, an event. A redelivery is an entry of its own. */
export interface JournalDelivery {
  readonly seq: number;
  readonly at: Date;
  /** The envelope id on a socket; over HTTP an id of the same look. A redelivery keeps it. */
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly payload: Json;
  /** 0 for the first attempt. */
  readonly attempt: number;
  ack: Ack | undefined;
}

/** Everything that went over the wire, both ways, in the order of time. The oldest go when there are very many. */
export interface Journal {
  requests(method?: string): readonly JournalRequest[];
  deliveries(kind?: DeliveryKind): readonly JournalDelivery[];
  /** Whether a text stands anywhere in it: what the app sent, or what it was sent. */
  mentions(text: string): boolean;
  clear(): void;
}

export interface JournalKeeper extends Journal {
  request(entry: Omit<JournalRequest, 'seq' | 'answer'>): JournalRequest;
  delivery(entry: Omit<JournalDelivery, 'seq' | 'ack'>): JournalDelivery;
}

const KEPT = 20_000;

export function newJournal(): JournalKeeper {
  const requests: JournalRequest[] = [];
  const deliveries: JournalDelivery[] = [];
  let seq = 0;
  const next = () => {
    seq += 1;
    return seq;
  };
  const keep = <Entry>(list: Entry[], entry: Entry): Entry => {
    if (list.length >= KEPT) list.shift();
    list.push(entry);
    return entry;
  };
  return {
    requests: (method) => requests.filter((entry) => !method || entry.method === method),
    deliveries: (kind) => deliveries.filter((entry) => !kind || entry.kind === kind),
    mentions: (text) =>
      requests.some((entry) => entry.rawBody.includes(text) || JSON.stringify(entry.args).includes(text)) ||
      deliveries.some((entry) => JSON.stringify([entry.payload, entry.ack]).includes(text)),
    clear() {
      requests.length = 0;
      deliveries.length = 0;
    },
    request: (entry) => keep(requests, { ...entry, seq: next(), answer: undefined }),
    delivery: (entry) => keep(deliveries, { ...entry, seq: next(), ack: undefined }),
  };
}

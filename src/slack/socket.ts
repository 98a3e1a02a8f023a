import type { Logger } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import type { Log } from '../lib/log.ts';
import { within } from '../lib/within.ts';
import { parseJson } from './arrival.ts';
import type { SlackFetch } from './clients.ts';
import type { Deliver, Wire, WireState } from './delivery.ts';
import { SlackTokenRefused, tokenCodes } from './errors.ts';

const envelope = z.object({
  ack: z.custom<(response?: unknown) => Promise<void>>((ack) => typeof ack === 'function'),
  body: z.record(z.string(), z.unknown()),
  retry_num: z.number().optional(),
  retry_reason: z.string().optional(),
});

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly slackLog: Logger;
  readonly deliver: Deliver;
  /** The app token was refused when reconnecting: nothing more will come through this connection. */
  readonly onFatal: (error: SlackTokenRefused) => void;
  readonly fetch?: SlackFetch;
  /** How long to wait for a sign of life, and before connecting again, in milliseconds. */
  readonly pingTimeoutMs?: number;
}

/**
 * Socket Mode. The socket's client has options of its own: it writes its retry policy into what it is handed, and a
 * finite policy ends the process in a short outage.
 */
export function socketWire({
  appToken,
  apiUrl,
  log,
  slackLog,
  deliver,
  onFatal,
  fetch = globalThis.fetch,
  pingTimeoutMs = 5_000,
}: SocketOptions): Wire {
  let refused = (_code: string): void => {};
  const client = new SocketModeClient({
    appToken,
    logger: slackLog,
    clientPingTimeout: pingTimeoutMs,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: 10_000,
      retryConfig: { forever: true, minTimeout: 500, maxTimeout: 30_000 },
      fetch: watchedForRefusal(fetch, (code) => refused(code)),
    },
  });
  const state = stateOf(client);
  client.on('slack_event', (sent: unknown) => void receive(sent, deliver, log));

  const connect = client.start.bind(client);
  // The client starts itself again after a lost connection and watches for no failure: stopping meanwhile is one.
  client.start = () => connect().catch(() => ({ ok: false }));

  return {
    routes: [],
    state,
    start: () =>
      new Promise((resolve, reject) => {
        refused = (code) => reject(new SlackTokenRefused('app', code));
        connect().then(() => {
          refused = (code) => onFatal(new SlackTokenRefused('app', code));
          resolve();
        }, reject);
      }),
    // A peer that does not answer the goodbye would hold it up for half a minute.
    stop: async () => {
      await within(2_000, client.disconnect());
    },
  };
}

/**
 * Shows every answer of apps.connections.open. The client would retry some refusals for ever and throw others where
 * nobody can catch them, so a refused token is told here and its answer never arrives.
 */
function watchedForRefusal(fetch: SlackFetch, refused: (code: string) => void): SlackFetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const text = await response.text();
    const code = refusalIn(text);
    if (code !== null) {
      refused(code);
      return new Promise(() => {});
    }
    return new Response(text, { status: response.status, headers: [...response.headers.entries()] });
  };
}

const refusal = z.object({ ok: z.literal(false), error: z.enum(tokenCodes) });

function refusalIn(text: string): string | null {
  const read = refusal.safeParse(parseJson(text));
  return read.success ? read.data.error : null;
}

function stateOf(client: SocketModeClient): () => WireState {
  let state: WireState = 'disconnected';
  const enter = (next: WireState) => (): void => {
    state = next;
  };
  client.on('connecting', enter('connecting'));
  client.on('reconnecting', enter('connecting'));
  client.on('connected', enter('connected'));
  client.on('close', enter('disconnected'));
  client.on('disconnected', enter('disconnected'));
  return () => state;
}

/** What is not acknowledged Slack delivers again, or reports to the person as failed. */
async function receive(sent: unknown, deliver: Deliver, log: Log): Promise<void> {
  const read = envelope.safeParse(sent);
  if (!read.success) return log.warn('slack sent an envelope that cannot be read');
  const { body, ack, retry_num, retry_reason } = read.data;
  await deliver({
    body,
    ack,
    ...(retry_num !== undefined && { retryNum: retry_num }),
    ...(retry_reason !== undefined && { retryReason: retry_reason }),
  });
}

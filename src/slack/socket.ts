import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import type { Log } from '../lib/log.ts';
import { within } from '../lib/within.ts';
import type { SlackFetch } from './clients.ts';
import type { Deliver, Wire, WireState } from './delivery.ts';
import { asSlackRefused, isTokenCode, SlackRefused, SlackTokenRefused, SlackUnreachable } from './errors.ts';

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
}

/** How long to wait before the n-th attempt (from 0) to connect again: a tenth of a second, doubling, at most five. */
const restMs = (attempt: number): number => Math.min(100 * 2 ** attempt, 5_000);
/** A connection that held so long was a good one: the next attempts begin without a rest again. */
const goodAfterMs = 10_000;

/**
 * Socket Mode. Connecting again is done here: the client's own way waits five seconds after every goodbye of Slack's, and
 * ends the process when an attempt fails where nobody can catch it.
 */
export function socketWire({ appToken, apiUrl, log, slackLog, deliver, onFatal, fetch }: SocketOptions): Wire {
  const client = new SocketModeClient({
    appToken,
    logger: slackLog,
    autoReconnectEnabled: false,
    // The client writes its own retry policy into options that have none.
    clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 }, ...(fetch && { fetch }) },
  });
  const stopping = new AbortController();
  let state: WireState = 'disconnected';
  let attempt = 0;
  let connectedAt = 0;

  const connect = async (): Promise<void> => {
    state = 'connecting';
    await client.start();
    state = 'connected';
    connectedAt = performance.now();
  };
  const connectAgain = async (): Promise<void> => {
    if (performance.now() - connectedAt > goodAfterMs) attempt = 0;
    while (!stopping.signal.aborted) {
      state = 'connecting';
      await sleep(restMs(attempt), undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      attempt += 1;
      try {
        return await connect();
      } catch (error) {
        const refused = tokenRefusal(error);
        if (refused) return onFatal(refused);
      }
    }
  };

  client.on('disconnected', () => {
    // Of an attempt to connect, `connect` hears itself.
    const isLost = state === 'connected';
    state = 'disconnected';
    if (isLost) void connectAgain();
  });
  client.on('slack_event', (sent: unknown) => void receive(sent, deliver, log));

  return {
    routes: [],
    state: () => state,
    start: () => connect().catch(failStart),
    async stop() {
      stopping.abort();
      // A peer that does not answer the goodbye would hold it up for half a minute.
      await within(2_000, client.disconnect());
    },
  };
}

function failStart(error: unknown): never {
  throw tokenRefusal(error) ?? new SlackUnreachable(codeOf(error) ?? 'no connection');
}

function tokenRefusal(error: unknown): SlackTokenRefused | null {
  const code = codeOf(error);
  return code !== null && isTokenCode(code) ? new SlackTokenRefused('app', code) : null;
}

/** Slack's code for a failed call; null where the socket itself failed. */
function codeOf(error: unknown): string | null {
  const refused = asSlackRefused(error);
  return refused instanceof SlackRefused ? refused.code : null;
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

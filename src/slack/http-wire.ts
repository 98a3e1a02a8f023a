import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReceiverEvent } from '@slack/bolt';
import { readBody } from '../http/body.ts';
import { type Route, sendJson, sendStatus } from '../http/server.ts';
import type { Log } from '../lib/log.ts';
import { parseJson } from './arrival.ts';
import type { Deliver, Wire } from './delivery.ts';
import { isFromSlack } from './signature.ts';

/** Slack's largest payloads (a modal of 250 KB with its state) stay well below. */
const maxBodyBytes = 1_000_000;

/** The path that the app's settings name for events, commands and interactivity alike. */
export const slackPath = '/slack/events';

/** How often refusals are told: a wrong secret shows in nothing else, but anybody who finds the address can cause them. */
const tellEveryMs = 60_000;

/** Slack over HTTP: one route of the app's own server. `now` is this machine's time, which Slack signs with. */
export function httpWire({
  signingSecret,
  deliver,
  log,
  now = () => new Date(),
}: {
  signingSecret: string;
  deliver: Deliver;
  log: Log;
  now?: () => Date;
}): Wire {
  const isSigned = (request: IncomingMessage, body: Buffer): boolean =>
    isFromSlack(
      {
        timestamp: header(request, 'x-slack-request-timestamp'),
        signature: header(request, 'x-slack-signature'),
        body,
      },
      signingSecret,
      now(),
    );
  let toldAt = Number.NEGATIVE_INFINITY;
  const tellOfRefusal = (): void => {
    const at = now().getTime();
    if (at - toldAt < tellEveryMs) return;
    toldAt = at;
    log.warn('a request was refused: its signature does not fit. If Slack sent it, check SLACK_SIGNING_SECRET');
  };
  const route: Route = {
    method: 'POST',
    path: slackPath,
    async handle(request, response) {
      const body = await readBody(request, maxBodyBytes);
      const sent = payloadOf(request, body);
      // Slack's certificate check may come unsigned; it is answered and goes no further.
      if (sent?.['ssl_check'] === '1') return sendStatus(response, 200);
      if (!isSigned(request, body)) {
        tellOfRefusal();
        return sendStatus(response, 401);
      }
      if (sent === null) return sendStatus(response, 400);
      if (sent['type'] === 'url_verification') return sendJson(response, 200, { challenge: sent['challenge'] });
      await answer(request, response, sent, deliver);
    },
  };
  return { routes: [route], state: () => 'connected', start: async () => {}, stop: async () => {} };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  body: Record<string, unknown>,
  deliver: Deliver,
): Promise<void> {
  const retryNum = Number(header(request, 'x-slack-retry-num') ?? Number.NaN);
  const retryReason = header(request, 'x-slack-retry-reason');
  const event: ReceiverEvent = {
    body,
    ack: async (said?: unknown) =>
      said === undefined || said === '' ? sendStatus(response, 200) : sendJson(response, 200, said),
    ...(Number.isInteger(retryNum) && { retryNum }),
    ...(retryReason !== undefined && { retryReason }),
  };
  const isDelivered = await deliver(event);
  if (!response.headersSent) sendStatus(response, isDelivered ? 200 : 503);
}

/** JSON for events; a form for commands; a form with JSON in `payload` for everything else. Null where it is none of them. */
function payloadOf(request: IncomingMessage, body: Buffer): Record<string, unknown> | null {
  const text = body.toString('utf8');
  const type = header(request, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return asRecord(parseJson(text));
  if (type !== 'application/x-www-form-urlencoded') return null;
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : asRecord(parseJson(payload));
}

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

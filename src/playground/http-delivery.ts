import { createHmac } from 'node:crypto';
import type { Carrier, Parcel } from './carrier.ts';
import { parseJson } from './json.ts';
import type { World } from './world.ts';

/** Carries to the app's request URL, signed as Slack signs (v0). */
export function httpCarrier(world: World, url: string): Carrier {
  return {
    connected: () => true,
    async carry(parcel, signal) {
      const body = bodyOf(parcel);
      const headers = { ...headersOf(parcel), ...signatureOf(world, body) };
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`http_${response.status}`);
      return text === '' ? undefined : (parseJson(text) ?? text);
    },
    stop: async () => undefined,
  };
}

function bodyOf({ kind, payload }: Parcel): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(
    Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
}

function headersOf({ kind, retry }: Parcel): Record<string, string> {
  return {
    'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
  };
}

function signatureOf(world: World, body: string): Record<string, string> {
  const timestamp = String(Math.floor(world.clock.real().getTime() / 1000));
  const signature = createHmac('sha256', world.tokens.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

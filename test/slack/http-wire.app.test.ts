import { request } from 'node:http';
import type { ReceiverEvent } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { createLog } from '../../src/lib/log.ts';
import { httpWire, slackPath } from '../../src/slack/http-wire.ts';
import { sign } from '../../src/slack/signature.ts';

const signingSecret = '8f742231b10e8888abcd99baf85a3c4e';
const now = new Date('2026-03-02T08:00:00Z');
const seconds = now.getTime() / 1000;
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const body = JSON.stringify({ type: 'event_callback', event_id: 'Ev1' });

let heard: ReceiverEvent[];
let isTaken: boolean;
let server: HttpServer;
let said: string[];

beforeEach(async () => {
  heard = [];
  isTaken = true;
  said = [];
  const { routes } = httpWire({
    signingSecret,
    log: createLog({ level: 'info', write: (line) => said.push(line) }),
    now: () => now,
    deliver: async (event) => {
      heard.push(event);
      if (isTaken) await event.ack({ text: 'ok' });
      return isTaken;
    },
  });
  server = await startHttp({ port: 0, host: '127.0.0.1', routes, log: createLog({ level: 'silent' }) });
});
afterEach(() => server[Symbol.asyncDispose]());

interface Sent {
  readonly body: string;
  readonly type?: string;
  readonly at?: number | string;
  readonly signature?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send({ body, type = json, at = seconds, signature, headers = {} }: Sent): Promise<Response> {
  const signed = signature === undefined ? sign(body, String(at), signingSecret) : signature;
  return fetch(`http://127.0.0.1:${server.port}${slackPath}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(at),
      ...(signed !== null && { 'x-slack-signature': signed }),
      ...headers,
    },
  });
}

test('a wrong signing secret shows in the log, once a minute however many knock (T-60)', async () => {
  for (let n = 0; n < 3; n += 1) expect((await send({ body, signature: 'v0=0' })).status).toBe(401);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('check SLACK_SIGNING_SECRET');
  expect((await send({ body })).status).toBe(200);
  expect(said).toHaveLength(1);
});

describe('a request', () => {
  test('that Slack signed just now is handed over and answered with its acknowledgement', async () => {
    const response = await send({
      body,
      headers: { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' },
    });
    expect([response.status, await response.json()]).toEqual([200, { text: 'ok' }]);
    expect(heard).toMatchObject([{ body: { event_id: 'Ev1' }, retryNum: 2, retryReason: 'http_timeout' }]);
  });

  test.each([
    ['a wrong signature', { body, signature: `v0=${'0'.repeat(64)}` }],
    ['no signature', { body, signature: null }],
    [
      'another version of the scheme',
      { body, signature: sign(body, String(seconds), signingSecret).replace('v0', 'v1') },
    ],
    ['a signature of another length', { body, signature: 'v0=00' }],
    ['another secret', { body, signature: sign(body, String(seconds), 'another secret') }],
    ['a body changed on the way', { body: `${body} `, signature: sign(body, String(seconds), signingSecret) }],
    ['a time 5:01 ago', { body, at: seconds - 301 }],
    ['a time 5:01 ahead', { body, at: seconds + 301 }],
    ['a time a day ahead', { body, at: seconds + 86_400 }],
    ['a time that is no number', { body, at: 'NaN' }],
    ['a time in exponents', { body, at: '1e9' }],
  ])('with %s is refused with 401 and goes no further (T-23, T-60)', async (_what, sent: Sent) => {
    expect((await send(sent)).status).toBe(401);
    expect(heard).toEqual([]);
  });

  test.each([299, -299])('%i s off is within what clocks may differ (T-23)', async (off) => {
    expect((await send({ body, at: seconds + off })).status).toBe(200);
  });

  test('of a command is read as a form, of a gesture from the payload in it', async () => {
    await send({ type: form, body: new URLSearchParams({ command: '/account', text: 'a & b=c 华泰' }).toString() });
    await send({
      type: `${form}; charset=utf-8`,
      body: new URLSearchParams({ payload: '{"type":"shortcut"}' }).toString(),
    });
    expect(heard.map((event) => event.body)).toEqual([
      { command: '/account', text: 'a & b=c 华泰' },
      { type: 'shortcut' },
    ]);
  });

  test.each([
    ['broken JSON', { body: '{"a":' }],
    ['JSON that is no object', { body: '[1]' }],
    ['a payload that is no JSON', { type: form, body: 'payload=%7B' }],
    ['another content type', { type: 'text/plain', body: 'hello' }],
  ])('that is %s is refused with 400', async (_what, sent: Sent) => {
    expect((await send(sent)).status).toBe(400);
    expect(heard).toEqual([]);
  });

  test('for verifying the address is answered with its challenge, if signed', async () => {
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect(await (await send({ body: challenge })).json()).toEqual({ challenge: 'abc' });
    expect((await send({ body: challenge, signature: null })).status).toBe(401);
  });

  test('that smuggles a command behind ssl_check is answered and goes no further (T-60)', async () => {
    const response = await send({ type: form, signature: null, body: 'ssl_check=1&command=%2Faccount&text=x' });
    expect([response.status, await response.text(), heard]).toEqual([200, '', []]);
  });

  test('that could not be kept is answered with 503, so that Slack sends it again', async () => {
    isTaken = false;
    expect((await send({ body })).status).toBe(503);
  });

  test('of thirty unsigned megabytes is cut off with 413, whether its length is announced or not (T-60)', async () => {
    expect(await status({ 'content-length': String(30_000_000) }, 1)).toBe(413);
    expect(await status({ 'transfer-encoding': 'chunked' }, 30)).toBe(413);
    expect(heard).toEqual([]);
  });
});

/** Sends up to so many megabytes, stopping when the answer comes. */
function status(headers: Record<string, string>, megabytes: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sending = request({
      port: server.port,
      path: slackPath,
      method: 'POST',
      headers: { 'content-type': json, ...headers },
    });
    sending.on('error', () => {});
    sending.on('response', (response) => {
      resolve(response.statusCode);
      sending.destroy();
    });
    const chunk = Buffer.alloc(1_000_000, 'a');
    for (let i = 0; i < megabytes; i += 1) sending.write(chunk);
  });
}

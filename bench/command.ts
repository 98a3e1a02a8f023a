import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Sink } from './sink.ts';

export const signingSecret = 'bench-signing-secret-0123456789';
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Milliseconds from the request's departure to its acknowledgement, and to the arrival of the answer. */
export interface Timing {
  readonly ack: number;
  readonly answer: number;
}

let trigger = 0;
let opened = 0;

/** Sends one signed slash command, as Slack does, and waits for its answer at the response_url. */
export async function command(port: number, text: string, sink: Sink): Promise<Timing> {
  trigger += 1;
  const { url, answered } = sink.expect();
  const body = new URLSearchParams({
    command: '/account',
    text,
    team_id: 'T0BENCH',
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'bench',
    user_id: 'U0BENCH',
    user_name: 'bench',
    api_app_id: 'A0BENCH',
    trigger_id: `${trigger}.1.bench`,
    response_url: url,
  }).toString();
  const sent = performance.now();
  await post(port, body, 'application/x-www-form-urlencoded');
  const ack = performance.now() - sent;
  return { ack, answer: (await answered) - sent };
}

/** Opens somebody's Home, as Slack tells it, and waits until it is published. */
export async function openHome(port: number, slackUserId: string, sink: Sink): Promise<Timing> {
  opened += 1;
  const published = sink.expectHome(slackUserId);
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T0BENCH',
    api_app_id: 'A0BENCH',
    event_id: `Ev${process.pid}${opened}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: 'T0BENCH', user_id: 'U0BOT', is_bot: true }],
    event: { type: 'app_home_opened', user: slackUserId, channel: 'D0BENCH', tab: 'home', event_ts: '1.1' },
  });
  const sent = performance.now();
  await post(port, body, 'application/json');
  const ack = performance.now() - sent;
  return { ack, answer: (await published) - sent };
}

function post(port: number, body: string, contentType: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        host: '127.0.0.1',
        port,
        path: '/slack/events',
        method: 'POST',
        agent,
        headers: {
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature,
          'content-type': contentType,
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        if (response.statusCode !== 200) reject(new Error(`the request was answered with ${response.statusCode}`));
        response.on('end', resolve);
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

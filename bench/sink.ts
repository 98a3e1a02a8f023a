import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The other end of the line while measuring: answers the three Web API methods that a look-up can touch as fast as it
 * can, and notes the moment at which an answer to a response_url has arrived.
 */
export interface Sink extends AsyncDisposable {
  readonly apiUrl: string;
  /** A response_url, and the milliseconds (performance.now) at which it was answered. */
  expect(): { readonly url: string; readonly answered: Promise<number> };
  /** The milliseconds (performance.now) at which this person's Home is published next. */
  expectHome(slackUserId: string): Promise<number>;
}

const answers: Readonly<Record<string, unknown>> = {
  'auth.test': {
    ok: true,
    team_id: 'T0BENCH',
    team: 'Bench',
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    url: 'https://bench.slack.com/',
  },
  'users.info': {
    ok: true,
    user: {
      id: 'U0BENCH',
      team_id: 'T0BENCH',
      name: 'bench',
      real_name: 'Bench',
      locale: 'en-US',
      tz: 'Europe/Berlin',
    },
  },
};

export async function startSink(): Promise<Sink> {
  const waiting = new Map<string, (at: number) => void>();
  const homes = new Map<string, (at: number) => void>();
  let count = 0;
  const server = createServer(async (request, response) => {
    const body = await drained(request);
    const name = request.url?.split('/').at(-1)?.split('?', 1)[0] ?? '';
    waiting.get(name)?.(performance.now());
    waiting.delete(name);
    if (name === 'views.publish') {
      const user = new URLSearchParams(body).get('user_id') ?? '';
      homes.get(user)?.(performance.now());
      homes.delete(user);
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[name] ?? { ok: true }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${base}/api/`,
    expect() {
      count += 1;
      const name = `r${count}`;
      const answered = new Promise<number>((resolve) => waiting.set(name, resolve));
      return { url: `${base}/respond/${name}`, answered };
    },
    expectHome: (slackUserId) => new Promise<number>((resolve) => homes.set(slackUserId, resolve)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function drained(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@slack/bolt';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { WebClient } from '@slack/web-api';
import type { Company } from '../../src/playground/company.ts';
import type { LocalSlack, LocalSlackOptions } from '../../src/playground/local-slack.ts';
import { startLocalSlack } from '../../src/playground/local-slack.ts';

export const ANNA = 'U0ANNA';
export const LI = 'U0LI';
export const GUEST = 'U0GUEST';
export const GENERAL = 'C0GENERAL';
export const PRIVATE = 'C0PRIVATE';
export const ELSEWHERE = 'C0ELSEWHERE';
export const BOT = 'U0BOT';

export const company: Company = {
  team: { id: 'T0LOCAL', name: 'Northwind', domain: 'northwind' },
  people: [
    { id: ANNA, name: 'anna', realName: 'Anna Berg', title: 'Key accounts', locale: 'en-US', zone: 'Europe/Berlin' },
    { id: LI, name: 'li', realName: '李伟', locale: 'zh-CN', zone: 'Asia/Shanghai' },
    { id: GUEST, name: 'gus', realName: 'Gus Guest', locale: 'en-US', zone: 'America/New_York', kind: 'guest' },
  ],
  channels: [
    { id: GENERAL, name: 'general', members: [ANNA, LI, BOT] },
    { id: PRIVATE, name: 'deals', private: true, members: [ANNA, BOT] },
    { id: ELSEWHERE, name: 'elsewhere', members: [ANNA, LI] },
  ],
  app: { id: 'A0LOCAL', name: 'Probe', botUserId: BOT },
  commands: [{ command: '/probe', description: 'Tries things', hint: '[what]' }],
  shortcuts: [
    { name: 'Probe', callbackId: 'probe_global', type: 'global' },
    { name: 'Probe this', callbackId: 'probe_message', type: 'message' },
  ],
};

export interface Stage extends AsyncDisposable {
  readonly slack: LocalSlack;
  readonly app: App;
}

/** For tests that break things on purpose. */
const quiet: Logger = {
  ...{ debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  ...{ setLevel: () => undefined, getLevel: () => LogLevel.ERROR, setName: () => undefined },
};

/** A client of the Web API as jobs use it: no retries, an error at every limit. */
export function clientOf(slack: LocalSlack, token = slack.botToken, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    ...{ slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logger: quiet },
    ...options,
  });
}

/** What a refused call rejects with. */
export function refusedWith(error: string) {
  return { data: { ok: false, error } };
}

type Build = (app: App) => void;

/** A real Bolt app over Socket Mode, wired as its documentation says, beside a fresh local Slack. */
export async function socketStage(build: Build, options: Partial<LocalSlackOptions> = {}): Promise<Stage> {
  const slack = await startLocalSlack({ company, delivery: { by: 'socket' }, ...options });
  const app = await connect(slack, build);
  return {
    slack,
    app,
    async [Symbol.asyncDispose]() {
      await app.stop();
      await slack.stop();
    },
  };
}

/** One more app process on the same local Slack. */
export async function connect(slack: LocalSlack, build: Build): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } } },
    logger: quiet,
    clientPingTimeout: 100,
  });
  const app = newApp(slack, receiver);
  build(app);
  await app.init();
  await app.start();
  return app;
}

/** The same app over signed HTTP. */
export async function httpStage(build: Build, options: Partial<LocalSlackOptions> = {}): Promise<Stage> {
  const server = createServer((request, response) => receiver.requestListener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/slack/events`;
  const slack = await startLocalSlack({ company, delivery: { by: 'http', url }, ...options });
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quiet });
  const app = newApp(slack, receiver);
  build(app);
  await app.init();
  return {
    slack,
    app,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await slack.stop();
    },
  };
}

function newApp(slack: LocalSlack, receiver: SocketModeReceiver | HTTPReceiver): App {
  return new App({
    token: slack.botToken,
    receiver,
    deferInitialization: true,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 2000 },
  });
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A modal with one required text field, `name`. */
export function nameModal(more: object = {}) {
  const name = { type: 'plain_text_input' as const, action_id: 'name_text' };
  return {
    type: 'modal' as const,
    callback_id: 'name_modal',
    title: plain('Name'),
    submit: plain('Save'),
    blocks: [{ type: 'input' as const, block_id: 'name', label: plain('Name'), element: name }],
    ...more,
  };
}

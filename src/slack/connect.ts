import { App } from '@slack/bolt';
import type { Route } from '../http/server.ts';
import type { Log } from '../lib/log.ts';
import { boltLog } from './bolt-log.ts';
import { type SlackClients, type SlackFetch, slackClients } from './clients.ts';
import { type Deliver, deliverTo, type Intake, type Process, type Wire, type WireState } from './delivery.ts';
import { inFlight } from './drain.ts';
import { SlackRefused, type SlackTokenRefused } from './errors.ts';
import { httpWire } from './http-wire.ts';
import { type Identity, identify } from './identity.ts';
import { socketWire } from './socket.ts';

/** How Slack is reached. */
export type SlackAccess = { readonly botToken: string; readonly apiUrl: string } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

export interface SlackConnection {
  /** Where `listen` registers the handlers, before `start`. */
  readonly app: App;
  readonly clients: SlackClients;
  readonly identity: Identity;
  /** In HTTP mode: to be mounted on the app's server. */
  readonly routes: readonly Route[];
  /** Runs an event through the handlers, as the inbox does with what it kept. Rejects where a handler failed. */
  readonly process: Process;
  slackState(): WireState;
  /** Resolves when Slack delivers. @throws SlackTokenRefused for the app-level token. */
  start(): Promise<void>;
  /** Takes nothing new, waits for what is under way (at most `capMs`), disconnects. True when all was done. */
  stop(capMs?: number): Promise<boolean>;
}

export interface ConnectOptions {
  readonly access: SlackAccess;
  readonly log: Log;
  /** Keeps events before they are acknowledged; without one they go straight to the app. */
  readonly intake?: Intake;
  /** The app token was refused later on: say the one line (`error.message`), drain, exit non-zero. */
  readonly onFatal: (error: SlackTokenRefused) => void;
  /** For the Web API and response_url. */
  readonly fetch?: SlackFetch;
  /** This machine's time, for signatures. */
  readonly now?: () => Date;
}

/**
 * Connects to Slack without listening yet. The bot token is tried at once.
 * @throws SlackTokenRefused, SlackUnreachable
 */
export async function connectSlack(options: ConnectOptions): Promise<SlackConnection> {
  const { access, log, intake = straight } = options;
  const slackLog = boltLog(log);
  const clients = slackClients({ ...access, log: slackLog, ...(options.fetch && { fetch: options.fetch }) });
  const identity = await identify(clients.interactive);
  const app = boltApp(access, identity, log, options.fetch);
  const process: Process = (event) => app.processEvent(event);
  const flight = inFlight();
  let isStopping = false;
  const deliver = deliverTo(intake, process, flight, log);
  const wire = wireOf(options, async (event) => !isStopping && deliver(event));
  return {
    app,
    clients,
    identity,
    routes: wire.routes,
    process,
    slackState: wire.state,
    start: wire.start,
    async stop(capMs) {
      isStopping = true;
      const isDrained = await flight.drain(capMs);
      await wire.stop();
      return isDrained;
    },
  };
}

const straight: Intake = (event, process) => process(event);

function wireOf({ access, log, onFatal, fetch, now }: ConnectOptions, deliver: Deliver): Wire {
  if (access.mode === 'http')
    return httpWire({ signingSecret: access.signingSecret, deliver, log, ...(now && { now }) });
  return socketWire({
    appToken: access.appToken,
    apiUrl: access.apiUrl,
    log,
    slackLog: boltLog(log),
    deliver,
    onFatal,
    ...(fetch && { fetch }),
  });
}

/** Bolt with its own finite client options. It is handed events by `process`, so its receiver has nothing to do. */
function boltApp({ botToken, apiUrl }: SlackAccess, { botId, botUserId }: Identity, log: Log, fetch?: SlackFetch): App {
  const app = new App({
    // Answered from memory, afresh each time: Bolt writes into what it is given.
    authorize: async () => ({ botToken, botId, botUserId }),
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    logger: boltLog(log),
    convoStore: false,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: 2_500,
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 0 },
      ...(fetch && { fetch }),
    },
  });
  app.error(async (error) => {
    throw error instanceof SlackRefused ? error : originalOf(error);
  });
  return app;
}

/** Bolt wraps errors without a code; the log wants the one that was thrown. */
const originalOf = (error: Error & { original?: unknown }): unknown => error.original ?? error;

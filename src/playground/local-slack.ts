import type { Admin } from './admin.ts';
import { newAdmin } from './admin.ts';
import type { Company } from './company.ts';
import { newDelivery } from './delivery.ts';
import { newFaults } from './faults.ts';
import { newGestures } from './gestures.ts';
import { httpCarrier } from './http-delivery.ts';
import type { Journal } from './journal.ts';
import { newJournal } from './journal.ts';
import type { Local } from './local.ts';
import { personById } from './on-screen.ts';
import type { PersonAtScreen } from './person.ts';
import { personAtScreen } from './person.ts';
import { newResponseUrls } from './response-urls.ts';
import type { Script } from './script.ts';
import { newScript } from './script.ts';
import { socketCarrier } from './socket.ts';
import { newTriggers } from './triggers.ts';
import type { Waiting } from './wait.ts';
import { waitUntil } from './wait.ts';
import { startWebServer } from './web-server.ts';
import { newWorld } from './world.ts';

export interface LocalSlackOptions {
  readonly company: Company;
  /** 0 or none: a free one. */
  readonly port?: number;
  /** The real time; what expires (trigger ids, response URLs, signatures) goes by it. */
  readonly now?: () => Date;
  /** How the app is reached: over Socket Mode, or at its request URL. */
  readonly delivery: { readonly by: 'socket' } | { readonly by: 'http'; readonly url: string };
  /** Told when somebody moves the clock, before anybody sees it moved. */
  readonly onClock?: (offsetMs: number) => Promise<void>;
  /** The built page's folder; without it there is no page. */
  readonly pageDir?: string;
}

/** A stand-in for Slack on this computer: what the app talks to, and what people (and tests) do in it. */
export interface LocalSlack extends AsyncDisposable {
  /** The page. */
  readonly url: string;
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly script: Script;
  readonly journal: Journal;
  readonly admin: Admin;
  as(userId: string): PersonAtScreen;
  /** Moves everybody's clock: milliseconds from the real time. */
  moveClock(offsetMs: number): Promise<void>;
  /** Waits until `look` finds something; looks again after every change and every request. */
  waitFor<Found>(look: () => Found, waiting?: Waiting): Promise<Exclude<Found, undefined | null | false>>;
  stop(): Promise<void>;
}

/** Starts a local Slack with nothing said in it yet, on 127.0.0.1 alone. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const world = newWorld(options.company, options.now ?? (() => new Date()));
  const server = await startWebServer(options.port ?? 0);
  const { delivery: by } = options;
  const sockets = by.by === 'socket' ? socketCarrier(world) : undefined;
  const carrier = sockets ?? httpCarrier(world, by.by === 'http' ? by.url : '');
  const journal = newJournal();
  const delivery = newDelivery(world, journal, carrier);
  const local: Local = {
    ...{ world, journal, delivery, carrier, faults: newFaults(), triggers: newTriggers(world) },
    responseUrls: newResponseUrls(world, server.url),
    newSocketUrl: sockets && (() => `${server.url.replace('http:', 'ws:')}${sockets.newPath()}`),
  };
  const moveClock = async (offsetMs: number) => {
    await options.onClock?.(offsetMs);
    world.clock.offsetMs = offsetMs;
    world.changed();
  };
  const gestures = newGestures(local, moveClock);
  server.serve({ local, gestures, sockets, pageDir: options.pageDir });
  const stop = async () => {
    delivery.stop();
    await carrier.stop();
    await server.stop();
  };
  return {
    url: `${server.url}/`,
    apiUrl: `${server.url}/api/`,
    botToken: world.tokens.bot,
    appToken: world.tokens.app,
    signingSecret: world.tokens.signingSecret,
    script: newScript(local, sockets),
    journal,
    admin: newAdmin(local),
    as: (userId) => personAtScreen(local, gestures, personById(world, userId).id),
    moveClock,
    waitFor: (look, waiting) => waitUntil(world, look, () => summary(journal), waiting),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** The last requests, for the text of a failure. */
function summary(journal: Journal): string {
  const last = journal.requests().slice(-10);
  return last.map(({ method, answer }) => `  ${method} → ${JSON.stringify(answer?.body)?.slice(0, 200)}`).join('\n');
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { demoCompany, staff } from '../../src/demo/company.ts';
import { closing } from '../../src/lib/closing.ts';
import type { Company } from '../../src/playground/company.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';
import type { PersonAtScreen } from '../../src/playground/person.ts';
import type { UiMessage, UiView } from '../../src/playground/protocol.ts';
import { aDatabase } from '../support/postgres.ts';
import { aFreePort, aProgram, type Program } from '../support/program.ts';
import { aSession, type Session } from '../support/session.ts';

// Whole processes are started here, beside whatever else the machine has to do. No test waits for this long.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

export const transports = ['socket', 'http'] as const;
export type Transport = (typeof transports)[number];
export const GENERAL = 'C0GENERAL1';
/** Administers from the first start on, and so may do everything. */
export const GRACE = staff.administrator;
export const MAYA = staff.manager;

type Env = Readonly<Record<string, string>>;

/** A local Slack, a database and a data folder for the built app, and the app's processes between them. */
export interface Office extends AsyncDisposable {
  readonly slack: LocalSlack;
  readonly grace: PersonAtScreen;
  /** Looks into the database as superuser. */
  readonly db: Session;
  readonly databaseUrl: string;
  /** What the app is started with. */
  readonly env: Env;
  /** Starts one more process of the app and waits until it is ready. In HTTP mode Slack calls the first one. */
  start(more?: Env): Promise<Program>;
  /** Starts it without waiting. */
  launch(more?: Env): Program;
}

export async function anOffice({
  transport = 'socket',
  company = demoCompany('/account'),
  env = {},
  databaseUrl,
}: {
  transport?: Transport;
  company?: Company;
  env?: Env;
  /** Where the app finds the database, if not straight on the run's server. */
  databaseUrl?: (url: string) => Promise<string>;
} = {}): Promise<Office> {
  const open = closing();
  const database = open.use(await aDatabase());
  const home = await mkdtemp(path.join(tmpdir(), 'dossier-office-'));
  open.defer(() => rm(home, { recursive: true, force: true }));
  const port = await aFreePort();
  const slack = open.use(
    await startLocalSlack({
      company,
      delivery:
        transport === 'socket' ? { by: 'socket' } : { by: 'http', url: `http://127.0.0.1:${port}/slack/events` },
    }),
  );
  const tokens = {
    SLACK_BOT_TOKEN: slack.botToken,
    ...(transport === 'socket' ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  };
  const common = {
    ...tokens,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: (await databaseUrl?.(database.url)) ?? database.url,
    DATA_DIR: home,
    PORT: String(port),
    ADMIN_USER_IDS: GRACE,
    ...env,
  };
  const launch = (more: Env = {}): Program => open.use(aProgram({ ...common, ...more }));
  return {
    slack,
    grace: slack.as(GRACE),
    db: open.use(await aSession(database.url)),
    databaseUrl: database.url,
    env: common,
    launch,
    async start(more) {
      const program = launch(more);
      await program.said(/is ready/);
      return program;
    },
    [Symbol.asyncDispose]: open.closeAll,
  };
}

/** What a message or a view says, with its markup. */
export const wordsOf = (shown: UiMessage | UiView): string => JSON.stringify(shown.blocks);

/** A message of the app that says this, in a conversation. */
export const says =
  (channelId: string, pattern: RegExp) =>
  (person: PersonAtScreen): UiMessage | undefined =>
    person.messages(channelId).find((message) => pattern.test(wordsOf(message)));

/** The window in front. */
export const front = (person: PersonAtScreen): UiView | undefined => person.views().at(-1);

/** The window in front, once it shows this. */
export const titled =
  (pattern: RegExp) =>
  (person: PersonAtScreen): UiView | undefined => {
    const view = front(person);
    return view && view.submit === null && pattern.test(wordsOf(view)) ? view : undefined;
  };

/** Types the command for a new account and gives the form. */
export async function openForm(person: PersonAtScreen, name = ''): Promise<UiView> {
  await person.command(`/account new ${name}`.trim(), GENERAL);
  return person.waitFor(front);
}

/** Makes an account and looks it up: its card, with its buttons, in the general channel. */
export async function aCard(person: PersonAtScreen, name: string): Promise<UiMessage> {
  await person.submit(await openForm(person), { name });
  await person.close(await person.waitFor(titled(/./)), true);
  await person.command(`/account ${name}`, GENERAL);
  return person.waitFor(says(GENERAL, new RegExp(name)));
}

/** Waits until so many answers were taken by Slack. */
export const untilAnswered = (slack: LocalSlack, count: number): Promise<unknown> =>
  slack.waitFor(() => slack.journal.requests('response_url').filter(({ answer }) => answer?.status === 200)[count - 1]);

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { createAccount } from '../../src/accounts/account.flow.ts';
import { addContact } from '../../src/accounts/contact.flow.ts';
import { type App, startApp } from '../../src/app.ts';
import type { Work } from '../../src/db/work.ts';
import { demoCompany, staff } from '../../src/demo/company.ts';
import { fillDemo } from '../../src/demo/demo.flow.ts';
import type { Job } from '../../src/jobs/clock.ts';
import { type Closing, closing } from '../../src/lib/closing.ts';
import { dayIn } from '../../src/lib/date.ts';
import { createLog } from '../../src/lib/log.ts';
import { forgetJob } from '../../src/operations/forget.job.ts';
import type { Company } from '../../src/playground/company.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';
import type { SlackAccess } from '../../src/slack/connect.ts';
import { addTask } from '../../src/tasks/task.flow.ts';
import type { Values } from '../../src/templates/field.ts';
import { type Colleague, colleague } from './colleague.ts';
import { aDatabase } from './postgres.ts';

export { staff };

export const guest = 'U0GUEST001';
export const outsider = 'U0OLIVIA01';
/** Reads English and has no role, as `staff.newcomer` reads Chinese and has none. */
export const newcomer = 'U0SAM00001';
export const channels = {
  general: 'C0GENERAL1',
  keyAccounts: 'C0KEYACC01',
  /** The channel of 华泰科技. */
  huatai: 'C0HUATAI01',
  /** Shared with another company. */
  partner: 'C0PARTNER1',
  /** Dossier was never invited. */
  ideas: 'C0IDEAS001',
} as const;

const demo = demoCompany('/account');
const company: Company = {
  ...demo,
  people: [
    ...demo.people,
    { id: newcomer, name: 'sam', realName: 'Sam Newton', locale: 'en-GB', zone: 'Europe/London' },
  ],
  channels: [...demo.channels, { id: channels.ideas, name: 'ideas', members: Object.values(staff) }],
};

export interface AppOptions {
  readonly delivery?: 'socket' | 'http';
  readonly company?: Company;
  /** With the demo's accounts and roles (unless false: nobody has a role, and there is no account). */
  readonly filled?: boolean;
  /** The demo's accounts as a newcomer sees them: with months of talks, steps and promises behind them. */
  readonly isLivedIn?: boolean;
  readonly adminUserIds?: readonly string[];
  /** What runs by the clock. Unless a test asks for it, nobody is told anything because of the hour it is run at. */
  readonly jobs?: readonly Job[];
  /** The built page's folder, for browsers. */
  readonly pageDir?: string;
}

/** The whole product, wired as in production, beside a local Slack and on a database of its own. */
export interface RunningApp extends AsyncDisposable {
  readonly app: App;
  readonly slack: LocalSlack;
  /** Connects to the database as superuser. */
  readonly databaseUrl: string;
  /** One of the company's people, in the words of the product. */
  as(slackUserId: string): Colleague;
  /** A use case without Slack in between, for what a test only needs to be there. */
  act<T>(slackUserId: string, fn: (work: Work) => Promise<T>): Promise<T>;
  /** Opens a file, whatever it may be a duplicate of; gives its id. */
  anAccount(by: string, values: Values, contacts?: readonly Values[]): Promise<string>;
  /** A next step of theirs at an account, due today; gives its id. */
  aStep(by: string, accountId: string, title: string): Promise<string>;
  /** Every log line so far. */
  logs(): readonly string[];
  /** The error lines so far, which are then no surprise any more: those left over at the end fail the test. */
  troubles(): readonly string[];
}

/** Starts the product. Share one per file; disposing it fails where an error was logged that no test asked for. */
export async function anApp(options: AppOptions = {}): Promise<RunningApp> {
  const running = closing();
  try {
    return await start(options, running);
  } catch (error) {
    await running.closeAll();
    throw error;
  }
}

async function start(options: AppOptions, running: Closing): Promise<RunningApp> {
  const lines: string[] = [];
  let troubles: string[] = [];
  const log = createLog({
    level: 'debug',
    write(line) {
      lines.push(line);
      if (line.includes('"level":50')) troubles.push(line);
    },
  });
  const database = running.use(await aDatabase());
  const port = options.delivery === 'http' ? await freePort() : 0;
  let app: App | null = null;
  const slack = running.use(
    await startLocalSlack({
      company: options.company ?? company,
      delivery: port === 0 ? { by: 'socket' } : { by: 'http', url: `http://127.0.0.1:${port}/slack/events` },
      onClock: async (offsetMs) => app?.moveClock(offsetMs),
      ...(options.pageDir !== undefined && { pageDir: options.pageDir }),
    }),
  );
  const isFilled = options.filled ?? true;
  app = running.use(
    await startApp({
      access: accessTo(slack, port),
      home: tmpdir(),
      databaseUrl: database.url,
      encryptionKeys: [randomBytes(32)],
      migrations: 'prisma/migrations',
      command: '/account',
      jobs: options.jobs ?? [forgetJob],
      port,
      adminUserIds: options.adminUserIds ?? (isFilled ? [staff.administrator] : []),
      purpose: 'live',
      version: '0.0.0',
      log,
      onFatal: (error) => troubles.push(error.message),
    }),
  );
  const { database: opened, workspaceId, people } = app;
  if (isFilled) await fillDemo(opened, people, workspaceId, { isLivedIn: options.isLivedIn ?? false });
  const act: RunningApp['act'] = (slackUserId, fn) => opened.inWorkspace({ workspaceId, slackUserId }, fn);
  return {
    app,
    slack,
    databaseUrl: database.url,
    as: (slackUserId) => colleague(slack.as(slackUserId)),
    act,
    anAccount: (by, values, contacts = []) => act(by, (work) => openFile(work, values, contacts)),
    aStep: (by, accountId, title) => act(by, (work) => noteStep(work, accountId, title)),
    logs: () => lines,
    troubles() {
      const told = troubles;
      troubles = [];
      return told;
    },
    async [Symbol.asyncDispose]() {
      await running.closeAll();
      if (troubles.length > 0) throw new Error(`Errors were logged that no test asked for:\n${troubles.join('')}`);
    },
  };
}

function accessTo({ apiUrl, botToken, appToken, signingSecret }: LocalSlack, port: number): SlackAccess {
  return port === 0
    ? { mode: 'socket', botToken, appToken, apiUrl }
    : { mode: 'http', botToken, signingSecret, apiUrl };
}

async function openFile(work: Work, values: Values, contacts: readonly Values[]): Promise<string> {
  const complete = { aliases: [], tags: [], ...values };
  const first = await createAccount(work, { values: complete, accepted: [] });
  const seen = first.ok ? [] : first.duplicates.map((one) => one.accountId);
  const made = first.ok ? first : await createAccount(work, { values: complete, accepted: seen });
  if (!made.ok) throw new Error('an accepted duplicate was refused');
  for (const contact of contacts) await addContact(work, { accountId: made.account.id, values: contact });
  return made.account.id;
}

async function noteStep(work: Work, accountId: string, title: string): Promise<string> {
  const due = { on: dayIn(work.now, work.actor.zone), time: null };
  const task = { accountId, interactionId: null, kind: 'step', title, due, repeat: null } as const;
  return (await addTask(work, { ...task, assigneeId: work.actor.memberId })).id;
}

/** Slack must be told where the app listens before the app can be told where Slack is. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

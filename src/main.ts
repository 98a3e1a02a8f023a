import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type App, startApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { EmbeddedUnavailable } from './db/embedded-binaries.ts';
import { KeysRefused } from './db/keys.ts';
import { MigrationRefused } from './db/migration-plan.ts';
import { DatabaseUnreachable } from './db/reach.ts';
import { demoCompany, staff } from './demo/company.ts';
import { fillDemo } from './demo/demo.flow.ts';
import { PortUnavailable } from './http/server.ts';
import { type Closing, closing } from './lib/closing.ts';
import { createLog, describeError, type Log } from './lib/log.ts';
import { within } from './lib/within.ts';
import { startLocalSlack } from './playground/local-slack.ts';
import type { SlackAccess } from './slack/connect.ts';
import { SlackTokenRefused, SlackUnreachable } from './slack/errors.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };

/** Errors whose message is written for the person who runs Dossier; any other may hold somebody's data. */
const forOperator = [
  DatabaseUnreachable,
  EmbeddedUnavailable,
  KeysRefused,
  MigrationRefused,
  PortUnavailable,
  SlackTokenRefused,
  SlackUnreachable,
];
const isForOperator = (error: unknown): error is Error => forOperator.some((kind) => error instanceof kind);

/** How long everything together may take to close, in milliseconds: under what a supervisor waits before it kills. */
const patienceMs = 15_000;

async function main(): Promise<void> {
  // What is set in the environment wins over the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig(process.env);
  if (!read.ok) {
    complain('Dossier cannot start with these settings:');
    for (const problem of read.problems) complain(`- ${problem}`);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  const running = closing();
  let stopping: Promise<void> | null = null;
  const stop = (exitCode: number): Promise<void> => {
    process.exitCode ||= exitCode;
    stopping ??= within(patienceMs, running.closeAll())
      .catch((error: unknown) => log.error('something could not be closed', { error }))
      .finally(() => process.exit());
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  // Node would print the whole error, with whatever it holds of people's data.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      log.error('an error that nobody caught: stopping', { error });
      void stop(1);
    });
  try {
    await (config.slack.mode === 'local'
      ? startDemo(config, log, running, stop)
      : startReal(config, config.slack, log, running, stop));
  } catch (error) {
    complain(`Dossier could not start. ${reasonOf(error)}`);
    if (!isForOperator(error)) log.error('the start failed', { error });
    await stop(1);
  }
}

function reasonOf(error: unknown): string {
  if (isForOperator(error)) return error.message;
  const { name, code } = describeError(error);
  return `Something unexpected happened (${[name, code].filter(Boolean).join(' ')}); the log has more.`;
}

type Stop = (exitCode: number) => Promise<void>;

async function startReal(config: Config, access: SlackAccess, log: Log, running: Closing, stop: Stop): Promise<void> {
  await startWith(config, access, log, running, stop, config.adminUserIds);
  say(
    `Dossier ${version} is ready in Slack. Type ${config.command} there. Health: http://127.0.0.1:${config.port}/healthz`,
  );
}

/** Without tokens: a local Slack in the browser, with an invented company in it. */
async function startDemo(config: Config, log: Log, running: Closing, stop: Stop): Promise<void> {
  let app: App | null = null;
  const slack = await startLocalSlack({
    company: demoCompany(config.command),
    port: config.playgroundPort,
    delivery: { by: 'socket' },
    pageDir: here('./playground/page'),
    onClock: async (offsetMs) => app?.moveClock(offsetMs),
  });
  running.use(slack);
  const { botToken, appToken, apiUrl } = slack;
  app = await startWith(config, { mode: 'socket', botToken, appToken, apiUrl }, log, running, stop, [
    staff.administrator,
  ]);
  await app.moveClock(0);
  await fillDemo(app.database, app.people, app.workspaceId, { isLivedIn: true });
  say(
    `\nDossier ${version} is ready, with a local Slack and an invented company.\n\n  Open ${slack.url}\n\nand type ${config.command} acme`,
  );
}

async function startWith(
  config: Config,
  access: SlackAccess,
  log: Log,
  running: Closing,
  stop: Stop,
  adminUserIds: readonly string[],
): Promise<App> {
  const app = await startApp({
    ...config,
    access,
    adminUserIds,
    purpose: config.slack.mode === 'local' ? 'demo' : 'live',
    version,
    log,
    migrations: here('../prisma/migrations'),
    onFatal: (error) => {
      complain(error.message);
      void stop(1);
    },
  });
  return running.use(app);
}

function secretsOf({ slack, databaseUrl }: Config): readonly string[] {
  const tokens =
    slack.mode === 'local'
      ? []
      : Object.values(slack).filter((value) => value !== slack.mode && value !== slack.apiUrl);
  const password = databaseUrl === null ? '' : new URL(databaseUrl).password;
  return [...tokens, password].filter((secret) => secret !== '');
}

await main();

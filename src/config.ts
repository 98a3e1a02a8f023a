import path from 'node:path';
import type { z } from 'zod';
import { configSchema, conflicts, problemLine } from './config-schema.ts';
import type { LogLevel } from './lib/log.ts';

export type SlackConfig =
  | { readonly mode: 'local' }
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string; readonly apiUrl: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string; readonly apiUrl: string };

export interface Config {
  readonly slack: SlackConfig;
  /** Null: the built-in database. */
  readonly databaseUrl: string | null;
  /** The folder of this installation's database and keys. The demo and a real workspace never share one. */
  readonly home: string;
  readonly logLevel: LogLevel;
  /** The slash command, slash included. */
  readonly command: string;
  /** Of /healthz, and of Slack's requests in HTTP mode. */
  readonly port: number;
  /** Of the local Slack's page. */
  readonly playgroundPort: number;
  /** Slack users who administer from the first start on. */
  readonly adminUserIds: readonly string[];
  /** The first one seals, each of them opens. Empty: the keys are in a file of the home folder. */
  readonly encryptionKeys: readonly Buffer[];
}

/**
 * Reads the environment; an empty variable counts as not set. Every problem is one line: what came (never a secret's
 * value), what is wanted, an example.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const given = setVariables(env);
  const read = configSchema.safeParse(given);
  const problems = [...(read.error?.issues.map((issue) => problemLine(issue, given)) ?? []), ...conflicts(given)];
  return read.success && problems.length === 0 ? { ok: true, config: configOf(read.data) } : { ok: false, problems };
}

function setVariables(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).map(([key, value]) => [key, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function configOf(values: z.output<typeof configSchema>): Config {
  const slack = slackOf(values);
  return {
    slack,
    databaseUrl: values.DATABASE_URL ?? null,
    home: path.join(values.DATA_DIR, slack.mode === 'local' ? 'demo' : 'live'),
    logLevel: values.LOG_LEVEL,
    command: values.COMMAND,
    port: values.PORT,
    playgroundPort: values.PLAYGROUND_PORT,
    adminUserIds: values.ADMIN_USER_IDS,
    encryptionKeys: values.ENCRYPTION_KEY,
  };
}

/** Socket Mode wins where both are possible: it needs no address that Slack can reach. */
function slackOf(values: z.output<typeof configSchema>): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  const apiUrl = values.SLACK_API_URL;
  if (botToken === undefined) return { mode: 'local' };
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken, apiUrl };
  if (signingSecret !== undefined) return { mode: 'http', botToken, signingSecret, apiUrl };
  throw new Error('a bot token by itself is one of the conflicts');
}

import { z } from 'zod';
import { readKey } from './lib/key.ts';
import { logLevels } from './lib/log.ts';

const secrets = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DATABASE_URL', 'ENCRYPTION_KEY'];

/** A field's `error` says what is wanted and ends in an example; `problemLine` puts before it what came. */
const text = (pattern: RegExp, error: string) => z.string().regex(pattern, error);

const port = (error: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error, abort: true })
    .transform(Number)
    .refine((number) => number >= 1 && number <= 65_535, error);

const list = (raw: string) => raw.split(',').map((item) => item.trim());

const encryptionKeyWanted =
  '32 bytes drawn at random, in base64 or hexadecimal (openssl rand -base64 32); to replace a key, the new one before ' +
  'the old one with a comma between them, for example ENCRYPTION_KEY=q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=';

/**
 * Each variable by itself. Input: set variables only. Of a token only the kind is looked at: whether it is the right one
 * Slack says within seconds.
 */
export const configSchema = z.object({
  SLACK_BOT_TOKEN: text(
    /^(?:xoxe\.)?xoxb-[\w-]+$/,
    "the app's bot token, for example SLACK_BOT_TOKEN=xoxb-1234567890-1234567890-AbCdEf",
  ).optional(),
  SLACK_APP_TOKEN: text(
    /^xapp-[\w-]+$/,
    'an app-level token with connections:write, for example SLACK_APP_TOKEN=xapp-1-A0123456789-1234567890-abcdef',
  ).optional(),
  SLACK_SIGNING_SECRET: text(
    /^[!-~]{6,}$/,
    "the app's signing secret, for example SLACK_SIGNING_SECRET=8f742231b10e8888abcd99baf85a3c4e",
  ).optional(),
  SLACK_API_URL: z
    .string()
    .refine(
      isSafeAddress,
      'an https address, or http on this machine, for example SLACK_API_URL=https://slack.com/api/',
    )
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .default('https://slack.com/api/'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        'the address of a Postgres database, for example DATABASE_URL=postgresql://user:password@host:5432/dossier',
    })
    .optional(),
  DATA_DIR: z.string().default('.dossier'),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}, for example LOG_LEVEL=info`).default('info'),
  COMMAND: text(
    /^\/[\p{Ll}\p{Lo}\p{Nd}_-]{1,31}$/u,
    'a slash and at most 31 lower-case letters, digits, hyphens and underscores, for example COMMAND=/account',
  ).default('/account'),
  PORT: port('a port from 1 to 65535, for example PORT=3000').default(3000),
  PLAYGROUND_PORT: port('a port from 1 to 65535, for example PLAYGROUND_PORT=3100').default(3100),
  ADMIN_USER_IDS: z
    .string()
    .transform(list)
    .refine(
      (ids) => ids.every((id) => /^[UW][A-Z\d]+$/.test(id)),
      'Slack user ids with commas between them, for example ADMIN_USER_IDS=U0123ABCD,W0456EFGH',
    )
    .default([]),
  ENCRYPTION_KEY: z
    .string()
    .transform((raw, context) => {
      const keys = list(raw).map(readKey);
      if (keys.includes(null)) context.addIssue(encryptionKeyWanted);
      return keys.filter((key) => key !== null);
    })
    .default([]),
});

/** What is wrong between variables. Told beside what is wrong in one of them: the operator sees everything at once. */
export function* conflicts(given: Readonly<Record<string, string>>): Generator<string> {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = given;
  const { PORT = '3000', PLAYGROUND_PORT = '3100' } = given;
  if (bot && !app && !secret) {
    yield 'SLACK_BOT_TOKEN is set alone; wanted beside it SLACK_APP_TOKEN (Socket Mode, for example xapp-1-A0123456789-…) ' +
      'or SLACK_SIGNING_SECRET (HTTP), or none of the three for the local Slack';
  }
  if (!bot && (app || secret)) {
    const other = app ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
    yield `${other} is set without SLACK_BOT_TOKEN; wanted both, for example SLACK_BOT_TOKEN=xoxb-1234567890-…, or ` +
      'neither for the local Slack';
  }
  if (!bot && !app && !secret && PORT === PLAYGROUND_PORT) {
    yield `PORT and PLAYGROUND_PORT are both ${JSON.stringify(PORT)}; wanted two ports, for example PORT=3000 and ` +
      'PLAYGROUND_PORT=3100';
  }
}

/** One readable line for one issue of the schema. */
export function problemLine(issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string {
  const key = String(issue.path[0]);
  return `${key}: got ${shown(key, given[key] ?? '')}; wanted ${issue.message}`;
}

/** A secret's kind and length may be told, never its value; and it may have been put into the wrong variable. */
function shown(key: string, value: string): string {
  const prefix = /^(?:xox[a-z]-|xapp-|xoxe\.|postgres(?:ql)?:)/i.exec(value)?.[0];
  if (prefix) return `${value.length} characters beginning with ${prefix}`;
  const isLong = value.length > 60 || value.includes('@');
  return secrets.includes(key) || isLong ? `${value.length} characters` : JSON.stringify(value);
}

/** A token must not travel unencrypted to another machine. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const isHere = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isHere));
}

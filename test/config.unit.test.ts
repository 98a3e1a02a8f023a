import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { configSchema } from '../src/config-schema.ts';

type Env = Record<string, string | undefined>;
const bot = { SLACK_BOT_TOKEN: 'xoxb-1234567890-1234567890-AbCdEf' };
const app = { SLACK_APP_TOKEN: 'xapp-1-A0123456789-1234567890-abcdef' };
const secret = { SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99baf85a3c4e' };

function configOf(env: Env) {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

function problemsOf(env: Env): string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
}

describe('readConfig', () => {
  test('needs nothing: the local Slack, the built-in database and a demo directory', () => {
    expect(configOf({})).toEqual({
      slack: { mode: 'local' },
      databaseUrl: null,
      home: '.dossier/demo',
      logLevel: 'info',
      command: '/account',
      port: 3000,
      playgroundPort: 3100,
      adminUserIds: [],
      encryptionKeys: [],
    });
  });

  test('takes an empty or blank variable for one that is not set', () => {
    expect(configOf({ PORT: '', SLACK_BOT_TOKEN: ' ', DATABASE_URL: '\n' })).toEqual(configOf({}));
  });

  test('chooses Socket Mode or HTTP by what goes with the bot token, away from the demo data', () => {
    const apiUrl = 'https://slack.com/api/';
    const [botToken, appToken] = [bot.SLACK_BOT_TOKEN, app.SLACK_APP_TOKEN];
    expect(configOf({ ...bot, ...app }).slack).toEqual({ mode: 'socket', botToken, appToken, apiUrl });
    expect(configOf({ ...bot, ...app, ...secret }).slack.mode).toBe('socket');
    expect(configOf({ ...bot, ...secret })).toMatchObject({
      slack: { mode: 'http', botToken, signingSecret: secret.SLACK_SIGNING_SECRET, apiUrl },
      home: '.dossier/live',
    });
  });

  test.each([
    [bot, /SLACK_BOT_TOKEN is set alone; wanted beside it SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/],
    [app, /SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN/],
    [secret, /SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN/],
  ])('names what is missing in half a set: %o', (env, problem) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(problem)]);
  });

  test.each<[string, string, string]>([
    ['SLACK_API_URL', 'http://slack.com/api/', 'got "http://slack.com/api/"; wanted an https address'],
    ['SLACK_API_URL', 'https://u:p@slack.com/', 'got 22 characters'],
    ['SLACK_API_URL', 'slack.com', 'got "slack.com"'],
    ['SLACK_APP_TOKEN', bot.SLACK_BOT_TOKEN, 'got 33 characters beginning with xoxb-'],
    ['SLACK_BOT_TOKEN', 'xoxp-1234567890', 'got 15 characters beginning with xoxp-'],
    ['SLACK_SIGNING_SECRET', 'short', 'got 5 characters; wanted'],
    ['DATABASE_URL', 'mysql://user:hunter2@host/db', 'got 28 characters; wanted the address of a Postgres'],
    ['LOG_LEVEL', 'loud', 'got "loud"; wanted one of debug, info, warn, error, silent'],
    ['COMMAND', 'account', 'got "account"'],
    ['COMMAND', '/Account', 'got "/Account"'],
    ['COMMAND', '/key account', 'got "/key account"'],
    ['COMMAND', `/${'a'.repeat(32)}`, 'at most 31'],
    ['PORT', '80a', 'got "80a"; wanted a port from 1 to 65535, for example PORT=3000'],
    ['PORT', '0', 'got "0"'],
    ['PLAYGROUND_PORT', '65536', 'got "65536"'],
    ['ADMIN_USER_IDS', 'U0123,bob', 'got "U0123,bob"'],
    ['PORT', app.SLACK_APP_TOKEN, 'got 36 characters beginning with xapp-'],
  ])('refuses %s=%s and says what came and what is wanted, with an example', (key, value, told) => {
    const problems = problemsOf({ [key]: value });
    expect(problems[0]).toContain(`${key}: `);
    expect(problems[0]).toContain(told);
    expect(problems[0]).toContain(`for example ${key}=`);
  });

  test('reports every problem at once', () => {
    const env = { PORT: 'x', LOG_LEVEL: 'x', COMMAND: 'x', SLACK_APP_TOKEN: 'x', DATABASE_URL: 'x' };
    expect(problemsOf(env)).toHaveLength(6);
  });

  test('T-80: never repeats a secret', () => {
    const secrets = {
      SLACK_BOT_TOKEN: 'xoxp-CANARY-1',
      SLACK_APP_TOKEN: 'CANARY 2',
      SLACK_SIGNING_SECRET: 'CANARY 3',
      DATABASE_URL: 'mysql://CANARY:4@host/db',
      ENCRYPTION_KEY: 'CANARY 5',
    };
    expect(problemsOf(secrets)).toHaveLength(5);
    expect(problemsOf(secrets).join()).not.toContain('CANARY');
  });

  test('lets plain http through to this machine alone', () => {
    const url = (SLACK_API_URL: string) => problemsOf({ SLACK_API_URL });
    for (const host of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]'])
      expect(url(`http://${host}:9/api`)).toEqual([]);
    for (const host of ['127.0.0.1.evil.com', '0.0.0.0', '10.0.0.1']) expect(url(`http://${host}/`)).toHaveLength(1);
    const { slack } = configOf({ ...bot, ...app, SLACK_API_URL: 'http://localhost:9/api' });
    expect(slack).toMatchObject({ apiUrl: 'http://localhost:9/api/' });
  });

  test('wants two ports for the local Slack, but not for a real one', () => {
    expect(problemsOf({ PORT: '3100' })).toEqual([expect.stringContaining('both "3100"')]);
    expect(problemsOf({ PORT: '3100', ...bot, ...app })).toEqual([]);
  });

  test('reads several administrators and a command in another script', () => {
    expect(configOf({ ADMIN_USER_IDS: 'U0123ABCD, W0456EFGH' }).adminUserIds).toEqual(['U0123ABCD', 'W0456EFGH']);
    expect(configOf({ COMMAND: '/客户' }).command).toBe('/客户');
  });

  test('reads one key, or a new one before an old one, in base64 or hexadecimal', () => {
    const [one, other] = [randomBytes(32), randomBytes(32)];
    expect(configOf({ ENCRYPTION_KEY: one.toString('base64') }).encryptionKeys).toEqual([one]);
    const both = `${one.toString('hex')},${other.toString('base64url')}`;
    expect(configOf({ ENCRYPTION_KEY: both }).encryptionKeys).toEqual([one, other]);
  });

  test.each([
    ['short', randomBytes(16).toString('base64')],
    ['long', randomBytes(64).toString('hex')],
    ['zero', '0'.repeat(64)],
    ['one byte', Buffer.alloc(32, 7).toString('base64')],
    ['a count', Buffer.from(Array.from({ length: 32 }, (_, n) => n)).toString('hex')],
    ['words', Buffer.from('correct horse battery staple 123').toString('base64')],
    ['a repeated pattern', 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='],
    ['a second key that is none', `${randomBytes(32).toString('hex')},secret`],
  ])('T-82: refuses a key that is %s', (_, ENCRYPTION_KEY) => {
    expect(problemsOf({ ENCRYPTION_KEY })).toEqual([expect.stringContaining('wanted 32 bytes drawn at random')]);
  });
});

test('.env.example names exactly the variables that are read', () => {
  const example = readFileSync('.env.example', 'utf8');
  const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.sort()).toEqual(Object.keys(configSchema.shape).sort());
});

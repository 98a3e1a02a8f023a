// The floor of the measurements: a bare Bolt handler that acknowledges and responds, alone, with one primary-key read or
// with one insert through `pg`. Started as a process of its own, like the app.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import pg from 'pg';
import { signingSecret } from './command.ts';

const { FLOOR_PORT, FLOOR_DATABASE_URL, FLOOR_ACCOUNT, FLOOR_INSERTS, SLACK_API_URL } = process.env;
const pool = FLOOR_DATABASE_URL ? new pg.Pool({ connectionString: FLOOR_DATABASE_URL, max: 10 }) : null;
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench-0', botId: 'B0BOT', botUserId: 'U0BOT' }),
  logLevel: LogLevel.ERROR,
  clientOptions: { ...(SLACK_API_URL && { slackApiUrl: SLACK_API_URL }) },
});
if (FLOOR_INSERTS)
  await pool?.query('CREATE TABLE IF NOT EXISTS floor_line (id uuid PRIMARY KEY, account uuid, line text)');
app.command('/account', async ({ ack, command, respond }) => {
  await ack();
  if (FLOOR_INSERTS)
    await pool?.query('INSERT INTO floor_line VALUES (gen_random_uuid(), $1, $2)', [FLOOR_ACCOUNT, command.text]);
  const found = FLOOR_INSERTS
    ? null
    : await pool?.query('SELECT number, name, city FROM "Account" WHERE id = $1', [FLOOR_ACCOUNT]);
  const name = String(found?.rows[0]?.name ?? 'Nobody');
  await respond({
    text: name,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: name } }],
    response_type: 'ephemeral',
  });
});
await app.start(Number(FLOOR_PORT));
process.send?.('ready');

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOffice, GENERAL, MAYA, type Office } from './office.ts';

let office: Office;
let pid = 0;
beforeAll(async () => {
  office = await anOffice({ transport: 'http' });
  pid = (await office.start()).pid;
});
afterAll(() => office[Symbol.asyncDispose]());

const form = `command=%2Faccount&text=help&team_id=T0DEMO0001&user_id=${MAYA}&channel_id=${GENERAL}&trigger_id=1.2.3`;
const type = 'application/x-www-form-urlencoded';
const signed = (body: string, { at = Date.now() / 1000, key = office.slack.signingSecret, version = 'v0' } = {}) => {
  const timestamp = String(Math.floor(at));
  const digest = createHmac('sha256', key).update(`${version}:${timestamp}:${body}`).digest('hex');
  return { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `${version}=${digest}` };
};
const send = async (body: string, headers: Record<string, string>): Promise<number> =>
  (await fetch(`http://127.0.0.1:${office.env['PORT']}/slack/events`, { method: 'POST', headers, body })).status;
const now = () => Date.now() / 1000;

test('only what Slack signed in these five minutes gets past the door (T-23, T-60)', async () => {
  office.slack.journal.clear();
  const refused = {
    unsigned: await send(form, { 'content-type': type }),
    'another key': await send(form, signed(form, { key: 'x'.repeat(32) })),
    'another version': await send(form, signed(form, { version: 'v1' })),
    'another body': await send(`${form}&text=admin`, signed(form)),
    'six minutes old': await send(form, signed(form, { at: now() - 360 })),
    'dated tomorrow': await send(form, signed(form, { at: now() + 86_400 })),
    'a certificate check with a command in it': await send(`ssl_check=1&${form}`, { 'content-type': type }),
  };
  expect(refused).toEqual({
    ...Object.fromEntries(Object.keys(refused).map((what) => [what, 401])),
    // Answered, as Slack wants it, and not looked at any further.
    'a certificate check with a command in it': 200,
  });
  expect(office.slack.journal.requests('users.info')).toEqual([]);
  expect(await send(form, signed(form))).toBe(200);
  await office.slack.waitFor(() => office.slack.journal.requests('users.info').length === 1);
});

test('thirty megabytes are refused before they are read (T-60)', async () => {
  const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  const before = memory();
  const body = 'x'.repeat(30_000_000);
  const answers = await Promise.allSettled([1, 2, 3].map(() => send(body, { 'content-type': type })));
  // The connection may end while the sender is still sending.
  for (const answer of answers) if (answer.status === 'fulfilled') expect(answer.value).toBe(413);
  expect(memory() - before).toBeLessThan(150);
  expect(await send(form, signed(form))).toBe(200);
});

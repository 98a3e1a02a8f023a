import { expect, test } from 'vitest';
import { createLog } from '../../src/lib/log.ts';
import { boltLog } from '../../src/slack/bolt-log.ts';

function aLog(secrets: readonly string[] = []) {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets, write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

test('a line is one JSON object with the time, whatever stands in the message (T-81)', () => {
  const { log, lines, last } = aLog();
  log.info('two\nlines \u001b[31mred\u001b[0m "quoted" {"level":60} \u2028 \u202e', { handler: 'command', ms: 12 });
  expect(lines).toHaveLength(1);
  for (const sign of ['\n', '\u001b', '\u2028', '\u202e']) expect(lines[0]?.trimEnd()).not.toContain(sign);
  expect(last()).toMatchObject({ handler: 'command', ms: 12, time: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test.each(['Li Wei', '李伟', 'anna@example.com', '+8613800138000', '13800138000', 'a note; next: call'])(
  'a field that is no code or id is withheld: %s (T-80)',
  (value) => {
    const { log, lines } = aLog();
    log.warn('refused', { value });
    expect(lines[0]).not.toContain(value);
    expect(lines[0]).toContain('[withheld]');
  },
);

test.each([
  '0199a7f2-7d1e-7000-8000-1f2e3d4c5b6a',
  'K7QM-2XPD',
  'P2002',
  'account.edit',
  'U0ANNA',
  'slack/listen.ts:12',
])('codes and ids pass: %s', (id) => {
  const { log, last } = aLog();
  log.info('done', { id });
  expect(last().id).toBe(id);
});

test('objects and lists are withheld whole', () => {
  const { log, lines } = aLog();
  log.info('sent', { payload: { name: 'canary' }, names: ['canary'] });
  expect(lines[0]).not.toContain('canary');
});

test('tokens and secrets are blotted out wherever they stand (T-80)', () => {
  const { log, lines } = aLog(['8f742231b10e8888abcd99baf85a3c4e']);
  log.info('xoxb-1234-abc and xapp-1-A0-9-f and xoxe.xoxb-1-2 and 8f742231b10e8888abcd99baf85a3c4e', {
    token: 'xoxb-1234-abc',
    secret: '8f742231b10e8888abcd99baf85a3c4e',
  });
  expect(lines[0]).not.toMatch(/1234|A0-9|8f742231/);
});

test("an error is its kind, its code and its place; its message stays out, and its cause's too (T-80)", () => {
  const { log, lines, last } = aLog();
  const cause = Object.assign(new Error('Key (name)=(canary) exists'), { code: '23505' });
  log.error('the handler failed', { error: new TypeError('canary at once\n    at canary (x.ts:1:1)', { cause }) });
  expect(lines[0]).not.toContain('canary');
  expect(last().error).toMatchObject({ name: 'TypeError', cause: { code: '23505' } });
  expect(last().error.at[0]).toContain('log.unit.test.ts');
});

test('something thrown that is no error is told by its type', () => {
  const { log, last } = aLog();
  log.error('failed', { error: 'canary' });
  expect(last().error).toEqual({ name: 'string', code: null, at: [] });
});

test("what Slack's libraries log loses everything behind their own words (T-80)", () => {
  const { log, lines } = aLog();
  const slack = boltLog(log);
  slack.debug('ack() call begins (body: {"text":"canary"})');
  slack.error('Failed to send a WebSocket message (error: canary)', { text: 'canary' });
  slack.warn({ text: 'canary' });
  slack.info('Slack API error: canary');
  slack.error(new Error('canary'));
  expect(lines.join('')).not.toContain('canary');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    'slack: Failed to send a WebSocket message',
    'slack: ',
    'slack: Slack API error',
    'slack: Error',
  ]);
});

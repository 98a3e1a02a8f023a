import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalSlack } from '../../src/playground/local-slack.ts';
import type { UiState } from '../../src/playground/protocol.ts';
import { ANNA, clientOf, company, GENERAL, GUEST, PRIVATE, socketStage } from './stage.ts';

const start = (more: object = {}) => startLocalSlack({ company, delivery: { by: 'socket' }, ...more });

async function stateOf(url: string, as: string, channel?: string): Promise<UiState> {
  const answer = await fetch(`${url}ui/state?as=${as}${channel ? `&channel=${channel}` : ''}`);
  return (await answer.json()) as UiState;
}

function gesture(url: string, name: string, body: unknown, headers = { 'content-type': 'application/json' }) {
  return fetch(`${url}ui/${name}?as=${ANNA}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A request whose Host header is not the address it goes to, as after DNS rebinding. */
function statusWith(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject).end();
  });
}

describe('the page’s endpoints', () => {
  it('give one person’s screen and say that this is a stand-in', async () => {
    await using slack = await start();
    await clientOf(slack).chat.postEphemeral({ channel: GENERAL, user: ANNA, text: 'for Anna' });
    const anna = await stateOf(slack.url, ANNA, GENERAL);
    expect(anna).toMatchObject({ standIn: true, me: { id: ANNA }, app: { connected: false } });
    expect(anna.messages).toMatchObject([{ text: 'for Anna', ephemeral: true }]);
    expect(anna.channels.find(({ id }) => id === GENERAL)?.unread).toBe(1);
    await gesture(slack.url, 'read', { channelId: GENERAL });
    expect((await stateOf(slack.url, ANNA)).channels.find(({ id }) => id === GENERAL)?.unread).toBe(0);
    const guest = await stateOf(slack.url, GUEST, GENERAL);
    expect(guest.messages).toEqual([]);
    expect(guest.channels.map(({ id }) => id)).not.toContain(PRIVATE);
    expect((await fetch(`${slack.url}ui/state?as=${GUEST}&channel=${PRIVATE}`)).status).toBe(400);
  });

  it('perform the gestures of the protocol and refuse what is not on the screen', async () => {
    await using set = await socketStage((app) => app.command('/probe', async ({ ack }) => ack('done')));
    const { url } = set.slack;
    const command = await gesture(url, 'command', { line: '/probe', channelId: GENERAL });
    expect(await command.json()).toEqual({ ok: true });
    expect((await stateOf(url, ANNA, GENERAL)).messages).toMatchObject([{ text: 'done' }]);
    for (const body of [{ line: '/other', channelId: GENERAL }, { line: '/probe' }, null]) {
      const refused = await gesture(url, 'command', body);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ ok: false, problem: 'impossible' });
    }
    expect((await gesture(url, 'command', {}, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await gesture(url, 'constructor', {})).status).toBe(404);
  });

  it('announce each change once, as a server-sent event', async () => {
    await using slack = await start();
    const abort = new AbortController();
    const events = await fetch(`${slack.url}ui/events?as=${ANNA}`, { signal: abort.signal });
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader?.read();
    expect(first?.value).toMatch(/^event: changed\ndata: \{"version":\d+\}\n\n$/);
    await slack.as(ANNA).say(GENERAL, 'hello');
    expect((await reader?.read())?.value).toContain(`"version":${(await stateOf(slack.url, ANNA)).version}`);
    abort.abort();
  });

  it('move everybody’s clock, once the product has moved', async () => {
    const told: number[] = [];
    await using slack = await start({
      now: () => new Date('2026-03-02T09:00:00Z'),
      onClock: async (offsetMs: number) => void told.push(offsetMs),
    });
    await gesture(slack.url, 'clock', { offsetMs: 86_400_000 });
    expect(told).toEqual([86_400_000]);
    const { clock } = await stateOf(slack.url, ANNA);
    expect(clock).toEqual({ now: '2026-03-03T09:00:00.000Z', offsetMs: 86_400_000 });
    const { ts } = await clientOf(slack).chat.postMessage({ channel: GENERAL, text: 'tomorrow' });
    expect(ts?.split('.')[0]).toBe(String(Date.UTC(2026, 2, 3, 9) / 1000));
  });
});

describe('the door', () => {
  it('T-70: refuses other names, other origins and sockets without a ticket', async () => {
    await using slack = await start();
    const { host } = new URL(slack.url);
    for (const path of ['ui/state', 'api/auth.test', 'hooks/x', '']) {
      expect(await statusWith(`${slack.url}${path}`, { host: 'evil.example' })).toBe(403);
      expect(await statusWith(`${slack.url}${path}`, { host, origin: 'https://evil.example' })).toBe(403);
    }
    expect(await statusWith(`${slack.url}ui/state`, { host, origin: `http://${host}` })).toBe(200);
    expect(await statusWith(`${slack.url}ui/state`, { host: host.replace('127.0.0.1', 'localhost') })).toBe(200);
    const socket = new WebSocket(`ws://${host}/link/?ticket=guess`);
    const refused = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(refused.message).toContain('401');
  });

  it('serves the page’s files and Preact, and nothing outside the page’s folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'page-'));
    await writeFile(join(folder, 'index.html'), '<p>page</p>');
    await using slack = await start({ pageDir: folder });
    const page = await fetch(slack.url);
    expect([await page.text(), page.headers.get('content-type')]).toEqual(['<p>page</p>', 'text/html; charset=utf-8']);
    for (const name of ['preact.js', 'preact-hooks.js', 'preact-jsx-runtime.js']) {
      const module = await fetch(`${slack.url}modules/${name}`);
      expect(module.headers.get('content-type')).toContain('javascript');
      expect(await module.text()).not.toMatch(/from\s*["']preact["']/);
    }
    for (const path of ['missing.js', '%2e%2e/secret.html', '..%2fsecret.html', 'modules/react.js'])
      expect((await fetch(`${slack.url}${path}`)).status).toBe(404);
    await rm(folder, { recursive: true });
  });
});

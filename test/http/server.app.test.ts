import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { healthRoute, type Probes } from '../../src/http/health.ts';
import { PortUnavailable, type Route, sendJson, startHttp } from '../../src/http/server.ts';
import { createLog } from '../../src/lib/log.ts';

const silent = createLog({ level: 'silent' });
const start = (routes: readonly Route[], port = 0) => startHttp({ port, host: '127.0.0.1', routes, log: silent });
const well = async () => ({ well: true, word: 'ok' });
async function health(probes: Probes): Promise<[number, unknown]> {
  await using server = await start([healthRoute({ version: '1.2.3', probes, limitMs: 30 })]);
  const response = await fetch(`http://127.0.0.1:${server.port}/healthz`);
  return [response.status, await response.json()];
}

test('a path or method that no route names is 404 or 405', async () => {
  const route: Route = {
    method: 'GET',
    path: '/here',
    handle: async (_request, response) => sendJson(response, 200, {}),
  };
  await using server = await start([route]);
  const url = `http://127.0.0.1:${server.port}`;
  const statuses = await Promise.all([
    fetch(`${url}/here?x=1`),
    fetch(`${url}/there`),
    fetch(`${url}/here`, { method: 'POST' }),
    fetch(`${url}/here/../there`),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([200, 404, 405, 404]);
});

test('a route that throws is answered with 500 without details', async () => {
  const handle = async () => {
    throw new Error('secret details');
  };
  await using server = await start([{ method: 'GET', path: '/broken', handle }]);
  const response = await fetch(`http://127.0.0.1:${server.port}/broken`);
  expect([response.status, await response.text()]).toEqual([500, '']);
});

test('a port in use is an error that says what to do, not an uncaught exception', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(start([], port)).rejects.toThrow(PortUnavailable);
  await expect(start([], port)).rejects.toThrow(`port ${port} is in use by another program`);
  other.close();
});

test('healthy is 200 with a word for each part', async () => {
  const slack = async () => ({ well: true, word: 'connected' });
  expect(await health({ database: well, slack })).toEqual([
    200,
    { status: 'ok', version: '1.2.3', database: 'ok', slack: 'connected' },
  ]);
});

test.each<[string, Probes, string]>([
  ['is not well', { part: async () => ({ well: false, word: 'disconnected' }) }, 'disconnected'],
  ['throws', { part: async () => Promise.reject(new Error('password=x')) }, 'failing'],
  ['hangs', { part: () => new Promise(() => {}) }, 'slow'],
])('a part that %s makes it 503, the others being told as well (T-07)', async (_how, probes, word) => {
  expect(await health({ other: well, ...probes })).toEqual([
    503,
    { status: 'not ready', version: '1.2.3', other: 'ok', part: word },
  ]);
});

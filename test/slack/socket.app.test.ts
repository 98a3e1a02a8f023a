import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { createLog } from '../../src/lib/log.ts';
import { boltLog } from '../../src/slack/bolt-log.ts';
import type { SlackFetch } from '../../src/slack/clients.ts';
import { socketWire } from '../../src/slack/socket.ts';
import { until } from '../support/until.ts';

test('stopping while a reconnected socket waits for its hello is quiet', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const slack = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(slack, 'listening');
  let connections = 0;
  slack.on('connection', (socket) => {
    connections += 1;
    // The first connection is greeted and cut; the second is left without a word.
    if (connections > 1) return;
    socket.send('{"type":"hello"}');
    setTimeout(() => socket.terminate(), 20);
  });
  const url = `ws://127.0.0.1:${(slack.address() as AddressInfo).port}`;
  const fetch: SlackFetch = async () => Response.json({ ok: true, url });
  const log = createLog({ level: 'silent' });
  const wire = socketWire({
    appToken: 'xapp-1-test',
    apiUrl: 'https://slack.example/api/',
    log,
    slackLog: boltLog(log),
    deliver: async () => true,
    onFatal: () => {},
    fetch,
  });
  try {
    await wire.start();
    await until(() => connections === 2);
    expect(wire.state()).toBe('connecting');
    await wire.stop();
    await new Promise(setImmediate);
  } finally {
    process.off('unhandledRejection', note);
    slack.close();
  }
  expect(unhandled).toEqual([]);
});

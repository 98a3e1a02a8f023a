import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { staff } from '../../src/demo/company.ts';
import type { UiGestures, UiState } from '../../src/playground/protocol.ts';
import { aFreePort, aProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import './office.ts';

test('without tokens it starts with a local Slack, an invented company and a database of its own, whose time can be moved', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'dossier-demo-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const [port, page] = [await aFreePort(), await aFreePort()];
  const url = `http://127.0.0.1:${page}`;
  const env = { DATA_DIR: home, PORT: String(port), PLAYGROUND_PORT: String(page) };
  const state = async (channel = ''): Promise<UiState> =>
    (await fetch(`${url}/ui/state?as=${staff.manager}${channel && `&channel=${channel}`}`)).json() as Promise<UiState>;
  const press = async <Name extends keyof UiGestures>(name: Name, asks: UiGestures[Name]['asks']): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(asks);
    return (await fetch(`${url}/ui/${name}?as=${staff.manager}`, { method: 'POST', headers, body })).json();
  };
  {
    await using app = aProgram(env);
    await app.said(/Open http:/);
    await app.said(/and type \/account acme/);
    expect((await fetch(url)).headers.get('content-type')).toMatch(/html/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    const general = (await state()).channels.find(({ name }) => name === 'general')?.id ?? '';
    await press('command', { line: '/account acme', channelId: general });
    await until(async () => (await state(general)).messages?.some(({ blocks }) => /KA-0/.test(JSON.stringify(blocks))));
    const day = 86_400_000;
    expect(await press('clock', { offsetMs: 90 * day })).toMatchObject({ ok: true });
    expect((await state()).clock.offsetMs).toBe(90 * day);
    // Three months without a tick leave due moments behind, and the log says how many.
    const passedOver = 'due moments of a job were passed over';
    expect(app.log().filter(({ level, msg }) => level >= 40 && msg !== passedOver)).toEqual([]);
    app.signal('SIGTERM');
    expect(await app.ended).toBe(0);
  }
  await access(path.join(home, 'demo', 'keys'));
  await expect(access(path.join(home, 'live'))).rejects.toThrow();
  await using again = aProgram(env);
  await again.said(/is ready/);
  expect((await state()).clock.offsetMs).toBe(0);
  again.signal('SIGINT');
  expect(await again.ended).toBe(0);
});

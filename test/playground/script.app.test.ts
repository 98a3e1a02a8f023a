import { once } from 'node:events';
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalSlack } from '../../src/playground/local-slack.ts';
import { ANNA, clientOf, company, connect, GENERAL, httpStage, socketStage } from './stage.ts';

const start = () => startLocalSlack({ company, delivery: { by: 'socket' } });

describe('scripted faults of the Web API', () => {
  it('T-13, T-15, T-16: refuse, slow down, break and hang before anything is done', async () => {
    await using slack = await start();
    const post = () =>
      clientOf(slack, slack.botToken, { timeout: 300 }).chat.postMessage({ channel: GENERAL, text: 'x' });
    slack.script.next('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    slack.script.next('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 30 });
    slack.script.next('chat.postMessage', { kind: 'status', status: 503 });
    slack.script.next('chat.postMessage', { kind: 'drop' });
    slack.script.next('chat.postMessage', { kind: 'hang' });
    await expect(post()).rejects.toMatchObject({ data: { error: 'restricted_action' } });
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    await expect(post()).rejects.toThrow();
    await expect(post()).rejects.toThrow();
    expect(slack.as(ANNA).messages(GENERAL)).toEqual([]);
    await post();
    expect(slack.as(ANNA).messages(GENERAL)).toHaveLength(1);
    expect(slack.journal.requests('chat.postMessage').map(({ answer }) => answer?.status)).toEqual([
      ...[200, 429, 503, undefined, undefined, 200],
    ]);
  });

  it('T-03: lose the answer of a post that was made', async () => {
    await using slack = await start();
    slack.script.next('chat.postMessage', { kind: 'accept-then-drop' }, 2);
    const post = () => clientOf(slack).chat.postMessage({ channel: GENERAL, text: 'x' });
    await expect(post()).rejects.toThrow();
    await expect(post()).rejects.toThrow();
    expect(slack.as(ANNA).messages(GENERAL)).toHaveLength(2);
  });

  it('T-14: hold a channel to one post a second, and leave other channels alone', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    await using slack = await startLocalSlack({ company, delivery: { by: 'socket' }, now: () => now });
    slack.script.limitPosts(true);
    const post = (channel: string) => clientOf(slack).chat.postMessage({ channel, text: 'x' });
    await post(GENERAL);
    await expect(post(GENERAL)).rejects.toMatchObject({ retryAfter: 1 });
    await post(ANNA);
    now = new Date(now.getTime() + 1000);
    await post(GENERAL);
  });
});

describe('a scripted outage', () => {
  it('T-15: cuts and refuses sockets and refuses calls until it ends', async () => {
    await using slack = await start();
    const socket = async (url: string | undefined) => {
      const opening = new WebSocket(url ?? '');
      await once(opening, 'open');
      return opening;
    };
    const newUrl = async () => (await clientOf(slack, slack.appToken).apps.connections.open()).url;
    const cut = once(await socket(await newUrl()), 'close');
    const url = await newUrl();
    const end = slack.script.outage();
    await cut;
    expect(slack.script.sockets()).toBe(0);
    await expect(clientOf(slack).auth.test()).rejects.toThrow();
    await expect(socket(url)).rejects.toThrow('socket hang up');
    end();
    await clientOf(slack).auth.test();
    (await socket(url)).close();
  });
});

describe('what a person sees when the app fails', () => {
  it('an unacked command ends as operation_timeout', async () => {
    await using set = await socketStage((app) => app.command('/probe', async () => undefined));
    set.slack.script.ackWithin(50);
    const anna = set.slack.as(ANNA);
    expect(await anna.command('/probe', GENERAL)).toMatchObject({ ok: false, problem: 'operation_timeout' });
    expect(anna.messages(GENERAL)).toMatchObject([
      { user: 'USLACKBOT', text: '/probe failed with the error "operation_timeout"', ephemeral: true },
    ]);
    expect(set.slack.journal.deliveries()).toMatchObject([{ ack: { kind: 'timeout' } }]);
  });

  it('without a connection it is dispatch_failed', async () => {
    await using slack = await start();
    const anna = slack.as(ANNA);
    expect(await anna.shortcut('probe_global')).toMatchObject({ ok: false, problem: 'dispatch_failed' });
    expect(anna.notes()).toMatchObject([{ kind: 'dispatch_failed' }]);
  });
});

/** Counts the events it hears. */
function counting() {
  const heard: { id: string; retry: number | undefined }[] = [];
  const build = (app: App) => {
    app.event('app_home_opened', async ({ body, context }) => {
      heard.push({ id: body.event_id, retry: context.retryNum });
    });
    app.command('/probe', async ({ ack }) => ack());
  };
  return { heard, build };
}

describe('deliveries', () => {
  it.each([
    ['Socket Mode', socketStage],
    ['signed HTTP', httpStage],
  ])('T-20: an event comes again over %s with its retry number and the same event id', async (_name, stage) => {
    const { heard, build } = counting();
    await using set = await stage(build);
    await set.slack.as(ANNA).openHome();
    const [event] = await set.slack.waitFor(() => heard.length === 1 && set.slack.journal.deliveries('events_api'));
    if (event) await set.slack.script.redeliver(event, { times: 3 });
    expect(heard.map(({ retry }) => retry)).toEqual([heard[0]?.retry, 1, 2, 3]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  });

  it('T-21: copies of one event go to several sockets at once, in turn', async () => {
    const heard: string[] = [];
    const listen = (name: string) => (app: App) => {
      app.event('app_home_opened', async () => {
        heard.push(name);
      });
    };
    await using slack = await start();
    const apps = [await connect(slack, listen('first')), await connect(slack, listen('second'))];
    expect(slack.script.sockets()).toBe(2);
    await slack.as(ANNA).openHome();
    const [event] = await slack.waitFor(() => heard.length === 1 && slack.journal.deliveries('events_api'));
    if (event) await slack.script.redeliver(event, { times: 3, parallel: true });
    expect(heard.toSorted()).toEqual(['first', 'first', 'second', 'second']);
    await Promise.all(apps.map((app) => app.stop()));
  });

  it('an event that nobody took comes again on schedule, and then no more', async () => {
    await using slack = await start();
    slack.script.retryEvents([0, 0]);
    await slack.as(ANNA).openHome();
    const tries = await slack.waitFor(() => {
      const all = slack.journal.deliveries('events_api');
      return all.length === 3 && all.every(({ ack }) => ack) && all;
    });
    expect(tries.map(({ attempt, ack }) => [attempt, ack])).toEqual(
      [0, 1, 2].map((attempt) => [attempt, { kind: 'failed', reason: 'no_connection' }]),
    );
    expect(new Set(tries.map(({ payload }) => payload['event_id'])).size).toBe(1);
  });

  it('an app whose sockets are cut, or asked to reconnect, comes back by itself', async () => {
    const { heard, build } = counting();
    await using set = await socketStage(build);
    const { script } = set.slack;
    for (const cut of [() => script.dropSockets(), () => script.warnSockets('refresh_requested')]) {
      cut();
      await set.slack.waitFor(() => script.sockets() === 0);
      await set.slack.waitFor(() => script.sockets() === 1);
    }
    await set.slack.as(ANNA).openHome();
    await set.slack.waitFor(() => heard.length === 1);
  });

  it('T-62: anything at all can be sent to the app, signed', async () => {
    const values: string[] = [];
    await using set = await httpStage((app) =>
      app.action('forged', async ({ ack, action }) => {
        values.push('value' in action ? String(action.value) : '');
        await ack();
      }),
    );
    const user = { id: ANNA, username: 'anna', team_id: 'T0LOCAL' };
    const actions = [{ type: 'button', action_id: 'forged', block_id: 'b', value: 'other-record', action_ts: '1' }];
    const team = { id: 'T0LOCAL', domain: 'northwind' };
    expect(await set.slack.script.deliver('interactive', { type: 'block_actions', user, team, actions })).toMatchObject(
      {
        kind: 'answered',
      },
    );
    expect(values).toEqual(['other-record']);
  });
});

import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { ANNA, BOT, clientOf, company, ELSEWHERE, GENERAL, LI, nameModal, PRIVATE, socketStage } from './stage.ts';

/** Writes down every event, by its type. */
function recording() {
  const heard: Record<string, unknown>[] = [];
  const build = (app: App) => {
    app.event(/.*/, async ({ event }) => {
      heard.push({ ...event });
    });
  };
  return { heard, build };
}

describe('events', () => {
  it('tell of people, channels, messages and the end of the installation', async () => {
    const { heard, build } = recording();
    await using set = await socketStage(build);
    const anna = set.slack.as(ANNA);
    await anna.say(anna.dmId, 'hello < you');
    await anna.say(GENERAL, 'hello @probe');
    await anna.say(ELSEWHERE, 'the app is not here');
    await anna.invite(ELSEWHERE, BOT);
    await anna.invite(PRIVATE, LI);
    set.slack.admin.change(LI, { locale: 'en-GB', kind: 'guest' });
    set.slack.admin.share(GENERAL);
    set.slack.admin.makePublic(PRIVATE);
    expect((await clientOf(set.slack).conversations.info({ channel: GENERAL })).channel?.is_ext_shared).toBe(true);
    expect((await clientOf(set.slack).conversations.info({ channel: PRIVATE })).channel?.is_private).toBe(false);
    set.slack.admin.uninstall();
    await set.slack.waitFor(() => heard.length === 9, { what: 'nine events' });
    expect(set.slack.journal.deliveries('events_api').map(({ payload }) => payload['event'])).toMatchObject([
      { type: 'message', channel_type: 'im', text: 'hello &lt; you', user: ANNA },
      { type: 'message', channel_type: 'channel', channel: GENERAL, text: 'hello <@U0BOT>' },
      { type: 'app_mention', channel: GENERAL },
      { type: 'member_joined_channel', user: BOT, channel: ELSEWHERE, inviter: ANNA },
      { type: 'member_joined_channel', user: LI, channel: PRIVATE, channel_type: 'G' },
      { type: 'user_change', user: { id: LI, locale: 'en-GB', is_restricted: true } },
      { type: 'channel_shared', channel: GENERAL },
      { type: 'tokens_revoked', tokens: { bot: [BOT] } },
      { type: 'app_uninstalled' },
    ]);
    await expect(clientOf(set.slack).auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } });
  });

  it('are those that the manifest names', async () => {
    const { heard, build } = recording();
    const quiet = { ...company, app: { ...company.app, events: ['app_home_opened'] } };
    await using set = await socketStage(build, { company: quiet });
    await set.slack.as(ANNA).say(GENERAL, 'not asked for');
    await set.slack.as(ANNA).openHome('messages');
    await set.slack.waitFor(() => heard.length > 0);
    expect(heard).toMatchObject([{ type: 'app_home_opened', tab: 'messages', user: ANNA }]);
    expect(set.slack.journal.deliveries('events_api')).toHaveLength(1);
  });
});

describe('shortcuts', () => {
  it('open a modal from the menu, and carry the message they were called on', async () => {
    await using set = await socketStage((app) => {
      app.shortcut('probe_global', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: nameModal() });
      });
      app.shortcut({ callback_id: 'probe_message', type: 'message_action' }, async ({ ack, shortcut, respond }) => {
        await ack();
        await respond(`about: ${shortcut.message.text}`);
      });
    });
    const anna = set.slack.as(ANNA);
    await anna.shortcut('probe_global');
    await anna.waitFor((who) => who.views()[0]);
    await set.slack.as(LI).say(GENERAL, 'what I mean');
    const [said] = anna.messages(GENERAL);
    if (said) await anna.messageShortcut('probe_message', said);
    await anna.waitFor((who) => who.messages(GENERAL).find(({ text }) => text === 'about: what I mean'));
  });
});

describe('response URLs', () => {
  async function responseUrl(now: () => Date) {
    const set = await socketStage((app) => app.command('/probe', async ({ ack }) => ack()), { now });
    await set.slack.as(ANNA).command('/probe', ELSEWHERE);
    const [command] = set.slack.journal.deliveries('slash_commands');
    const post = (body: object) =>
      fetch(String(command?.payload['response_url']), { method: 'POST', body: JSON.stringify(body) });
    return { set, post };
  }

  it('work five times, also where the app is no member, and are journalled', async () => {
    const { set, post } = await responseUrl(() => new Date('2026-03-02T09:00:00Z'));
    await using _ = set;
    const bodies = [
      { text: 'one' },
      { text: 'two', response_type: 'in_channel' },
      { text: '' },
      { text: 'four' },
      { text: 'five' },
    ];
    const statuses: number[] = [];
    for (const body of [...bodies, { text: 'six' }]) statuses.push((await post(body)).status);
    expect(statuses).toEqual([200, 200, 400, 200, 200, 404]);
    expect(
      set.slack
        .as(LI)
        .messages(ELSEWHERE)
        .map(({ text }) => text),
    ).toEqual(['two']);
    expect(
      set.slack
        .as(ANNA)
        .messages(ELSEWHERE)
        .map(({ text }) => text),
    ).toEqual(['one', 'two', 'four', 'five']);
    expect(set.slack.journal.requests('response_url')).toHaveLength(6);
  });

  it('end after half an hour', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const { set, post } = await responseUrl(() => now);
    await using _ = set;
    now = new Date(now.getTime() + 30 * 60_000 + 1);
    expect((await post({ text: 'late' })).status).toBe(404);
  });

  it('T-03: meet scripted faults under the name response_url', async () => {
    const { set, post } = await responseUrl(() => new Date());
    await using _ = set;
    set.slack.script.next('response_url', { kind: 'status', status: 500 });
    expect((await post({ text: 'x' })).status).toBe(500);
    expect(set.slack.as(ANNA).messages(ELSEWHERE)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/local-slack.ts';
import { ANNA, BOT, clientOf, company, ELSEWHERE, GENERAL, GUEST, LI, PRIVATE, plain, refusedWith } from './stage.ts';

const start = () => startLocalSlack({ company, delivery: { by: 'socket' } });

describe('the Web API', () => {
  it('T-17: checks the token', async () => {
    await using slack = await start();
    expect(await clientOf(slack).auth.test()).toMatchObject({ user_id: BOT, team_id: 'T0LOCAL', bot_id: 'B0LOCAL' });
    await expect(clientOf(slack, 'xoxb-other').auth.test()).rejects.toMatchObject(refusedWith('invalid_auth'));
    await expect(clientOf(slack, '').auth.test()).rejects.toMatchObject(refusedWith('not_authed'));
    await expect(clientOf(slack).apps.connections.open()).rejects.toMatchObject(refusedWith('not_allowed_token_type'));
    slack.script.revoke('bot');
    await expect(clientOf(slack).auth.test()).rejects.toMatchObject(refusedWith('token_revoked'));
  });

  it('posts, updates, deletes, links and reads back with metadata', async () => {
    await using slack = await start();
    const client = clientOf(slack);
    const metadata = { event_type: 'sent', event_payload: { key: 'k1' } };
    const { ts = '' } = await client.chat.postMessage({ channel: GENERAL, text: 'one & <two>', metadata });
    await client.chat.postMessage({ channel: GENERAL, text: 'reply', thread_ts: ts });
    await client.chat.postEphemeral({ channel: GENERAL, user: ANNA, text: 'for Anna' });
    await client.chat.update({ channel: GENERAL, ts, text: 'changed' });
    const history = await client.conversations.history({ channel: GENERAL, include_all_metadata: true });
    expect(history.messages).toMatchObject([{ ts, text: 'changed', bot_id: 'B0LOCAL', metadata }]);
    const replies = await client.conversations.replies({ channel: GENERAL, ts });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['changed', 'reply']);
    const { permalink } = await client.chat.getPermalink({ channel: GENERAL, message_ts: ts });
    expect(permalink).toBe(`https://northwind.slack.com/archives/${GENERAL}/p${ts.replace('.', '')}`);
    expect(
      slack
        .as(ANNA)
        .messages(GENERAL)
        .map(({ text }) => text),
    ).toEqual(['changed', 'reply', 'for Anna']);
    expect(
      slack
        .as(LI)
        .messages(GENERAL)
        .map(({ text }) => text),
    ).toEqual(['changed', 'reply']);
    await client.chat.delete({ channel: GENERAL, ts });
    await expect(client.chat.update({ channel: GENERAL, ts, text: 'x' })).rejects.toMatchObject(
      refusedWith('message_not_found'),
    );
  });

  it('T-16: refuses channels and people as Slack does', async () => {
    await using slack = await start();
    const client = clientOf(slack);
    slack.admin.leave(PRIVATE, BOT);
    const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' });
    await expect(post(ELSEWHERE)).rejects.toMatchObject(refusedWith('not_in_channel'));
    await expect(post(PRIVATE)).rejects.toMatchObject(refusedWith('channel_not_found'));
    await expect(post('C0NONE')).rejects.toMatchObject(refusedWith('channel_not_found'));
    slack.admin.archive(GENERAL);
    await expect(post(GENERAL)).rejects.toMatchObject(refusedWith('is_archived'));
    await expect(client.users.info({ user: 'U0NONE' })).rejects.toMatchObject(refusedWith('user_not_found'));
    await expect(client.chat.postMessage({ channel: ANNA, text: '' })).rejects.toMatchObject(refusedWith('no_text'));
    await slack.as(ANNA).say(ELSEWHERE, 'mine');
    const [mine] = slack.as(ANNA).messages(ELSEWHERE);
    const change = client.chat.update({ channel: ELSEWHERE, ts: mine?.ts ?? '', text: 'x' });
    await expect(change).rejects.toMatchObject(refusedWith('cant_update_message'));
    await expect(client.apiCall('files.list')).rejects.toMatchObject(refusedWith('unknown_method'));
  });

  it('T-16: refuses blocks with the place of the mistake, and warns of a missing text', async () => {
    await using slack = await start();
    const client = clientOf(slack);
    const blocks = [{ type: 'header' as const, text: plain('h'.repeat(151)) }];
    const messages = ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'];
    await expect(client.chat.postMessage({ channel: GENERAL, text: 'x', blocks })).rejects.toMatchObject({
      data: { error: 'invalid_blocks', response_metadata: expect.objectContaining({ messages }) },
    });
    const long = Array.from({ length: 5 }, () => ({ type: 'section' as const, text: plain('x'.repeat(2700)) }));
    await expect(client.chat.postMessage({ channel: GENERAL, text: 'x', blocks: long })).rejects.toMatchObject(
      refusedWith('msg_blocks_too_long'),
    );
    const bare = await client.apiCall('chat.postMessage', { channel: GENERAL, blocks: [{ type: 'divider' }] });
    expect(bare.response_metadata?.warnings).toEqual(['missing_text_in_message']);
  });

  it('opens the conversation with a person, and a post to the person lands in it', async () => {
    await using slack = await start();
    const client = clientOf(slack);
    const { channel } = await client.conversations.open({ users: ANNA });
    expect(await client.chat.postMessage({ channel: ANNA, text: 'hello' })).toMatchObject({ channel: channel?.id });
    expect(slack.as(ANNA).dm()).toMatchObject([{ text: 'hello', channelId: channel?.id }]);
    slack.admin.change(LI, { deleted: true });
    await expect(client.conversations.open({ users: LI })).rejects.toMatchObject(refusedWith('user_disabled'));
  });

  it('tells of people and channels what the app decides by', async () => {
    await using slack = await start();
    const client = clientOf(slack);
    const anna = await client.users.info({ user: ANNA, include_locale: true });
    expect(anna.user).toMatchObject({ locale: 'en-US', tz: 'Europe/Berlin', team_id: 'T0LOCAL', is_restricted: false });
    expect([3600, 7200]).toContain(anna.user?.tz_offset);
    expect((await client.users.info({ user: GUEST })).user).toMatchObject({ is_restricted: true, is_stranger: false });
    slack.admin.change(LI, { kind: 'outsider' });
    const li = (await client.users.info({ user: LI })).user;
    expect(li).toMatchObject({ is_stranger: true, tz_offset: 28_800 });
    expect(li?.team_id).not.toBe('T0LOCAL');
    const members: string[] = [];
    for await (const page of client.paginate('conversations.members', { channel: GENERAL, limit: 2 }))
      members.push(...('members' in page && Array.isArray(page.members) ? page.members : []));
    expect(members).toEqual([ANNA, LI, BOT]);
    const list = await client.conversations.list({ types: 'public_channel,private_channel' });
    expect(list.channels?.map(({ id, is_member }) => [id, is_member])).toEqual([
      [GENERAL, true],
      [PRIVATE, true],
      [ELSEWHERE, false],
    ]);
  });

  it('takes JSON bodies as well as forms', async () => {
    await using slack = await start();
    const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify({ channel: GENERAL, text: 'json', blocks: [{ type: 'divider' }] });
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ ok: true, message: { text: 'json', blocks: [{ type: 'divider' }] } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { wordsOf } from '../support/screen.ts';

const { manager, chineseManager, service } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
/** What an account’s own people know of it and a channel must never read. */
const personal = ['Dana', 'Whitfield', '555 0143', 'dana.whitfield', 'tender', '1,200,000', '2027-'];

describe('sharing a card', () => {
  it('shows first what everybody will see, and posts exactly that, without people, remarks or amounts (T-66)', async () => {
    const card = await maya().asks('/account acme', channels.keyAccounts);
    const preview = await maya().turned(card, 'Share');
    expect(wordsOf(preview)).toContain('This is what everybody in the channel will see.');
    expect(await maya().sends(preview, { channel: channels.keyAccounts })).toEqual({ ok: true, modal: 'closed' });
    const posted = dossier.as(service).screen.messages(channels.keyAccounts).at(-1);
    if (!posted) throw new Error('nothing was posted');
    expect(posted.ephemeral).toBe(false);
    expect(wordsOf(posted)).toContain('*Acme Corporation*');
    expect(wordsOf(posted)).toContain(`Shared by <@${manager}>`);
    for (const word of personal) expect(JSON.stringify(posted)).not.toContain(word);
    const [post] = dossier.slack.journal.requests('chat.postMessage').slice(-1);
    expect(post?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('into a channel shared with another company is refused, also when it was shared only just now (T-67)', async () => {
    const preview = await maya().turned(await maya().asks('/account acme'), 'Share');
    await maya().screen.fill(preview, { channel: channels.general });
    dossier.slack.admin.share(channels.general);
    const before = dossier.slack.journal.requests('chat.postMessage').length;
    expect((await maya().errors(preview, {}))['channel']).toContain('shared with another company');
    expect(dossier.slack.journal.requests('chat.postMessage')).toHaveLength(before);
    await maya().screen.close(maya().front());
  });

  it('says what to do in a channel where Dossier is not', async () => {
    const preview = await maya().turned(await maya().asks('/account acme'), 'Share');
    expect((await maya().errors(preview, { channel: channels.ideas }))['channel']).toContain('/invite @Dossier');
    await maya().screen.close(maya().front());
  });
});

describe('“Send to me”', () => {
  it('brings the whole card into one’s own messages, where it stays', async () => {
    const card = await maya().asks('/account kestrel', channels.keyAccounts);
    const mine = await maya().told(() => maya().press(card, 'Send to me'));
    expect(mine.ephemeral).toBe(false);
    expect(wordsOf(mine)).toContain('Jonas Brandt');
    const answer = await maya().screen.waitFor((me) =>
      me.messages(channels.keyAccounts).find((message) => message.text.startsWith('Sent')),
    );
    expect(answer.ephemeral).toBe(true);
  });
});

describe('everything that was sent so far', () => {
  it('says personal words to nobody but the person who asked (T-66)', async () => {
    await maya().screen.close(await maya().opens('/account contacts acme', channels.keyAccounts));
    await dossier.as(chineseManager).asks('/account 华泰', channels.huatai);
    const words = [...personal, 'Jonas', 'Brandt', '李伟', '13800138000', '138 0013 8000', 'liwei_ht'];
    const { journal } = dossier.slack;
    const open = journal
      .requests()
      .filter(
        ({ method, args }) =>
          (method === 'chat.postMessage' && !String(args['channel']).startsWith('D')) ||
          (method === 'response_url' && args['response_type'] === 'in_channel'),
      );
    expect(open.length).toBeGreaterThan(0);
    for (const { rawBody, args } of open)
      for (const word of words) expect(rawBody + JSON.stringify(args)).not.toContain(word);
    const seenByAnother = JSON.stringify(dossier.as(service).screen.messages(channels.keyAccounts));
    for (const word of words) expect(seenByAnother).not.toContain(word);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isJson } from '../../src/playground/json.ts';
import { hostileTexts } from '../lib/hostile.ts';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldValue, wordsOf } from '../support/screen.ts';

const { manager, lead, administrator } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const evil = '<!channel> <!here> <@U0EVIL> <#C0EVIL> <http://evil.example|Reset password> <!subteam^S0EVIL> & < >';

/** Members that are no text to read: ids, values that come back as they went, addresses. */
const notRead = ['value', 'initial_value', 'private_metadata', 'block_id', 'action_id', 'callback_id', 'trigger_id'];

function readable(sent: unknown): readonly string[] {
  if (typeof sent === 'string') return [sent];
  if (Array.isArray(sent)) return sent.flatMap(readable);
  if (!isJson(sent)) return [];
  return Object.entries(sent).flatMap(([member, part]) => (notRead.includes(member) ? [] : readable(part)));
}

/** Every text that Dossier has sent: with calls, with answers to Slack's response URLs, and with acknowledgements. */
function everythingSent(): readonly string[] {
  const { journal } = dossier.slack;
  const acks = journal.deliveries().flatMap(({ ack }) => (ack?.kind === 'answered' ? [ack.body] : []));
  const calls = journal.requests().map(({ args }) => args);
  return [...acks, ...calls].flatMap(readable);
}

/** What may stand between `<` and `>`: people and channels of the company, and addresses that were read as such. */
const ours =
  /<(?:@U0(?:MAYA|LIQI|WANG|TOMB|GRACE|CHEN)\w*|#C0\w*|(?:https|mailto|tel):[^<>\s]*\|[^<>]*|(?:mailto|tel):[^<>\s]*)>/g;
const unescaped = (text: string): boolean => /[<>]/.test(text.replaceAll(ours, '').replace(/^> ?/gm, ''));

describe('hostile words', () => {
  it('in every field of an account and of a contact reach no text unescaped (T-41)', async () => {
    const id = await dossier.anAccount(
      manager,
      {
        ...{ name: `Evil ${evil}`, aliases: [evil], city: evil, address: evil, source: evil, tags: [evil] },
        ...{ remarks: evil, country: 'DE', tierKey: 'A' },
      },
      [
        {
          name: evil,
          title: evil,
          role: evil,
          wechat: evil.slice(0, 60),
          preferredTime: evil,
          mobile: '+4915123456789',
        },
      ],
    );
    await dossier.anAccount(lead, { name: `Evil ${evil} too`, parentId: id });
    const list = await maya().asks('/account evil', channels.keyAccounts);
    expect(buttonsOn(list)).toContain('Open');
    const card = await maya().asks(`/account =Evil ${evil}`, channels.keyAccounts);
    expect(wordsOf(card)).toContain(`Evil ${evil}`);
    for (const label of ['Edit', 'Contacts', 'History', 'Share'])
      await maya().screen.close(await maya().turned(card, label));
    const form = await maya().turned(await maya().opens('/account new'), 'All fields');
    await maya().errors(form, { name: `Evil ${evil}`, country: evil, website: evil });
    const warned = await maya().saves(maya().front(), { name: `Evil ${evil}`, country: 'DE', website: '' });
    expect(wordsOf(warned)).toContain('Is it one of these?');
    await maya().screen.close(warned);
    const pasted = await maya().saves(await maya().opens('/account new'), {
      name: 'Only Their Card',
      paper: `${evil}\n${evil} +4915123456780`,
    });
    expect(fieldValue(pasted, 'mobile')).toBe('+49 1512 3456780');
    await maya().screen.close(pasted);
    await maya().asks(`/account ${evil}`);
    await maya().asks(`/account ${evil}: a note`);
    await maya().home();
    expect(everythingSent().some((text) => text.includes('&lt;!channel&gt;'))).toBe(true);
    expect(everythingSent().filter(unescaped)).toEqual([]);
  });

  it('as one’s own name in Slack reach nobody unescaped', async () => {
    dossier.slack.admin.change(staff.chineseManager, { realName: `李琦 ${evil}` });
    await dossier.as(staff.chineseManager).home();
    await dossier.as(administrator).opens('/account admin people');
    await maya().asks('/account twin');
    expect(everythingSent().filter(unescaped)).toEqual([]);
  });

  it.each(hostileTexts.map((text, at) => [at, text.slice(0, 40), text] as const))(
    'typed as a line are answered in words, never with a failure: %i %j (T-40, T-46)',
    async (_at, _shown, text) => {
      const answer = await maya().asks(`/account ${text}`);
      expect(wordsOf(answer)).not.toContain('Something went wrong');
      expect(maya().screen.views()).toEqual([]);
    },
  );

  it('saved as a name come back as they were or not at all, and always as words (T-40)', async () => {
    for (const text of hostileTexts.filter((one) => one.length <= 300)) {
      const form = await maya().opens('/account new');
      await maya().screen.fill(form, { name: text });
      let outcome = await maya().sends(form);
      if (outcome.ok && maya().front().submit) outcome = await maya().sends(maya().front());
      if (!outcome.ok) expect(outcome.problem).toBe('field_errors');
      await maya().screen.close(maya().front(), true);
    }
    expect(everythingSent().filter(unescaped)).toEqual([]);
  });
});

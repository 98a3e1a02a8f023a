import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UiMessage } from '../../src/playground/protocol.ts';
import { anApp, channels, newcomer, type RunningApp, staff } from '../support/app.ts';
import { fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';

let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(staff.manager);
const li = () => dossier.as(staff.chineseManager);

/** Somebody says something in a channel; the message as the reader sees it. */
async function said(text: string, channelId: string, by = li()): Promise<UiMessage> {
  await by.screen.say(channelId, text);
  const message = by.screen.messages(channelId).at(-1);
  if (!message) throw new Error('nothing was said');
  return message;
}
async function saves(message: UiMessage, who = maya()) {
  await who.screen.messageShortcut('save-to-account', message);
  return who.screen.waitFor((me) => me.views().at(-1), { what: 'the form' });
}
const close = async (who = maya()) => {
  for (const view of who.screen.views().toReversed()) await who.screen.close(view);
};

describe('“Save to account” on a message', () => {
  it('keeps its words, its author and its link, at the account that a person chooses', async () => {
    const message = await said('Orchard called: price & terms <ok>, pilot in May', channels.keyAccounts);
    const form = await saves(message);
    expect(form.title?.text).toBe('Save to account');
    expect(fieldValue(form, 'summary')).toBe('Orchard called: price & terms <ok>, pilot in May');
    expect(fieldValue(form, 'kind')).toBe('call');
    expect(fieldsOn(form)).toContain('Account');
    await using session = await aSession(dossier.databaseUrl);
    expect(Number(await session.one('SELECT count(*)::int FROM "Interaction"'))).toBe(0);
    const card = await maya().saves(form);
    expect(wordsOf(card)).toMatch(/Logged for \*Orchard/);
    const [row] = await session.rows('SELECT permalink, "saidBy" FROM "Interaction"');
    expect(row).toMatchObject({
      permalink: expect.stringContaining(`archives/${channels.keyAccounts}/p${message.ts.replace('.', '')}`),
      saidBy: staff.chineseManager,
    });
    await close();
    const timeline = await maya().opens('/account history orchard');
    expect(wordsOf(timeline)).toContain('price & terms <ok>');
    expect(wordsOf(timeline)).toContain('|message>');
    await close();
  });

  it('proposes the channel’s account, and none where neither channel nor words name one', async () => {
    const linked = await saves(await said('报价已发', channels.huatai), li());
    expect(wordsOf(linked)).toContain('客户');
    expect(fieldValue(linked, 'account')).not.toBeNull();
    await close(li());
    const open = await saves(await said('Lunch at one?', channels.general));
    expect(fieldValue(open, 'account')).toBeNull();
    expect(await maya().errors(open, {})).toHaveProperty('account');
    await close();
  });

  it('takes a message that says nothing of how people met as a written one, which counts as no contact', async () => {
    const form = await saves(await said('Orchard: quote attached', channels.keyAccounts));
    expect(fieldValue(form, 'kind')).toBe('email');
    expect(fieldValue(form, 'outcome')).toBeNull();
    expect(wordsOf(await maya().saves(form))).toContain('No answer since: 1 attempt');
    await close();
  });

  it('cuts what is longer than a note and says so', async () => {
    const form = await saves(await said(`Orchard ${'long '.repeat(700)}`, channels.keyAccounts));
    expect(fieldValue(form, 'summary')).toHaveLength(3000);
    expect(wordsOf(form)).toContain('the rest of it is cut');
    await close();
  });

  it('refuses a message of a channel that is shared with another company, and a person without the right', async () => {
    const message = await said('Orchard called', channels.partner, maya());
    await maya().screen.messageShortcut('save-to-account', message);
    const refused = await maya().screen.waitFor((me) => me.messages(channels.partner).find((one) => one.ephemeral), {
      what: 'a refusal',
    });
    expect(wordsOf(refused)).toContain('shared with another company');
    const viewer = dossier.as(newcomer);
    await viewer.screen.messageShortcut('save-to-account', await said('Orchard called', channels.general));
    const told = await viewer.screen.waitFor((me) => me.messages(channels.general).find((one) => one.ephemeral), {
      what: 'a refusal',
    });
    expect(wordsOf(told)).toContain('Ask for access');
    expect([...maya().screen.views(), ...viewer.screen.views()]).toEqual([]);
  });
});

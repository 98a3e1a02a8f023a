import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';

let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(staff.manager);
const li = () => dossier.as(staff.chineseManager);
const close = async (who = maya()) => {
  for (const view of who.screen.views().toReversed()) await who.screen.close(view);
};
const shortcut = async (who = maya()) => {
  await who.screen.shortcut('log-interaction');
  return who.screen.waitFor((me) => me.views().at(-1), { what: 'the form' });
};
/** How many talks stand with the account of this name, deleted ones too. */
async function talksWith(name: string): Promise<number> {
  await using session = await aSession(dossier.databaseUrl);
  const sql = 'SELECT count(*)::int FROM "Interaction" i JOIN "Account" a ON a.id = i."accountId" WHERE a.name = $1';
  return Number(await session.one(sql, [name]));
}

async function contactCalled(name: string): Promise<string> {
  await using session = await aSession(dossier.databaseUrl);
  return String(await session.one('SELECT id FROM "Contact" WHERE name = $1', [name]));
}

describe('the log form', () => {
  it('opens from the card for its account, asks for one thing, and the window turns into the card', async () => {
    const card = await maya().asks('/account orchard');
    expect(buttonsOn(card)).toContain('Log');
    const form = await maya().turned(card, 'Log');
    expect(form.title?.text).toBe('Log a meeting');
    expect(wordsOf(form)).toContain('Orchard');
    expect(fieldsOn(form)).not.toContain('Account');
    expect(form.blocks.filter((block) => block.type === 'input' && block['optional'] === false)).toHaveLength(1);
    const after = await maya().saves(form, { summary: 'Price agreed', step: 'Send the quote', stepOn: '2030-01-04' });
    expect(wordsOf(after)).toMatch(/Logged for \*Orchard[^*]*\*/);
    expect(wordsOf(after)).toContain('1 step noted');
    expect(wordsOf(after)).toMatch(/Last contact: today – meeting \(Maya/);
    expect(wordsOf(after)).toContain('Send the quote');
    await close();
  });

  it('opened over the card brings it up to date, and its Undo and Restore stand there (R21)', async () => {
    await dossier.anAccount(staff.manager, { name: 'Zenith Optics' });
    const card = await maya().turned(await maya().home(), 'Open: Zenith Optics');
    expect(wordsOf(card)).toContain('Nobody has talked with them yet');
    await maya().sends(await maya().turned(card, 'Log'), { summary: 'They pay in May' });
    const after = maya().front();
    expect(after.id).toBe(card.id);
    expect(wordsOf(after)).toContain('Logged for *Zenith Optics*');
    const undone = await maya().turned(after, 'Undo');
    expect(wordsOf(undone)).toContain('Taken back for *Zenith Optics*');
    expect(wordsOf(undone)).toContain('Nobody has talked with them yet');
    const restored = await maya().turned(undone, 'Restore');
    expect(wordsOf(restored)).toContain('Last contact: today');
    await close();
  });

  it('by the shortcut has the last account in it, as a choice; another one brings its own people', async () => {
    const id = await dossier.anAccount(staff.manager, { name: 'Quartz Works' }, [{ name: 'Ivo Jansen' }]);
    const form = await shortcut();
    expect(fieldsOn(form).slice(0, 2)).toEqual(['Account', 'What was said']);
    expect(fieldValue(form, 'account')).not.toBe(id);
    expect(form.blocks.filter((block) => block.type === 'input' && block['optional'] === false)).toHaveLength(2);
    await maya().screen.fill(form, { summary: 'Half a sentence' });
    const account = { blockId: 'account', actionId: 'interaction-account' };
    await maya().screen.options(form, account, 'quartz');
    expect(await maya().screen.click(form, account, id)).toEqual({ ok: true });
    const turned = await maya().screen.waitFor(
      (me) => me.views().find((view) => JSON.stringify(view.blocks).includes('Ivo Jansen')),
      { what: 'the people of the other account' },
    );
    expect(fieldValue(turned, 'summary')).toBe('Half a sentence');
    const saved = await maya().saves(turned, { contacts: [await contactCalled('Ivo Jansen')] });
    expect(wordsOf(saved)).toContain('meeting with Ivo Jansen');
    expect(await talksWith('Quartz Works')).toBe(1);
    await close();
  });

  it('says what is wrong at its field, and everything typed stays', async () => {
    const form = await maya().turned(await maya().asks('/account orchard'), 'Log');
    const errors = await maya().errors(form, {
      summary: 'Called',
      when: '4000000000',
      step: 'Send',
      stepOn: '2020-01-01',
      oursOn: '2030-01-01',
    });
    expect(errors['when']).toContain('has not come yet');
    expect(errors['stepOn']).toContain('is over');
    expect(errors['ours']).toContain('not what is to be done');
    expect(fieldValue(maya().front(), 'summary')).toBe('Called');
    await close();
  });

  it('takes effect once however often it is sent (T-22)', async () => {
    const form = await maya().turned(await maya().asks('/account orchard'), 'Log');
    const before = await talksWith('Orchard & Lane');
    await Promise.all([maya().sends(form, { summary: 'Once' }), maya().sends(form, { summary: 'Once' })]);
    expect(await talksWith('Orchard & Lane')).toBe(before + 1);
    await close();
  });

  it('speaks Chinese to who reads Chinese', async () => {
    const form = await li().turned(await li().asks('/account 华泰科技'), '记录');
    expect(form.title?.text).toBe('记录沟通');
    const card = await li().saves(form, { summary: '确认三月试点', kind: 'visit' });
    expect(wordsOf(card)).toContain('已记到 *华泰科技');
    expect(wordsOf(card)).toMatch(/最近联系：今天 – 拜访（/);
    await close(li());
  });
});

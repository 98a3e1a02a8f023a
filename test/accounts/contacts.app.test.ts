import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';

const { manager, chineseManager, lead, service } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);

describe('the contacts of an account', () => {
  it('say what to do where there are none, and take the first; the list below shows it at once', async () => {
    const list = await maya().turned(await maya().asks('/account orchard'), 'Contacts');
    expect(wordsOf(list)).toContain('Nobody is noted here yet.');
    const form = await maya().turned(list, 'Add a contact');
    await maya().sends(form, { name: 'Aoife Byrne', title: 'Buyer', mobile: '085 123 4567', preferredKind: 'mobile' });
    const after = maya().front();
    expect(after.id).toBe(list.id);
    expect(wordsOf(after)).toContain('Aoife Byrne');
    expect(wordsOf(after)).toContain('+353 85 123 4567');
    await maya().screen.close(after);
    expect((await maya().asks('/account +353851234567')).text).toContain('Orchard');
  });

  it('read a number as one of the account’s country, full-width digits too (R20)', async () => {
    const list = await li().opens('/account 联系人 区医院');
    const form = await li().turned(list, '添加联系人');
    await li().sends(form, { name: '钱主任', mobile: '１３８ ００１３ ９０００', landline: '010 6552 9988' });
    const words = wordsOf(li().front());
    expect(words).toContain('+86 138 0013 9000');
    expect(words).toContain('+86 10 6552 9988');
    await li().screen.close(li().front());
  });

  it('stand in pages where they are many, each person once', async () => {
    const people = Array.from({ length: 130 }, (_, n) => ({ name: `Person ${String(n + 1).padStart(3, '0')}` }));
    await dossier.anAccount(manager, { name: 'Crowded House' }, people);
    const namesIn = (words: string): readonly string[] => words.match(/Person \d{3}/g) ?? [];
    const first = await maya().opens('/account contacts crowded');
    const seen = [...namesIn(wordsOf(first))];
    for (const expected of [60, 10]) {
      await maya().screen.click(maya().front(), 'account-contacts-page');
      await maya().screen.waitFor((p) => !namesIn(wordsOf(p.views().at(-1) ?? first)).includes(seen.at(-1) ?? ''));
      const page = namesIn(wordsOf(maya().front()));
      expect(page).toHaveLength(expected);
      seen.push(...page);
    }
    expect(new Set(seen).size).toBe(130);
    expect(buttonsOn(maya().front())).toContain('Back to the first');
    await maya().screen.close(maya().front());
  });

  it('refuse at the field what is no number, no address, no date (T-45)', async () => {
    const form = await maya().turned(await maya().opens('/account contacts acme'), 'Add a contact');
    const errors = await maya().errors(form, { name: 'X', mobile: '1380013800O', email: 'a@b@c' });
    expect(errors['mobile']).toContain('“1380013800O” has letters in it.');
    expect(errors['email']).toContain('is not one e-mail address');
    await maya().screen.close(maya().front(), true);
  });

  it('are changed, and two people’s changes are merged like those of an account', async () => {
    const wang = dossier.as(lead);
    const mine = await maya().turned(await maya().opens('/account contacts solvang'), 'Edit: Freja Holm');
    const theirs = await wang.turned(await wang.opens('/account 联系人 solvang'), '编辑: Freja Holm');
    await wang.sends(theirs, { title: 'CTO' });
    expect(wordsOf(wang.front())).toContain('CTO');
    const asked = await maya().saves(mine, { title: 'Director' });
    expect(wordsOf(asked)).toMatch(new RegExp(`\\*Title\\*: <@${lead}> set “CTO”`));
    expect(fieldValue(asked, 'title')).toBe('Director');
    await maya().sends(asked);
    expect(wordsOf(maya().front())).toContain('Director');
    await maya().screen.close(maya().front(), true);
    await wang.screen.close(wang.front(), true);
  });

  it('warn when another account has the same number (R23)', async () => {
    const form = await maya().turned(await maya().opens('/account contacts tidewater'), 'Add a contact');
    const warned = await maya().saves(form, { name: 'Double', landline: '+44 20 7946 0123' });
    expect(wordsOf(warned)).toMatch(/\*Brightwater Foods\* · same phone\nKA-000002 · Leeds · Maya Fischer/);
    expect(fieldValue(warned, 'name')).toBe('Double');
    await maya().sends(warned);
    expect(wordsOf(maya().front())).toContain('Double');
    await maya().screen.close(maya().front(), true);
  });

  it('are added once, however often Slack delivers the form (T-20)', async () => {
    const form = await maya().turned(await maya().opens('/account contacts tidewater'), 'Add a contact');
    await maya().sends(form, { name: 'Only Once' });
    const submission = dossier.slack.journal
      .deliveries('interactive')
      .findLast(({ payload }) => payload['type'] === 'view_submission');
    if (!submission) throw new Error('nothing was submitted');
    await dossier.slack.script.redeliver(submission, { times: 3, parallel: true });
    await dossier.slack.script.redeliver(submission);
    await using session = await aSession(dossier.databaseUrl);
    expect(await session.one(`SELECT count(*)::int FROM "Contact" WHERE name = 'Only Once'`)).toBe(1);
    await maya().screen.close(maya().front(), true);
  });

  it('are open to service, who may change them on every account (R73)', async () => {
    const list = await dossier.as(service).opens('/account contacts 华泰科技');
    expect(wordsOf(list)).toContain('李伟');
    expect(buttonsOn(list)).toContain('Add a contact');
    await dossier.as(service).screen.close(list);
  });

  it('leave a trace in the audit whenever they are read, without a word about the person (R77, T-112)', async () => {
    await using session = await aSession(dossier.databaseUrl);
    const reads = `SELECT count(*)::int FROM "AuditEntry" WHERE verb = 'contacts.read'`;
    const before = Number(await session.one(reads));
    await dossier.as(service).asks('/account 明远医疗器械');
    expect(Number(await session.one(reads))).toBe(before + 1);
    const everything = JSON.stringify(await session.rows('SELECT changes FROM "AuditEntry"'));
    for (const personal of ['王工', '13700137000', 'Freja', 'freja.holm', '设备主管'])
      expect(everything).not.toContain(personal);
  });
});

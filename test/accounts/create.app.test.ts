import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';

const { manager, chineseManager } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);

const allFields = async (who: typeof maya, line: string) => {
  const form = await who().opens(line);
  return who().turned(form, who === maya ? 'All fields' : '全部字段');
};

async function accountsCalled(name: string): Promise<number> {
  await using session = await aSession(dossier.databaseUrl);
  return Number(await session.one('SELECT count(*)::int FROM "Account" WHERE name = $1', [name]));
}

describe('the form of a new account', () => {
  it('asks for three fields first, and for everything on demand, keeping what was typed (R16)', async () => {
    const form = await maya().opens('/account new');
    expect(fieldsOn(form)).toEqual(['Name', 'Their card', 'What they want']);
    await maya().screen.fill(form, { name: 'Halcyon Optics', remarks: 'Lenses by May' });
    const all = await maya().turned(form, 'All fields');
    expect(fieldsOn(all)).toContain('Annual amount');
    expect([fieldValue(all, 'name'), fieldValue(all, 'remarks')]).toEqual(['Halcyon Optics', 'Lenses by May']);
    await maya().screen.close(all);
  });

  it('becomes the card of what it created, standardised at the door (R19-R22)', async () => {
    const form = await allFields(maya, '/account new Ｎorthstar\u200b Pumps');
    const card = await maya().saves(form, {
      tierKey: 'B',
      country: 'germany',
      website: 'northstar-pumps.example',
      annual: 'EUR 1.2m',
      tags: 'pumps, export',
      contractEnd: '2027-03-31',
    });
    expect(wordsOf(card)).toContain('*Northstar Pumps* is created.');
    expect(wordsOf(card)).toContain('2027-03-31 Wed');
    expect(wordsOf(card)).toContain('<https://northstar-pumps.example|northstar-pumps.example>');
    await maya().screen.close(card);
    const edit = await maya().opens('/account edit northstar pumps');
    expect(fieldValue(edit, 'country')).toBe('Germany');
    expect(fieldValue(edit, 'annual')).toBe('EUR 1,200,000');
    expect(fieldValue(edit, 'ownerId')).toBe(manager);
    await maya().screen.close(edit);
  });

  const wrong = {
    country: 'Philipines',
    website: 'javascript:alert(1)',
    annual: '12 or 13',
  };
  it('says at each field what came, what is wanted, and an example - all at once, keeping what was typed', async () => {
    const form = await allFields(maya, '/account new Mistaken Ltd');
    const errors = await maya().errors(form, wrong);
    expect(errors['country']).toBe(
      '“Philipines” is not a country we know. Did you mean Philippines? Write its code or name, for example Germany.',
    );
    expect(errors['website']).toContain('“javascript:alert(1)” is not a web address');
    expect(errors['annual']).toContain('“12 or 13” is not');
    expect(fieldValue(maya().front(), 'country')).toBe('Philipines');
    const card = await maya().saves(maya().front(), { country: 'Philippines', website: '', annual: 'PHP 120k' });
    expect(wordsOf(card)).toContain('*Mistaken Ltd* is created.');
    await maya().screen.close(card);
  });

  it('says the same in Chinese', async () => {
    const form = await allFields(li, '/account 新建 错填公司');
    const errors = await li().errors(form, wrong);
    for (const text of Object.values(errors)) expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(errors['country']).toContain('“Philipines”不是已知的国家或地区');
    const card = await li().saves(li().front(), { country: '菲律宾', website: '', annual: '120万' });
    expect(wordsOf(card)).toContain('已创建 *错填公司*');
    await li().screen.close(card);
  });

  it('does not take a name of nothing but invisible characters (T-40)', async () => {
    const form = await maya().opens('/account new');
    expect((await maya().errors(form, { name: '\u200b\u3164 ' }))['name']).toContain('This is needed.');
    await maya().screen.close(maya().front());
  });
});

describe('an account that may be there already (R23)', () => {
  it('is shown before anything is saved, with a button to open it', async () => {
    const form = await maya().opens('/account new Kestrel Energie');
    const warned = await maya().saves(form);
    expect(wordsOf(warned)).toContain('Is it one of these?');
    expect(wordsOf(warned)).toMatch(/\*Kestrel Energy\* · similar name\nKA-000003 · Hamburg · Maya Fischer/);
    expect(warned.submit?.text).toBe('Create anyway');
    expect(await accountsCalled('Kestrel Energie')).toBe(0);
    const card = await maya().turned(warned, 'Open: Kestrel Energy');
    expect(wordsOf(card)).toContain('KA-000003');
    await maya().screen.close(card, true);
  });

  it('is created all the same when the person says so, once', async () => {
    const form = await li().opens('/account 新建 云帆软件公司');
    const warned = await li().saves(form, { remarks: '八月上线' });
    expect(wordsOf(warned)).toContain('是下面其中之一吗');
    expect(fieldValue(warned, 'remarks')).toBe('八月上线');
    const card = await li().saves(warned);
    expect(wordsOf(card)).toContain('已创建 *云帆软件公司*');
    expect(await accountsCalled('云帆软件公司')).toBe(1);
    await li().screen.close(card);
  });

  it('is found by its website too', async () => {
    const form = await allFields(maya, '/account new Entirely Different');
    const warned = await maya().saves(form, { website: 'www.solvang.example/contact' });
    expect(wordsOf(warned)).toContain('same website');
    await maya().screen.close(warned);
  });
});

describe('twice the same', () => {
  it('a submit that Slack delivers again, at once and later, creates one account', async () => {
    const form = await maya().opens('/account new Once Only GmbH');
    await maya().saves(form);
    const submission = dossier.slack.journal
      .deliveries('interactive')
      .findLast(({ payload }) => payload['type'] === 'view_submission');
    if (!submission) throw new Error('nothing was submitted');
    await dossier.slack.script.redeliver(submission, { times: 3, parallel: true });
    await dossier.slack.script.redeliver(submission);
    expect(await accountsCalled('Once Only GmbH')).toBe(1);
    await maya().screen.close(maya().front());
  });
});

describe('who may create', () => {
  it('is nobody who only reads: no button, no form', async () => {
    const viewer = dossier.as(staff.newcomer);
    const request = await dossier
      .as(staff.administrator)
      .told(async () => viewer.pressed(await viewer.asks('/account acme'), '申请使用'));
    await viewer.told(() => dossier.as(staff.administrator).press(request, 'As viewer'));
    const refused = await viewer.asks('/account 新建 无权公司', channels.general);
    expect(wordsOf(refused)).toContain('您的角色不能做这一步');
    expect(buttonsOn(await viewer.asks('/account 无此公司'))).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';

const { manager, chineseManager, lead } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);

const signature = `Jane Doe
Head of Purchasing
Halcyon Optics GmbH
Harbour Street 12, 07745 Jena, Germany
T 03641 123456 | M +49 151 23456701 | F 03641 123457
jane.doe@halcyon.example | www.halcyon.example`;

async function contactsCalled(name: string): Promise<number> {
  await using session = await aSession(dossier.databaseUrl);
  return Number(await session.one('SELECT count(*)::int FROM "Contact" WHERE name = $1', [name]));
}
async function openDrafts(): Promise<number> {
  await using session = await aSession(dossier.databaseUrl);
  return Number(await session.one(`SELECT count(*)::int FROM "Draft" WHERE state = 'open'`));
}

describe('at the fair (R16)', () => {
  it('three fields make an account, and the card a contact that is checked field by field', async () => {
    const form = await maya().opens('/account new');
    const proposal = await maya().saves(form, { name: 'Halcyon', paper: signature, remarks: 'Lenses by May' });
    expect(wordsOf(proposal)).toContain('*Halcyon* is created.');
    expect(wordsOf(proposal)).toContain('F 03641 123457');
    expect(proposal.submit?.text).toBe('Add contact');
    const read = Object.fromEntries(
      ['name', 'title', 'mobile', 'landline', 'email', 'website', 'city', 'country', 'aliases'].map((id) => [
        id,
        fieldValue(proposal, id),
      ]),
    );
    expect(read).toEqual({
      name: 'Jane Doe',
      title: 'Head of Purchasing',
      mobile: '+49 1512 3456701',
      landline: '+49 3641 123456',
      email: 'jane.doe@halcyon.example',
      website: 'https://www.halcyon.example',
      city: 'Jena',
      country: 'Germany',
      aliases: 'Halcyon Optics GmbH',
    });
    expect(await contactsCalled('Jane Doe')).toBe(0);
    const card = await maya().saves(proposal, { title: 'Buyer', landline: '', aliases: '' });
    expect(wordsOf(card)).toContain('*Jane Doe* is added as a contact.');
    expect(wordsOf(card)).toContain('*Jane Doe*, Buyer');
    expect(wordsOf(card)).toContain('Jena');
    await maya().screen.close(card);
    const edit = await maya().opens('/account edit halcyon');
    expect([fieldValue(edit, 'remarks'), fieldValue(edit, 'website')]).toEqual([
      'Lenses by May',
      'https://www.halcyon.example',
    ]);
    expect(fieldValue(edit, 'aliases')).toBeNull();
    await maya().screen.close(edit);
    expect((await maya().asks('/account +4915123456701')).text).toContain('Halcyon');
    expect(await openDrafts()).toBe(0);
  });

  it('in Chinese, with a name and a number; without a card the file comes at once', async () => {
    const form = await li().opens('/account 新建 会场仪器');
    expect(fieldsOn(form)).toEqual(['客户名称', '对方名片', '客户需求']);
    const proposal = await li().saves(form, { paper: '钱工 138 0013 8011' });
    expect(fieldValue(proposal, 'name')).toBe('钱工');
    const card = await li().saves(proposal);
    expect(wordsOf(card)).toContain('已添加联系人 *钱工*');
    expect(wordsOf(card)).toContain('+86 138 0013 8011');
    await li().screen.close(card);
    const bare = await li().saves(await li().opens('/account 新建 展台光学'));
    expect(wordsOf(bare)).toContain('已创建 *展台光学*');
    await li().screen.close(bare);
  });

  it('all fields take what the card says of the company, and keep the card', async () => {
    const form = await maya().opens('/account new Jena Glass');
    await maya().screen.fill(form, { paper: signature.replaceAll('halcyon', 'jenaglass') });
    const all = await maya().turned(form, 'All fields');
    expect([fieldValue(all, 'city'), fieldValue(all, 'country'), fieldValue(all, 'website')]).toEqual([
      'Jena',
      'Germany',
      'https://www.jenaglass.example',
    ]);
    expect(fieldValue(all, 'paper')).toContain('Jane Doe');
    await maya().screen.close(all);
  });

  it('a number or a website on the card that another account has is told before anything is written (R23)', async () => {
    const form = await maya().opens('/account new Somebody New');
    const byPhone = await maya().saves(form, { paper: 'Priya +44 20 7946 0123' });
    expect(wordsOf(byPhone)).toContain('*Brightwater Foods* · same phone');
    expect(fieldValue(byPhone, 'paper')).toBe('Priya +44 20 7946 0123');
    const proposal = await maya().saves(byPhone);
    expect(wordsOf(proposal)).toContain('*Somebody New* is created.');
    // Seen once is enough: the contact is not asked about again.
    expect(wordsOf(await maya().saves(proposal))).toContain('*Priya* is added');
    await maya().screen.close(maya().front());
    const site = await maya().opens('/account new Entirely Other');
    const bySite = await maya().saves(site, { paper: 'Ann Lee\nwww.solvang.example' });
    expect(wordsOf(bySite)).toContain('*Solvang Medical* · same website');
    await maya().screen.close(bySite);
  });

  it('what is closed instead of accepted stays in Home, whole', async () => {
    const form = await maya().opens('/account new Closed Early Ltd');
    const proposal = await maya().saves(form, { paper: 'Owen Price\n+44 20 7946 0777' });
    await maya().screen.close(proposal);
    expect(await contactsCalled('Owen Price')).toBe(0);
    expect(wordsOf(await maya().home())).toContain('=Closed Early Ltd: Owen Price\n+44 20 7946 0777');
  });

  it('errors stand at their fields and keep what was typed; a card delivered again adds one contact (T-20)', async () => {
    const form = await maya().opens('/account new Twice Shy Ltd');
    const proposal = await maya().saves(form, { paper: 'Una Twice' });
    const errors = await maya().errors(proposal, { mobile: '1380013800O', name: 'Una Twice' });
    expect(errors['mobile']).toContain('“1380013800O” has letters in it.');
    await maya().sends(maya().front(), { mobile: '' });
    const submission = dossier.slack.journal
      .deliveries('interactive')
      .findLast(({ payload }) => payload['type'] === 'view_submission');
    if (!submission) throw new Error('nothing was submitted');
    await dossier.slack.script.redeliver(submission, { times: 3, parallel: true });
    expect(await contactsCalled('Una Twice')).toBe(1);
    await maya().screen.close(maya().front());
  });
});

describe('a card pasted among the contacts', () => {
  it('becomes a contact of that account, and the list below shows it', async () => {
    const list = await maya().opens('/account contacts orchard');
    const paste = await maya().turned(list, 'Paste a card');
    const proposal = await maya().saves(paste, {
      paper: 'BEGIN:VCARD\nVERSION:3.0\nFN:Aoife Byrne\nTEL;TYPE=CELL:085 123 4599\nTITLE:Buyer\nEND:VCARD',
    });
    expect(fieldValue(proposal, 'mobile')).toBe('+353 85 123 4599');
    await maya().sends(proposal);
    const after = maya().front();
    expect(after.id).toBe(list.id);
    expect(wordsOf(after)).toContain('Aoife Byrne');
    await maya().screen.close(after);
  });

  it('changes nothing of the file that somebody has filled in meanwhile', async () => {
    const accountId = await dossier.anAccount(manager, { name: 'Meanwhile Ltd' });
    const list = await maya().opens('/account contacts meanwhile');
    const proposal = await maya().saves(await maya().turned(list, 'Paste a card'), {
      paper: 'Ida Holm\nwww.mine.example\nHarbour Street 12, 80331 München',
    });
    const theirs = await dossier.as(lead).opens('/account edit meanwhile');
    await dossier.as(lead).screen.close(await dossier.as(lead).saves(theirs, { website: 'theirs.example' }));
    await maya().sends(proposal);
    expect(await contactsCalled('Ida Holm')).toBe(1);
    const file = await dossier.act(manager, (work) => work.db.account.findFirst({ where: { id: accountId } }));
    expect([file?.website, file?.city]).toEqual(['https://theirs.example', 'München']);
    await maya().screen.close(maya().front(), true);
  });

  it('that nobody can read is shown as it is, with the fields to fill in', async () => {
    const paste = await maya().turned(await maya().opens('/account contacts tidewater'), 'Paste a card');
    const proposal = await maya().saves(paste, { paper: '☃ ☃ ☃ 12' });
    expect(wordsOf(proposal)).toContain('Nothing could be read from this text.');
    expect(wordsOf(proposal)).toContain('☃ ☃ ☃ 12');
    expect(fieldsOn(proposal)).toEqual(['Name', 'Title', 'Mobile', 'Landline', 'E-mail', 'WeChat']);
    await maya().screen.close(proposal, true);
  });

  it('is for those who may change the account’s people', async () => {
    const list = await dossier.as(staff.service).opens('/account contacts acme');
    expect(buttonsOn(list)).toContain('Paste a card');
    await dossier.as(staff.service).screen.close(list);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldValue, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, administrator } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);

describe('/account and a name', () => {
  it('answers a name with its card, for the person alone (R15)', async () => {
    const card = await maya().asks('/account acme', channels.keyAccounts);
    expect(card.ephemeral).toBe(true);
    expect(card.text).toMatch(/^Acme Corporation \(KA-\d{6}\)$/);
    const words = wordsOf(card);
    expect(words).toContain('Contract ends');
    expect(words).toMatch(/\d{4}-\d\d-\d\d [A-Z][a-z]{2} \(in 41 days\)/);
    expect(words.indexOf('Dana Whitfield')).toBeLessThan(words.indexOf('Industry'));
    expect(buttonsOn(card)).toEqual(['New step', 'Log', 'Edit', 'Contacts', 'History', 'Send to me', 'Share']);
  });

  it('speaks the language of the reader, not of the account', async () => {
    const card = await li().asks('/account acme');
    expect(wordsOf(card)).toContain('合同到期');
    expect(buttonsOn(card)).toContain('联系人');
  });

  it.each([
    ['its initials', 'htkj'],
    ['its pinyin', 'huataikeji'],
    ['its first characters', '华泰科技'],
    ['an alias', 'Huatai'],
    ['its number', 'KA-7'],
    ['its number in full', 'ka-000007'],
    ['an e-mail address of a contact', 'zhangmin@huatai.example'],
    ['a phone number of a contact, however written', '138 0013 8000'],
    ['the name of a contact', '李伟'],
  ])('finds 华泰科技 by %s', async (_by, typed) => {
    expect((await li().asks(`/account ${typed}`)).text).toContain('华泰科技有限公司');
  });

  it('lets one slip of a finger be', async () => {
    const answer = await maya().asks('/account kestrle energy');
    expect(wordsOf(answer)).toContain('Kestrel Energy');
    const card = await maya().pressed(answer, 'Open: Kestrel Energy');
    expect(card.text).toContain('Kestrel Energy');
  });

  it('reads & as Slack’s entity and raw alike', async () => {
    expect((await maya().asks('/account Orchard & Lane')).text).toContain('Orchard &amp; Lane');
    const sent = dossier.slack.journal.deliveries('slash_commands').at(-1)?.payload;
    expect(sent?.['text']).toBe('Orchard &amp; Lane');
    const card = await maya().told(() =>
      dossier.slack.script.deliver('slash_commands', { ...sent, trigger_id: '1.2.raw', text: 'Orchard & Lane' }),
    );
    expect(card.text).toContain('Orchard &amp; Lane');
  });

  it('shows several that fit, with what tells them apart, and opens the one that is pressed', async () => {
    await dossier.anAccount(manager, { name: 'Twin Peaks Mining', city: 'Perth' });
    await dossier.anAccount(chineseManager, { name: 'Twin Peaks Media', city: 'Oslo' });
    const list = await maya().asks('/account twin');
    expect(wordsOf(list)).toMatch(/Twin Peaks Mining\*\nKA-\d{6} · Perth · Maya Fischer/);
    expect(wordsOf(list)).toMatch(/Twin Peaks Media\*\nKA-\d{6} · Oslo · 李琦/);
    const card = await maya().pressed(list, 'Open: Twin Peaks Media');
    expect(card.text).toContain('Twin Peaks Media');
  });

  it('says so when nobody is called so, and creates the account under the name that was typed', async () => {
    const none = await maya().asks('/account Zanzibar Cloves');
    expect(wordsOf(none)).toContain('No account is called “Zanzibar Cloves”.');
    const form = await maya().turned(none, 'Create “Zanzibar Cloves”');
    expect(fieldValue(form, 'name')).toBe('Zanzibar Cloves');
  });

  it('takes %, _, \\ and quotes literally (T-46)', async () => {
    for (const typed of ['%', '_', '\\', "'; DROP TABLE --", '100%'])
      expect(wordsOf(await maya().asks(`/account ${typed}`))).toContain(`No account is called “${typed}”.`);
  });
});

describe('a line that is a verb', () => {
  it('alone shows what can be typed and what was opened last', async () => {
    await maya().asks('/account brightwater');
    const overview = await maya().asks('/account');
    expect(wordsOf(overview)).toMatch(/Recently opened\n\*Brightwater Foods\*/);
    expect(wordsOf(overview)).toContain('/account acme');
  });

  it('alone in a channel that belongs to an account shows that account first', async () => {
    const overview = wordsOf(await li().asks('/account', channels.huatai));
    expect(overview.indexOf('华泰科技有限公司')).toBeLessThan(overview.indexOf('/account'));
  });

  it('opens the form of a new account, with the name that stands behind it', async () => {
    const empty = await maya().opens('/account new');
    expect(fieldValue(empty, 'name')).toBeNull();
    await maya().screen.close(empty);
    const named = await li().opens('/account 新建 华信仪器');
    expect(fieldValue(named, 'name')).toBe('华信仪器');
    await li().screen.close(named);
  });

  it.each([
    ['/account edit acme', 'Edit account'],
    ['/account contacts acme', 'Contacts'],
    ['/account history acme', 'History'],
  ])('does what it says to the account: %s', async (line, title) => {
    const window = await maya().opens(line);
    expect(window.title?.text).toBe(title);
    await maya().screen.close(window, true);
  });

  it('is understood without a space in Chinese', async () => {
    const window = await li().opens('/account 编辑华泰');
    expect(fieldValue(window, 'name')).toBe('华泰科技有限公司');
    await li().screen.close(window);
  });

  it('without an account takes that of the channel, and asks where there is none', async () => {
    const edit = await li().opens('/account 编辑', channels.huatai);
    expect(fieldValue(edit, 'name')).toBe('华泰科技有限公司');
    await li().screen.close(edit);

    const which = await maya().opens('/account contacts', channels.general);
    expect(which.title?.text).toBe('Which account?');
    const offered = await maya().screen.options(which, { actionId: 'account-pick', blockId: 'account' }, 'solv');
    const [solvang] = offered.ok ? offered.options : [];
    expect(solvang?.text.text).toContain('Solvang Medical');
    const contacts = await maya().saves(which, { account: solvang?.value ?? '' });
    expect(wordsOf(contacts)).toContain('Freja Holm');
    await maya().screen.close(contacts);
  });

  it('is asked about when an account is called so, and = or quotes mean the name', async () => {
    await dossier.anAccount(manager, { name: 'New' });
    const both = await maya().asks('/account new');
    expect(buttonsOn(both)).toEqual(['Open', 'New account']);
    expect((await maya().pressed(both, 'Open')).text).toMatch(/^New \(/);
    for (const line of ['/account =New', '/account "new"']) expect((await maya().asks(line)).text).toMatch(/^New \(/);
  });

  it('never outranks a name that begins so: 新建区医院 and New York Times', async () => {
    await dossier.anAccount(chineseManager, { name: '新建区医院' });
    const hospital = await li().asks('/account 新建区医院');
    expect(hospital.text).toContain('新建区医院');
    expect(buttonsOn(hospital)).toContain('新建“区医院”');

    await dossier.anAccount(manager, { name: 'New York Times' });
    const times = await maya().asks('/account New York Times');
    expect(times.text).toContain('New York Times');
    const form = await maya().turned(times, 'Create “York Times”');
    expect(fieldValue(form, 'name')).toBe('York Times');
    await maya().screen.close(form);
  });

  it('offers the whole word and the rest when a glued verb and no account make it', async () => {
    const either = await li().asks('/account 新建东方医院');
    expect(buttonsOn(either)).toEqual(expect.arrayContaining(['新建“新建东方医院”', '新建“东方医院”']));
    const form = await li().turned(either, '新建“东方医院”');
    expect(fieldValue(form, 'name')).toBe('东方医院');
    await li().screen.close(form);
  });

  it('tells an administrator what there is to administer, and others who does', async () => {
    const ways = buttonsOn(await dossier.as(administrator).asks('/account admin'));
    expect(ways).toEqual(['People and roles', 'Jobs and messages']);
    expect(wordsOf(await maya().asks('/account admin'))).toContain('Only an administrator can do this.');
  });
});

describe('a line that could be meant for somebody else', () => {
  it('is kept whole when what stands before its colon is no account, and nothing is written', async () => {
    const line = 'lgo acme: met Li Wei, pilot agreed; next: call';
    const kept = await maya().asks(`/account ${line}`, channels.keyAccounts);
    expect(wordsOf(kept)).toContain(line);
    expect(buttonsOn(kept)).toContain('Create “lgo acme”');
    expect(wordsOf(await maya().home())).toContain(line);
  });

  it('does not fall to the account of the channel (commands.md)', async () => {
    const kept = await li().asks('/account 华太电子: 已拜访', channels.huatai);
    expect(wordsOf(kept)).toContain('华太电子: 已拜访');
    expect(kept.text).not.toContain('华泰科技');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldValue, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, lead, service, administrator } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const namesOn = (words: string): readonly string[] =>
  [...words.matchAll(/^\*([^*]+)\*\nKA-/gm)].map(([, name = '']) => name);

describe('Home', () => {
  it('shows one’s own accounts, what was opened last, and what can be typed', async () => {
    await maya().asks('/account 云帆');
    const words = wordsOf(await maya().home());
    expect(words).toMatch(/Today is \d{4}-\d\d-\d\d [A-Z][a-z]{2}\./);
    expect(words).toContain('1–6 of 6');
    expect(namesOn(words).slice(0, 6)).toContain('Acme Corporation');
    expect(words).toMatch(/Recently opened\n\*云帆软件\*/);
    expect(words).toContain('/account acme');
  });

  it('is not published for whoever opens the messages tab', async () => {
    dossier.slack.journal.clear();
    await maya().screen.openHome('messages');
    await maya().asks('/account help');
    expect(dossier.slack.journal.requests('views.publish')).toEqual([]);
    await maya().home();
    expect(dossier.slack.journal.requests('views.publish')).toHaveLength(1);
  });

  it('says what to do where no account is one’s own', async () => {
    const words = wordsOf(await dossier.as(service).home());
    expect(words).toContain('No account is yours yet.');
  });

  it('has the way to people and roles for administrators alone', async () => {
    expect(buttonsOn(await dossier.as(administrator).home())).toContain('People and roles');
    expect(buttonsOn(await maya().home())).not.toContain('People and roles');
  });

  it('finds an account as one types, by name, pinyin, initials and contact, and opens its card', async () => {
    const home = await maya().home();
    for (const query of ['华泰', 'huatai', 'htkj', 'KA-7']) {
      const offered = await maya().screen.options(home, 'desk-home-pick', query);
      expect(offered.ok && offered.options[0]?.text.text).toBe('华泰科技有限公司');
    }
    const offered = await maya().screen.options(home, 'desk-home-pick', 'huatai');
    await maya().screen.click(home, 'desk-home-pick', (offered.ok && offered.options[0]?.value) || '');
    const card = await maya().screen.waitFor((me) => me.views().at(-1));
    expect(wordsOf(card)).toContain('华泰科技有限公司');
    await maya().screen.close(card);
  });

  it('changes its language at once, and everything said after it too', async () => {
    const home = await maya().home();
    await maya().screen.click(home, 'access-language', 'zh');
    const chinese = await maya().screen.waitFor((me) => {
      const shown = me.home();
      return shown && wordsOf(shown).includes('我的客户') && shown;
    });
    expect(wordsOf(await maya().asks('/account acme'))).toContain('合同到期');
    await maya().screen.click(chinese, 'access-language', 'slack');
    await maya().screen.waitFor((me) => {
      const shown = me.home();
      return shown && wordsOf(shown).includes('My accounts');
    });
    expect(wordsOf(await maya().asks('/account acme'))).toContain('Contract ends');
  });

  it('keeps lines that were typed and saved nowhere, until they are dropped', async () => {
    await maya().asks('/account nobody known: promised a call');
    await maya().asks('/account nobody else: promised a visit');
    const home = await maya().home();
    expect(wordsOf(home)).toContain('nobody known: promised a call');
    expect(wordsOf(await dossier.as(administrator).home())).not.toContain('nobody known');
    expect(buttonsOn(home).filter((label) => label === 'Drop')).toHaveLength(2);
    await maya().press(home, 'Drop: nobody known: promised a call');
    await maya().screen.waitFor((me) => {
      const shown = me.home();
      return shown && !wordsOf(shown).includes('nobody known') && wordsOf(shown).includes('nobody else');
    });
  });

  it('shows five hundred accounts in pages that Slack takes, each account once (R15)', async () => {
    await dossier.act(lead, async (work) => {
      const { memberId, workspaceId } = work.actor;
      await work.db.$executeRaw`
        INSERT INTO "Account" (id, "workspaceId", number, name, "ownerId", "updatedAt", "createdAt", version, aliases, tags)
        SELECT gen_random_uuid(), ${workspaceId}::uuid, 1000 + n, ${'<!channel> & '.repeat(3)} || n, ${memberId}::uuid, now(), now(), 1, '{}', '{}'
        FROM generate_series(1, 500) AS n`;
    });
    const wang = dossier.as(lead);
    let home = await wang.home();
    const seen = new Set<string>();
    for (let page = 0; page < 50; page += 1) {
      expect(home.blocks.length).toBeLessThanOrEqual(100);
      for (const name of namesOn(wordsOf(home).split('最近打开')[0] ?? '')) seen.add(name);
      if (!buttonsOn(home).includes('更多…')) break;
      const before = home.hash;
      await wang.press(home, '更多…');
      home = await wang.screen.waitFor((me) => me.home()?.hash !== before && me.home());
    }
    expect(seen.size).toBe(500);
    expect(wordsOf(home)).toContain('共 500 个');
    const { hash } = home;
    await wang.press(home, '回到第一页');
    const first = await wang.screen.waitFor((me) => me.home()?.hash !== hash && me.home());
    expect(wordsOf(first)).toContain('第 1–12 个');
  });
});

describe('shortcuts', () => {
  it('look an account up, and open the form of a new one', async () => {
    await maya().screen.shortcut('look-up-account');
    const which = await maya().screen.waitFor((me) => me.views().at(-1));
    const offered = await maya().screen.options(which, 'account-pick', 'brightw');
    const card = await maya().saves(which, { account: (offered.ok && offered.options[0]?.value) || '' });
    expect(wordsOf(card)).toContain('Brightwater Foods');
    await maya().screen.close(card);
    await dossier.as(chineseManager).screen.shortcut('new-account');
    const form = await dossier.as(chineseManager).screen.waitFor((me) => me.views().at(-1));
    expect([form.title?.text, fieldValue(form, 'name')]).toEqual(['新建客户', null]);
    await dossier.as(chineseManager).screen.close(form);
  });

  it('tell somebody without a role how to get one', async () => {
    const chen = dossier.as(staff.newcomer);
    const refused = await chen.told(() => chen.screen.shortcut('look-up-account'));
    expect(buttonsOn(refused)).toEqual(['申请使用']);
    expect(chen.screen.views()).toEqual([]);
  });
});

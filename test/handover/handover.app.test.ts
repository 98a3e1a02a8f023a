import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, lead, service } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const liqi = () => dossier.as(chineseManager);
const wang = () => dossier.as(lead);
const ownerOf = async (name: string) =>
  dossier.act(staff.administrator, async ({ db }) => {
    const account = await db.account.findFirst({
      where: { name },
      select: { owner: { select: { slackUserId: true } } },
    });
    return account?.owner?.slackUserId;
  });

describe('/account handover', () => {
  it('asks the lead, who approves in one tap; the new owner gets the list, and the asker can undo it', async () => {
    const form = await maya().opens('/account handover acme');
    expect(wordsOf(form)).toContain('Hand over accounts');
    const request = await wang().told(async () => {
      const result = await maya().saves(form, {
        to: chineseManager,
        note: 'Ask for Jane first.\nNever call on Mondays.',
      });
      expect(wordsOf(result)).toContain('Nothing has moved yet.');
      await maya().screen.close(result);
    });
    expect(wordsOf(request)).toContain('Acme Corporation');
    expect(wordsOf(request)).toContain('Never call on Mondays.');
    expect(buttonsOn(request)).toEqual(['同意', '不同意', '查看']);
    expect(await ownerOf('Acme Corporation')).toBe(manager);

    const got = await liqi().told(() => wang().press(request, '同意'));
    expect(wordsOf(got)).toContain('1 个客户现由您负责');
    expect(wordsOf(got)).toContain('Ask for Jane first.');
    expect(buttonsOn(got)).toEqual(['简报']);
    expect(await ownerOf('Acme Corporation')).toBe(chineseManager);

    const approved = await maya().screen.waitFor(
      (me) => me.dm().findLast((message) => wordsOf(message).includes('now keeps 1 account.')),
      { what: 'what became of it' },
    );
    const undone = await liqi().told(() => maya().press(approved, 'Undo'));
    expect(wordsOf(undone)).toContain('撤销了 1 个客户的移交');
    expect(await ownerOf('Acme Corporation')).toBe(manager);
  });

  it('is declined in one tap, and a second tap on an old button moves nothing', async () => {
    const form = await maya().opens('/account handover');
    const request = await wang().told(async () => {
      await maya().screen.close(await maya().saves(form, { to: chineseManager }));
    });
    const told = await maya().told(() => wang().press(request, '不同意'));
    expect(wordsOf(told)).toContain('Everything stays as it is.');
    expect(await ownerOf('Acme Corporation')).toBe(manager);
  });

  it('is taken back by who asked; the lead’s old button then says so', async () => {
    const form = await maya().opens('/account handover acme');
    let result = form;
    const request = await wang().told(async () => {
      result = await maya().saves(form, { to: chineseManager });
    });
    const back = await maya().turned(result, 'Take back');
    expect(wordsOf(back)).toContain('Taken back');
    await maya().screen.close(back);
    const settled = await wang().screen.click(request, {
      actionId: 'handover-approve',
      blockId: request.blocks.at(-1)?.block_id ?? '',
    });
    expect(settled.ok).toBe(true);
    await wang().screen.waitFor((me) => me.dm().some((message) => wordsOf(message).includes('已经收回或撤销了')), {
      what: 'the answer',
    });
    expect(await ownerOf('Acme Corporation')).toBe(manager);
  });

  it('reaches the lead though Slack refuses the asker’s own copy; whoever it does not reach is named', async () => {
    const form = await maya().opens('/account handover acme');
    let result = form;
    dossier.slack.script.next('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    await wang().told(async () => {
      result = await maya().saves(form, { to: chineseManager });
    });
    expect(wordsOf(result)).toContain('Nothing has moved yet.');
    const back = await maya().turned(result, 'Take back');
    await maya().screen.close(back);

    const again = await maya().opens('/account handover acme');
    dossier.slack.script.next('chat.postMessage', { kind: 'error', code: 'restricted_action' }, 2);
    const unreached = await maya().saves(again, { to: chineseManager });
    await maya().screen.waitFor(
      (me) => me.dm().some((message) => wordsOf(message).includes(`did not deliver the message to <@${lead}>`)),
      { what: 'who was not reached' },
    );
    await maya().screen.close(await maya().turned(unreached, 'Take back'));
  });

  it('lets a lead choose whose accounts: the window turns to them, and asking is approving', async () => {
    const form = await wang().opens('/account 移交');
    const owner = { actionId: 'handover-owner', blockId: 'owner' };
    const offered = await wang().screen.options(form, owner, 'maya');
    if (!offered.ok) throw new Error('nobody is offered');
    const [hers] = offered.options;
    expect(hers?.text.text).toContain('Maya Fischer（');
    await wang().screen.click(form, owner, hers?.value ?? '');
    const turned = await wang().screen.waitFor((me) => me.views().at(-1)?.hash !== form.hash && me.views().at(-1), {
      what: 'her accounts',
    });
    const block = turned.blocks.find((each) => each.block_id.startsWith('accounts~'))?.block_id ?? '';
    const accounts = await wang().screen.options(turned, { actionId: 'handover-accounts', blockId: block }, 'solvang');
    if (!accounts.ok) throw new Error('no account is offered');
    expect(accounts.options.map(({ text }) => text.text)).toEqual([expect.stringContaining('Solvang')]);
    expect(await wang().errors(turned, { to: chineseManager, accounts: [accounts.options[0]?.value ?? ''] })).toEqual({
      accounts: expect.stringContaining('全部'),
    });
    const name = accounts.options[0]?.text.text ?? '';
    const result = await wang().saves(turned, {
      to: chineseManager,
      which: 'chosen',
      accounts: [accounts.options[0]?.value ?? ''],
    });
    expect(wordsOf(result)).toContain('1 个客户现由');
    expect(await ownerOf(name)).toBe(chineseManager);
    let undone = result;
    // Told of it before the next test reads what comes to her.
    await liqi().told(async () => {
      undone = await wang().turned(result, '撤销');
    });
    expect(wordsOf(undone)).toContain('已撤销');
    expect(await ownerOf(name)).toBe(manager);
    await wang().screen.close(undone);
  });

  it('refuses what somebody else keeps, and somebody without accounts sees what to do', async () => {
    expect(wordsOf(await liqi().asks('/account 移交 acme'))).toContain('您的角色不能做这一步');
    const none = await dossier.as(service).opens('/account handover');
    expect(wordsOf(none)).toContain('There is nothing to hand over here.');
    await dossier.as(service).screen.close(none);
  });
});

describe('The new owner', () => {
  it('opens the whole list page by page, and a brief from it', async () => {
    for (let n = 0; n < 60; n += 1) await dossier.anAccount(manager, { name: `Zz Bulk ${n}` });
    const form = await maya().opens('/account handover');
    const request = await wang().told(async () => {
      await maya().screen.close(await maya().saves(form, { to: chineseManager }));
    });
    const got = await liqi().told(() => wang().press(request, '同意'));
    const all = buttonsOn(got).find((label) => label.startsWith('全部')) ?? '';
    const list = await liqi().turned(got, all);
    expect(buttonsOn(list).filter((label) => label === '简报')).toHaveLength(50);
    const next = await liqi().turned(list, '更多…');
    expect(buttonsOn(next)).toContain('回到第一页');
    const brief = await liqi().turned(next, '简报：Zz Bulk 59');
    expect(wordsOf(brief)).toContain('Zz Bulk 59');
    await liqi().screen.close(brief, true);
    const mine = await maya().screen.waitFor(
      (me) => me.dm().findLast((message) => wordsOf(message).includes('now keeps 6')),
      { what: 'what became of it' },
    );
    const undone = await liqi().told(() => maya().press(mine, 'Undo'));
    expect(wordsOf(undone)).toContain('撤销了');
  });
});

describe('A lead’s Home', () => {
  it('lists what waits for a yes, and answers there', async () => {
    const form = await maya().opens('/account handover acme');
    await wang().told(async () => {
      await maya().screen.close(await maya().saves(form, { to: chineseManager }));
    });
    const home = await wang().home();
    const mine = buttonsOn(home).find((label) => label.startsWith('我的团队')) ?? '';
    await wang().press(home, mine);
    const team = await wang().screen.waitFor(
      (me) => me.home() && buttonsOn(me.home() ?? home).includes('不同意') && me.home(),
      { what: 'the team' },
    );
    const told = await maya().told(() => wang().press(team, '不同意'));
    expect(wordsOf(told)).toContain('Everything stays as it is.');
    expect(await ownerOf('Acme Corporation')).toBe(manager);
  });
});

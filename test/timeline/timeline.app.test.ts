import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRoles } from '../../src/access/access.flow.ts';
import { memberIdsOf } from '../../src/access/people.query.ts';
import { editAccount } from '../../src/accounts/account.flow.ts';
import { deleteInteraction, logInteraction } from '../../src/interactions/interaction.flow.ts';
import { saying } from '../interactions/talks.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { wordsOf } from '../support/screen.ts';

const { manager, lead, service } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const wang = () => dossier.as(lead);

describe('the history of an account', () => {
  it('says in words who changed what, from what to what, newest first (R78)', async () => {
    const edit = await maya().opens('/account edit kestrel');
    await maya().screen.close(await maya().saves(edit, { tierKey: 'B', contractEnd: '2027-06-30' }));
    const history = await maya().opens('/account history kestrel');
    const words = wordsOf(history);
    expect(words).toContain(`<@${manager}> changed\nTier: A – strategic → B – important`);
    expect(words).toMatch(/Contract ends: \d{4}-\d\d-\d\d \w{3} → 2027-06-30 Wed/);
    expect(words.indexOf('changed')).toBeLessThan(words.indexOf('created the account'));
    await maya().screen.close(history);
  });

  it('turns pages, older and back to the newest', async () => {
    const id = await dossier.anAccount(manager, { name: 'Muchchanged Ltd', source: 'Fair 0' });
    for (let n = 1; n <= 25; n += 1)
      await dossier.act(manager, (work) => editAccount(work, { id, version: n, mine: { source: `Fair ${n}` } }));
    const newest = await maya().opens('/account history muchchanged');
    expect(wordsOf(newest)).toContain('Fair 24 → Fair 25');
    expect(wordsOf(newest)).not.toContain('Fair 1 → Fair 2\n');
    const older = await maya().turned(newest, 'Older');
    expect(wordsOf(older)).toContain('Fair 1 → Fair 2');
    expect(wordsOf(older)).toContain('created the account');
    expect(wordsOf(await maya().turned(older, 'Newest'))).toContain('Fair 24 → Fair 25');
    await maya().screen.close(maya().front(), true);
  });

  it('keeps from those who may read it, but not who is who, what is about people', async () => {
    await dossier.act(staff.administrator, async (work) =>
      setRoles(work, await memberIdsOf(work, [service]), { roles: ['administrator'] }),
    );
    const admin = await dossier.as(service).opens('/account history acme');
    expect(wordsOf(admin)).toContain('added a contact');
    for (const personal of ['Dana', '555 0143', 'tender']) expect(wordsOf(admin)).not.toContain(personal);
    expect(wordsOf(admin)).toMatch(/Not shown to you: Name, Title, .*Mobile/);
  });
});

describe('the timeline of an account', () => {
  it('holds talks, steps and changes together, and shows one kind of them alone', async () => {
    const id = await dossier.anAccount(manager, { name: 'Timeline Ltd' });
    await dossier.act(manager, (work) =>
      logInteraction(work, {
        accountId: id,
        values: saying('Pilot agreed'),
        source: null,
        tasks: [
          {
            kind: 'step',
            title: 'Send the quote',
            assigneeId: work.actor.memberId,
            due: { on: '2026-12-04', time: null },
            repeat: null,
          },
        ],
      }),
    );
    const all = await maya().opens('/account history timeline');
    for (const words of ['Pilot agreed', 'Send the quote', 'created the account'])
      expect(wordsOf(all)).toContain(words);
    const talks = await maya().turned(all, 'Talks');
    expect(wordsOf(talks)).toContain('Pilot agreed');
    for (const words of ['Send the quote', 'created the account']) expect(wordsOf(talks)).not.toContain(words);
    const changes = await maya().turned(talks, 'Changes');
    expect(wordsOf(changes)).toContain('created the account');
    expect(wordsOf(changes)).not.toContain('Pilot agreed');
    expect(wordsOf(await maya().turned(changes, 'Everything'))).toContain('Pilot agreed');
    await maya().screen.close(maya().front(), true);
  });

  it('says where there is nothing of a kind yet, and what would put something there', async () => {
    await dossier.anAccount(manager, { name: 'Nothing Ltd' });
    const talks = await maya().turned(await maya().opens('/account history nothing'), 'Talks');
    expect(wordsOf(talks)).toContain('No talks yet.');
    await maya().screen.close(talks, true);
  });

  it('keeps the trace of a log that was taken back, with a way to put it back', async () => {
    const id = await dossier.anAccount(manager, { name: 'Trace Ltd' });
    await dossier.act(manager, async (work) => {
      const logged = await logInteraction(work, {
        accountId: id,
        values: saying('Said by mistake'),
        source: null,
        tasks: [],
      });
      if (logged.ok) await deleteInteraction(work, logged.interactionId);
    });
    const history = await maya().opens('/account history trace');
    expect(wordsOf(history)).toMatch(
      new RegExp(`<@${manager}> took a log back \\(Meeting, 2026-11-20 .*\\)\\nSaid by mistake`),
    );
    const restored = await maya().turned(history, 'Restore');
    expect(wordsOf(restored)).toContain('again');
    await maya().screen.close(restored, true);
    expect(wordsOf(await maya().opens('/account history trace'))).toContain('put a log back');
    await maya().screen.close(maya().front(), true);
  });
});

describe('a field', () => {
  const edited = async (line: string, values: Readonly<Record<string, string>>) => {
    const form = await maya().opens(line);
    await maya().screen.close(await maya().saves(form, values));
  };

  it('is put back from the history, after a window that shows what that means, and so is the putting back', async () => {
    await dossier.anAccount(manager, { name: 'Putback Ltd', city: 'Ulm' });
    await edited('/account edit putback', { city: 'Bonn' });
    const history = await maya().opens('/account history putback');
    const asked = await maya().turned(history, 'Put back City: Ulm');
    expect(wordsOf(asked)).toContain('*City*\nNow: Bonn\nPut back to: *Ulm*');
    expect(wordsOf(asked)).toMatch(new RegExp(`<@${manager}> changed it on \\d{4}-`));
    await maya().sends(asked);
    expect(maya().front().id).toBe(history.id);
    expect(wordsOf(maya().front())).toContain(`<@${manager}> put back\nCity: Bonn → Ulm`);
    expect(wordsOf(await maya().asks('/account putback'))).toContain('Ulm');
    const again = await maya().turned(maya().front(), 'Put back City: Bonn');
    await maya().sends(again);
    expect(wordsOf(maya().front())).toContain('City: Ulm → Bonn');
    await maya().screen.close(maya().front(), true);
  });

  it('of a change of many is chosen in the window', async () => {
    await dossier.anAccount(manager, { name: 'Manyfields Ltd' });
    const values = { city: 'Ulm', source: 'Fair', address: 'Lane 1', website: 'https://many.example', tags: 'vip' };
    await edited('/account edit manyfields', { ...values, contractEnd: '2027-06-30' });
    const history = await maya().opens('/account history manyfields');
    const asked = await maya().turned(history, 'Put back another field…');
    const other = await maya().turned(asked, 'Tags');
    expect(wordsOf(other)).toContain('*Tags*\nNow: vip\nPut back to: *—*');
    await maya().sends(other);
    expect(wordsOf(maya().front())).toContain('Tags: vip → —');
    await maya().screen.close(maya().front(), true);
  });

  it('that somebody changed while the window was open is shown again, and nothing is overwritten unseen', async () => {
    const id = await dossier.anAccount(manager, { name: 'Meanwhile Ltd', city: 'Ulm' });
    await edited('/account edit meanwhile', { city: 'Bonn' });
    const asked = await maya().turned(await maya().opens('/account history meanwhile'), 'Put back City: Ulm');
    await dossier.act(lead, (work) => editAccount(work, { id, version: 2, mine: { city: 'Mainz' } }));
    const shown = await maya().saves(asked);
    expect(wordsOf(shown)).toContain('Somebody changed it while you looked.');
    expect(wordsOf(shown)).toMatch(new RegExp(`Now: Mainz[^]*Since then: <@${lead}> set Mainz on`));
    await maya().sends(shown);
    expect(wordsOf(maya().front())).toContain('City: Mainz → Ulm');
    await maya().screen.close(maya().front(), true);
  });

  it('that stands as it stood is not asked about', async () => {
    await dossier.anAccount(manager, { name: 'Already Ltd', city: 'Ulm' });
    await edited('/account edit already', { city: 'Bonn' });
    await edited('/account edit already', { city: 'Ulm' });
    const asked = await maya().turned(await maya().opens('/account history already'), 'Put back City: Ulm');
    expect(wordsOf(asked)).toContain('There is nothing to put back.');
    expect(asked.submit).toBeNull();
    await maya().screen.close(asked, true);
  });

  it('is refused with the reason where its old value would not be taken today', async () => {
    const id = await dossier.anAccount(manager, { name: 'Loop Ltd' });
    const child = await dossier.anAccount(manager, { name: 'Inner Ltd', parentId: id });
    await dossier.act(manager, (work) => editAccount(work, { id: child, version: 1, mine: { parentId: null } }));
    await dossier.act(manager, (work) => editAccount(work, { id, version: 1, mine: { parentId: child } }));
    const asked = await wang().turned(await wang().opens('/account 历史 inner'), '恢复母公司：Loop Ltd');
    const refused = await wang().saves(asked);
    expect(wordsOf(refused)).toContain('客户不能隶属于自己');
    await wang().screen.close(refused, true);
  });
});

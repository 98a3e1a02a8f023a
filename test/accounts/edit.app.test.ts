import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldValue, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, lead } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const wang = () => dossier.as(lead);

describe('an account’s file', () => {
  it('is changed, and says which fields were', async () => {
    const form = await maya().turned(await maya().asks('/account solvang'), 'Edit');
    const card = await maya().saves(form, { city: 'Aarhus', stageKey: 'negotiating' });
    expect(wordsOf(card)).toContain('Saved: Stage, City.');
    expect(wordsOf(card)).toContain('Aarhus');
    await maya().screen.close(card);
  });

  it('says so when nothing was changed', async () => {
    const form = await maya().opens('/account edit solvang');
    expect(wordsOf(await maya().saves(form))).toContain('Nothing was changed.');
    await maya().screen.close(maya().front());
  });

  it('cannot be changed by a colleague who does not keep it', async () => {
    const answer = await dossier.as(chineseManager).asks('/account acme');
    expect(buttonsOn(answer)).not.toContain('编辑');
    const refused = await dossier.as(chineseManager).asks('/account 编辑 acme');
    expect(wordsOf(refused)).toContain('您的角色不能做这一步');
  });

  it('cannot be its own parent', async () => {
    const form = await maya().opens('/account edit acme');
    const offered = await maya().screen.options(form, { actionId: 'account-pick', blockId: 'parentId' }, 'acme');
    const [acme] = offered.ok ? offered.options : [];
    const errors = await maya().errors(form, { parentId: acme?.value ?? '' });
    expect(errors['parentId']).toContain('An account cannot be part of itself.');
    await maya().screen.close(maya().front());
  });
});

describe('windows on top of each other', () => {
  it('show what was saved when the form above them closes', async () => {
    const card = await maya().turned(await maya().home(), 'Open: Acme Corporation');
    const form = await maya().turned(card, 'Edit');
    await maya().sends(form, { city: 'Lansing' });
    expect(maya().front().id).toBe(card.id);
    expect(wordsOf(maya().front())).toContain('Saved: City.');
    await maya().screen.close(maya().front());
  });

  it('are three at most: over the third the next one takes its place', async () => {
    const form = await maya().opens('/account new Kestrel Energie');
    const card = await maya().turned(await maya().saves(form), 'Open: Kestrel Energy');
    const list = await maya().turned(card, 'Contacts');
    const contact = await maya().turned(list, 'Add a contact');
    expect(maya().screen.views()).toHaveLength(3);
    const after = await maya().saves(contact, { name: 'Third Window' });
    expect(wordsOf(after)).toContain('Third Window');
    await maya().screen.close(after, true);
  });
});

describe('two people at one file', () => {
  it('who change different fields both get their way, without being asked', async () => {
    const mine = await maya().opens('/account edit tidewater');
    const theirs = await wang().opens('/account 编辑 tidewater');
    await wang().saves(theirs, { city: 'Antwerp' });
    const card = await maya().saves(mine, { tags: 'harbour' });
    expect(wordsOf(card)).toContain('Saved: Tags.');
    expect(wordsOf(card)).toContain('Antwerp');
    await maya().screen.close(card);
    await wang().screen.close(wang().front());
  });

  it('who change the same field: the second is told who, when and what, and what they typed stays (T-25)', async () => {
    const mine = await maya().opens('/account edit brightwater');
    const theirs = await wang().opens('/account 编辑 brightwater');
    await wang().saves(theirs, { city: 'York', source: 'Fair' });
    const asked = await maya().saves(mine, { city: 'Hull', remarks: 'Wants samples.' });
    expect(wordsOf(asked)).toContain('Somebody changed the same while you typed.');
    expect(wordsOf(asked)).toMatch(
      new RegExp(`\\*City\\*: <@${lead}> set “York” \\(\\d{4}-\\d\\d-\\d\\d \\w{3} \\d\\d:\\d\\d\\)`),
    );
    expect([fieldValue(asked, 'city'), fieldValue(asked, 'remarks'), fieldValue(asked, 'source')]).toEqual([
      'Hull',
      'Wants samples.',
      'Fair',
    ]);
    const saved = await maya().saves(asked);
    expect(wordsOf(saved)).toContain('Saved: City, Remarks.');
    expect(wordsOf(await maya().asks('/account brightwater'))).toContain('Hull');
    await maya().screen.close(saved);
    await wang().screen.close(wang().front());
  });
});

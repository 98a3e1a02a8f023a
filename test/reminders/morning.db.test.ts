import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { morningJob } from '../../src/reminders/morning.job.ts';
import { morningNotice } from '../../src/reminders/morning.notice.ts';
import { morningSections } from '../../src/reminders/morning-sections.notice.ts';
import { chooseSettings } from '../../src/reminders/settings.flow.ts';
import { usualSettings } from '../../src/reminders/settings.ts';
import { completeTask } from '../../src/tasks/task.flow.ts';
import { aTalk } from '../interactions/talks.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';
import { aReminderDesk, type ReminderDesk } from './desk.ts';

const form = { ...usualSettings, quietFrom: null, quietUntil: null };
const due = (on: string) => ({ on, time: null });
let desk: ReminderDesk;
beforeEach(async () => {
  desk = await aReminderDesk({ jobs: [morningJob], kinds: [morningNotice(morningSections)], people: 2 });
  await desk.at('2026-03-05T02:00:00Z');
});
afterEach(() => desk[Symbol.asyncDispose]());

const account = (name = 'Acme') => desk.house.anAccount(name, { owner: desk.reader });
const states = async () => (await desk.rows()).map(({ kind, state, problem }) => [kind, state, problem]);
/** Friday, 6 March 2026, 08:31 in Shanghai. */
const friday = '2026-03-06T00:31:00Z';

describe('The morning message', () => {
  it('comes once, whatever processes there are and however often they look, and says what is due', async () => {
    const acme = await account();
    await desk.house.aTask(acme, { by: desk.reader, title: 'Send the quote', due: due('2026-03-06') });
    await desk.house.aTask(acme, { by: desk.reader, title: 'Call the fair', due: due('2026-03-04') });
    await desk.house.aTask(acme, { by: desk.reader, title: 'Much later', due: due('2026-03-09') });
    await desk.at('2026-03-06T00:29:00Z');
    await desk.tick();
    expect(desk.messages()).toEqual([]);
    await desk.at(friday);
    await desk.tick(3);
    await desk.tick(2);
    await desk.at('2026-03-06T02:00:00Z');
    await desk.tick(2);
    expect(desk.messages()).toHaveLength(1);
    const words = desk.messages().map(wordsOf).join();
    expect(words).toMatch(/Today, 2026-03-06 Fri[\s\S]*Call the fair[\s\S]*Overdue[\s\S]*Send the quote/);
    expect(words).not.toContain('Much later');
    expect(desk.messages().map(buttonsOn)).toEqual([['Done', 'Done', 'All steps', 'Messages…']]);
    expect(desk.messages(desk.readers[1])).toEqual([]);
    expect(await states()).toEqual(
      expect.arrayContaining([
        ['morning', 'delivered', null],
        ['morning', 'withheld', 'nothing-to-say'],
      ]),
    );
  });

  it('says nothing where there is nothing to say, to whoever wants none, and in the afternoon', async () => {
    await desk.house.as(desk.reader, (work) => chooseSettings(work, { ...form, off: true }));
    await desk.house.aTask(await account(), { by: desk.reader, due: due('2026-03-06') });
    await desk.at(friday);
    await desk.tick();
    expect(desk.messages()).toEqual([]);
    await desk.house.as(desk.reader, (work) => chooseSettings(work, form));
    await desk.at('2026-03-06T04:01:00Z');
    await desk.tick();
    expect(desk.messages()).toEqual([]);
    // The day after is a Saturday; Monday says what Friday could not.
    await desk.at('2026-03-07T00:31:00Z');
    await desk.tick();
    expect(desk.messages()).toEqual([]);
    await desk.at('2026-03-09T00:31:00Z');
    await desk.tick();
    expect(desk.messages()).toHaveLength(1);
  });

  it('loses what is done, keeps no buttons when its day is over, and is left alone from then on', async () => {
    const acme = await account();
    const first = await desk.house.aTask(acme, { by: desk.reader, title: 'Send the quote', due: due('2026-03-06') });
    const second = await desk.house.aTask(acme, { by: desk.reader, title: 'Call the fair', due: due('2026-03-06') });
    await desk.at(friday);
    await desk.tick();
    await desk.house.as(desk.reader, (work) => completeTask(work, first));
    await desk.tick();
    expect(desk.messages().map(wordsOf).join()).not.toContain('Send the quote');
    expect(desk.messages().map(buttonsOn)).toEqual([['Done', 'All steps', 'Messages…']]);
    await desk.house.as(desk.reader, (work) => completeTask(work, second));
    await desk.tick();
    expect(desk.messages().map(wordsOf)).toEqual([expect.stringContaining('Nothing is left')]);
    await desk.house.aTask(acme, { by: desk.reader, title: 'Third', due: due('2026-03-09') });
    await desk.at('2026-03-09T00:31:00Z');
    await desk.tick();
    await desk.tick();
    const [old, today] = desk.messages();
    expect(old && [wordsOf(old), buttonsOn(old)]).toEqual([expect.stringContaining('2026-03-06 Fri'), []]);
    expect(today && wordsOf(today)).toContain('Third');
    const edits = desk.slack.journal.requests('chat.update').length;
    await desk.house.as(desk.reader, (work) => completeTask(work, second));
    await desk.tick();
    expect(desk.slack.journal.requests('chat.update')).toHaveLength(edits);
  });

  it('comes to everybody else where one person’s zone is unknown', async () => {
    await desk.house.aTask(await account(), { by: desk.reader, due: due('2026-03-06') });
    await desk.house.sql(`UPDATE "Member" SET zone = 'Mars/Olympus' WHERE id = $1`, [desk.readers[1]?.memberId]);
    await desk.at(friday);
    await desk.tick();
    expect(desk.messages()).toHaveLength(1);
  });

  it('goes to the deputy of whoever is away, with theirs', async () => {
    const [away, deputy] = desk.readers;
    if (!away || !deputy) throw new Error('two people are wanted');
    await desk.house.aTask(await account(), { by: away, title: 'Send the quote', due: due('2026-03-06') });
    await desk.house.sql(`UPDATE "Member" SET "awayUntil" = '2026-03-08', "deputyId" = $2 WHERE id = $1`, [
      away.memberId,
      deputy.memberId,
    ]);
    await desk.at(friday);
    await desk.tick();
    expect(desk.messages(away)).toEqual([]);
    expect(desk.messages(deputy).map(wordsOf).join()).toContain('Send the quote');
    await desk.at('2026-03-09T00:31:00Z');
    await desk.tick();
    await desk.tick();
    expect(desk.messages(away).map(wordsOf).join()).toContain('Send the quote');
    expect(desk.messages(away).map(wordsOf).join()).not.toContain('Welcome back');
    expect(desk.messages(deputy)).toHaveLength(1);
  });

  it('shows seven lines, says how many more there are, and asks for rights when it is sent (T-68)', async () => {
    const acme = await account();
    for (let i = 0; i < 12; i += 1)
      await desk.house.aTask(acme, { by: desk.reader, title: `Step ${i}`, due: due('2026-03-06') });
    await desk.at(friday);
    await desk.tick();
    expect(
      desk
        .messages()
        .map(buttonsOn)[0]
        ?.filter((label) => label === 'Done'),
    ).toHaveLength(7);
    expect(desk.messages().map(wordsOf).join()).toContain('… and 5 more');
    await desk.house.slackSays(desk.reader, { active: false });
    await desk.at('2026-03-09T00:31:00Z');
    await desk.tick();
    expect(desk.messages()).toHaveLength(1);
  });

  it('tells once, ahead, of a contract that ends and of an account that will be out of cadence', async () => {
    await desk.house.anAccount('Acme', {
      owner: desk.reader,
      values: { tierKey: 'A', contractEnd: '2026-06-14', contractStart: '2024-03-16' },
    });
    await desk.at('2026-03-13T00:31:00Z');
    await desk.tick();
    expect(desk.messages()).toEqual([]);
    await desk.at('2026-03-16T00:31:00Z');
    await desk.tick();
    const words = desk.messages().map(wordsOf).join();
    expect(words).toMatch(
      /Contracts[\s\S]*for 2 years[\s\S]*ends in 90 days[\s\S]*Soon time to talk[\s\S]*talk by 2026-03-19 Thu/,
    );
    await desk.at('2026-03-17T00:31:00Z');
    await desk.tick();
    expect(desk.messages()).toHaveLength(1);
    await desk.at('2026-03-20T00:31:00Z');
    await desk.tick();
    expect(desk.messages().map(wordsOf).at(-1)).toContain('1 account is out of cadence');
  });

  it('tells whoever comes back what others did at their accounts, once', async () => {
    const [away, deputy] = desk.readers;
    if (!away || !deputy) throw new Error('two people are wanted');
    const acme = await account();
    const done = await desk.house.aTask(acme, { by: away, title: 'Send the quote', due: due('2026-03-06') });
    await desk.at(friday);
    await desk.tick();
    await desk.house.sql(`UPDATE "Member" SET "awayUntil" = '2026-03-11', "deputyId" = $2 WHERE id = $1`, [
      away.memberId,
      deputy.memberId,
    ]);
    await desk.at('2026-03-10T02:00:00Z');
    await aTalk(desk.house, deputy, acme.id);
    await aTalk(desk.house, deputy, acme.id);
    await desk.house.as(deputy, (work) => completeTask(work, done));
    await desk.at('2026-03-12T00:31:00Z');
    await desk.tick();
    await desk.tick();
    expect(desk.messages(away).map(wordsOf).at(-1)).toMatch(
      /Welcome back.*<@U2> stood in[\s\S]*Acme[\s\S]*2 talks, 1 step done/,
    );
    await desk.at('2026-03-13T00:31:00Z');
    await desk.tick();
    await desk.tick();
    expect(desk.messages(away)).toHaveLength(2);
  });
});

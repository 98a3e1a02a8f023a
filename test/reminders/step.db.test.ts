import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import { chooseSettings } from '../../src/reminders/settings.flow.ts';
import { usualSettings } from '../../src/reminders/settings.ts';
import { stepJob } from '../../src/reminders/step.job.ts';
import { meetingNotice, stepNotice } from '../../src/reminders/step.notice.ts';
import { completeTask, giveTask, moveTask, reopenTask } from '../../src/tasks/task.flow.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';
import { aReminderDesk, type ReminderDesk } from './desk.ts';

const form = { ...usualSettings, quietFrom: '20:00', quietUntil: '08:00' };
let desk: ReminderDesk;
let acme: Account;
beforeEach(async () => {
  desk = await aReminderDesk({ jobs: [stepJob], kinds: [stepNotice, meetingNotice], people: 2 });
  await desk.at('2026-03-05T02:00:00Z');
  acme = await desk.house.anAccount('Acme', { owner: desk.reader });
});
afterEach(() => desk[Symbol.asyncDispose]());

/** A step on Friday, 6 March 2026, at this time in Shanghai. */
const stepAt = (time: string, title = 'Call Li Wei') =>
  desk.house.aTask(acme, { by: desk.reader, title, due: { on: '2026-03-06', time } });
const said = () => desk.messages().map(wordsOf);
/** What became of the reminders, or of the briefs. */
const reasons = async (kind = 'step') =>
  (await desk.rows()).filter((row) => row['kind'] === kind).map(({ state, problem }) => problem ?? state);
const other = () => {
  const [, person] = desk.readers;
  if (!person) throw new Error('two people are wanted');
  return person;
};

describe('A step with a time', () => {
  it('is reminded of once, at that time in its assignee’s zone, by however many processes', async () => {
    await stepAt('15:00');
    await desk.house.aTask(acme, { by: desk.reader, title: 'A day alone', due: { on: '2026-03-06', time: null } });
    await desk.at('2026-03-06T06:59:30Z');
    await desk.tick(2);
    expect(said()).toEqual([]);
    await desk.at('2026-03-06T07:00:01Z');
    await desk.tick(3);
    await desk.at('2026-03-06T08:00:01Z');
    await desk.tick(2);
    expect(said()).toEqual([expect.stringMatching(/It is time[\s\S]*Call Li Wei[\s\S]*2026-03-06 Fri 15:00/)]);
    expect(said().join()).not.toContain('Overdue');
    expect(desk.messages().map(buttonsOn)).toEqual([['Done']]);
  });

  it('that was moved is reminded of at its new time alone; the old reminder keeps up with what becomes of it', async () => {
    const id = await stepAt('10:00');
    await desk.at('2026-03-06T01:59:00Z');
    await desk.tick();
    await desk.house.as(desk.reader, (work) => moveTask(work, id, { on: '2026-03-06', time: '15:00' }));
    await desk.at('2026-03-06T02:00:01Z');
    await desk.tick();
    expect([said(), await reasons()]).toEqual([[], ['moved']]);
    await desk.at('2026-03-06T07:00:01Z');
    await desk.tick();
    await desk.tick();
    expect(said()).toHaveLength(1);
    await desk.house.as(desk.reader, (work) => completeTask(work, id));
    await desk.tick();
    expect(desk.messages().map(buttonsOn)).toEqual([['Undo', 'Log it']]);
    await desk.house.as(desk.reader, (work) => reopenTask(work, id));
    await desk.tick();
    expect(desk.messages().map(buttonsOn)).toEqual([['Done']]);
    await desk.house.as(desk.reader, (work) => moveTask(work, id, { on: '2026-03-09', time: '15:00' }));
    await desk.tick();
    expect(said()).toEqual([expect.stringMatching(/another time now[\s\S]*2026-03-09 Mon 15:00/)]);
  });

  it('that is done or given away before is not reminded of; its new assignee is', async () => {
    const done = await stepAt('15:00', 'Done before');
    const given = await stepAt('15:00', 'Given away');
    await desk.at('2026-03-06T06:59:00Z');
    await desk.tick();
    await desk.house.as(desk.reader, (work) => completeTask(work, done));
    await desk.house.as(desk.reader, (work) => giveTask(work, given, other().memberId));
    await desk.at('2026-03-06T07:00:01Z');
    await desk.tick();
    await desk.tick();
    expect([said(), (await reasons()).sort()]).toEqual([[], ['delivered', 'done', 'given']]);
    expect(desk.messages(other()).map(wordsOf).join()).toContain('Given away');
    await desk.house.as(desk.reader, (work) => giveTask(work, given, desk.reader.memberId));
    await desk.tick();
    expect(desk.messages(other()).map(buttonsOn)).toEqual([[]]);
  });

  it('waits for the morning in quiet hours, for whoever wants no reminders, and after three in a day', async () => {
    await desk.house.as(desk.reader, (work) => chooseSettings(work, form));
    await stepAt('20:30', 'In quiet hours');
    for (const time of ['09:00', '10:00', '11:00', '14:00']) await stepAt(time, `At ${time}`);
    for (const at of ['01:00:01', '02:00:01', '03:00:01', '06:00:01', '12:30:01']) {
      await desk.at(`2026-03-06T${at}Z`);
      await desk.tick();
    }
    expect(said()).toHaveLength(3);
    expect((await reasons()).slice(3)).toEqual(['enough-for-today', 'quiet']);
    await desk.house.as(desk.reader, (work) => chooseSettings(work, { ...form, atOnce: ['brief'] }));
    await desk.house.aTask(acme, { by: desk.reader, title: 'Next day', due: { on: '2026-03-09', time: '10:00' } });
    await desk.at('2026-03-09T02:00:01Z');
    await desk.tick();
    expect((await reasons()).at(-1)).toBe('not-wanted');
  });

  it('is the deputy’s while its assignee is away', async () => {
    await stepAt('15:00');
    await desk.house.sql(`UPDATE "Member" SET "awayUntil" = '2026-03-08', "deputyId" = $2 WHERE id = $1`, [
      desk.reader.memberId,
      other().memberId,
    ]);
    await desk.at('2026-03-06T07:00:01Z');
    await desk.tick();
    expect([said().length, desk.messages(other()).map(wordsOf).join()]).toEqual([
      0,
      expect.stringContaining('Call Li Wei'),
    ]);
  });

  it('is not reminded of when its time was long ago: a pause ends without a burst', async () => {
    await stepAt('09:00');
    await stepAt('14:00', 'An hour ago');
    await desk.at('2026-03-06T07:00:01Z');
    await desk.tick();
    expect(said()).toEqual([expect.stringContaining('An hour ago')]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:01Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:01Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:01Z'],
    ['Asia/Shanghai', '2028-02-29', '10:00', '2028-02-29T02:00:01Z'],
    ['Asia/Kolkata', '2026-04-30', '09:00', '2026-04-30T03:30:01Z'],
  ])('has its time where the clocks of %s change on %s at %s', async (zone, on, time, moment) => {
    await desk.house.sql(`UPDATE "Member" SET zone = $2 WHERE id = $1`, [desk.reader.memberId, zone]);
    await desk.house.as(desk.reader, (work) => chooseSettings(work, { ...form, quietFrom: null, quietUntil: null }));
    await desk.house.aTask(acme, { by: desk.reader, due: { on, time } });
    await desk.at(new Date(new Date(moment).getTime() - 60_000).toISOString());
    await desk.tick();
    expect(said()).toEqual([]);
    await desk.at(moment);
    await desk.tick(2);
    expect(said()).toHaveLength(1);
  });
});

describe('The brief before a meeting', () => {
  it('comes once, an hour before a step that is a meeting, and not before other steps', async () => {
    await stepAt('15:00', 'Meet Li Wei');
    await stepAt('15:05', 'Send the quote');
    await desk.at('2026-03-06T05:59:30Z');
    await desk.tick(2);
    expect(said()).toEqual([]);
    await desk.at('2026-03-06T06:00:01Z');
    await desk.tick(2);
    await desk.at('2026-03-06T06:06:01Z');
    await desk.tick();
    expect(said()).toEqual([expect.stringMatching(/At 15:00: \*Meet Li Wei\*[\s\S]*Acme/)]);
    expect((await reasons('brief')).sort()).toEqual(['delivered', 'no-meeting']);
    await desk.at('2026-03-06T07:00:01Z');
    await desk.tick();
    expect(said()).toHaveLength(2);
  });

  it('does not come for a meeting that was moved, or to whoever wants none; it comes late for one agreed just before', async () => {
    const id = await stepAt('15:00', '拜访李总');
    await desk.at('2026-03-06T05:59:30Z');
    await desk.tick();
    await desk.house.as(desk.reader, (work) => moveTask(work, id, { on: '2026-03-06', time: '17:00' }));
    await desk.at('2026-03-06T06:00:01Z');
    await desk.tick();
    expect([said(), await reasons('brief')]).toEqual([[], ['moved']]);
    await desk.at('2026-03-06T08:30:00Z');
    await desk.tick();
    await desk.tick();
    expect(said()).toHaveLength(1);
    await desk.house.as(desk.reader, (work) => chooseSettings(work, { ...form, atOnce: ['step'] }));
    await stepAt('18:00', 'Meet Li Wei');
    await desk.at('2026-03-06T09:10:00Z');
    await desk.tick();
    await desk.tick();
    expect((await reasons('brief')).sort()).toEqual(['delivered', 'moved', 'not-wanted']);
  });
});

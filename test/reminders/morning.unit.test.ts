import { describe, expect, it } from 'vitest';
import { type Listener, morningDue, shareOut } from '../../src/reminders/morning.ts';
import { isQuiet, type Settings, usualSettings } from '../../src/reminders/settings.ts';
import { soonOut } from '../../src/reminders/soon.ts';

const somebody = (zone: string, settings: Partial<Settings> = {}, more: Partial<Listener> = {}): Listener => ({
  memberId: 'm',
  slackUserId: 'U1',
  zone,
  isLead: false,
  awayUntil: null,
  settings: { ...usualSettings, ...settings },
  ...more,
});
const dayAt = (who: Listener, at: string) => morningDue(who, new Date(at))?.day ?? null;

describe('The morning message', () => {
  it('is due from 08:30 until noon of the person’s own zone, on working days', () => {
    const berlin = somebody('Europe/Berlin');
    expect(dayAt(berlin, '2026-03-06T07:29:59Z')).toBeNull();
    expect(dayAt(berlin, '2026-03-06T07:30:00Z')).toBe('2026-03-06');
    expect(dayAt(berlin, '2026-03-06T10:59:00Z')).toBe('2026-03-06');
    expect(dayAt(berlin, '2026-03-06T11:00:00Z')).toBeNull();
    expect(dayAt(berlin, '2026-03-07T08:00:00Z')).toBeNull();
    expect(dayAt(somebody('Pacific/Kiritimati'), '2026-03-31T19:00:00Z')).toBe('2026-04-01');
    expect(morningDue(berlin, new Date('2026-03-06T08:00:00Z'))?.expiresAt).toEqual(new Date('2026-03-06T11:00:00Z'));
  });

  it('keeps its hour when the clocks change, and a time that they leave out is as good as past', () => {
    const newYork = somebody('America/New_York', { calendar: 'weekend' });
    expect(dayAt(newYork, '2026-03-06T13:29:00Z')).toBeNull();
    expect(dayAt(newYork, '2026-03-06T13:30:00Z')).toBe('2026-03-06');
    expect(dayAt(newYork, '2026-03-09T12:29:00Z')).toBeNull();
    expect(dayAt(newYork, '2026-03-09T12:30:00Z')).toBe('2026-03-09');
    // Half an hour forward at two in the morning, on a Sunday: Lord Howe works on Monday all the same.
    expect(dayAt(somebody('Australia/Lord_Howe'), '2026-10-04T21:30:00Z')).toBe('2026-10-05');
    // Cairo goes from 00:00 to 01:00 on a Friday.
    const early = somebody('Africa/Cairo', { morningAt: '00:30' });
    expect(dayAt(early, '2026-04-23T21:59:00Z')).toBe(null);
    expect(dayAt(early, '2026-04-23T22:00:00Z')).toBe('2026-04-24');
  });

  it('follows China’s holidays and make-up days for people there, or whose calendar they chose', () => {
    const shanghai = somebody('Asia/Shanghai');
    expect(dayAt(shanghai, '2026-02-17T01:00:00Z')).toBeNull();
    expect(dayAt(shanghai, '2026-02-14T01:00:00Z')).toBe('2026-02-14');
    expect(dayAt(somebody('Asia/Shanghai', { calendar: 'weekend' }), '2026-02-17T01:00:00Z')).toBe('2026-02-17');
    expect(dayAt(somebody('Asia/Shanghai', { calendar: 'weekend' }), '2026-02-14T01:00:00Z')).toBeNull();
  });

  it('comes to leads half an hour earlier on the first working day of a week', () => {
    const lead = somebody('Asia/Shanghai', {}, { isLead: true });
    expect(dayAt(lead, '2026-03-02T00:00:00Z')).toBe('2026-03-02');
    expect(dayAt(lead, '2026-03-03T00:00:00Z')).toBeNull();
    // The Spring Festival ends on Monday, 23 February.
    expect(dayAt(lead, '2026-02-24T00:00:00Z')).toBe('2026-02-24');
    expect(dayAt(lead, '2026-02-25T00:00:00Z')).toBeNull();
    const own = somebody('Asia/Shanghai', { morningAt: '09:15' }, { isLead: true });
    expect(dayAt(own, '2026-03-02T01:14:00Z')).toBeNull();
    expect(dayAt(own, '2026-03-02T01:15:00Z')).toBe('2026-03-02');
  });

  it('does not come to whoever turned everything off or is away', () => {
    expect(dayAt(somebody('UTC', { off: true }), '2026-03-06T09:00:00Z')).toBeNull();
    expect(dayAt(somebody('UTC', {}, { awayUntil: '2026-03-06' }), '2026-03-06T09:00:00Z')).toBeNull();
    expect(dayAt(somebody('UTC', {}, { awayUntil: '2026-03-05' }), '2026-03-06T09:00:00Z')).toBe('2026-03-06');
  });

  it('shares its seven lines out: something of everything, the rest to the weightiest', () => {
    expect(shareOut([])).toEqual([]);
    expect(shareOut([2, 3])).toEqual([2, 3]);
    expect(shareOut([0, 20, 20, 1])).toEqual([0, 5, 1, 1]);
    expect(shareOut([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0]);
  });
});

describe('Quiet hours', () => {
  it('may go over midnight, and their end is not in them', () => {
    const night = { quiet: { from: '20:00', until: '08:00' } };
    expect(['19:59', '20:00', '00:00', '07:59', '08:00'].map((time) => isQuiet(night, time))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    const lunch = { quiet: { from: '12:00', until: '13:00' } };
    expect(['11:59', '12:30', '13:00'].map((time) => isQuiet(lunch, time))).toEqual([false, true, false]);
    expect(isQuiet({ quiet: null }, '03:00')).toBe(false);
  });
});

describe('An account that will soon be out of cadence', () => {
  const line = (everyDays: number, nextOn: string, more = {}) => ({
    account: { id: `${everyDays}`, number: 1, name: 'Acme' },
    owner: null,
    lastTwoWayOn: null,
    cadence: { everyDays, nextOn, state: 'in' as const, daysOver: 0, snoozedUntil: null, ...more },
  });
  const on = (day: string, since: string, ...lines: ReturnType<typeof line>[]) =>
    soonOut(lines, { day, since }).map(({ account }) => account.id);

  it('is told of once: 3, 5 or 7 days before, or on the next morning there is', () => {
    const lines = [line(14, '2026-03-09'), line(30, '2026-03-11'), line(60, '2026-03-13')];
    expect(on('2026-03-05', '2026-03-04', ...lines)).toEqual([]);
    expect(on('2026-03-06', '2026-03-05', ...lines)).toEqual(['14', '30', '60']);
    expect(on('2026-03-09', '2026-03-06', ...lines)).toEqual([]);
    expect(on('2026-03-09', '2026-03-05', ...lines)).toEqual(['14', '30', '60']);
  });

  it('is not told of while it is paused', () => {
    expect(on('2026-03-06', '2026-03-05', line(14, '2026-03-09', { snoozedUntil: '2026-03-20' }))).toEqual([]);
  });
});

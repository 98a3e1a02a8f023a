import { expect, test } from 'vitest';
import { readDue } from '../../src/due/due-words.ts';
import { dueSaid } from './due-said.ts';

/** Friday 27 November 2026, ten in the morning in Berlin. */
const friday = new Date('2026-11-27T09:00:00Z');
const zone = 'Europe/Berlin';
const said = (text: string, now = friday): string => dueSaid(text, now, zone, 'en');

test.each([
  ['friday', '2026-12-04 also 2026-11-27'],
  ['Friday', '2026-12-04 also 2026-11-27'],
  ['fri', '2026-12-04 also 2026-11-27'],
  ['firday', '2026-12-04 also 2026-11-27'],
  ['monday', '2026-11-30'],
  ['Tues', '2026-12-01'],
  ['wednesday', '2026-12-02'],
  ['wendesday', '2026-12-02'],
  ['thursday', '2026-12-03'],
  ['thurs', '2026-12-03'],
  ['saturday', '2026-11-28'],
  ['sunday', '2026-11-29'],
  ['next friday', '2026-12-04'],
  ['next monday', '2026-11-30'],
  ['next wed', '2026-12-02'],
  ['next sunday', '2026-12-06 also 2026-11-29'],
  ['this friday', '2026-11-27'],
  ['this sunday', '2026-11-29'],
  ['this wednesday', 'ask 2026-12-02'],
  ['coming tuesday', '2026-12-01'],
  ['friday next week', '2026-12-04'],
  ['next week wednesday', '2026-12-02'],
  ['a week from friday', '2026-12-11'],
  ['two weeks from monday', '2026-12-14'],
  ['today', '2026-11-27'],
  ['tomorrow', '2026-11-28'],
  ['tommorrow', '2026-11-28'],
  ['tmrw', '2026-11-28'],
  ['the day after tomorrow', '2026-11-29'],
  ['in 3 days', '2026-11-30'],
  ['in three days', '2026-11-30'],
  ['within 3 days', '2026-11-30'],
  ['in a week', '2026-12-04'],
  ['in two weeks', '2026-12-11'],
  ['in a fortnight', '2026-12-11'],
  ["in two weeks' time", '2026-12-11'],
  ['in a couple of weeks', '2026-12-11'],
  ['2 weeks from now', '2026-12-11'],
  ['in a month', '2026-12-27'],
  ['in 3 months', '2027-02-27'],
  ['in half a year', '2027-05-27'],
  ['in 3 business days', '2026-12-02'],
  ['eod', '2026-11-27'],
  ['end of day', '2026-11-27'],
  ['eow', '2026-11-27'],
  ['end of week', '2026-11-27'],
  ['the end of the week', '2026-11-27'],
  ['this week', '2026-11-27'],
  ['this weekend', '2026-11-28'],
  ['next week', '2026-11-30 also 2026-12-04'],
  ['early next week', '2026-11-30 also 2026-12-04'],
  ['mid next week', '2026-12-02'],
  ['end of next week', '2026-12-04'],
  ['the week after next', '2026-12-07'],
  ['end of month', '2026-11-30'],
  ['eom', '2026-11-30'],
  ['month end', '2026-11-30'],
  ['end of the month', '2026-11-30'],
  ['end of next month', '2026-12-31'],
  ['next month', '2026-12-01'],
  ['mid december', '2026-12-15'],
  ['end of january', '2027-01-31'],
  ['early March', '2027-03-01'],
  ['end of quarter', '2026-12-31'],
  ['end of Q1', '2027-03-31'],
  ['Q1 end', '2027-03-31'],
  ['year end', '2026-12-31'],
  ['eoy', '2026-12-31'],
  ['the 15th', '2026-12-15'],
  ['the 27th', '2026-11-27'],
  ['the 31st', '2026-12-31'],
  ['the 5th of next month', '2026-12-05'],
  ['27 Nov', '2026-11-27'],
  ['26 Nov', '2027-11-26'],
  ['28 november', '2026-11-28'],
  ['3rd of December', '2026-12-03'],
  ['the 3rd of December', '2026-12-03'],
  ['Dec 3rd', '2026-12-03'],
  ['December 3, 2026', '2026-12-03'],
  ['3-Dec-2026', '2026-12-03'],
  ['15 May', '2027-05-15'],
  ['March 1', '2027-03-01'],
  ['29 Feb 2028', '2028-02-29'],
  ['2026-11-27', '2026-11-27'],
  ['2027/01/05', '2027-01-05'],
  ['28.11.2026', '2026-11-28'],
  ['28/11/2026', '2026-11-28'],
  ['03/04/2027', 'ask 2027-04-03 | 2027-03-04'],
  ['3/4', 'ask 2027-04-03 | 2027-03-04'],
  ['4/4', '2027-04-04'],
  ['13/4', '2027-04-13'],
  ['12/25', '2026-12-25'],
  ['friday 4 dec', '2026-12-04'],
  ['Friday, 11 December', '2026-12-11'],
  ['friday 5 dec', 'ask 2026-12-04 | 2026-12-05'],
  ['friday 12/4', '2026-12-04'],
])('"%s", said on a Friday, is %s', (text, due) => {
  expect(said(text)).toBe(due);
  expect(said(`send quote ${text}`)).toBe(due);
  expect(said(`send quote by ${text}.`)).toBe(due);
});

test.each([
  ['friday 3pm', '2026-12-04 15:00 also 2026-11-27'],
  ['friday at 3', '2026-12-04 15:00 also 2026-11-27'],
  ['saturday at 9', '2026-11-28 09:00'],
  ['saturday 10:30', '2026-11-28 10:30'],
  ['tomorrow at 3:30 p.m.', '2026-11-28 15:30'],
  ['tomorrow 3.30pm', '2026-11-28 15:30'],
  ['tomorrow morning', '2026-11-28 09:00'],
  ['tomorrow afternoon', '2026-11-28 14:00'],
  ['tomorrow evening at 8', '2026-11-28 20:00'],
  ['saturday morning at 10', '2026-11-28 10:00'],
  ['tomorrow noon', '2026-11-28 12:00'],
  ['3pm tomorrow', '2026-11-28 15:00'],
  ['9-11am tomorrow', '2026-11-28 09:00'],
  ['tonight', '2026-11-27 18:00'],
  ['this morning', '2026-11-27'],
  ['this afternoon', '2026-11-27 14:00'],
  ['monday eod', '2026-11-30'],
  ['eod monday', '2026-11-30'],
  ['at 15:00', '2026-11-27 15:00'],
  ['10:30', '2026-11-27 10:30'],
  ['8am', '2026-11-28 08:00'],
  ['Dec 3rd, 2026 at 3:30 pm', '2026-12-03 15:30'],
  ['in 2 hours', '2026-11-27 12:00'],
  ['in half an hour', '2026-11-27 10:30'],
  ['in 15 hours', '2026-11-28 01:00'],
  ['on 3 Dec, 14:00', '2026-12-03 14:00'],
])('"%s" is %s: a part of the day is the hour it begins at', (text, due) => {
  expect(said(text)).toBe(due);
  expect(said(`call Li ${text}`)).toBe(due);
});

test.each([
  'met May and April',
  'sat with Mark',
  'second quote',
  'the 2nd offer',
  'send 2nd draft',
  'march ahead',
  'may',
  'call May',
  'they may agree',
  'ask Mark about May',
  'enjoy the sun',
  'wed in June',
  'mon ami',
  'a second opinion',
  'Black Friday campaign',
  'last friday’s notes',
  'minutes of last friday',
  'call after friday',
  'from monday on',
  'soon',
  'asap',
  'in a few days',
  'May 5 times',
  '5 may need approval',
  '24/7 support',
  '1/2 price',
  '2/3 of the order',
  'version 3/4b',
  'KA-12/4',
  'https://acme.test/3/4',
  'Q1 report',
  'October report',
  '50/50',
  '31 Feb',
  '30/2',
  '2025-01-05',
  'ratio 3:1',
  'release 9.12.',
  '11/30/26',
  'meet at 5 percent',
  'monday after next',
  'week 48',
  'room 15',
  '4th floor',
  'today’s',
  'Fridays',
])('"%s" holds no day: nothing is guessed', (text) => {
  const read = readDue(text, { now: friday, zone, language: 'en' });
  expect(read.kind === 'ask' ? 'ask' : read).toEqual(text === 'today’s' ? 'ask' : { kind: 'none', title: text });
});

test.each([
  ['prepare Friday’s meeting', 'ask 2026-12-04'],
  ['send the friday report', 'ask 2026-12-04'],
  ['confirm Friday’s meeting tomorrow', '2026-11-28'],
  ['friday or monday', 'ask 2026-12-04 | 2026-11-30'],
  ['quote monday, demo tuesday', 'ask 2026-11-30 | 2026-12-01'],
  ['send by monday for the demo on 3 dec', '2026-11-30'],
  ['28-30 Nov', 'ask 2026-11-28 | 2026-11-30'],
  ['monday-wednesday', 'ask 2026-11-30 | 2026-12-02'],
  ['monday call Li at 3pm', '2026-11-30 15:00'],
  ['send by 9.12.', '2026-12-09'],
  ['every monday report', '2026-11-30'],
])('"%s": %s', (text, due) => {
  expect(said(text)).toBe(due);
});

test('what is a day depends on the day it is said: at month ends, on New Year’s Eve, on a leap day', () => {
  const newYearsEve = new Date('2026-12-31T09:00:00Z');
  expect(said('end of month', newYearsEve)).toBe('2026-12-31');
  expect(said('tomorrow', newYearsEve)).toBe('2027-01-01');
  expect(said('next month', newYearsEve)).toBe('2027-01-01');
  expect(said('31 Dec', newYearsEve)).toBe('2026-12-31');
  expect(said('30 Dec', newYearsEve)).toBe('2027-12-30');
  expect(said('in 2 months', newYearsEve)).toBe('2027-02-28');
  expect(said('thursday', newYearsEve)).toBe('2027-01-07 also 2026-12-31');

  const leapDay = new Date('2028-02-29T09:00:00Z');
  expect(said('29 Feb', leapDay)).toBe('2028-02-29');
  expect(said('the 30th', leapDay)).toBe('2028-03-30');
  expect(said('in a year', leapDay)).toBe('2029-02-28');
  expect(said('3/1', leapDay)).toBe('ask 2029-01-03 | 2028-03-01');

  const saturday = new Date('2026-11-28T09:00:00Z');
  expect(said('next friday', saturday)).toBe('2026-12-04');
  expect(said('end of week', saturday)).toBe('2026-12-04');
  expect(said('this weekend', saturday)).toBe('2026-11-28');
  expect(said('next sunday', saturday)).toBe('2026-12-06 also 2026-11-29');
});

import { expect, test } from 'vitest';
import { readDue } from '../../src/due/due-words.ts';

/** Friday 27 November 2026, ten in the morning in Berlin. */
const friday = new Date('2026-11-27T09:00:00Z');
const zone = 'Europe/Berlin';

test.each([
  ['send quote friday', 'send quote'],
  ['send quote by friday', 'send quote'],
  ['send quote before the 15th', 'send quote'],
  ['send quote no later than friday', 'send quote'],
  ['send quote friday at the latest', 'send quote'],
  ['send quote friday to Li', 'send quote to Li'],
  ['friday: send quote', 'send quote'],
  ['on friday, send quote', 'send quote'],
  ['on the 15th send quote', 'send quote'],
  ['call May on friday', 'call May'],
  ['call 3/4', 'call'],
  ['call 3/4 about price', 'call about price'],
  ['send offer (by friday)', 'send offer'],
  ['send offer, friday, to Li', 'send offer, to Li'],
  ['friday call Li at 3pm', 'call Li'],
  ['call Li at 15:00 on friday about A/B', 'call Li about A/B'],
  ['send to Acme Inc. by friday', 'send to Acme Inc.'],
  ['friday', 'friday'],
  ['by friday', 'by friday'],
  ['every friday send report', 'every friday send report'],
  ['prepare Friday’s meeting', 'prepare Friday’s meeting'],
  ['  send   quote  ', 'send   quote'],
  ['周五 send quote', 'send quote'],
])('of "%s" the title is "%s" (R12)', (text, title) => {
  expect(readDue(text, { now: friday, zone, language: 'en' }).title).toBe(title);
});

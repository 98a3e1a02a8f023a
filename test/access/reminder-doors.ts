import { myContractDates } from '../../src/reminders/date-news.query.ts';
import { whyNotNow } from '../../src/reminders/immediate.query.ts';
import { myReturn } from '../../src/reminders/return.query.ts';
import { chooseSettings } from '../../src/reminders/settings.flow.ts';
import { mySettings } from '../../src/reminders/settings.query.ts';
import { usualSettings } from '../../src/reminders/settings.ts';
import { type Door, door } from './door.ts';

const form = { ...usualSettings, quietFrom: null, quietUntil: null };

export const reminderDoors: Readonly<Record<string, Door>> = {
  'reminders/date-news.query.ts myContractDates': door('account.read', (work) => myContractDates(work)),
  'reminders/immediate.query.ts whyNotNow': door('preferences.edit', (work) => whyNotNow(work, 'step')),
  'reminders/return.query.ts myReturn': door('account.read', (work) =>
    myReturn(work, { day: '2026-03-06', since: '2026-03-05' }),
  ),
  'reminders/settings.flow.ts chooseSettings': door('preferences.edit', (work) => chooseSettings(work, form)),
  'reminders/settings.query.ts mySettings': door('preferences.edit', (work) => mySettings(work)),
};

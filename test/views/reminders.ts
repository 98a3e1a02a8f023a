import { usualSettings } from '../../src/reminders/settings.ts';
import { settingsModal, settingsRow } from '../../src/reminders/settings.view.ts';
import { type Builders, window } from './surface.ts';

export const reminderViews: Builders = {
  'settings.view settingsRow': ({ language, count }) => [
    { home: [settingsRow({ ...usualSettings, off: count === 0, quiet: null }, language)] },
  ],
  'settings.view settingsModal': ({ language, count, text }) => [
    window(settingsModal({ ...usualSettings, off: count > 0, atOnce: [] }, { home: text.slice(0, 100) }, language)),
    window(settingsModal({ ...usualSettings, morningAt: '07:15', calendar: 'china' }, { home: null }, language)),
  ],
};

import { cadenceBlocks } from '../../src/cadence/cadence.view.ts';
import { dateBlocks } from '../../src/reminders/date-news.view.ts';
import { doneMessage, morningMessage, overMessage } from '../../src/reminders/morning.view.ts';
import type { MorningPart } from '../../src/reminders/morning-wiring.ts';
import { meanwhileBlocks } from '../../src/reminders/return.view.ts';
import { usualSettings } from '../../src/reminders/settings.ts';
import { settingsModal, settingsRow } from '../../src/reminders/settings.view.ts';
import { meetingMessage, stepMessage } from '../../src/reminders/step.view.ts';
import { rich } from '../../src/slack/text.ts';
import { taskBlocks } from '../../src/tasks/task-row.view.ts';
import { briefsOf } from '../support/hostile-brief.ts';
import { cadencesOf } from '../support/hostile-day.ts';
import { type Hostile, idOf, readerOf } from '../support/hostile-facts.ts';
import { taskLinesOf } from '../support/hostile-tasks.ts';
import { type Builders, message, window } from './surface.ts';

/** A morning on which everything is due. */
const partsOf = (h: Hostile): readonly MorningPart[] => {
  const steps = taskLinesOf(h).map((line) => taskBlocks(line, readerOf(h)));
  const accounts = cadencesOf(h).map((line) => cadenceBlocks(line, readerOf(h), { me: 'me' }));
  return [steps, accounts].map((lines) => ({ heading: rich`${h.text}`, lines, count: h.count }));
};
const day = { day: '2026-03-06' };

export const reminderViews: Builders = {
  'date-news.view dateBlocks': (h) =>
    (['ends', 'notice', 'anniversary'] as const).map((what) =>
      message({
        text: '',
        blocks: dateBlocks(
          { account: { id: idOf(1), name: h.text }, what, on: '2026-03-06', years: h.count },
          readerOf(h),
        ),
      }),
    ),
  'morning.view morningMessage': (h) => [message(morningMessage(partsOf(h), day, h))],
  'morning.view doneMessage': (h) => [message(doneMessage(h))],
  'morning.view overMessage': (h) => [message(overMessage(day, h))],
  'step.view meetingMessage': (h) => {
    const [line] = taskLinesOf({ ...h, count: 1 });
    return line ? briefsOf(h).map((brief) => message(meetingMessage(brief, line, readerOf(h)))) : [];
  },
  'step.view stepMessage': (h) =>
    taskLinesOf({ ...h, count: 3 }).flatMap((line) =>
      (['due', 'moved', 'done', 'dropped', 'given'] as const).map((state) =>
        message(stepMessage(line, state, readerOf(h))),
      ),
    ),
  'return.view meanwhileBlocks': ({ text, count, language }) => [
    message({
      text: '',
      blocks: meanwhileBlocks({ account: { id: idOf(1), name: text }, talks: count, steps: count }, language),
    }),
  ],
  'settings.view settingsRow': ({ language, count }) => [
    { home: [settingsRow({ ...usualSettings, off: count === 0, quiet: null }, language)] },
  ],
  'settings.view settingsModal': ({ language, count, text }) => [
    window(settingsModal({ ...usualSettings, off: count > 0, atOnce: [] }, { home: text.slice(0, 100) }, language)),
    window(settingsModal({ ...usualSettings, morningAt: '07:15', calendar: 'china' }, { home: null }, language)),
  ],
};

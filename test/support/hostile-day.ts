import type { Absences } from '../../src/access/absence.ts';
import type { CadenceLine } from '../../src/cadence/cadence.ts';
import type { Day, HomeFacts } from '../../src/desk/home.ts';
import { usualSettings } from '../../src/reminders/settings.ts';
import { talksOf } from '../views/interactions.ts';
import { at, type Hostile, idOf, known, linesOf, readerOf, times } from './hostile-facts.ts';
import { newsOf, orphansOf } from './hostile-handover.ts';
import { taskLinesOf } from './hostile-tasks.ts';

export const absencesOf = ({ count, text }: Hostile): Absences => ({
  mine: { until: '2026-12-31', deputy: count === 0 ? null : { name: text, slackUserId: known.user } },
  standsInFor: times(count, () => ({ name: text, slackUserId: known.user, until: '2026-12-31' })),
});

/** In time, late, and paused, in turn. */
export const cadencesOf = ({ count, text }: Hostile): readonly CadenceLine[] =>
  times(count, (i) => ({
    account: { id: idOf(i), number: i, name: text },
    owner:
      i % 3 === 0
        ? null
        : { memberId: idOf(i), name: text, slackUserId: known.user, standIn: i % 2 === 0 ? text : null },
    lastTwoWayOn: i % 2 === 0 ? '2026-01-02' : null,
    cadence: {
      everyDays: [1, 7, 14, 30, 60, 365, 11][i % 7] ?? 7,
      nextOn: '2026-02-03',
      state: (['in', 'out', 'snoozed'] as const)[i % 3] ?? 'in',
      daysOver: i,
      snoozedUntil: i % 3 === 2 ? '2026-04-05' : null,
    },
  }));

export const dayOf = (hostile: Hostile): Day => ({
  mayTasks: true,
  due: taskLinesOf(hostile),
  isMoreDue: true,
  out: { lines: cadencesOf(hostile), count: hostile.count },
});

/** A Home as full as it can be: of one's own day, and of a team's. */
export function homesOf(hostile: Hostile): readonly HomeFacts[] {
  const home = { reader: readerOf(hostile), me: idOf(0), languageOverride: 'zh' };
  const handovers = newsOf(hostile).map((news, i) => ({ ...news, handoverId: idOf(i) }));
  const desk = {
    isAdministrator: true,
    mayTeam: true,
    absences: absencesOf(hostile),
    messages: usualSettings,
    waiting: { handovers, orphans: orphansOf(hostile) },
    day: dayOf(hostile),
  };
  const own = {
    of: 'me' as const,
    logs: talksOf(hostile),
    mayLog: true,
    mine: { lines: linesOf(hostile), next: idOf(1) },
    mineCount: hostile.count,
    shownBefore: 15,
    recent: linesOf(hostile),
    drafts: times(hostile.count, (i) => ({ id: idOf(i), line: hostile.text, at })),
  };
  return [
    { ...home, desk: null },
    { ...home, desk: { ...desk, lists: own } },
    { ...home, desk: { ...desk, mayTeam: false, waiting: { handovers, orphans: [] }, lists: own } },
    { ...home, desk: { ...desk, lists: { of: 'team', isLead: hostile.count > 0 } } },
  ];
}

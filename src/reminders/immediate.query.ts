import { keptAbsence } from '../access/absence.store.ts';
import { isAwayOn } from '../access/absence.ts';
import type { Work } from '../db/work.ts';
import { dayIn, timeIn } from '../lib/date.ts';
import { momentOf } from '../lib/wall-clock.ts';
import { type Hearing, reasonToWait } from './immediate.ts';
import { saidSince } from './said.store.ts';
import { mySettings } from './settings.query.ts';
import type { Immediate } from './settings.ts';

/** Why the acting person is not to be told this now; null when they are. */
export async function whyNotNow(work: Work, what: Immediate): Promise<ReturnType<typeof reasonToWait>> {
  const { db, actor, now } = work;
  const day = dayIn(now, actor.zone);
  const hearing: Hearing = {
    settings: await mySettings(work),
    isAway: isAwayOn((await keptAbsence(db, actor.memberId)).until, day),
    time: timeIn(now, actor.zone),
    said: await saidSince(db, actor.slackUserId, momentOf(day, '00:00', actor.zone)),
  };
  return reasonToWait(what, hearing);
}

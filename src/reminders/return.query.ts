import { keptAbsence } from '../access/absence.store.ts';
import { membersById } from '../access/member.store.ts';
import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { momentOf } from '../lib/wall-clock.ts';
import type { MorningOf } from './morning-wiring.ts';
import { doneMeanwhile } from './return.store.ts';
import { isBack, type Return } from './return.ts';

/** What has happened at the acting person's accounts while they were away; null on every morning but the first one back. */
export async function myReturn(work: Work, of: MorningOf): Promise<Return | null> {
  const { db, actor } = work;
  authorise(actor, 'account.read');
  const { until, deputyId } = await keptAbsence(db, actor.memberId);
  if (!isBack(until, of)) return null;
  const since = momentOf(of.since, '00:00', actor.zone);
  const [deputy] = deputyId === null ? [] : await membersById(db, [deputyId]);
  const accounts = await doneMeanwhile(db, actor.memberId, since);
  return { deputy: deputy?.slackUserId ?? null, accounts };
}

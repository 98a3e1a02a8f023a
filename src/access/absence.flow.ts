import { record } from '../audit/audit.store.ts';
import { changesBetween } from '../audit/audit.ts';
import type { Work } from '../db/work.ts';
import type { Language } from '../i18n/language.ts';
import { dayIn } from '../lib/date.ts';
import { keptAbsence, saveAbsence } from './absence.store.ts';
import { type AbsenceProblem, isAwayOn, untilProblem } from './absence.ts';
import { findMember, lockMembers, membersById } from './member.store.ts';
import { languageOfMember, type MemberRow } from './member.ts';
import { authorise } from './policy.ts';

/** A colleague who is to be told, and in which language they read. */
interface Told {
  readonly slackUserId: string;
  readonly language: Language;
}
const told = (member: MemberRow): Told => ({
  slackUserId: member.slackUserId,
  language: languageOfMember(member),
});

export type AbsenceSet =
  | { readonly ok: true; readonly until: string; readonly deputy: Told }
  | { readonly ok: false; readonly problem: AbsenceProblem }
  /** The deputy is away too, and whoever stands in for them does not stand in for the acting person. */
  | { readonly ok: false; readonly problem: 'deputy-away'; readonly until: string; readonly slackUserId: string };

/**
 * The acting person is away until a day, that day included, and a colleague stands in: until then this one has the
 * rights of a deputy at their accounts. `accepted`: a deputy who is away as well is meant all the same.
 */
export async function setAbsence(
  work: Work,
  wish: { readonly until: string; readonly deputySlackId: string; readonly accepted: boolean },
): Promise<AbsenceSet> {
  const { db, actor, now } = work;
  authorise(actor, 'desk.open');
  const wrongDay = untilProblem(wish.until, dayIn(now, actor.zone));
  if (wrongDay !== null) return { ok: false, problem: wrongDay };
  if (wish.deputySlackId === actor.slackUserId) return { ok: false, problem: 'self' };
  const found = await findMember(db, wish.deputySlackId);
  if (!found) return { ok: false, problem: 'not-a-colleague' };
  await lockMembers(db, [actor.memberId, found.id]);
  const [deputy] = await membersById(db, [found.id]);
  if (!deputy?.active || deputy.kind !== 'full') return { ok: false, problem: 'not-a-colleague' };
  if (deputy.roles.length === 0) return { ok: false, problem: 'no-role' };
  const theirs = await keptAbsence(db, deputy.id);
  if (!wish.accepted && isAwayOn(theirs.until, dayIn(now, theirs.zone)))
    return { ok: false, problem: 'deputy-away', until: theirs.until, slackUserId: deputy.slackUserId };
  await write(work, { until: wish.until, deputyId: deputy.id });
  return { ok: true, until: wish.until, deputy: told(deputy) };
}

/** The acting person is back. Returns who stood in for them and is to be told; null when nobody did any more. */
export async function endAbsence(work: Work): Promise<Told | null> {
  const { db, actor, now } = work;
  authorise(actor, 'desk.open');
  await lockMembers(db, [actor.memberId]);
  const before = await keptAbsence(db, actor.memberId);
  await write(work, { until: null, deputyId: null });
  if (before.deputyId === null || !isAwayOn(before.until, dayIn(now, actor.zone))) return null;
  const [deputy] = await membersById(db, [before.deputyId]);
  return deputy ? told(deputy) : null;
}

async function write(work: Work, after: { until: string | null; deputyId: string | null }): Promise<void> {
  const { memberId } = work.actor;
  const { until, deputyId } = await keptAbsence(work.db, memberId);
  const changes = changesBetween({ until, deputyId }, after);
  if (Object.keys(changes).length === 0) return;
  await saveAbsence(work.db, memberId, after);
  await record(work, { verb: 'absence.changed', subject: 'member', subjectId: memberId, changes });
}

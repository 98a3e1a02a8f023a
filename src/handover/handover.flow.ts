import { findMember } from '../access/member.store.ts';
import { authorise, may } from '../access/policy.ts';
import { holdingsOf } from '../accounts/owner.store.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { accountsMoved } from '../tasks/task-news.flow.ts';
import { accountsInUse, candidatesOf } from './candidate.store.ts';
import { type Colleague, colleagues } from './colleague.store.ts';
import { insertHandover, lockHandover, settleHandover } from './handover.store.ts';
import {
  couldOwn,
  decidersOf,
  type Handover,
  isUndoable,
  keptToDecide,
  mostAccounts,
  startOn,
  startProblem,
} from './handover.ts';
import { type Moved, moveAccounts, moveBack } from './move.store.ts';
import { newsOf } from './news.store.ts';
import type { News } from './news.ts';

/** What somebody asks for. */
export interface Wish {
  /** Whose accounts: our id of a member; null for those of nobody. */
  readonly ownerId: string | null;
  /** Which of them; null for all. */
  readonly accountIds: readonly string[] | null;
  readonly toSlackUserId: string;
  readonly note: string | null;
  /** ISO day. */
  readonly startsOn: string;
}

export type WishProblem =
  | 'nothing'
  | 'too-many'
  | 'day-past'
  | 'day-too-far'
  | 'no-such-person'
  | 'cannot-own'
  | 'already-theirs'
  | 'nobody-decides';

export type Asked =
  | { readonly ok: true; readonly state: 'asked'; readonly news: News; readonly deciders: readonly Colleague[] }
  | { readonly ok: true; readonly state: 'approved'; readonly news: News }
  | { readonly ok: false; readonly problem: WishProblem };

/**
 * Asks for accounts to go to somebody else. Whoever could approve it approves by asking; everybody else's wish waits for
 * one of the deciders.
 */
export async function askHandover(work: Work, wish: Wish): Promise<Asked> {
  const { actor, now } = work;
  authorise(actor, 'handover.ask');
  const wished =
    wish.accountIds === null
      ? await candidatesOf(work, wish.ownerId, mostAccounts + 1)
      : await accountsInUse(work, wish.accountIds);
  for (const { kept } of wished) authorise(actor, 'handover.ask', kept);
  if (wished.length === 0) return { ok: false, problem: 'nothing' };
  if (wished.length > mostAccounts) return { ok: false, problem: 'too-many' };
  const wrongDay = startProblem(wish.startsOn, dayIn(now, actor.zone));
  if (wrongDay !== null) return { ok: false, problem: wrongDay };
  const to = await findMember(work.db, wish.toSlackUserId);
  if (!to) return { ok: false, problem: 'no-such-person' };
  const people = await colleagues(work, [to.id], { deciders: true });
  if (!people.some((one) => one.memberId === to.id && couldOwn(one))) return { ok: false, problem: 'cannot-own' };
  const accounts = wished.filter(({ kept }) => kept.ownerId !== to.id);
  if (accounts.length === 0) return { ok: false, problem: 'already-theirs' };

  const kept = accounts.map((account) => account.kept);
  const mayDecide = kept.every((each) => may(actor, 'handover.decide', each));
  const deciders = mayDecide ? [] : decidersOf(people, kept, actor.memberId);
  if (!mayDecide && deciders.length === 0) return { ok: false, problem: 'nobody-decides' };
  const id = await insertHandover(work, {
    toId: to.id,
    note: wish.note,
    startsOn: wish.startsOn,
    accounts: accounts.map((account) => ({ id: account.id, ownerId: account.kept.ownerId })),
  });
  const handover = await lockHandover(work, id);
  if (!handover) throw new Error('a handover went away in its own transaction');
  await record(work, {
    verb: 'handover.asked',
    subject: 'handover',
    subjectId: id,
    changes: { toId: { from: null, to: to.id }, accounts: { from: null, to: accounts.length } },
  });
  if (!mayDecide) return { ok: true, state: 'asked', news: await newsOf(work, handover), deciders };
  const moved = await moveAccounts(work, handover);
  return { ok: true, state: 'approved', news: await settled(work, handover, 'approved', moved) };
}

/** Why an answer has no effect: somebody else was quicker, or nothing of what was asked for is there any more. */
export type AnswerProblem =
  | { readonly ok: false; readonly problem: 'gone' }
  | { readonly ok: false; readonly problem: 'answered' | 'cannot-own' | 'nothing-left'; readonly news: News };
export type Answered = { readonly ok: true; readonly news: News } | AnswerProblem;

/** Approves: the accounts go to their new owner at once. Of two taps one takes effect. */
export async function approveHandover(work: Work, id: string): Promise<Answered> {
  authorise(work.actor, 'handover.decide');
  const asked = await lockHandover(work, id);
  if (!asked) return { ok: false, problem: 'gone' };
  const handover = { ...asked, startsOn: startOn(asked.startsOn, dayIn(work.now, work.actor.zone)) };
  await authoriseDecision(work, handover);
  if (handover.state !== 'asked') return { ok: false, problem: 'answered', news: await newsOf(work, handover) };
  const [to] = await colleagues(work, [handover.toId]);
  if (!to || !couldOwn(to)) return { ok: false, problem: 'cannot-own', news: await newsOf(work, handover) };
  const moved = await moveAccounts(work, handover);
  if (moved.accountIds.length === 0)
    return { ok: false, problem: 'nothing-left', news: await newsOf(work, handover, moved) };
  return { ok: true, news: await settled(work, handover, 'approved', moved) };
}

/** Declines: everything stays as it is. */
export async function declineHandover(work: Work, id: string): Promise<Answered> {
  authorise(work.actor, 'handover.decide');
  const handover = await lockHandover(work, id);
  if (!handover) return { ok: false, problem: 'gone' };
  await authoriseDecision(work, handover);
  if (handover.state !== 'asked') return { ok: false, problem: 'answered', news: await newsOf(work, handover) };
  return { ok: true, news: await settled(work, handover, 'declined') };
}

export type Undone =
  | { readonly ok: true; readonly was: 'asked' | 'approved'; readonly news: News }
  | { readonly ok: false; readonly problem: 'gone' }
  | { readonly ok: false; readonly problem: 'answered' | 'too-late' | 'nothing-left'; readonly news: News };

/**
 * Takes back what one has asked for, or within a day what was approved: owners, steps and cadences are put back where
 * nobody has changed them since.
 */
export async function undoHandover(work: Work, id: string): Promise<Undone> {
  authorise(work.actor, 'handover.ask');
  const handover = await lockHandover(work, id);
  if (!handover) return { ok: false, problem: 'gone' };
  const isTheirs = [handover.askedById, handover.decidedById].includes(work.actor.memberId);
  if (!isTheirs) await authoriseDecision(work, handover);
  const { state } = handover;
  if (state !== 'asked' && state !== 'approved')
    return { ok: false, problem: 'answered', news: await newsOf(work, handover) };
  if (!isUndoable(handover, work.now)) return { ok: false, problem: 'too-late', news: await newsOf(work, handover) };
  if (state === 'asked') return { ok: true, was: state, news: await settled(work, handover, 'undone') };
  const moved = await moveBack(work, handover);
  if (moved.accountIds.length === 0)
    return { ok: false, problem: 'nothing-left', news: await newsOf(work, handover, moved) };
  return { ok: true, was: state, news: await settled(work, handover, 'undone', moved) };
}

/** Throws `Refused` unless the acting person may decide all that would move. */
async function authoriseDecision(work: Work, handover: Handover): Promise<void> {
  const ids = handover.items.map(({ accountId }) => accountId);
  for (const kept of keptToDecide(handover, await holdingsOf(work.db, ids)))
    authorise(work.actor, 'handover.decide', kept);
}

async function settled(
  work: Work,
  handover: Handover,
  state: 'approved' | 'declined' | 'undone',
  moved?: Moved,
): Promise<News> {
  await settleHandover(work, handover.id, state);
  const owners = handover.items.flatMap(({ fromOwnerId }) => fromOwnerId ?? []);
  await accountsMoved(work, moved?.accountIds ?? [], [work.actor.memberId, handover.toId, ...new Set(owners)]);
  const count = moved && { accounts: { from: null, to: moved.accountIds.length } };
  await record(work, {
    verb: `handover.${state}`,
    subject: 'handover',
    subjectId: handover.id,
    ...(count && { changes: count }),
  });
  const decidedById = state === 'undone' ? handover.decidedById : work.actor.memberId;
  return newsOf(work, { ...handover, state, decidedById }, moved);
}

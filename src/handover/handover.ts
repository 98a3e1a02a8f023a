import { type Kept, may, type Standing } from '../access/policy.ts';
import { daysBetween } from '../lib/date.ts';

export const handoverStates = ['asked', 'approved', 'declined', 'undone'] as const;
export type HandoverState = (typeof handoverStates)[number];

/** How many accounts go at once; more go in parts. */
export const mostAccounts = 1000;

/** The longest note, in characters. */
export const noteMost = 1000;

/** How long an approved handover can be undone, in milliseconds. */
const undoFor = 24 * 3_600_000;

/** How many days ahead the first contacts may begin: beyond it a day was mistyped, and nobody would call for years. */
const furthestStart = 366;

/** What is wrong with a day as the first of the contacts to come; null when nothing is. */
export function startProblem(startsOn: string, today: string): 'day-past' | 'day-too-far' | null {
  const ahead = daysBetween(today, startsOn);
  if (ahead < 0) return 'day-past';
  return ahead > furthestStart ? 'day-too-far' : null;
}

/** The first day of the contacts to come where the accounts move today: an answer may come days after the question. */
export const startOn = (startsOn: string, today: string): string => (startsOn < today ? today : startsOn);

/** Accounts that are to go to somebody else, or have gone. */
export interface Handover {
  readonly id: string;
  readonly askedById: string;
  readonly toId: string;
  readonly state: HandoverState;
  /** What the next owner should know; for those who may read it. */
  readonly note: string | null;
  /** The day from which the next contacts are spread. */
  readonly startsOn: string;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
  readonly at: Date;
  readonly items: readonly HandoverItem[];
}

/** One of its accounts, with what an undo puts back. */
export interface HandoverItem {
  readonly accountId: string;
  readonly fromOwnerId: string | null;
  readonly fromDeputyId: string | null;
  readonly moved: boolean;
  readonly cadenceFrom: string | null;
  readonly snoozedUntil: string | null;
  readonly taskIds: readonly string[];
}

/** Why an account stays where it is: not in use any more, with somebody else by now, or not this person's to decide. */
export const leftReasons = ['gone', 'other-owner', 'not-yours'] as const;
export type LeftReason = (typeof leftReasons)[number];
export interface Left {
  readonly accountId: string;
  readonly why: LeftReason;
}

/** What is known of an account when it is to move. */
interface Found {
  readonly id: string;
  readonly kept: Kept;
  readonly isInUse: boolean;
}

/** Which accounts go, and which stay and why: somebody may have changed them since they were asked for. */
export function planMove<Holding extends Found>(
  handover: Pick<Handover, 'items'>,
  holdings: readonly Holding[],
  decider: Standing,
): { readonly move: readonly { item: HandoverItem; holding: Holding }[]; readonly left: readonly Left[] } {
  const byId = new Map(holdings.map((holding) => [holding.id, holding]));
  const move: { item: HandoverItem; holding: Holding }[] = [];
  const left: Left[] = [];
  for (const item of handover.items) {
    const holding = byId.get(item.accountId);
    if (!holding?.isInUse) left.push({ accountId: item.accountId, why: 'gone' });
    else if (holding.kept.ownerId !== item.fromOwnerId) left.push({ accountId: item.accountId, why: 'other-owner' });
    else if (!may(decider, 'handover.decide', holding.kept)) left.push({ accountId: item.accountId, why: 'not-yours' });
    else move.push({ item, holding });
  }
  return { move, left };
}

/**
 * Who keeps the accounts that the answer is about: whoever decides may decide each of them. Those that will stay anyway
 * do not count, as long as there are others.
 */
export function keptToDecide({ items }: Pick<Handover, 'items'>, holdings: readonly Found[]): readonly Kept[] {
  const from = new Map(items.map(({ accountId, fromOwnerId }) => [accountId, fromOwnerId]));
  const moving = holdings.filter(({ id, kept, isInUse }) => isInUse && kept.ownerId === from.get(id));
  return (moving.length > 0 ? moving : holdings).map(({ kept }) => kept);
}

/** Which accounts an undo gives back, and which stay and why: the new owner may have passed them on. */
export function planUndo<Holding extends Found>(
  handover: Pick<Handover, 'items' | 'toId'>,
  holdings: readonly Holding[],
): { readonly back: readonly { item: HandoverItem; holding: Holding }[]; readonly left: readonly Left[] } {
  const byId = new Map(holdings.map((holding) => [holding.id, holding]));
  const back: { item: HandoverItem; holding: Holding }[] = [];
  const left: Left[] = [];
  for (const item of handover.items.filter(({ moved }) => moved)) {
    const holding = byId.get(item.accountId);
    if (!holding?.isInUse) left.push({ accountId: item.accountId, why: 'gone' });
    else if (holding.kept.ownerId !== handover.toId) left.push({ accountId: item.accountId, why: 'other-owner' });
    else back.push({ item, holding });
  }
  return { back, left };
}

/** Can it still be taken back: while it is asked for, and for a day after it was approved? */
export function isUndoable({ state, decidedAt }: Pick<Handover, 'state' | 'decidedAt'>, now: Date): boolean {
  if (state === 'asked') return true;
  return state === 'approved' && decidedAt !== null && now.getTime() - decidedAt.getTime() < undoFor;
}

/** Could this colleague keep accounts: let in, active, and with a role that edits what is theirs? */
export const couldOwn = (colleague: Standing): boolean =>
  may(colleague, 'account.edit', { ownerId: colleague.memberId, deputyId: null, teamId: null });

/** A colleague who may be asked to approve. */
export interface Decider extends Standing {
  readonly isAway: boolean;
}

/**
 * Who is asked to approve: the lead of all these accounts; where there is none, or more than one, the heads; else the
 * administrators. Nobody is asked to approve what they ask for, and somebody who is away only if nobody else is there.
 */
export function decidersOf<Person extends Decider>(
  colleagues: readonly Person[],
  accounts: readonly Kept[],
  askerId: string,
): readonly Person[] {
  const others = colleagues.filter(
    (one) => one.memberId !== askerId && accounts.every((kept) => may(one, 'handover.decide', kept)),
  );
  const ranks = (['lead', 'head', 'administrator'] as const).map((role) =>
    others.filter((one) => one.roles.includes(role) && (role !== 'lead' || leadsAll(one, accounts))),
  );
  const present = ranks.map((rank) => rank.filter((one) => !one.isAway));
  return [...present, ...ranks].find((rank) => rank.length > 0) ?? [];
}

const leadsAll = (one: Standing, accounts: readonly Kept[]): boolean =>
  accounts.every(({ teamId }) => teamId !== null && one.leads.includes(teamId));

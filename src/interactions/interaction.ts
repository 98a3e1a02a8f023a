import type { Actor } from '../access/actor.ts';
import { type Kept, may } from '../access/policy.ts';
import type { NewTask } from '../tasks/task.ts';

/** How people met or wrote to each other. */
export const interactionKinds = ['meeting', 'call', 'email', 'visit', 'wechat', 'social', 'event'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** `reached`: both sides said something. `attempt`: nobody answered, or it was a message one way. */
export const outcomes = ['reached', 'attempt'] as const;
export type Outcome = (typeof outcomes)[number];

/** How it went, as a person felt it; never read out of the text. */
export const tones = ['good', 'neutral', 'bad'] as const;
export type Tone = (typeof tones)[number];

/** What can be changed about an interaction. A type rather than an interface, so that it merges field by field. */
export type InteractionValues = {
  readonly kind: InteractionKind;
  /** ISO moment. */
  readonly at: string;
  readonly outcome: Outcome;
  readonly summary: string;
  readonly tone: Tone | null;
  /** Sorted, each once. */
  readonly contactIds: readonly string[];
  /** Colleagues beside the author; sorted, each once. */
  readonly memberIds: readonly string[];
};

/** The Slack message that an interaction was saved from. */
export interface Source {
  readonly permalink: string;
  /** Slack id of whoever wrote it. */
  readonly saidBy: string | null;
}

/** An interaction as it stands. */
export interface Interaction {
  readonly id: string;
  readonly accountId: string;
  readonly authorId: string;
  readonly version: number;
  readonly values: InteractionValues;
  readonly source: Source | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

/** What is logged: the interaction, and what was agreed in it. */
export interface NewInteraction {
  readonly accountId: string;
  readonly values: InteractionValues;
  readonly source: Source | null;
  readonly tasks: readonly Omit<NewTask, 'accountId' | 'interactionId'>[];
}

/** What became of the steps and promises of a log that was taken or put back. */
export interface StepsLeft {
  /** Went with it, or came back with it. */
  readonly moved: number;
  /** Somebody has done them: they stay. */
  readonly done: number;
}

/** Only a two-way contact counts for a cadence. */
export const isTwoWay = ({ outcome }: Pick<InteractionValues, 'outcome'>): boolean => outcome === 'reached';

/** What is assumed unless somebody says otherwise: a letter and a post are one way until they are answered. */
export const usualOutcome = (kind: InteractionKind): Outcome =>
  kind === 'email' || kind === 'social' ? 'attempt' : 'reached';

/** The field that holds people's words: sealed in the audit too. */
export const isPersonal = (field: string): boolean => field === 'summary';

const minuteMs = 60_000;
/** Slack's pickers know whole minutes: with seconds, a form that nobody touched would seem to change the time. */
const wholeMinute = (at: string): string =>
  new Date(Math.floor(new Date(at).getTime() / minuteMs) * minuteMs).toISOString();

/**
 * The values in their one standard form: the time to the minute, everybody once and in order, the author not among the
 * colleagues.
 */
export const tidied = (values: InteractionValues, authorId: string): InteractionValues => ({
  ...values,
  at: wholeMinute(values.at),
  contactIds: [...new Set(values.contactIds)].toSorted(),
  memberIds: [...new Set(values.memberIds)].filter((id) => id !== authorId).toSorted(),
});

type Authored = Pick<Interaction, 'authorId'>;

/** May this person read the words? Those who work on the account, and whoever wrote them. */
export const mayRead = (actor: Actor, { authorId }: Authored, account: Kept): boolean =>
  may(actor, 'interaction.read', account) || (authorId === actor.memberId && may(actor, 'account.read', account));

/** May this person change it? Its author, while they may log at all, and whoever keeps the account. */
export const mayChange = (actor: Actor, { authorId }: Authored, account: Kept): boolean =>
  may(actor, 'interaction.edit', account) || (authorId === actor.memberId && may(actor, 'interaction.log', account));

const dayMs = 86_400_000;

/** Is this moment so near that its author may still take it back, or put it back, alone? */
const isFresh = (since: Date, now: Date): boolean => now.getTime() - since.getTime() <= dayMs;

/** May this person delete it? Its author for a day, whoever keeps the account at any time. */
export const mayTakeBack = (
  actor: Actor,
  interaction: Pick<Interaction, 'authorId' | 'createdAt'>,
  account: Kept,
  now: Date,
): boolean =>
  mayChange(actor, interaction, account) &&
  (may(actor, 'interaction.edit', account) || isFresh(interaction.createdAt, now));

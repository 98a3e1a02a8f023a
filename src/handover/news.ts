import type { HandoverState, LeftReason } from './handover.ts';

/** Somebody whom a handover concerns. */
export interface Party {
  readonly memberId: string;
  readonly name: string;
  readonly slackUserId: string;
  readonly language: 'en' | 'zh';
  /** Can they be written to? */
  readonly active: boolean;
}

/** An account of it, by what everybody with a role may read. */
export interface HandoverLine {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly city: string | null;
}

/** What has become of a handover, for the messages about it. Holds no note and no moments: it is kept as JSON. */
export interface News {
  readonly handoverId: string;
  readonly state: HandoverState;
  readonly asker: Party;
  readonly to: Party;
  /** Who approved or declined. */
  readonly decider: Party | null;
  /** Who had the accounts, and how many; none for accounts of nobody. */
  readonly owners: readonly (Party & { readonly count: number })[];
  readonly hasNote: boolean;
  readonly startsOn: string;
  /** How many accounts it is about: those that moved, else all. */
  readonly count: number;
  /** The first of them. */
  readonly lines: readonly HandoverLine[];
  readonly taskCount: number;
  /** What stayed, and why; the first few by name. */
  readonly leftCount: number;
  readonly left: readonly { readonly name: string; readonly why: LeftReason }[];
}

/** A page of a handover's accounts. */
export interface HandoverPage {
  readonly handoverId: string;
  readonly lines: readonly HandoverLine[];
  readonly page: number;
  readonly hasMore: boolean;
  readonly count: number;
}

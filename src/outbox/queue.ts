/** A notice that a person has to look at: given up, or sent and never confirmed. */
export interface Undelivered {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly state: 'dead' | 'unknown';
  /** Slack's code, or ours. */
  readonly problem: string;
  readonly settledAt: Date;
}

/** The queue in numbers. */
export interface QueueFigures {
  readonly waiting: number;
  readonly unconfirmed: number;
  readonly undelivered: number;
  /** Since when the longest-waiting one that is due has waited; business time. */
  readonly oldestDueAt: Date | null;
  readonly pausedAt: Date | null;
  readonly pausedFor: string | null;
}

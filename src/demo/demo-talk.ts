import type { InteractionKind, Tone } from '../interactions/interaction.ts';
import type { Repeat } from '../tasks/repeat.ts';
import type { TaskKind } from '../tasks/task.ts';

/** One invented talk. Days are counted from the day on which the demo is filled. */
export interface DemoTalk {
  /** The account's name. */
  readonly account: string;
  /** Slack id of whoever logs it; without it the account's owner. */
  readonly by?: string;
  readonly daysAgo: number;
  /** `HH:MM`, on the author's clock. */
  readonly time: string;
  readonly kind: InteractionKind;
  /** Nobody answered, or it went one way. */
  readonly attempt?: true;
  readonly tone?: Tone;
  /** Names of contacts. */
  readonly people?: readonly string[];
  readonly summary: string;
  readonly tasks?: readonly DemoTask[];
}

/** What was agreed in it. */
export interface DemoTask {
  readonly kind: TaskKind;
  readonly title: string;
  /** From today; negative is overdue. Without it, no day was agreed. */
  readonly dueIn?: number;
  readonly time?: string;
  /** Slack id of whoever sees to it; without it the author. */
  readonly to?: string;
  readonly doneDaysAgo?: number;
  readonly repeat?: Pick<Repeat, 'every' | 'interval' | 'workingDays'>;
}

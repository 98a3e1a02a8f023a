import type { Values } from '../templates/field.ts';

/** One invented customer. Days are counted from the day on which the demo is filled. */
export interface DemoAccount {
  readonly keptBy: string;
  readonly contractEndsIn?: number;
  readonly values: Values;
  readonly contacts: readonly Values[];
}

import type { CardSection } from '../accounts/card-wiring.ts';
import type { KnownJob } from '../operations/operations.ts';

/** What the desk's handlers get from the wiring. */
export interface DeskWiring {
  /** The configured command, such as `/account`. */
  readonly command: string;
  /** Every slice's part of the card, in their order. */
  readonly sections: readonly CardSection[];
  /** Everything that runs by the clock. */
  readonly jobs: readonly KnownJob[];
}

import type { CardSection } from '../accounts/card-wiring.ts';

/** What the desk's handlers get from the wiring. */
export interface DeskWiring {
  /** The configured command, such as `/account`. */
  readonly command: string;
  /** Every slice's part of the card, in their order. */
  readonly sections: readonly CardSection[];
}

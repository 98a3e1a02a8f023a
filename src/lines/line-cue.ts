import type { InteractionKind } from '../interactions/interaction.ts';

/** Words that say how people met. */
export interface Cue {
  readonly kind: InteractionKind;
  /** Global, and linear in the length of the text. */
  readonly words: RegExp;
  /** By what means, so that no plan before them makes them one: agreed by phone. */
  readonly isMeans?: true;
}

import type { KnownBlock, ModalView } from '@slack/types';
import type { Message } from '../../src/slack/handler.ts';
import type { Hostile } from '../support/hostile-facts.ts';

/** What a view builder makes, where it will stand. */
export type Surface =
  | { readonly message: Message }
  | { readonly modal: ModalView }
  | { readonly home: readonly KnownBlock[] };

/** View builders of a slice with what they make of hostile facts, by file and name. */
export type Builders = Readonly<Record<string, (h: Hostile) => readonly Surface[] | Promise<readonly Surface[]>>>;

export const message = (made: Message): Surface => ({ message: made });
export const window = (made: ModalView): Surface => ({ modal: made });

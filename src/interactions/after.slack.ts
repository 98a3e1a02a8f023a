import type { KnownBlock } from '@slack/types';
import type { Gesture, SubmitAnswer } from '../slack/handler.ts';
import { below } from './echo.view.ts';
import type { InteractionWiring } from './interaction-wiring.ts';
import type { Origin } from './log-form.ts';

/** What has just been done to a log, and where its button stood. */
export interface Done {
  readonly accountId: string;
  readonly from: Origin | null;
  /** The window below the form that the button stands in. */
  readonly belowId: string | null;
  readonly blocks: readonly KnownBlock[];
}

/**
 * Where a form goes once it is saved: the window or Home that it was opened from shows what was saved; where it was opened
 * from neither, it turns into the account's card.
 */
export async function afterSubmit(gesture: Gesture, done: Done, wiring: InteractionWiring): Promise<SubmitAnswer> {
  if (done.from === 'home') {
    await wiring.showHome(gesture, done.blocks);
    return { next: 'close' };
  }
  const view = await windowWith(gesture, done, wiring);
  if (!view) return { next: 'close' };
  // The form stands in the window's own place where no more could be stacked.
  if (done.belowId === null || done.belowId === gesture.place.view?.id) return { next: 'update', view };
  await gesture.update(done.belowId, view);
  return { next: 'close' };
}

/** The window that a log's button stood in, below what was done; the card, where it stood in none. */
export async function windowWith(gesture: Gesture, done: Omit<Done, 'belowId'>, wiring: InteractionWiring) {
  const view =
    done.from === 'timeline'
      ? await wiring.timelineWindow(gesture, done.accountId)
      : await wiring.cardWindow(gesture, done.accountId);
  return view && below(done.blocks, view);
}

/** The window that a pressed button stands in, if it is one of those that are brought up to date. */
export const windowOf = ({ place: { view } }: Gesture, from: Origin | null): string | null =>
  view?.type === 'modal' && (from === 'card' || from === 'timeline') ? view.id : null;

/** What Home said of itself, for a window that is opened from there. */
export const homeBelow = ({ place: { view } }: Gesture): { readonly home?: unknown } =>
  view?.type === 'home' ? { home: view.meta } : {};

import type { Ack } from './journal.ts';
import type { UiNote, UiOutcome, UiProblemKind } from './protocol.ts';
import type { World } from './world.ts';

/** How many notes a person keeps. */
const KEPT = 20;

type Where = Pick<UiNote, 'viewId' | 'channelId' | 'ts'>;
type Failure = { readonly ok: false; readonly problem: UiProblemKind; readonly text: string };

const WORDS = {
  operation_timeout: 'The app did not answer within three seconds (operation_timeout).',
  dispatch_failed: 'The app could not be reached (dispatch_failed).',
} as const;

/** Tells the person on their screen that something went wrong between Slack and the app. */
export function fail(world: World, userId: string, problem: UiProblemKind, text: string, where: Where = {}): Failure {
  const at = Math.floor(world.clock.now().getTime() / 1000);
  const notes = world.notes.get(userId) ?? [];
  const id = (notes.at(-1)?.id ?? 0) + 1;
  world.notes.set(userId, [...notes, { id, at, kind: problem, text, ...where }].slice(-KEPT));
  world.changed();
  return { ok: false, problem, text };
}

/** What a person sees of an ack that carries nothing. */
export function outcomeOf(world: World, userId: string, ack: Ack, where: Where = {}): UiOutcome {
  switch (ack.kind) {
    case 'answered':
      return { ok: true };
    case 'timeout':
      return fail(world, userId, 'operation_timeout', WORDS.operation_timeout, where);
    case 'failed':
      return fail(world, userId, 'dispatch_failed', `${WORDS.dispatch_failed} ${ack.reason}`, where);
    default:
      return ack satisfies never;
  }
}

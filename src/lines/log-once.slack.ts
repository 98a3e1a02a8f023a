import type { Gesture } from '../slack/handler.ts';
import { echoOf } from './log-echo.query.ts';
import type { Echo, LineLogged } from './log-echo.ts';
import { askAgain } from './log-line.flow.ts';

/** One use case, in the gesture's unit of work. */
type Run<T> = (work: Parameters<typeof echoOf>[0]) => Promise<T>;

/** What is kept of a result beside the gesture: ids alone, for people's words are sealed wherever they are stored. */
type Kept =
  | Exclude<LineLogged, { kind: 'logged' } | { kind: 'asked' }>
  | { readonly ok: true; readonly kind: 'logged'; readonly interactionId: string }
  | { readonly ok: true; readonly kind: 'asked'; readonly draftId: string };

/** Logs a line once a gesture; a redelivery is told what the first one did, as it stands now. */
export async function onceLogged(gesture: Gesture, run: Run<LineLogged>): Promise<LineLogged> {
  const fresh: LineLogged[] = [];
  const kept = await gesture.once(async (work): Promise<Kept> => {
    const logged = await run(work);
    fresh.push(logged);
    return keptOf(logged);
  });
  return fresh.at(-1) ?? again(gesture, kept);
}

function keptOf(logged: LineLogged): Kept {
  if (!logged.ok) return logged;
  if (logged.kind === 'logged') return { ok: true, kind: 'logged', interactionId: logged.echo.interactionId };
  return logged.kind === 'asked' ? { ok: true, kind: 'asked', draftId: logged.asked.draftId } : logged;
}

function again(gesture: Gesture, kept: Kept): Promise<LineLogged> {
  const settled = { ok: false, problem: 'settled' } as const;
  return gesture.inWorkspace(async (work): Promise<LineLogged> => {
    if (!kept.ok || kept.kind === 'form' || kept.kind === 'name') return kept;
    if (kept.kind === 'logged') {
      const echo = await echoOf(work, kept.interactionId);
      return echo ? { ok: true, kind: 'logged', echo } : settled;
    }
    const asked = await askAgain(work, kept.draftId, gesture.place.channelId);
    return asked ? { ok: true, kind: 'asked', asked } : settled;
  });
}

/** Answers what was asked about a log, once a gesture. */
export async function onceAnswered(
  gesture: Gesture,
  interactionId: string,
  run: Run<Echo | null>,
): Promise<Echo | null> {
  const fresh: (Echo | null)[] = [];
  const isAnswered = await gesture.once(async (work) => {
    const echo = await run(work);
    fresh.push(echo);
    return echo !== null;
  });
  const [echo] = fresh.slice(-1);
  if (echo !== undefined || !isAnswered) return echo ?? null;
  return gesture.inWorkspace((work) => echoOf(work, interactionId));
}

import type { UiChanged, UiGesture, UiGestures, UiRefusal, UiState } from '../protocol.ts';

/**
 * What this person sees; null when there is no such person, or the channel is not (any more) theirs to see.
 * `as` empty: the first person; `channel` null: no messages. Rejects when the server is away.
 */
export async function fetchState(as: string, channel: string | null): Promise<UiState | null> {
  const query = new URLSearchParams();
  if (as !== '') query.set('as', as);
  if (channel !== null) query.set('channel', channel);
  const answer = await fetch(`/ui/state?${query}`);
  if (answer.status === 400) return null;
  if (!answer.ok) throw new Error(`/ui/state answered ${answer.status}`);
  return (await answer.json()) as UiState;
}

/** Makes one gesture as one person. Rejects when the server is away or answers with something that is no JSON. */
export async function postGesture<G extends UiGesture>(
  as: string,
  name: G,
  asks: UiGestures[G]['asks'],
): Promise<UiGestures[G]['gives'] | UiRefusal> {
  const answer = await fetch(`/ui/${name}?${new URLSearchParams({ as })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asks),
  });
  return (await answer.json()) as UiGestures[G]['gives'] | UiRefusal;
}

/** Calls `onChanged` for every change that concerns a person, and `onLine` when the stream opens or breaks. */
export function listenAs(as: string, onChanged: (version: number) => void, onLine: (up: boolean) => void): () => void {
  const stream = new EventSource(`/ui/events?${new URLSearchParams({ as })}`);
  stream.addEventListener('changed', (event) => onChanged((JSON.parse(event.data) as UiChanged).version));
  stream.addEventListener('open', () => onLine(true));
  stream.addEventListener('error', () => onLine(false));
  return () => stream.close();
}

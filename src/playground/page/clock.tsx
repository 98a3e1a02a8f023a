import { useDesk } from './desk.ts';
import { formatSlackDate } from './slack-date.ts';

const HOUR_MS = 3_600_000;
const STEPS = [
  { word: 'hour', ms: HOUR_MS },
  { word: 'day', ms: 24 * HOUR_MS },
  { word: 'week', ms: 7 * 24 * HOUR_MS },
] as const;

/** Shows the business clock and moves it: what is due tomorrow can be seen today. */
export function Clock() {
  const { state, words, gestures } = useDesk();
  const { offsetMs } = state.snapshot.clock;
  const busy = state.pending.has('clock');
  const move = (to: number) => void gestures.make('clock', 'clock', { offsetMs: to });
  return (
    <section class={offsetMs === 0 ? 'clock' : 'clock moved'} aria-label={words.clock}>
      <p class="clock-kind">{offsetMs === 0 ? words.clockReal : words.clockMoved}</p>
      <p class="clock-now" role="status">
        <BusinessTime />
      </p>
      <div class="clock-steps" aria-busy={busy}>
        {STEPS.map(({ word, ms }) => (
          <button type="button" key={word} disabled={busy} onClick={() => move(offsetMs + ms)}>
            {words[word]}
          </button>
        ))}
        <button type="button" disabled={busy || offsetMs === 0} onClick={() => move(0)}>
          {words.reset}
        </button>
      </div>
    </section>
  );
}

/** The business date and time in the person's own zone. */
export function BusinessTime() {
  const { state, words, now } = useDesk();
  const { zone, locale } = state.snapshot.me;
  const style = { zone, locale, now, ...words };
  const seconds = now.getTime() / 1000;
  return (
    <time dateTime={now.toISOString()}>
      <span>{formatSlackDate(seconds, '{date_long}', style)}</span>{' '}
      <span>{formatSlackDate(seconds, '{time}', style)}</span>
    </time>
  );
}

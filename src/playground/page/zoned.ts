/** Milliseconds that a zone's wall clock is ahead of UTC at an instant. */
function zoneOffsetMs(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

/** Seconds since 1970 as the `YYYY-MM-DDTHH:mm` that a `datetime-local` input shows, in a zone. */
export function toWallClock(seconds: number, zone: string): string {
  const at = seconds * 1000;
  return new Date(at + zoneOffsetMs(at, zone)).toISOString().slice(0, 16);
}

/** The instant, in whole seconds since 1970, at which a zone's clocks show `wall`; `null` if it is no date-time. */
export function fromWallClock(wall: string, zone: string): number | null {
  // The shape first: Date.parse guesses a date even from ":00Z", which is what an emptied picker would leave.
  const utc = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(utc)) return null;
  const guess = utc - zoneOffsetMs(utc, zone);
  // The offset may differ between the guess and the answer (a clock change lies between): ask again at the guess.
  return Math.floor((utc - zoneOffsetMs(guess, zone)) / 1000);
}

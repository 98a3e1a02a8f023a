import { addDays } from '../lib/working-day.ts';
import type { Due } from './due.ts';

const dayMs = 86_400_000;

/**
 * The moment from which something is overdue: the given time of its day, else the end of that day, in an IANA zone. A time
 * that the clocks leave out counts on past the gap, of one that they show twice the first is meant (as RFC 5545 and
 * Temporal's `compatible` read them). Throws `RangeError` for a zone that does not exist.
 */
export const dueMoment = ({ on, time }: Due, zone: string): Date =>
  time === null ? momentOf(addDays(on, 1), '00:00', zone) : momentOf(on, time, zone);

function momentOf(day: string, time: string, zone: string): Date {
  const wall = new Date(`${day}T${time}:00Z`).getTime();
  // What the clocks were ahead of UTC well before and well after: at most one change lies in between.
  const [before, after] = [aheadAt(wall - dayMs, zone), aheadAt(wall + dayMs, zone)];
  const readings = [wall - before, wall - after].filter((moment) => moment + aheadAt(moment, zone) === wall);
  return new Date(readings.length === 0 ? wall - before : Math.min(...readings));
}

/** Milliseconds that a zone's clocks are ahead of UTC at a moment. */
function aheadAt(moment: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(moment);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const wall = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return new Date(wall).getTime() - Math.floor(moment / 1000) * 1000;
}

/** Making a formatter costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}

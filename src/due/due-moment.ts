import { addDays } from '../lib/date.ts';
import { momentOf } from '../lib/wall-clock.ts';
import type { Due } from './due.ts';

/**
 * The moment from which something is overdue: the given time of its day, else the end of that day, in an IANA zone. A time
 * that the clocks leave out counts on past the gap, of one that they show twice the first is meant (as RFC 5545 and
 * Temporal's `compatible` read them). Throws `RangeError` for a zone that does not exist.
 */
export const dueMoment = ({ on, time }: Due, zone: string): Date =>
  time === null ? momentOf(addDays(on, 1), '00:00', zone) : momentOf(on, time, zone);

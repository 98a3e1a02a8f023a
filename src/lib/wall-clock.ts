const dayMs = 86_400_000;

/**
 * The moment at which a clock on the wall of `zone` (IANA) shows this day and time (`HH:MM`). A time that occurs twice,
 * when clocks go back, is the first one; one that a clock leaves out, when they go forward, is as much later as they jump:
 * 02:30 is then 03:30. Throws `RangeError` for a zone that does not exist.
 */
export function momentOf(day: string, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(wall - dayMs, zone);
  const after = offsetAt(wall + dayMs, zone);
  const fits = [wall - before, wall - after].filter((at) => wall - at === offsetAt(at, zone));
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - before);
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const second = Math.floor(at / 1000) * 1000;
  const { year, month, day, hour, minute, second: s } = partsOf(second, zone);
  return Date.UTC(year, month - 1, day, hour, minute, s) - second;
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function partsOf(at: number, zone: string): Record<Part, number> {
  const parts = formatOf(zone).formatToParts(at);
  const number = (type: Part): number => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
}

/** Making a formatter costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

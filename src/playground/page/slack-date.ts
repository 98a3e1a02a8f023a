interface DateStyle {
  /** IANA name of the reader's zone. */
  readonly zone: string;
  readonly locale: string;
  readonly now: Date;
  /** The reader's words for the days around today. */
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
}

const DAY_MS = 86_400_000;
const TOKEN = /\{(\w+)\}/g;

/**
 * Fills Slack's date tokens (`{date_num}`, `{date_short_pretty}`, `{time}` …) for one reader.
 * `at` is in seconds since 1970. A token that is not known stays as it was written.
 * Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting.
 */
export function formatSlackDate(at: number, format: string, style: DateStyle): string {
  const date = new Date(at * 1000);
  if (Number.isNaN(date.getTime())) return format;
  return format.replace(TOKEN, (token, name: string) => tokenText(name, date, style) ?? token);
}

function tokenText(name: string, date: Date, style: DateStyle): string | null {
  const pretty = name.endsWith('_pretty') ? relativeDay(date, style) : null;
  if (pretty !== null) return pretty;
  switch (name.replace(/_pretty$/, '')) {
    case 'date_num':
      return dayKey(date, style.zone);
    case 'date':
    case 'day_divider':
      return write(date, style, { year: 'numeric', month: 'long', day: 'numeric' });
    case 'date_short':
      return write(date, style, { year: 'numeric', month: 'short', day: 'numeric' });
    case 'date_long':
      return write(date, style, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
    case 'time':
      return write(date, style, { hour: 'numeric', minute: '2-digit' });
    case 'time_secs':
      return write(date, style, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
    case 'ago':
      return ago(date, style);
    default:
      return null;
  }
}

/** `YYYY-MM-DD` of an instant in a zone. */
export function dayKey(date: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(date);
}

function write(date: Date, style: DateStyle, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(style.locale, { ...parts, timeZone: style.zone }).format(date);
}

function relativeDay(date: Date, style: DateStyle): string | null {
  const days = (Date.parse(dayKey(date, style.zone)) - Date.parse(dayKey(style.now, style.zone))) / DAY_MS;
  if (days === 0) return style.today;
  if (days === -1) return style.yesterday;
  return days === 1 ? style.tomorrow : null;
}

function ago(date: Date, style: DateStyle): string {
  const minutes = Math.round((date.getTime() - style.now.getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(style.locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / (24 * 60)), 'day');
}

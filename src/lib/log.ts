import pino from 'pino';

/** What stands beside a log message: codes, ids, counts, references. `error` is described without its message. */
type LogFields = Readonly<Record<string, unknown>>;
type Say = (message: string, fields?: LogFields) => void;

/**
 * The log: one JSON line per event. The message is a sentence of ours, never people's words; a field that does not look
 * like a code, an id or a number is withheld, so that names, notes, e-mail addresses and payloads cannot reach the log.
 */
export interface Log {
  readonly debug: Say;
  readonly info: Say;
  readonly warn: Say;
  readonly error: Say;
  /** The same log with these fields on every line. */
  with(fields: LogFields): Log;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Opens the log. `secrets` are blotted out wherever they turn up; `write` gets each line (standard output unless given). */
export function createLog({
  level,
  secrets = [],
  write,
}: {
  level: LogLevel;
  secrets?: readonly string[];
  write?: (line: string) => void;
}): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = write ? pino(options, { write }) : pino(options);
  return logThrough(logger, cleaner(secrets));
}

/** What may be said of an error: its kind, its code and where it came from. Its message may hold people's data. */
export function describeError(error: unknown): { name: string; code: string | null; at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : null,
    at: framesOf(error),
  };
}

function logThrough(logger: pino.Logger, clean: Cleaner): Log {
  const say =
    (level: 'debug' | 'info' | 'warn' | 'error'): Say =>
    (message, fields = {}) =>
      logger[level](clean.fields(fields), clean.text(message));
  return {
    debug: say('debug'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    with: (fields) => logThrough(logger.child(clean.fields(fields)), clean),
  };
}

interface Cleaner {
  text(text: string): string;
  fields(fields: LogFields): Record<string, unknown>;
}

const slackToken = /\bx(?:ox[a-z]|app)(?:[.-][\w-]+)+/gi;
/** C0, C1, line separators and bidirectional overrides: what could break a line or repaint a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
/** A code, an id or a path: no spaces, no `@`, and a letter unless it is as short as an SQLSTATE. */
const looksLikeAnId = /^(?=.*[a-z]|\d{1,5}$)[\w.:/-]{1,160}$/i;

function cleaner(secrets: readonly string[]): Cleaner {
  const hidden = secrets.filter((secret) => secret.length >= 8);
  const text = (raw: string): string =>
    hidden
      .reduce((line, secret) => line.replaceAll(secret, '[secret]'), raw)
      .replace(slackToken, '[token]')
      .replace(unprintable, ' ');
  const scalar = (value: unknown): unknown => {
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
    if (typeof value !== 'string') return value === undefined ? undefined : '[withheld]';
    const shown = text(value);
    return shown === value && !looksLikeAnId.test(value) ? '[withheld]' : shown;
  };
  const told = (error: unknown): unknown => {
    const { name, code, at } = describeError(error);
    const cause = error instanceof Error && error.cause !== undefined ? told(error.cause) : undefined;
    return { name: scalar(name), code: scalar(code), at: at.map(text), cause };
  };
  return {
    text,
    fields: (fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [text(field), field === 'error' ? told(value) : scalar(value)]),
      ),
  };
}

/** The innermost five frames. The head of a stack repeats the message, so it is cut off by its length. */
function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const head = stack.indexOf(error.message);
  return stack
    .slice(head < 0 ? 0 : head + error.message.length)
    .split('\n')
    .flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? [])
    .slice(0, 5);
}

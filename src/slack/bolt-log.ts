import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../lib/log.ts';

/**
 * The log as Slack's libraries want it. They put payloads, addresses and answers behind a colon or a bracket, so only
 * the words before that are kept; their debug lines hold whole payloads and are dropped.
 */
export function boltLog(log: Log): Logger {
  const say = (level: 'info' | 'warn' | 'error', said: readonly unknown[]): void => {
    const [first] = said;
    log[level](`slack: ${first instanceof Error ? first.name : wordsOf(first)}`, errorOf(said));
  };
  return {
    debug: () => {},
    info: (...said) => say('info', said),
    warn: (...said) => say('warn', said),
    error: (...said) => say('error', said),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

const wordsOf = (said: unknown): string =>
  typeof said === 'string' ? (/^[^:([{"'`<]*/.exec(said)?.[0] ?? '').slice(0, 120).trim() : '';

function errorOf(said: readonly unknown[]): { error?: unknown } {
  const error = said.find((item) => item instanceof Error);
  return error === undefined ? {} : { error };
}

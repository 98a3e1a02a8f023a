import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/** Slack answered a call with a refusal, or did not answer it. */
export class SlackRefused extends Error {
  /** Slack's own code (`channel_not_found`), or `ratelimited`, `http_503`, `timeout`, `lost`, `unreachable`. */
  readonly code: string;
  /** After a `ratelimited`: how long Slack wants to be left alone. */
  readonly retryAfterSeconds: number | null;
  constructor(code: string, retryAfterSeconds: number | null = null) {
    super(`Slack refused: ${code}`);
    this.name = 'SlackRefused';
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A message whose answer got lost, or came to grief inside Slack: it may stand there already. Never sent again unasked. */
export class PostUnconfirmed extends Error {
  override readonly name = 'PostUnconfirmed';
  readonly code: string;
  constructor(code: string) {
    super(`Slack did not confirm a message: ${code}`);
    this.code = code;
  }
}

/** One of the tokens is wrong, revoked or lacks a right. The message says which and what to do. */
export class SlackTokenRefused extends Error {
  readonly token: 'bot' | 'app';
  readonly code: string;
  constructor(token: 'bot' | 'app', code: string) {
    super(
      token === 'bot'
        ? `Slack refuses the bot token (xoxb-…): ${code}. Take it from "OAuth & Permissions" of the app's settings.`
        : `Slack refuses the app-level token (xapp-…): ${code}. Make one with the scope connections:write under "Basic Information".`,
    );
    this.name = 'SlackTokenRefused';
    this.token = token;
    this.code = code;
  }
}

/** Slack did not answer while starting. */
export class SlackUnreachable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Slack cannot be reached: ${code}. Check the network, a proxy, or the API address.`);
    this.name = 'SlackUnreachable';
    this.code = code;
  }
}

/** What a failed Web API call means; anything that is no such failure is given back as it came. */
export function asSlackRefused(error: unknown): unknown {
  if (error instanceof WebAPIPlatformError) return new SlackRefused(String(error.data.error));
  if (error instanceof WebAPIRateLimitedError) return new SlackRefused('ratelimited', error.retryAfter);
  if (error instanceof WebAPIHTTPError) return new SlackRefused(`http_${error.statusCode}`);
  if (error instanceof WebAPIRequestError) return new SlackRefused(requestCode(error.original));
  return error;
}

function requestCode(error: Error): string {
  if (error.name === 'TimeoutError') return 'timeout';
  return hasNotLeft(error) ? 'unreachable' : 'lost';
}

const unsent: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** A request that failed before there was a connection: Slack has not seen it. */
export function hasNotLeft(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && unsent.includes(cause.code)) return true;
  return false;
}

/** Makes a Web API call, throwing `SlackRefused` where it fails. */
export async function call<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw asSlackRefused(error);
  }
}

const unclear = /^(?:timeout|lost|http_5\d\d|fatal_error|internal_error|service_unavailable|request_timeout)$/;

/** Sends a message. @throws SlackRefused where it was not taken, PostUnconfirmed where nobody knows */
export async function post<T>(request: Promise<T>): Promise<T> {
  try {
    return await call(request);
  } catch (error) {
    if (error instanceof SlackRefused && unclear.test(error.code)) throw new PostUnconfirmed(error.code);
    throw error;
  }
}

/** Codes that say "this token is of no use": no retry will change them. */
const tokenCodes = [
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'user_removed_from_team',
  'team_disabled',
  'org_login_required',
] as const;
export const isTokenCode = (code: string): boolean => tokenCodes.some((known) => known === code);

/** Opening or updating a window came too late or onto something newer: nothing is wrong, the person presses again. */
const windowCodes: readonly string[] = [
  'expired_trigger_id',
  'exchanged_trigger_id',
  'hash_conflict',
  'not_found',
  'ratelimited',
  'timeout',
  'lost',
  'unreachable',
];
export const isPressAgain = (error: unknown): boolean =>
  error instanceof SlackRefused && windowCodes.includes(error.code);

import type { Logger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';

export type SlackFetch = NonNullable<WebClientOptions['fetch']>;

/**
 * Three clients, because a rate limit or a slow answer of one call holds up the others of its client.
 * Neither waits out a 429: it surfaces as `ratelimited`.
 */
export interface SlackClients {
  /** For what a person waits for (a modal): short timeout, one quick retry; only for calls that may run twice. */
  readonly interactive: WebClient;
  /** For messages, whose loss and doubling must be told apart by the caller: no retry, ten seconds. */
  readonly posts: WebClient;
  /** For what is said unasked: nobody waits for it, and it must not hold up an answer. */
  readonly notices: WebClient;
}

export function slackClients(options: {
  botToken: string;
  apiUrl: string;
  log: Logger;
  fetch?: SlackFetch;
}): SlackClients {
  const common = {
    slackApiUrl: options.apiUrl,
    logger: options.log,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    ...(options.fetch && { fetch: options.fetch }),
  };
  return {
    interactive: new WebClient(options.botToken, {
      ...common,
      timeout: 2_500,
      retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 100 },
    }),
    posts: new WebClient(options.botToken, { ...common, timeout: 10_000, retryConfig: { retries: 0 } }),
    notices: new WebClient(options.botToken, { ...common, timeout: 10_000, retryConfig: { retries: 0 } }),
  };
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far Slack's clock and ours may be apart, in either direction: an older or a future request may be a replay. */
const toleranceSeconds = 300;

export interface SignedRequest {
  /** `X-Slack-Request-Timestamp`, seconds since 1970. */
  readonly timestamp: string | undefined;
  /** `X-Slack-Signature`. */
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/** Did Slack send this just now? (Slack's signing scheme v0: HMAC-SHA256 over `v0:timestamp:body`.) */
export function isFromSlack(request: SignedRequest, signingSecret: string, now: Date): boolean {
  const { timestamp, signature, body } = request;
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const wanted = Buffer.from(sign(body, timestamp, signingSecret));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The signature that Slack puts on a body. */
export const sign = (body: Buffer | string, timestamp: string, signingSecret: string): string =>
  `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;

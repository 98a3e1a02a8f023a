/** What a Web API call meets instead of its normal answer. */
export type Fault =
  /** `ok: false` with this code; nothing is done. */
  | { readonly kind: 'error'; readonly code: string }
  /** 429 with `Retry-After`; nothing is done. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSec: number }
  /** A bare HTTP status, such as 503; nothing is done. */
  | { readonly kind: 'status'; readonly status: number }
  /** Nothing is done and no answer ever comes. */
  | { readonly kind: 'hang' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'drop' }
  /** It is done, and then the connection breaks: the answer is lost. */
  | { readonly kind: 'accept-then-drop' }
  /** It is done, and then no answer ever comes. */
  | { readonly kind: 'accept-then-hang' };

/** The script's memory: what the next calls of each method meet. `*` stands for every method. */
export interface Faults {
  add(method: string, fault: Fault, times: number): void;
  /** The fault of this call, if one was scripted; it is used up. */
  take(method: string): Fault | undefined;
  delay(method: string, ms: number): void;
  delayOf(method: string): number;
  /** Slack's own limit of about one message a second and channel. Off until it is switched on. */
  limitPosts(on: boolean): void;
  /** Whether this call comes within a second of the channel's last post. */
  isTooFast(method: string, channelId: string, now: Date): boolean;
  /** While there is an outage, every connection of the app is refused. */
  outage: boolean;
  clear(): void;
}

export function newFaults(): Faults {
  const next = new Map<string, Fault[]>();
  const delays = new Map<string, number>();
  const lastPosts = new Map<string, number>();
  let limited = false;
  return {
    add(method, fault, times) {
      next.set(method, [...(next.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    take: (method) => next.get(method)?.shift() ?? next.get('*')?.shift(),
    delay: (method, ms) => delays.set(method, ms),
    delayOf: (method) => delays.get(method) ?? delays.get('*') ?? 0,
    limitPosts(on) {
      limited = on;
      lastPosts.clear();
    },
    isTooFast(method, channelId, now) {
      if (!limited || method !== 'chat.postMessage') return false;
      const tooFast = now.getTime() - (lastPosts.get(channelId) ?? 0) < 1000;
      if (!tooFast) lastPosts.set(channelId, now.getTime());
      return tooFast;
    },
    outage: false,
    clear() {
      next.clear();
      delays.clear();
    },
  };
}

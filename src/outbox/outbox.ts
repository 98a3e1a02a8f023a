/** How often a notice is taken up before a person has to look at it. */
const maxAttempts = 12;

/** How long an attempt is safe from other processes: well beyond the ten seconds that a call to Slack may take. */
export const leaseSeconds = 60;

/** Slack takes about one message a second for each conversation. */
export const targetRestSeconds = 1;

/** What came of an attempt to say something, or to find out whether it was said. */
export type Attempted =
  | { readonly kind: 'posted'; readonly channelId: string; readonly ts: string; readonly isLast?: boolean }
  | { readonly kind: 'refused'; readonly code: string; readonly retryAfterSeconds: number | null }
  /** Nobody knows whether Slack has it: no answer, a broken one, an error inside Slack. */
  | { readonly kind: 'unconfirmed'; readonly code: string }
  /** The reader may not have it any more. */
  | { readonly kind: 'withheld'; readonly reason: string }
  /** It could not be put into words. */
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'not-there' }
  /** Slack does not let the app read there. */
  | { readonly kind: 'cannot-look' };

/** What a kind of notice wants where nobody can find out: say it again, with a word about it, or leave it. */
export type OnUnknown = 'repeat' | 'leave';

/** What becomes of a notice. `rest`: seconds until it is taken up again; `targetRest`: until anything is said there. */
export type Settlement =
  | { readonly state: 'delivered'; readonly channelId: string; readonly ts: string; readonly isLast?: boolean }
  | { readonly state: 'waiting'; readonly rest: number; readonly targetRest: number; readonly problem: string }
  /** Looked for before it is said again. */
  | { readonly state: 'unknown'; readonly rest: number; readonly problem: string }
  /** Nobody will know; told to the administrators. */
  | { readonly state: 'left'; readonly problem: string }
  | { readonly state: 'dead' | 'withheld'; readonly problem: string }
  /** Slack refuses the token: the notice waits, and so does the whole workspace. */
  | { readonly state: 'paused'; readonly problem: string };

/** Refusals that no retry will change. */
const permanent: readonly string[] = [
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'user_not_found',
  'user_disabled',
  'users_not_found',
  'cannot_dm_bot',
  'msg_too_long',
  'msg_blocks_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
  'no_text',
  'too_many_attachments',
  'no_conversation',
];

/** Refusals of the token itself: they hold for every message of the workspace. */
const ofToken: readonly string[] = [
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'team_disabled',
  'org_login_required',
];

/** The rest after the n-th attempt (from 1), in seconds: 5, 10, 20 … at most 10 minutes. */
const restAfter = (attempts: number): number => Math.min(5 * 2 ** (attempts - 1), 600);

/** How long a message that may be there is given to turn up before it is looked for, in seconds. */
const untilLook = 10;

/**
 * Decides what becomes of a notice after its n-th attempt. `looks` counts how often it was looked for in vain: only a
 * second look that finds nothing leads to saying it again, since Slack may take a moment to show what it has accepted.
 */
export function settle(
  { attempts, looks, onUnknown }: { attempts: number; looks: number; onUnknown: OnUnknown },
  came: Attempted,
): Settlement {
  const isLast = attempts >= maxAttempts;
  switch (came.kind) {
    case 'posted':
      return { state: 'delivered', channelId: came.channelId, ts: came.ts, isLast: came.isLast ?? false };
    case 'withheld':
      return { state: 'withheld', problem: came.reason };
    case 'refused':
      return afterRefusal(attempts, came);
    case 'unconfirmed':
      return isLast ? { state: 'left', problem: came.code } : { state: 'unknown', rest: untilLook, problem: came.code };
    case 'failed':
      return isLast ? { state: 'dead', problem: came.code } : again(restAfter(attempts), 0, came.code);
    case 'not-there':
      if (isLast) return { state: 'left', problem: 'unconfirmed' };
      return looks >= 2 ? again(0, 0, 'not-there') : { state: 'unknown', rest: untilLook * 3, problem: 'not-there' };
    case 'cannot-look':
      return onUnknown === 'leave' ? { state: 'left', problem: 'unconfirmed' } : again(0, 0, 'cannot-look');
  }
}

function afterRefusal(
  attempts: number,
  { code, retryAfterSeconds }: Extract<Attempted, { kind: 'refused' }>,
): Settlement {
  if (ofToken.includes(code)) return { state: 'paused', problem: code };
  if (permanent.includes(code)) return { state: 'dead', problem: code };
  // A rate limit holds for the conversation, and says nothing against the notice: it does not wear out its attempts.
  if (code === 'ratelimited') return again(0, Math.max(retryAfterSeconds ?? 30, 1), code);
  return attempts >= maxAttempts ? { state: 'dead', problem: code } : again(restAfter(attempts), 0, code);
}

const again = (rest: number, targetRest: number, problem: string): Settlement => ({
  state: 'waiting',
  rest,
  targetRest,
  problem,
});

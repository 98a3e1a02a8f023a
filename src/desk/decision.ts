import type { Reading } from './reading.ts';
import type { VerbKey } from './verbs.ts';

/** Is an account called like the whole line? Exactly, or as the beginning of a name. */
export interface Called {
  readonly exact: boolean;
  readonly accountIds: readonly string[];
}

/** What a verb would have done, offered beside something else. */
export interface Beside {
  readonly verb: VerbKey;
  readonly rest: string;
}

/** What is done with a line. */
export type Decision =
  | { readonly kind: 'overview' }
  | { readonly kind: 'verb'; readonly verb: VerbKey; readonly rest: string }
  /** The line is a verb and a name: the person chooses. */
  | { readonly kind: 'ask'; readonly verb: VerbKey; readonly rest: string; readonly accountIds: readonly string[] }
  /** An existing name outranks the verb; what the verb would have done stands beside the card. */
  | { readonly kind: 'card-beside-verb'; readonly verb: VerbKey; readonly rest: string; readonly accountId: string }
  /** `beside`: a verb written onto the name (新建区医院) may as well be part of it. */
  | { readonly kind: 'look-up'; readonly name: string; readonly beside: Beside | null }
  /** Reads like something to be written, for an account that is not known: kept, and asked about. */
  | { readonly kind: 'keep'; readonly name: string };

/** Decides a line. `called` is what the whole line found as a name. */
export function decide(reading: Reading, called: Called): Decision {
  if (reading.line === '') return { kind: 'overview' };
  const { verb } = reading;
  if (verb && called.accountIds.length > 0) return between(verb, called);
  if (verb?.glued && verb.key === 'new')
    return { kind: 'look-up', name: reading.name, beside: { verb: 'new', rest: verb.rest } };
  if (verb) return { kind: 'verb', verb: verb.key, rest: verb.rest };
  if (reading.beforeColon !== null && called.accountIds.length === 0)
    return { kind: 'keep', name: reading.beforeColon };
  return { kind: 'look-up', name: reading.name, beside: null };
}

function between(verb: NonNullable<Reading['verb']>, called: Called): Decision {
  const [accountId] = called.accountIds;
  const bare = verb.rest === '';
  if (!bare && called.accountIds.length === 1 && accountId !== undefined)
    return { kind: 'card-beside-verb', verb: verb.key, rest: verb.rest, accountId };
  // `edit` alone stays a verb unless an account is called exactly that: a mere beginning ("Editas") does not count.
  if (bare && !called.exact) return { kind: 'verb', verb: verb.key, rest: '' };
  return { kind: 'ask', verb: verb.key, rest: verb.rest, accountIds: called.accountIds };
}

import { authorise, may } from '../access/policy.ts';
import { accountOfChannel } from '../accounts/account.store.ts';
import type { CardSection } from '../accounts/card-wiring.ts';
import { recentAccounts } from '../accounts/list.query.ts';
import type { Work } from '../db/work.ts';
import { keepDraft } from '../drafts/draft.store.ts';
import { askAgain } from '../lines/log-line.flow.ts';
import { readsAsNote } from '../lines/note-like.ts';
import { findAccounts } from '../search/search.query.ts';
import { matchAccounts } from '../search/search.ts';
import type { Candidate } from '../search/search-candidate.ts';
import { readerOf, readWholeCard } from './card.query.ts';
import { myDay } from './day.query.ts';
import { type Beside, type Called, decide } from './decision.ts';
import { shortDay } from './home.ts';
import type { KeptLine, Outcome } from './look.ts';
import type { Reading } from './reading.ts';
import type { AccountVerb, VerbKey } from './verbs.ts';
import { isAccountVerb } from './verbs.ts';

/** How many accounts a list to choose from shows. */
const choices = 8;
const recentShown = 5;

/** Reads a line to its end in one transaction: decides what is meant, and loads what the answer shows. */
export async function look(
  work: Work,
  reading: Reading,
  channelId: string | null,
  sections: readonly CardSection[],
): Promise<Outcome> {
  const reader = readerOf(work);
  const { verb } = reading;
  // Help and claiming a role are open to somebody who may not look up anything yet.
  if (verb && !may(work.actor, 'account.read') && (verb.key === 'help' || verb.key === 'admin'))
    return { reader, kind: verb.key, rest: verb.rest };
  authorise(work.actor, 'account.read');
  const found = reading.name === '' ? [] : await findAccounts(work, asQuery(reading), choices);
  const decision = decide(reading, calledSo(found));
  switch (decision.kind) {
    case 'overview': {
      const linkedId = channelId === null ? null : await accountOfChannel(work.db, channelId);
      const linked = linkedId === null ? null : await readWholeCard(work, linkedId, sections);
      const day = await myDay(work, shortDay);
      const recent = await recentAccounts(work, recentShown);
      return { reader, kind: 'overview', linked, day, me: work.actor.memberId, recent };
    }
    case 'look-up':
      // What reads as a note and is nobody's name is not a look-up that failed.
      if (!decision.beside && found.every(isSlip) && readsAsNote(reading.line))
        return { reader, kind: 'keep', line: reading.line, name: decision.name };
      return matched(work, { name: decision.name, verb: 'card', found, beside: decision.beside }, sections);
    case 'card-beside-verb':
      return cardOf(work, decision.accountId, sections, { verb: decision.verb, rest: decision.rest });
    case 'ask': {
      const candidates = found.filter((one) => decision.accountIds.includes(one.id));
      return { reader, kind: 'ask', verb: decision.verb, rest: decision.rest, line: reading.line, candidates };
    }
    case 'keep':
      return { reader, kind: 'keep', line: reading.line, name: decision.name };
    case 'verb':
      return verbOutcome(work, decision, channelId, sections);
  }
}

/** A line that is to be written somewhere, and nobody is called so: it is not lost. Returns the draft's id. */
export async function keepForLater(work: Work, line: string): Promise<string> {
  authorise(work.actor, 'desk.open');
  return keepDraft(work, line);
}

/** What is said of a line that is kept so: where it can be logged with one press, or who is called nearly so. */
export async function readKept(
  work: Work,
  { draftId, line, name }: { readonly draftId: string; readonly line: string; readonly name: string },
  channelId: string | null,
): Promise<KeptLine> {
  authorise(work.actor, 'account.read');
  const asked = may(work.actor, 'interaction.log') ? await askAgain(work, draftId, channelId) : null;
  const near = asked ? [] : await findAccounts(work, name, choices);
  const mayCreate = may(work.actor, 'account.create');
  return { reader: readerOf(work), line, name, near, mayCreate, asked };
}

async function verbOutcome(
  work: Work,
  { verb, rest }: { verb: VerbKey; rest: string },
  channelId: string | null,
  sections: readonly CardSection[],
): Promise<Outcome> {
  const reader = readerOf(work);
  if (verb === 'undo') return { reader, kind: verb };
  if (verb === 'log')
    return { reader, kind: verb, accountId: channelId === null ? null : await accountOfChannel(work.db, channelId) };
  if (!isAccountVerb(verb)) return verb === 'new' ? { reader, kind: 'new', name: rest } : { reader, kind: verb, rest };
  if (rest === '' && verb === 'tasks') return { reader, kind: 'tasks' };
  // Not this channel's account: without a name it is about all of somebody's.
  if (verb === 'handover' && rest === '') return { reader, kind: 'handover' };
  if (rest !== '')
    return matched(work, { name: rest, verb, found: await findAccounts(work, rest, choices), beside: null }, sections);
  const linked = channelId === null ? null : await accountOfChannel(work.db, channelId);
  return linked === null ? { reader, kind: 'pick', verb } : { reader, kind: 'act', verb, accountId: linked };
}

async function matched(
  work: Work,
  {
    name,
    verb,
    found,
    beside,
  }: { name: string; verb: AccountVerb; found: readonly Candidate[]; beside: Beside | null },
  sections: readonly CardSection[],
): Promise<Outcome> {
  const reader = readerOf(work);
  const match = matchAccounts(name, found);
  switch (match.kind) {
    case 'none':
      return {
        reader,
        kind: 'none',
        name,
        verb,
        near: match.near,
        mayCreate: may(work.actor, 'account.create'),
        beside,
      };
    case 'many':
      return { reader, kind: 'several', name, verb, candidates: match.candidates };
    case 'one':
      if (verb === 'card') return cardOf(work, match.candidate.id, sections, beside);
      return { reader, kind: 'act', verb, accountId: match.candidate.id };
  }
}

async function cardOf(
  work: Work,
  accountId: string,
  sections: readonly CardSection[],
  beside: Beside | null,
): Promise<Outcome> {
  const card = await readWholeCard(work, accountId, sections);
  if (!card) throw new Error('an account went away between search and card');
  return { reader: card.reader, kind: 'card', card, beside };
}

const isSlip = ({ match }: Candidate): boolean => match === 'typo';

/** A literal goes to search with its sign, so that nothing but the name itself is found. */
const asQuery = (reading: Reading): string => (reading.literal ? `=${reading.name}` : reading.name);

/** Accounts that are called like the line, or whose name begins so. */
function calledSo(found: readonly Candidate[]): Called {
  const exact = found.filter(({ match }) => match === 'exact' || match === 'alias');
  const begins = found.filter(({ match }) => match === 'prefix');
  return { exact: exact.length > 0, accountIds: (exact.length > 0 ? exact : begins).map(({ id }) => id) };
}

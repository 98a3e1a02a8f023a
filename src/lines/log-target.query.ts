import { authorise, may } from '../access/policy.ts';
import { type ContactName, contactNamesOf } from '../accounts/contact-name.store.ts';
import { accountsOfChannel } from '../accounts/linked.store.ts';
import type { Work } from '../db/work.ts';
import type { NamedAccount } from '../search/named-account.ts';
import { findAccounts } from '../search/search.query.ts';
import { matchAccounts } from '../search/search.ts';
import { fold } from '../search/search-fold.ts';
import { findLead, findLeads } from '../search/search-lead.store.ts';
import type { Led } from '../search/search-lead.ts';
import { headOf } from './line-head.ts';
import { partsOfLine } from './line-parts.ts';
import { decideLine, type LineFacts, type Named, type Target } from './log-line.ts';
import { type LineVerb, lineVerb } from './log-verb.ts';

/** How many accounts a question offers. */
const offered = 8;

/**
 * For which account a line is, as far as the acting person and the place where it was typed say. `isVerb`: its first word is
 * the verb, whoever is called so.
 */
export async function targetOfLine(
  work: Work,
  line: string,
  channelId: string | null,
  isVerb = false,
): Promise<Target> {
  authorise(work.actor, 'interaction.log');
  const facts = await factsOf(work, { line, channelId, isVerb });
  const decided = decideLine(facts);
  const target = await unlessMerged(work, decided, facts);
  if (target.kind !== 'ask') return target;
  const isOthers = target.named.some(({ candidate }) => !facts.linked.some(({ id }) => id === candidate.id));
  const near = isOthers ? [] : await nearNames(work, facts);
  const named = [...target.named, ...near.filter((one) => !target.named.some(isSameAs(one)))];
  return { ...target, named: named.slice(0, offered) };
}

/** A name that led here because its account was merged into this one is no longer certain: it is asked. */
async function unlessMerged(work: Work, target: Target, { line, verb, linked }: LineFacts): Promise<Target> {
  if (target.kind !== 'write') return target;
  const { candidate, from } = target.named;
  const typed = line.slice(verb.from, from);
  if (typed === '' && linked.some(({ id }) => id === candidate.id)) return target;
  const row = await work.db.account.findFirst({ where: { id: candidate.id }, select: { name: true, aliases: true } });
  const number = /^ka[-\s]?(\d{1,9})/iu.exec(typed)?.[1];
  const isCalledSo = [row?.name ?? '', ...(row?.aliases ?? [])].some((name) => fold(name).startsWith(fold(typed)));
  if (number === undefined ? isCalledSo : Number(number) === candidate.number) return target;
  return { kind: 'ask', doubt: 'unsure', named: [target.named] };
}

const isSameAs =
  (one: Named) =>
  (other: Named): boolean =>
    one.candidate.id === other.candidate.id;

async function factsOf(
  work: Work,
  { line, channelId, isVerb }: { line: string; channelId: string | null; isVerb: boolean },
): Promise<LineFacts> {
  const linked = channelId === null ? [] : await accountsOfChannel(work.db, channelId);
  const typed = lineVerb(line);
  const isNameToo = typed.kind !== 'none' && !isVerb;
  const [first = nobody, whole = nobody] = await leads(work, [line.slice(typed.from), ...(isNameToo ? [line] : [])]);
  const { verb, led } =
    typed.kind === 'none' && first.kind === 'none' ? await behindSlip(work, line) : { verb: typed, led: first };
  const head = await headOfText(work, line.slice(verb.from));
  return { line, verb, whole, led, head, linked, isPerson: await knownPeople(work, led, linked) };
}

const nobody: Led = { kind: 'none' };

const leads = ({ db, actor: { workspaceId, memberId } }: Work, texts: readonly string[]): Promise<readonly Led[]> =>
  findLeads(db, { workspaceId, memberId, texts });

const lead = ({ db, actor: { workspaceId, memberId } }: Work, text: string): Promise<Led> =>
  findLead(db, { workspaceId, memberId, text });

/** `lgo acme: met`: the first word may be a slip of the verb; then the name follows it. */
async function behindSlip(work: Work, line: string): Promise<{ verb: LineVerb; led: Led }> {
  const from = /^\S{1,12}\s+/u.exec(line)?.[0].length ?? 0;
  const led = from === 0 ? ({ kind: 'none' } as const) : await lead(work, line.slice(from));
  return { verb: { kind: 'none', end: 0, from: led.kind === 'none' ? 0 : from }, led };
}

async function headOfText(work: Work, text: string): Promise<LineFacts['head']> {
  const noted = partsOfLine(text).lead;
  const head = headOf(text.slice(0, text.startsWith(noted) ? noted.length : text.length));
  if (!head) return null;
  const name = text.slice(0, head.end);
  return { ...head, match: matchAccounts(name, await findAccounts(work, name, offered)) };
}

/** A word of the name of somebody whom the acting person may know: at the channel's account, or at the one that is named. */
async function knownPeople(work: Work, led: Led, linked: readonly NamedAccount[]): Promise<LineFacts['isPerson']> {
  const accounts = [...linked, ...(led.kind === 'one' ? [led.candidate] : [])];
  const allowed = accounts.filter((account) => may(work.actor, 'contact.read', account));
  const people = await contactNamesOf(
    work.db,
    allowed.map(({ id }) => id),
  );
  const words = new Set(people.flatMap(wordsOfName));
  return (word) => words.has(fold(word));
}

function wordsOfName({ name }: ContactName): readonly string[] {
  const folded = fold(name);
  return [folded, ...folded.split(' ')];
}

/** Behind these a note names somebody: `met Dana at Acme`. */
const mention = /(?:\b(?:with|at|from|for|to|of|visited|called|met)\s+|[@#])(?=\S)/giu;
const mentions = 3;

/** Who may have been meant by a line that does not begin with a name: whom it names within, or something like its first words. */
async function nearNames(work: Work, { line, verb }: LineFacts): Promise<readonly Named[]> {
  const text = line.slice(verb.from);
  const within: Named[] = [];
  for (const { 0: before, index } of [...text.slice(0, 500).matchAll(mention)].slice(0, mentions)) {
    const found = await lead(work, text.slice(index + before.length));
    if (found.kind === 'one' && found.as !== 'cut') within.push({ candidate: found.candidate, from: verb.from });
    if (found.kind === 'many') within.push(...found.candidates.map((candidate) => ({ candidate, from: verb.from })));
  }
  if (within.length > 0) return within;
  const beginnings = [/^\S{2,40}\s+\S{2,40}/u, /^[^\s:：,，]{2,40}/u].flatMap((begins) => begins.exec(text)?.[0] ?? []);
  for (const beginning of beginnings) {
    const found = await findAccounts(work, beginning, offered);
    const behind = /^[\s:：,，]*/u.exec(text.slice(beginning.length))?.[0].length ?? 0;
    const from = verb.from + beginning.length + behind;
    if (found.length > 0) return found.filter(({ archived }) => !archived).map((candidate) => ({ candidate, from }));
  }
  return [];
}

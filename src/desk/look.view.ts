import type { KnownBlock } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import { accountNumber } from '../accounts/account.ts';
import { cardMessage } from '../accounts/card.view.ts';
import type { Language } from '../i18n/language.ts';
import { nameLength } from '../lib/text.ts';
import { draftButton, logToRows } from '../lines/log-asked.view.ts';
import type { Candidate } from '../search/search-candidate.ts';
import { actions, button, context, divider, header, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { listed, row } from '../slack/list.ts';
import { bare, joinRich, type Rich, rich } from '../slack/text.ts';
import { accountLine } from './account-line.view.ts';
import { dayBlocks } from './day.view.ts';
import { deskIds } from './desk.ids.ts';
import { deskText } from './desk.text.ts';
import { shortDay } from './home.ts';
import type { KeptLine, Outcome } from './look.ts';
import type { AccountVerb, VerbKey } from './verbs.ts';

/** How many accounts an answer names: more than fit a phone are not read. */
const choices = 10;
/** Of those opened last, on an answer that says much else. */
const recentShown = 5;

const saying = (text: Rich, blocks: readonly KnownBlock[]): Message => ({
  text: bare(text, 300),
  blocks: [section(text), ...blocks],
});

/** An account to choose: name, number, city and owner, so that two of one name can be told apart. */
function candidateBlock(candidate: Candidate, verb: AccountVerb, language: Language): KnownBlock {
  const t = deskText[language];
  const facts = t.found(candidate.ownerName ?? t.nobody, accountNumber(candidate.number), candidate.city ?? '');
  const value = { verb, accountId: candidate.id };
  const words = t.choose[verb];
  return row(
    joinRich([rich`*${candidate.name}*`, facts], '\n'),
    button(`${deskIds.choose}-${verb}`, words, { value, label: `${words}: ${candidate.name}` }),
  );
}
const candidateBlocks = (
  candidates: readonly Candidate[],
  verb: AccountVerb,
  language: Language,
): readonly KnownBlock[] =>
  listed(candidates, choices, language, (candidate) => candidateBlock(candidate, verb, language));

/** A button carries little; longer than this no account is called. */
const asName = (typed: string): string => typed.slice(0, nameLength);

/** What a verb would do, as a button. */
function verbButton(verb: VerbKey, rest: string, language: Language) {
  const t = deskText[language];
  if (verb === 'new') return button(accountIds.create, t.newVerb(rest), { value: { name: asName(rest) } });
  return button(`${deskIds.runVerb}-${verb}`, t.otherVerbs[verb], { value: { verb, rest: asName(rest) } });
}

/** A line that is too long for a name is no account to be created. */
function createButton(
  name: string,
  { mayCreate, isLikely }: { mayCreate: boolean; isLikely: boolean },
  language: Language,
): readonly KnownBlock[] {
  if (!mayCreate || name.length > nameLength) return [];
  const words = deskText[language].createNamed(name);
  const value = { name: asName(name) };
  return [actions([button(accountIds.create, words, { value, ...(isLikely && { style: 'primary' }) })])];
}

/** The card, with what the line's verb would have done beside it. */
export function cardAnswer({ card, beside }: Extract<Outcome, { kind: 'card' }>): Message {
  const message = cardMessage(card.facts, card.parts, card.reader);
  if (!beside) return message;
  return {
    ...message,
    blocks: [...message.blocks, actions([verbButton(beside.verb, beside.rest, card.reader.language)], 'beside')],
  };
}

/** A verb that is also a name: two ways to go on. */
export function askAnswer({ line, verb, rest, candidates, reader }: Extract<Outcome, { kind: 'ask' }>): Message {
  const { language } = reader;
  return saying(deskText[language].verbOrName(line), [
    ...candidateBlocks(candidates, 'card', language),
    actions([verbButton(verb, rest, language)], 'verb'),
  ]);
}

export const severalAnswer = ({ name, verb, candidates, reader }: Extract<Outcome, { kind: 'several' }>): Message =>
  saying(deskText[reader.language].severalFound(name), candidateBlocks(candidates, verb, reader.language));

/** Nobody is called so: those that may be meant, and a way to create it. */
export function noneAnswer({
  name,
  verb,
  near,
  mayCreate,
  beside,
  reader,
}: Extract<Outcome, { kind: 'none' }>): Message {
  const t = deskText[reader.language];
  return saying(t.noneFound(name), [
    ...(near.length === 0 ? [] : [context(t.nearOnes), ...candidateBlocks(near, verb, reader.language)]),
    ...createButton(name, { mayCreate, isLikely: near.length === 0 }, reader.language),
    ...(beside && mayCreate ? [actions([verbButton(beside.verb, beside.rest, reader.language)], 'beside')] : []),
  ]);
}

/** A line that is kept as a draft, whole. */
export function keptAnswer({ line, name, near, mayCreate, asked, reader }: KeptLine): Message {
  const t = deskText[reader.language];
  return saying(t.kept(line), [
    context(asked ? t.keptToLog(name) : t.keptWhy(name)),
    ...(asked ? logToRows(asked.draftId, asked.named, reader.language) : []),
    ...candidateBlocks(near, 'card', reader.language),
    ...(asked ? [actions([draftButton({ id: asked.draftId, line }, reader.language)], 'log-line-kept')] : []),
    // What was typed to be logged is hardly the name of a new account.
    ...createButton(name, { mayCreate, isLikely: near.length === 0 && !asked }, reader.language),
  ]);
}

/** `/account` alone: the channel's account, the day in short, what was opened last, and what can be typed. */
export function overviewAnswer(
  { linked, day, me, recent, reader }: Extract<Outcome, { kind: 'overview' }>,
  command: string,
): Message {
  const t = deskText[reader.language];
  return {
    text: t.welcome,
    blocks: [
      header(t.welcome),
      ...(linked ? [context(t.linked), ...cardMessage(linked.facts, linked.parts, reader).blocks, divider()] : []),
      ...dayBlocks(day, 'me', { reader, me }, shortDay),
      ...(recent.length === 0
        ? []
        : [context(t.recent), ...listed(recent, recentShown, reader.language, (line) => accountLine(line, reader))]),
      ...helpBlocks(reader.language, command),
      actions([button(accountIds.create, t.newAccount)], 'overview'),
    ],
  };
}

/** What can be typed. */
export function helpAnswer(language: Language, command: string): Message {
  return {
    text: deskText[language].typeThis,
    blocks: [header(deskText[language].typeThis), ...helpBlocks(language, command)],
  };
}

function helpBlocks(language: Language, command: string): readonly KnownBlock[] {
  const t = deskText[language];
  return [section(t.helpLines(command)), context(t.helpHint)];
}

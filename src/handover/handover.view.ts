import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { formatDay } from '../lib/date.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { limits } from '../slack/limits.ts';
import { bare, joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { handoverIds } from './handover.ids.ts';
import { handoverText } from './handover.text.ts';
import { lineRow } from './handover-list.view.ts';
import type { News, Party } from './news.ts';

/** How many names a message tells of those that stayed, or of those who are asked. */
const named = 5;
/** How many accounts a message lists; the others are a tap away. */
const listedInMessage = 5;

const saying = (text: Rich, more: readonly KnownBlock[]): Message => ({
  text: bare(text, limits.messageText),
  blocks: [section(text), ...more],
});

/** A message as a window: what a form turns into. */
export const resultModal = ({ blocks }: Message, language: Language): ModalView =>
  modal({
    callbackId: handoverIds.resultModal,
    title: handoverText[language].title,
    close: handoverText[language].closeList,
    blocks,
  });

const undoButton = ({ handoverId }: News, words: string): Button =>
  button(handoverIds.undo, words, { value: { handoverId } });
const listButton = ({ handoverId, count }: News, language: Language): Button =>
  button(handoverIds.list, handoverText[language].list(count), { value: { handoverId } });

/** Who asked is told that it waits, for whom, and how to take it back. */
export function askedMessage(news: News, deciders: readonly { slackUserId: string }[], language: Language): Message {
  const t = handoverText[language];
  const who = joinRich(
    deciders.slice(0, named).map(({ slackUserId }) => mention(slackUserId)),
    language === 'zh' ? '、' : ', ',
  );
  return saying(t.asked(news.count, news.to.slackUserId), [
    ...namesBlock(news, language),
    context(t.waitsFor(who)),
    actions([undoButton(news, t.takeBack), listButton(news, language)]),
  ]);
}

/** Who decides gets the wish with what to press. */
export const requestMessage = (news: News, note: string | null, language: Language): Message =>
  saying(requestText(news, language), [
    ...noteBlock(news, note, language),
    ...namesBlock(news, language),
    answerButtons(news, language),
  ]);

/** A wish that waits, without what belongs to a message. */
export const wishBlocks = (news: News, language: Language): readonly KnownBlock[] => [
  section(requestText(news, language)),
  answerButtons(news, language),
];

function requestText(news: News, language: Language): Rich {
  const t = handoverText[language];
  const { asker, owners, count, to } = news;
  const isOwn = owners.length === 1 && owners[0]?.slackUserId === asker.slackUserId;
  if (isOwn) return t.requestOwn(asker.slackUserId, count, to.slackUserId);
  return t.request(asker.slackUserId, count, ownersOf(news, language), to.slackUserId);
}

function answerButtons(news: News, language: Language): KnownBlock {
  const t = handoverText[language];
  const value = { handoverId: news.handoverId };
  const elements = [
    button(handoverIds.approve, t.approve, { value, style: 'primary' }),
    button(handoverIds.decline, t.decline, { value, style: 'danger' }),
    listButton(news, language),
  ];
  return actions(elements, `handover-${news.handoverId}`);
}

/** What came of it, for who asked and who decided: with a way back while there is one. */
export function settledMessage(news: News, language: Language): Message {
  const t = handoverText[language];
  const { count, to } = news;
  switch (news.state) {
    case 'approved':
      return saying(t.approved(count, to.slackUserId), [
        ...namesBlock(news, language),
        ...approvalContext(news, language),
        ...leftBlocks(news, language),
        actions([undoButton(news, t.undo), listButton(news, language)]),
      ]);
    case 'declined':
      return saying(t.declined(count, to.slackUserId), []);
    case 'undone':
      return saying(t.undone(count), leftBlocks(news, language));
    case 'asked':
      return saying(rich`${t.answered.asked}`, []);
  }
}

function approvalContext({ decider, asker, taskCount }: News, language: Language): readonly KnownBlock[] {
  const t = handoverText[language];
  const by = decider && decider.memberId !== asker.memberId ? t.approvedBy(decider.slackUserId) : '';
  const steps = taskCount > 0 ? t.stepsMoved(taskCount) : '';
  return [context(joinRich([by, steps, t.undoHint], ' '))];
}

/** What stayed where it was, and why. */
function leftBlocks({ left, leftCount }: News, language: Language): readonly KnownBlock[] {
  const t = handoverText[language];
  if (leftCount === 0) return [];
  const shown = left.slice(0, named).map(({ name, why }) => t.leftLine(name, t.why[why]));
  return [context(joinRich([t.left(leftCount), ...shown, ...(leftCount > shown.length ? ['…'] : [])], '\n'))];
}

/** The new owner gets the list, with a brief for each, and what they should know. */
export function receivedMessage(news: News, note: string | null, language: Language): Message {
  const t = handoverText[language];
  const steps = news.taskCount > 0 ? `${t.stepsMoved(news.taskCount)} ` : '';
  return saying(t.youGot(news.count, ownersOf(news, language)), [
    ...noteBlock(news, note, language),
    context(`${steps}${t.spread(formatDay(news.startsOn, language))}`),
    ...news.lines.slice(0, listedInMessage).map((line) => lineRow(line, language)),
    ...(news.count > listedInMessage ? [actions([listButton(news, language)])] : []),
  ]);
}

/** Who had the accounts is told where they went. */
export const gaveMessage = (news: News, owner: News['owners'][number]): Message =>
  saying(handoverText[owner.language].youGave(owner.count, news.to.slackUserId), []);

/** Who asked is told that it was declined. */
export const declinedMessage = (news: News, by: Party, language: Language): Message =>
  saying(handoverText[language].declinedBy(by.slackUserId, news.count, news.to.slackUserId), []);

/** Whom it concerns is told that somebody has undone it. */
export const undoneMessage = (news: News, by: string, language: Language): Message =>
  saying(handoverText[language].undoneBy(by, news.count), leftBlocks(news, language));

/** What was asked for has been taken back. */
export const withdrawnMessage = (news: News, language: Language): Message =>
  saying(handoverText[language].withdrawn(news.count, news.to.slackUserId), []);

/** Only somebody's own accounts have one name; for others "several owners" says enough. */
function ownersOf({ owners }: News, language: Language): Rich {
  const t = handoverText[language];
  const [first, ...others] = owners;
  if (!first) return rich`${t.nobody}`;
  return others.length === 0 ? mention(first.slackUserId) : rich`${t.several}`;
}

const noteBlock = ({ asker }: News, note: string | null, language: Language): readonly KnownBlock[] =>
  note === null ? [] : [section(handoverText[language].noteFrom(mention(asker.slackUserId), quoted(note)))];

const quoted = (text: string): Rich =>
  joinRich(
    text.split(/\s*\n\s*/).map((line) => rich`&gt; ${line}`),
    '\n',
  );

/** The first names, for who has to decide. */
function namesBlock({ lines, count }: News, language: Language): readonly KnownBlock[] {
  const names = lines.slice(0, named).map(({ name }) => rich`${name}`);
  const more = count > names.length ? ['…'] : [];
  return [context(joinRich([...names, ...more], language === 'zh' ? '、' : ', '))];
}

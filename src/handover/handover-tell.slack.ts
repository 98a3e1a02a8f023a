import { note } from '../access/access.view.ts';
import { PostUnconfirmed, SlackRefused } from '../slack/errors.ts';
import type { Gesture, Message } from '../slack/handler.ts';
import { joinRich, mention } from '../slack/text.ts';
import { readNote } from './handover.query.ts';
import { handoverText } from './handover.text.ts';
import { gaveMessage, receivedMessage, requestMessage, settledMessage, undoneMessage } from './handover.view.ts';
import type { News, Party } from './news.ts';

interface Letter {
  readonly to: Pick<Party, 'slackUserId'>;
  readonly message: Message;
}

/** Tells those who can approve it, and what the next owner is to know. */
export async function tellDeciders(
  gesture: Gesture,
  news: News,
  deciders: readonly Pick<Party, 'slackUserId' | 'language'>[],
): Promise<void> {
  const words = await noteOf(gesture, news);
  await tellAll(
    gesture,
    deciders.map((to) => ({ to, message: requestMessage(news, words, to.language) })),
  );
}

/** Tells everybody whom an approved handover concerns, but the one who has just pressed. */
export async function tellApproved(gesture: Gesture, news: News): Promise<void> {
  const words = await noteOf(gesture, news);
  const { to, asker, owners } = news;
  const gave = owners.filter(({ memberId }) => memberId !== asker.memberId && memberId !== to.memberId);
  // Whoever approves what comes to themselves gets the list and the note all the same.
  const received = { to, message: receivedMessage(news, words, to.language) };
  const told = others(gesture, [
    ...(asker.memberId === to.memberId ? [] : [{ party: asker, message: settledMessage(news, asker.language) }]),
    ...gave.map((party) => ({ party, message: gaveMessage(news, party) })),
  ]);
  await tellAll(gesture, [received, ...told]);
}

/** Tells everybody whom an undone handover concerns, but the one who has just pressed. */
export async function tellUndone(gesture: Gesture, news: News): Promise<void> {
  const { to, asker, decider, owners } = news;
  const parties = new Map(
    [to, asker, ...(decider ? [decider] : []), ...owners].map((party) => [party.memberId, party]),
  );
  const by = gesture.who.slackUserId;
  await tellAll(
    gesture,
    others(
      gesture,
      [...parties.values()].map((party) => ({ party, message: undoneMessage(news, by, party.language) })),
    ),
  );
}

const others = (gesture: Gesture, letters: readonly { party: Party; message: Message }[]): readonly Letter[] =>
  letters
    .filter(({ party }) => party.active && party.slackUserId !== gesture.who.slackUserId)
    .map(({ party, message }) => ({ to: party, message }));

const noteOf = (gesture: Gesture, news: News): Promise<string | null> =>
  news.hasNote ? gesture.inWorkspace((work) => readNote(work, news.handoverId)) : Promise.resolve(null);

/**
 * One message that does not arrive keeps none of the others back; whoever acted is told whom it did not reach. Their own
 * copy is not missed: the window before them says the same.
 */
export async function tellAll(gesture: Gesture, letters: readonly Letter[]): Promise<void> {
  const missed: string[] = [];
  for (const { to, message } of letters) {
    try {
      await gesture.tell(to.slackUserId, message);
    } catch (error) {
      if (!(error instanceof SlackRefused) && !(error instanceof PostUnconfirmed)) throw error;
      if (to.slackUserId !== gesture.who.slackUserId) missed.push(to.slackUserId);
    }
  }
  if (missed.length === 0) return;
  const comma = gesture.language === 'zh' ? '、' : ', ';
  await gesture.answer(note(handoverText[gesture.language].notTold(joinRich(missed.map(mention), comma))));
}

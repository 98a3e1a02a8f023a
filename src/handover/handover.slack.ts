import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { type Gesture, type Handler, type Message, onAction } from '../slack/handler.ts';
import { type Rich, rich } from '../slack/text.ts';
import { type AnswerProblem, approveHandover, declineHandover, type Undone, undoHandover } from './handover.flow.ts';
import { handoverIds } from './handover.ids.ts';
import { readHandoverPage } from './handover.query.ts';
import { handoverText } from './handover.text.ts';
import { declinedMessage, resultModal, settledMessage, withdrawnMessage } from './handover.view.ts';
import { type HandoverFormWiring, handoverFormHandlers } from './handover-form.slack.ts';
import { handoverListModal, linesPerPage } from './handover-list.view.ts';
import { tellAll, tellApproved, tellUndone } from './handover-tell.slack.ts';

/** What these handlers need from the wiring. */
export interface HandoverWiring extends HandoverFormWiring {
  /** Shows the acting person's Home afresh. */
  readonly showHome: (gesture: Gesture) => Promise<void>;
}

const one = z.object({ handoverId: z.uuid() });
const paged = one.extend({ page: z.int().min(0).max(10_000) });

/** Asking for a handover, answering it, taking it back, and looking at what it moves. */
export function handoverHandlers(wiring: HandoverWiring): readonly Handler[] {
  return [
    ...handoverFormHandlers(wiring),
    onAction(handoverIds.approve, {
      needs: 'handover.decide',
      accepts: one,
      run: (gesture, { handoverId }) => approve(gesture, handoverId, wiring),
    }),
    onAction(handoverIds.decline, {
      needs: 'handover.decide',
      accepts: one,
      run: (gesture, { handoverId }) => decline(gesture, handoverId, wiring),
    }),
    onAction(handoverIds.undo, {
      needs: 'handover.ask',
      accepts: one,
      run: (gesture, { handoverId }) => undo(gesture, handoverId, wiring),
    }),
    onAction(handoverIds.list, {
      needs: 'account.read',
      accepts: one,
      run: (gesture, { handoverId }) => openList(gesture, handoverId),
    }),
    // Two buttons of one row cannot share an id.
    ...[handoverIds.listPage, `${handoverIds.listPage}-first`].map((id) =>
      onAction(id, { needs: 'account.read', accepts: paged, run: turnPage }),
    ),
  ];
}

async function approve(gesture: Gesture, handoverId: string, wiring: HandoverWiring): Promise<void> {
  const answered = await gesture.once((work) => approveHandover(work, handoverId));
  if (!answered.ok) return refuse(gesture, answered, wiring);
  await settle(gesture, settledMessage(answered.news, gesture.language), wiring);
  await tellApproved(gesture, answered.news);
}

async function decline(gesture: Gesture, handoverId: string, wiring: HandoverWiring): Promise<void> {
  const answered = await gesture.once((work) => declineHandover(work, handoverId));
  if (!answered.ok) return refuse(gesture, answered, wiring);
  const { news } = answered;
  await settle(gesture, settledMessage(news, gesture.language), wiring);
  if (!news.decider || !news.asker.active || news.asker.slackUserId === gesture.who.slackUserId) return;
  await tellAll(gesture, [{ to: news.asker, message: declinedMessage(news, news.decider, news.asker.language) }]);
}

async function undo(gesture: Gesture, handoverId: string, wiring: HandoverWiring): Promise<void> {
  const undone = await gesture.once((work) => undoHandover(work, handoverId));
  if (!undone.ok) return refuse(gesture, undone, wiring);
  if (undone.was === 'asked') return settle(gesture, withdrawnMessage(undone.news, gesture.language), wiring);
  await settle(gesture, settledMessage(undone.news, gesture.language), wiring);
  await tellUndone(gesture, undone.news);
}

/** Why it has no effect. Where there is still something to answer, the buttons stay. */
async function refuse(
  gesture: Gesture,
  refusal: AnswerProblem | Exclude<Undone, { ok: true }>,
  wiring: HandoverWiring,
): Promise<void> {
  const t = handoverText[gesture.language];
  if (refusal.problem === 'gone') return settle(gesture, note(t.handoverGone), wiring);
  const { news } = refusal;
  if (refusal.problem === 'answered') return settle(gesture, note(t.answered[news.state]), wiring);
  if (refusal.problem === 'too-late') return settle(gesture, note(t.tooLate), wiring);
  const words: Rich = refusal.problem === 'cannot-own' ? t.cannotOwn(news.to.slackUserId) : rich`${t.nothingLeft}`;
  await gesture.answer(note(words));
}

/** The pressed message or window becomes the answer: nothing stale keeps its buttons. */
async function settle(gesture: Gesture, message: Message, wiring: HandoverWiring): Promise<void> {
  const { view } = gesture.place;
  if (view?.type === 'modal') return gesture.update(view.id, resultModal(message, gesture.language));
  await gesture.answer(message, { replace: view === null });
  if (view?.type === 'home') await wiring.showHome(gesture);
}

async function openList(gesture: Gesture, handoverId: string): Promise<void> {
  const list = await gesture.inWorkspace((work) => readHandoverPage(work, handoverId, 0, linesPerPage));
  if (!list) return gesture.answer(note(handoverText[gesture.language].handoverGone));
  await gesture.open(handoverListModal(list, gesture.language));
}

async function turnPage(gesture: Gesture, { handoverId, page }: z.infer<typeof paged>): Promise<void> {
  const { view } = gesture.place;
  const list = await gesture.inWorkspace((work) => readHandoverPage(work, handoverId, page, linesPerPage));
  if (view && list) await gesture.update(view.id, handoverListModal(list, gesture.language), view.hash);
}

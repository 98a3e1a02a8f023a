import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { SlackRefused } from '../slack/errors.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import type { AccountWiring } from './account-wiring.ts';
import { readCard } from './card.query.ts';
import { noteShare } from './share.flow.ts';
import { sharedMessage, shareModal } from './share.view.ts';

const oneAccount = z.object({ accountId: z.uuid() });
const sharing = z.object({
  meta: oneAccount,
  values: z.object({ channel: z.string().regex(/^[CGD][A-Z0-9]{1,30}$/) }),
});

/** The card's buttons: open it, send it to oneself, share it. */
export function cardHandlers(wiring: AccountWiring): readonly Handler[] {
  return [
    onAction(accountIds.open, {
      needs: 'account.read',
      accepts: oneAccount,
      run: (gesture, { accountId }) => openCard(gesture, accountId, wiring),
    }),
    onAction(accountIds.sendToMe, {
      needs: 'account.read',
      accepts: oneAccount,
      run: (gesture, { accountId }) => sendToMe(gesture, accountId, wiring),
    }),
    onAction(accountIds.share, {
      needs: 'account.share',
      accepts: oneAccount,
      run: (gesture, { accountId }) => openShare(gesture, accountId),
    }),
    onSubmit(accountIds.shareSubmit, {
      needs: 'account.share',
      accepts: sharing,
      run: (gesture, { meta, values }) => share(gesture, meta.accountId, values.channel),
    }),
  ];
}

/** From a window or from Home the card comes as a window, from a message as an answer beside it. */
async function openCard(gesture: Gesture, accountId: string, wiring: AccountWiring): Promise<void> {
  const gone = note(accountText[gesture.language].gone);
  if (!gesture.place.view) return gesture.answer((await wiring.cardMessage(gesture, accountId)) ?? gone);
  const view = await wiring.cardWindow(gesture, accountId);
  if (!view) return gesture.answer(gone);
  await gesture.open(view);
}

async function sendToMe(gesture: Gesture, accountId: string, wiring: AccountWiring): Promise<void> {
  const t = accountText[gesture.language];
  const message = await wiring.cardMessage(gesture, accountId);
  if (!message) return gesture.answer(note(t.gone));
  await gesture.tell(gesture.who.slackUserId, message);
  await gesture.answer(note(t.sentToYou));
}

async function openShare(gesture: Gesture, accountId: string): Promise<void> {
  const facts = await gesture.inWorkspace((work) => readCard(work, accountId));
  if (!facts) return gesture.answer(note(accountText[gesture.language].gone));
  await gesture.open(shareModal(facts, gesture.language, gesture.place.channelId));
}

/** Posts the open part of the card. The channel is looked at now: it may have become shared since it was chosen (T-67). */
async function share(gesture: Gesture, accountId: string, channelId: string): Promise<SubmitAnswer> {
  const t = accountText[gesture.language];
  const wrong = (text: string): SubmitAnswer => ({ next: 'errors', errors: { channel: text } });
  const channel = await gesture.channel(channelId);
  if (!channel) return wrong(t.shareUnknown);
  if (channel.shared) return wrong(t.shareShared);
  const facts = await gesture.once((work) => noteShare(work, accountId, channelId));
  if (!facts) return wrong(t.gone);
  try {
    await gesture.post(channelId, sharedMessage(facts, gesture.language, gesture.who.slackUserId));
  } catch (error) {
    if (error instanceof SlackRefused && notThere.includes(error.code)) return wrong(t.shareUnknown);
    throw error;
  }
  return { next: 'close' };
}

const notThere: readonly string[] = ['not_in_channel', 'channel_not_found', 'is_archived'];

import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { interactionIds } from '../interactions/interaction.ids.ts';
import { interactionText } from '../interactions/interaction.text.ts';
import { openLogForm } from '../interactions/log-form.slack.ts';
import { logMeta } from '../interactions/log-form.ts';
import { type Gesture, type Handler, onShortcut } from '../slack/handler.ts';
import { readMessage } from './save-message.flow.ts';

const onMessage = z.object({ message: z.object({ text: z.string(), slackUserId: z.string().nullable() }) });
type OnMessage = z.infer<typeof onMessage>;

/** "Save to account" on a message: the form of a log, filled in with what the message says. */
export function saveMessageHandlers(): readonly Handler[] {
  return [onShortcut(interactionIds.saveShortcut, { needs: 'interaction.log', accepts: onMessage, run: saveMessage })];
}

async function saveMessage(gesture: Gesture, { message }: OnMessage): Promise<void> {
  const { channelId, messageTs } = gesture.place;
  const t = interactionText[gesture.language];
  // Who may not log is told so before Slack is asked anything.
  const read = await gesture.inWorkspace((work) =>
    readMessage(work, { markup: message.text, channelId, sentAt: minuteOf(messageTs) }),
  );
  if (!read.fields.summary) return gesture.answer(note(t.messageEmpty));
  const [channel, permalink] = await Promise.all([
    channelId === null ? null : gesture.channel(channelId),
    channelId === null || messageTs === null ? null : gesture.permalink(channelId, messageTs),
  ]);
  if (channel?.shared) return gesture.answer(note(t.messageShared));
  const source = logMeta.shape.source.safeParse(permalink && { permalink, saidBy: authorOf(message) });
  await openLogForm(gesture, { ...read, isGuess: true, ...(source.data && { source: source.data }) });
}

/** An app's message has no author whom a mention could name. */
const authorOf = ({ slackUserId }: OnMessage['message']): string | null =>
  slackUserId !== null && /^[UW][A-Z0-9]{1,30}$/.test(slackUserId) ? slackUserId : null;

/** Slack's name of a message is its moment: seconds, to the whole minute as the form has it. */
function minuteOf(messageTs: string | null): number | null {
  const seconds = Number.parseInt(messageTs ?? '', 10);
  return Number.isNaN(seconds) ? null : Math.floor(seconds / 60) * 60;
}

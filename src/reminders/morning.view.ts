import type { Reader } from '../accounts/card.ts';
import { formatDay } from '../lib/date.ts';
import { actions, button, context, header, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { limits } from '../slack/limits.ts';
import { bare } from '../slack/text.ts';
import { taskIds } from '../tasks/task.ids.ts';
import { morningText } from './morning.text.ts';
import { shareOut } from './morning.ts';
import type { MorningOf, MorningPart } from './morning-wiring.ts';
import { reminderIds } from './reminder.ids.ts';

/** The one message of a day: each part with its first lines, seven in all, and how to get rid of it. */
export function morningMessage(
  parts: readonly MorningPart[],
  { day }: Pick<MorningOf, 'day'>,
  { language }: Pick<Reader, 'language'>,
): Message {
  const t = morningText[language];
  const shares = shareOut(parts.map(({ lines }) => lines.length));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const shown = shares.reduce((sum, share) => sum + share, 0);
  const blocks = parts.flatMap(({ heading, lines }, i) => [section(heading), ...lines.slice(0, shares[i] ?? 0).flat()]);
  return {
    text: t.plain(count),
    blocks: [
      header(t.title(formatDay(day, language))),
      ...blocks.slice(0, limits.messageBlocks - 3),
      ...(count > shown ? [context(t.more(count - shown))] : []),
      actions([button(taskIds.mine, t.allSteps), button(reminderIds.settings, t.settings)]),
    ],
  };
}

/** What is left of it when everything is done. */
export const doneMessage = ({ language }: Pick<Reader, 'language'>): Message => {
  const words = morningText[language].allDone;
  return { text: bare(words, limits.messageText), blocks: [section(words)] };
};

/** What is left of it when its day is over. */
export const overMessage = ({ day }: Pick<MorningOf, 'day'>, { language }: Pick<Reader, 'language'>): Message => {
  const words = morningText[language].over(formatDay(day, language));
  return { text: bare(words, limits.messageText), blocks: [context(words)] };
};

import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { context } from './blocks.ts';
import { slackText } from './slack.text.ts';
import { mrkdwn, type Rich } from './text.ts';

/** What one of many may say at most: a window of sixty stays below Slack's 250 KB, a message of ten below its 13,200. */
const rowText = 400;

/** One of many, with at most one element at its side. */
export const row = (text: Rich | string, accessory?: NonNullable<SectionBlock['accessory']>): SectionBlock => ({
  type: 'section',
  text: mrkdwn(text, rowText),
  ...(accessory && { accessory }),
});

/** The first `most` of a list, and how many are left out: of one block too many Slack would refuse the whole. */
export function listed<Row>(
  rows: readonly Row[],
  most: number,
  language: Language,
  blocksOf: (row: Row) => KnownBlock | readonly KnownBlock[],
): readonly KnownBlock[] {
  const left = rows.length - most;
  const shown = rows.slice(0, most).flatMap((each) => blocksOf(each));
  return left > 0 ? [...shown, context(slackText[language].andMore(left))] : shown;
}

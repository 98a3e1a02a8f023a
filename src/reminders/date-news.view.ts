import type { KnownBlock } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import type { Reader } from '../accounts/card.ts';
import { formatDay, relativeDay } from '../lib/date.ts';
import { button } from '../slack/blocks.ts';
import { row } from '../slack/list.ts';
import { joinRich, rich } from '../slack/text.ts';
import type { DateNews } from './date-news.ts';
import { morningText } from './morning.text.ts';

/** A day of an account's with the way to its card. */
export function dateBlocks({ account, what, on, years }: DateNews, reader: Reader): readonly KnownBlock[] {
  const t = morningText[reader.language];
  const when = [formatDay(on, reader.language), relativeDay(on, reader.now, reader.zone, reader.language)] as const;
  const words = what === 'anniversary' ? t.anniversary(years, when[0]) : t.dates[what](...when);
  const open = button(accountIds.open, t.open, {
    value: { accountId: account.id },
    label: `${t.open}: ${account.name}`,
  });
  return [row(joinRich([rich`*${account.name}*`, words], '\n'), open)];
}

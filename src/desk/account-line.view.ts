import type { KnownBlock } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import { accountNumber } from '../accounts/account.ts';
import type { AccountLine } from '../accounts/account-line.ts';
import type { Reader } from '../accounts/card.ts';
import { formatDay } from '../lib/date.ts';
import { button } from '../slack/blocks.ts';
import { row } from '../slack/list.ts';
import { joinRich, rich } from '../slack/text.ts';
import { deskText } from './desk.text.ts';

/** One account with its button: the name on a line of its own, since a phone has room for little more. */
export function accountLine(line: AccountLine, reader: Reader): KnownBlock {
  const t = deskText[reader.language];
  const ends = line.contractEnd
    ? t.contractEnds(formatDay(line.contractEnd.toISOString().slice(0, 10), reader.language))
    : '';
  const facts = joinRich([accountNumber(line.number), line.tierKey ?? '', line.city ?? '', ends], ' · ');
  return row(
    joinRich([rich`*${line.name}*`, facts], '\n'),
    button(accountIds.open, t.openIt, { value: { accountId: line.id }, label: `${t.openIt}: ${line.name}` }),
  );
}

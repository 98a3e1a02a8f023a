import type { KnownBlock } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import type { Language } from '../i18n/language.ts';
import { button } from '../slack/blocks.ts';
import { row } from '../slack/list.ts';
import { joinRich, rich } from '../slack/text.ts';
import { morningText } from './morning.text.ts';
import type { DoneMeanwhile } from './return.ts';

/** What others have done at one account, with the way to its history. */
export function meanwhileBlocks({ account, talks, steps }: DoneMeanwhile, language: Language): readonly KnownBlock[] {
  const t = morningText[language];
  const words = joinRich([rich`*${account.name}*`, t.meanwhile(talks, steps)], '\n');
  return [
    row(
      words,
      button(accountIds.open, t.open, { value: { accountId: account.id }, label: `${t.open}: ${account.name}` }),
    ),
  ];
}

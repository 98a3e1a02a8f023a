import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { context, divider, input, modal, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { bare, joinRich, link, rich } from '../slack/text.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { accountNumber, nameOf } from './account.ts';
import type { CardFacts } from './card.ts';
import { summaryLine } from './card.view.ts';

/** What every member of a channel may see: no contacts, no remarks, no amounts, no dates of contracts. */
function openCard(facts: CardFacts, language: Language): readonly KnownBlock[] {
  const { website } = facts.account.values;
  const more = joinRich(
    [
      facts.industry?.[language] ?? '',
      facts.region?.[language] ?? '',
      typeof website === 'string' ? link(website, website.replace(/^https?:\/\//, '')) : '',
    ],
    ' · ',
  );
  return [
    section(rich`*${nameOf(facts.account.values)}*`),
    context(summaryLine(facts, language), ...(more.markup === '' ? [] : [more])),
  ];
}

/** The card as posted in a channel. */
export const sharedMessage = (facts: CardFacts, language: Language, by: string): Message => ({
  text: bare(accountText[language].cardPlain(nameOf(facts.account.values), accountNumber(facts.account.number)), 300),
  blocks: [...openCard(facts, language), context(accountText[language].sharedBy(by))],
});

/** Where to, and exactly what will stand there. */
export function shareModal(facts: CardFacts, language: Language, channelId: string | null): ModalView {
  const t = accountText[language];
  return modal({
    callbackId: accountIds.shareSubmit,
    title: t.shareTitle,
    submit: t.shareSubmit,
    close: t.cancel,
    meta: { accountId: facts.account.id },
    blocks: [
      input('channel', t.shareWhere, {
        type: 'conversations_select',
        action_id: 'v',
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true, exclude_bot_users: true },
        ...(channelId?.startsWith('C') && { initial_conversation: channelId }),
      }),
      section(t.sharePreview),
      divider(),
      ...openCard(facts, language),
    ],
  });
}

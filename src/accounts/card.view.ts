import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { formatDay, relativeDay } from '../lib/date.ts';
import { actions, button, context, divider, fields, header, modal, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { bare, joinRich, link, mention, type Rich, rich } from '../slack/text.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { accountNumber, nameOf } from './account.ts';
import type { CardFacts, Reader } from './card.ts';
import type { CardParts } from './card-wiring.ts';

/** The whole card. The first lines are what a phone shows: whom it is about, then the slices' leading lines. */
function cardBlocks(facts: CardFacts, parts: CardParts, reader: Reader): readonly KnownBlock[] {
  return [
    header(nameOf(facts.account.values)),
    ...(facts.account.archivedAt ? [context(accountText[reader.language].archived)] : []),
    ...parts.lead,
    context(summaryLine(facts, reader.language)),
    ...factFields(facts, reader),
    ...parts.body,
    divider(),
    actions(cardButtons(facts, reader), 'card-buttons'),
  ];
}

/** The card as a message. */
export const cardMessage = (facts: CardFacts, parts: CardParts, reader: Reader): Message => ({
  text: bare(
    accountText[reader.language].cardPlain(nameOf(facts.account.values), accountNumber(facts.account.number)),
    300,
  ),
  blocks: cardBlocks(facts, parts, reader),
});

/** The card in a window, below what has just been done. */
export function cardModal(facts: CardFacts, parts: CardParts, reader: Reader, notice?: Rich): ModalView {
  const t = accountText[reader.language];
  return modal({
    callbackId: accountIds.cardModal,
    title: t.card,
    close: t.close,
    blocks: [...(notice ? [section(notice)] : []), ...cardBlocks(facts, parts, reader)],
  });
}

/** `KA-000012 · Tier A · Active · owner`: everybody with a role may read this much, wherever it stands. */
export function summaryLine(facts: CardFacts, language: Language): Rich {
  const t = accountText[language];
  const owner = facts.owner ? mention(facts.owner.slackUserId) : t.noOwner;
  return joinRich(
    [
      accountNumber(facts.account.number),
      facts.tier?.[language] ?? '',
      facts.stage?.[language] ?? '',
      String(facts.account.values['city'] ?? ''),
      t.ownedBy(owner),
      facts.team ?? '',
    ],
    ' · ',
  );
}

function factFields(facts: CardFacts, reader: Reader): readonly KnownBlock[] {
  const t = accountText[reader.language];
  const { values } = facts.account;
  const line = (label: string, value: Rich | string | null): Rich | null => (value ? rich`*${label}*\n${value}` : null);
  const website = values['website'];
  const lines = [
    line(t.contractEnds, contractEnd(values['contractEnd'], reader)),
    line(t.industry, facts.industry?.[reader.language] ?? null),
    line(t.region, facts.region?.[reader.language] ?? null),
    line(t.deputy, facts.deputy && mention(facts.deputy.slackUserId)),
    line(t.partOf, facts.parent?.name ?? null),
    line(t.website, typeof website === 'string' ? link(website, website.replace(/^https?:\/\//, '')) : null),
  ].filter((one): one is Rich => one !== null);
  return lines.length === 0 ? [] : [fields(lines)];
}

const contractEnd = (day: unknown, { language, zone, now }: Reader): string | null =>
  typeof day === 'string'
    ? accountText[language].dayFromNow(formatDay(day, language), relativeDay(day, now, zone, language))
    : null;

function cardButtons({ account, may }: CardFacts, { language }: Reader): readonly Button[] {
  const t = accountText[language];
  const value = { accountId: account.id };
  return [
    ...(may.log ? [button(accountIds.log, t.log, { value, style: 'primary' })] : []),
    ...(may.edit ? [button(accountIds.edit, t.edit, { value })] : []),
    ...(may.contacts ? [button(accountIds.contacts, t.contacts, { value })] : []),
    ...(may.history ? [button(accountIds.history, t.history, { value })] : []),
    button(accountIds.sendToMe, t.sendToMe, { value }),
    button(accountIds.share, t.share, { value }),
  ];
}

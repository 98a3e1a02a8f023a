import type { KnownBlock, ModalView } from '@slack/types';
import type { Changes, FieldChange } from '../audit/audit.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import { listed } from '../slack/list.ts';
import { channelLink, joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { accountFields } from '../templates/account-fields.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { formatValue } from '../templates/field.format.ts';
import type { FieldFacts, FieldValue } from '../templates/field.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { formatMoment } from './account-form.view.ts';
import type { Reader } from './card.ts';
import type { History, HistoryEntry } from './history.ts';

/** How many entries a page shows; each is one block. */
export const historyPageSize = 20;

/** What was done to an account, in words, newest first. */
export function historyModal(history: History, page: { isFirst: boolean }, reader: Reader): ModalView {
  const t = accountText[reader.language];
  const { account, entries, next } = history;
  const turns = [
    ...(next ? [button(accountIds.historyPage, t.older, { value: { accountId: account.id, before: next } })] : []),
    ...(page.isFirst ? [] : [button(accountIds.historyNewest, t.newest, { value: { accountId: account.id } })]),
  ];
  return modal({
    callbackId: accountIds.historyModal,
    title: t.historyOf,
    close: t.close,
    blocks: [
      context(account.name),
      ...(entries.length === 0 ? [section(t.emptyHistory)] : []),
      ...listed(entries, historyPageSize, reader.language, (entry) => entryBlock(entry, history.facts, reader)),
      ...(turns.length === 0 ? [] : [actions(turns, 'history-pages')]),
    ],
  });
}

function entryBlock(entry: HistoryEntry, facts: FieldFacts, { language, zone }: Reader): KnownBlock {
  const t = accountText[language];
  const who = entry.actor ? mention(entry.actor) : rich`${t.somebody}`;
  // A new contact's name stands below, among what was noted.
  const about = entry.about === null || entry.verb === 'contact.created' ? '' : t.about(entry.about);
  const head = joinRich([rich`*${formatMoment(entry.at, zone, language)}* · ${who} ${t.did[entry.verb]}`, about], ' ');
  return section(joinRich([head, ...changeLines(entry, facts, language)], '\n'));
}

function changeLines(
  { verb, changes }: HistoryEntry,
  facts: FieldFacts,
  language: Reader['language'],
): readonly Rich[] {
  const t = accountText[language];
  if (verb === 'account.shared') return channelOf(changes);
  const fields = verb.startsWith('contact') ? contactFields : accountFields;
  const changed = fields.flatMap((field) => {
    const change = changes[field.id];
    return change ? [{ field, label: field.label[language], change }] : [];
  });
  const open = changed.filter(({ change }) => !isHidden(change));
  const hidden = changed.filter(({ change }) => isHidden(change)).map(({ label }) => label);
  return [
    ...open.map(({ field, label, change }) => {
      const words = (value: unknown): Rich | string =>
        field.type === 'channel' && typeof value === 'string'
          ? channelLink(value)
          : formatValue(field, value as FieldValue, { language, facts });
      return change.from === null
        ? t.setTo(label, words(change.to))
        : t.fromTo(label, words(change.from), words(change.to));
    }),
    ...(hidden.length === 0 ? [] : [t.hidden(hidden.join(language === 'zh' ? '、' : ', '))]),
  ];
}

/** Personal values stay sealed for a reader who may not see them. */
const isHidden = ({ from, to }: FieldChange): boolean =>
  [from, to].some((value) => typeof value === 'object' && value !== null && 'sealed' in value);

const channelOf = (changes: Changes): readonly Rich[] =>
  typeof changes['channel']?.to === 'string' ? [channelLink(changes['channel'].to)] : [];

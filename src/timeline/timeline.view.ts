import type { ModalView } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import type { Reader } from '../accounts/card.ts';
import { actions, button, menu, modal, option, section } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { rich } from '../slack/text.ts';
import { timelineText } from './timeline.text.ts';
import { allKinds, type Timeline } from './timeline.ts';

/** How many entries a page shows; each is one block. */
export const timelinePageSize = 20;

/** What happened at an account, newest first: all of it, or one kind. */
export function timelineModal(timeline: Timeline, reader: Reader): ModalView {
  const { language } = reader;
  const t = timelineText[language];
  const { account, entries, next, filter, kinds } = timeline;
  const value = { accountId: account.id, filter };
  const turns = [
    ...(next ? [button(accountIds.historyPage, t.older, { value: { ...value, before: next } })] : []),
    ...(timeline.isFirst ? [] : [button(accountIds.historyNewest, t.newest, { value })]),
  ];
  const choices = [option(t.everything, allKinds), ...kinds.map(({ kind, label }) => option(label[language], kind))];
  const empty = kinds.find(({ kind }) => kind === filter)?.empty[language] ?? t.emptyHistory;
  return modal({
    callbackId: accountIds.historyModal,
    title: t.historyOf,
    close: t.close,
    meta: value,
    blocks: [
      row(
        rich`*${account.name}*`,
        kinds.length < 2 ? undefined : menu(accountIds.historyFilter, choices, filter ?? allKinds),
      ),
      ...(entries.length === 0 ? [section(empty)] : []),
      ...listed(entries, timelinePageSize, language, ({ block }) => block(reader)),
      ...(turns.length === 0 ? [] : [actions(turns, 'history-pages')]),
    ],
  });
}

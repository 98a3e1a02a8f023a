import type { ModalView, SectionBlock } from '@slack/types';
import { accountNumber } from '../accounts/account.ts';
import { briefIds } from '../brief/brief.ids.ts';
import type { Language } from '../i18n/language.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import { row } from '../slack/list.ts';
import { joinRich, rich } from '../slack/text.ts';
import { handoverIds } from './handover.ids.ts';
import { handoverText } from './handover.text.ts';
import type { HandoverLine, HandoverPage } from './news.ts';

/** How many accounts a page shows, one block each: below Slack's hundred and its 250 KB. */
export const linesPerPage = 50;

/** An account that changes hands, with its brief. */
export function lineRow({ id, number, name, city }: HandoverLine, language: Language): SectionBlock {
  const t = handoverText[language];
  const facts = joinRich([accountNumber(number), city ?? ''], ' · ');
  return row(
    joinRich([rich`*${name}*`, facts], '\n'),
    button(briefIds.open, t.brief, { value: { accountId: id }, label: t.briefOf(name) }),
  );
}

/** All accounts of a handover, page by page. */
export function handoverListModal(list: HandoverPage, language: Language): ModalView {
  const t = handoverText[language];
  const { handoverId, lines, page, hasMore, count } = list;
  const turn = (id: string, words: string, to: number) => button(id, words, { value: { handoverId, page: to } });
  const turns = [
    ...(hasMore ? [turn(handoverIds.listPage, t.more, page + 1)] : []),
    ...(page > 0 ? [turn(`${handoverIds.listPage}-first`, t.first, 0)] : []),
  ];
  return modal({
    callbackId: handoverIds.listModal,
    title: t.listTitle,
    close: t.closeList,
    blocks: [
      context(t.count(count, false)),
      ...(lines.length === 0 ? [section(t.nothingLeft)] : lines.map((line) => lineRow(line, language))),
      ...(turns.length === 0 ? [] : [actions(turns, 'handover-pages')]),
    ],
  });
}

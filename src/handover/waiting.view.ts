import type { KnownBlock } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { button, header } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, rich } from '../slack/text.ts';
import { nobody, type Orphans } from './candidate.ts';
import { handoverIds } from './handover.ids.ts';
import { handoverText } from './handover.text.ts';
import { mostAccounts } from './handover.ts';
import { wishBlocks } from './handover.view.ts';
import type { News } from './news.ts';

/** How many each list shows: Home has other things to say, and a hundred blocks. */
const most = { waiting: 5, orphans: 5 } as const;

/** What waits for a lead, for their Home: handovers to answer, and accounts whose owner is not there any more. */
export function waitingBlocks(
  { handovers, orphans }: { handovers: readonly News[]; orphans: readonly Orphans[] },
  language: Language,
): readonly KnownBlock[] {
  const t = handoverText[language];
  return [
    ...(handovers.length === 0
      ? []
      : [header(t.waiting), ...listed(handovers, most.waiting, language, (news) => wishBlocks(news, language))]),
    ...(orphans.length === 0
      ? []
      : [header(t.orphaned), ...listed(orphans, most.orphans, language, (each) => orphanRow(each, language))]),
  ];
}

/** One former owner's accounts, the first by name, with the form that gives them to somebody. */
function orphanRow({ memberId, name, count, lines }: Orphans, language: Language): KnownBlock {
  const t = handoverText[language];
  const accounts = t.count(count, count > mostAccounts);
  const more = count > lines.length ? ['…'] : [];
  const names = joinRich([...lines.map((line) => rich`${line.name}`), ...more], language === 'zh' ? '、' : ', ');
  return row(
    joinRich([name === null ? t.orphansOfNobody(accounts) : t.orphansOf(name, accounts), names], '\n'),
    button(handoverIds.open, t.handOver, {
      value: { owner: memberId ?? nobody },
      label: t.handOverOf(name ?? t.nobodys),
    }),
  );
}

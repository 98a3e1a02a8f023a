import type { KnownBlock } from '@slack/types';
import { accessIds } from '../access/access.ids.ts';
import { refusalMessage } from '../access/access.view.ts';
import { accountIds } from '../accounts/account.ids.ts';
import { accountNumber } from '../accounts/account.ts';
import type { AccountLine } from '../accounts/account-line.ts';
import type { Reader } from '../accounts/card.ts';
import { dayIn, formatDay } from '../lib/date.ts';
import { actions, button, context, divider, header, option, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, plain, rich } from '../slack/text.ts';
import { deskIds } from './desk.ids.ts';
import { deskText } from './desk.text.ts';
import type { HomeFacts } from './home.ts';

/** The most lines of each list: with what stands around them they stay below Slack's hundred blocks. */
const most = { mine: 40, recent: 10, drafts: 10 } as const;

/** A person's Home. */
export function homeBlocks(facts: HomeFacts, command: string): readonly KnownBlock[] {
  const t = deskText[facts.reader.language];
  if (facts.state === 'no-role') {
    const { blocks } = refusalMessage({ reason: 'no-role' }, facts.reader.language);
    return [header(t.welcome), ...blocks, divider(), context(t.claimHint(command)), languageRow(facts)];
  }
  return [
    header(t.welcome),
    context(t.today(formatDay(dayIn(facts.reader.now, facts.reader.zone), facts.reader.language))),
    searchRow(facts),
    ...draftLines(facts),
    ...mineLines(facts),
    ...recentLines(facts),
    divider(),
    section(t.typeThis),
    context(t.helpLines(command)),
    languageRow(facts),
  ];
}

function searchRow({ reader, isAdministrator }: HomeFacts): KnownBlock {
  const t = deskText[reader.language];
  return actions(
    [
      {
        type: 'external_select',
        action_id: deskIds.homePick,
        min_query_length: 1,
        placeholder: plain(t.searchPlaceholder, limits.placeholder),
      },
      button(accountIds.create, t.newAccount, { style: 'primary' }),
      ...(isAdministrator ? [button(accessIds.people, t.people)] : []),
      button(deskIds.help, t.help),
    ],
    'home-search',
  );
}

function mineLines(facts: HomeFacts): readonly KnownBlock[] {
  const { mine, mineCount, shownBefore, reader } = facts;
  const t = deskText[reader.language];
  if (mineCount === 0) return [header(t.mine), section(t.noneYours)];
  const from = shownBefore + 1;
  const to = shownBefore + mine.lines.length;
  const turns = [
    ...(mine.next ? [button(deskIds.homePage, t.more, { value: { after: mine.next, shownBefore: to } })] : []),
    ...(shownBefore > 0 ? [button(deskIds.homeRefresh, t.first)] : []),
  ];
  return [
    header(t.mine),
    context(t.count(from, to, mineCount)),
    ...listed(mine.lines, most.mine, reader.language, (line) => accountLine(line, reader)),
    ...(turns.length === 0 ? [] : [actions(turns, 'home-pages')]),
  ];
}

function recentLines({ recent, reader }: HomeFacts): readonly KnownBlock[] {
  if (recent.length === 0) return [];
  return [
    header(deskText[reader.language].recent),
    ...listed(recent, most.recent, reader.language, (line) => accountLine(line, reader)),
  ];
}

function draftLines({ drafts, reader }: HomeFacts): readonly KnownBlock[] {
  const t = deskText[reader.language];
  if (drafts.length === 0) return [];
  return [
    header(t.drafts),
    context(t.draftsIntro),
    ...listed(drafts, most.drafts, reader.language, (draft) =>
      section(
        rich`${draft.line}`,
        button(deskIds.draftDrop, t.drop, { value: { draftId: draft.id }, label: `${t.drop}: ${draft.line}` }),
      ),
    ),
  ];
}

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

function languageRow({ reader, languageOverride }: HomeFacts): KnownBlock {
  const t = deskText[reader.language];
  const choices = [option(t.followSlack, 'slack'), option('English', 'en'), option('简体中文', 'zh')];
  const chosen = choices.find((choice) => choice.value === (languageOverride ?? 'slack'));
  return section(t.language, {
    type: 'static_select',
    action_id: accessIds.language,
    options: choices,
    ...(chosen && { initial_option: chosen }),
  });
}

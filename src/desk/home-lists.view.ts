import type { KnownBlock } from '@slack/types';
import type { Reader } from '../accounts/card.ts';
import { logLines, noLogs } from '../interactions/talk.view.ts';
import { draftButton } from '../lines/log-asked.view.ts';
import { actions, button, context, header, section } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { rich } from '../slack/text.ts';
import { accountLine } from './account-line.view.ts';
import { deskIds } from './desk.ids.ts';
import { deskText } from './desk.text.ts';
import { homeText } from './home.text.ts';
import type { OwnLists, TeamLists } from './home.ts';

/** The most lines of each list: with what stands around them they stay below Slack's hundred blocks. */
const most = { mine: 12, recent: 5, drafts: 5 } as const;

/** The lists below the day: one's own accounts and lines, or what of the team's needs somebody. */
export function listBlocks(lists: OwnLists | TeamLists, reader: Reader, command: string): readonly KnownBlock[] {
  if (lists.of === 'team') return lists.isLead ? [] : [section(homeText[reader.language].leadsNobody)];
  return [
    ...draftLines(lists, reader),
    ...logBlocks(lists, reader, command),
    ...mineLines(lists, reader),
    ...recentLines(lists, reader),
  ];
}

/** What was logged last, to be looked over, changed and taken back; at first how to log. */
function logBlocks({ logs, mayLog }: OwnLists, reader: Reader, command: string): readonly KnownBlock[] {
  if (logs.length === 0 && !mayLog) return [];
  const lines = logs.length === 0 ? [noLogs(command, reader.language)] : logLines(logs, reader);
  return [header(homeText[reader.language].logs), ...lines];
}

function mineLines({ mine, mineCount, shownBefore }: OwnLists, reader: Reader): readonly KnownBlock[] {
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

function recentLines({ recent }: OwnLists, reader: Reader): readonly KnownBlock[] {
  if (recent.length === 0) return [];
  return [
    header(deskText[reader.language].recent),
    ...listed(recent, most.recent, reader.language, (line) => accountLine(line, reader)),
  ];
}

function draftLines({ drafts, mayLog }: OwnLists, reader: Reader): readonly KnownBlock[] {
  const t = deskText[reader.language];
  if (drafts.length === 0) return [];
  return [
    header(t.drafts),
    context(t.draftsIntro),
    ...listed(drafts, most.drafts, reader.language, (draft) => [
      row(rich`${draft.line}`),
      actions([
        ...(mayLog ? [draftButton(draft, reader.language)] : []),
        button(deskIds.draftDrop, t.drop, { value: { draftId: draft.id }, label: `${t.drop}: ${draft.line}` }),
      ]),
    ]),
  ];
}

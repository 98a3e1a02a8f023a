import type { Button, KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import type { Rich } from '../slack/text.ts';
import { taskIds } from './task.ids.ts';
import { taskText } from './task.text.ts';
import { taskBlocks } from './task-row.view.ts';
import type { ListScope, TaskList } from './task-window.ts';

/** Steps and promises that are still to be done, soonest first, below what has just been done. */
export function taskListModal(list: TaskList, notice?: Rich): ModalView {
  const { place, lines, next, reader } = list;
  const t = taskText[reader.language];
  const known = {
    ...(place.scope === 'mine' && { memberId: list.me }),
    ...(list.account && { accountId: list.account.id }),
  };
  const turns = [
    ...(next ? [button(taskIds.further, t.further, { value: { after: next } })] : []),
    ...(place.after ? [button(taskIds.first, t.first)] : []),
  ];
  return modal({
    callbackId: taskIds.window,
    title: titleOf(place.scope, list),
    close: t.close,
    meta: place,
    blocks: [
      ...(notice ? [section(notice)] : []),
      ...(list.account ? [context(list.account.name)] : []),
      actions(topButtons(list), 'task-list'),
      ...(lines.length === 0 ? [section(emptyOf(place.scope, list))] : []),
      ...lines.flatMap((line): readonly KnownBlock[] => taskBlocks(line, reader, known)),
      ...(turns.length === 0 ? [] : [actions(turns, 'task-pages')]),
    ],
  });
}

function titleOf(scope: ListScope, { reader }: TaskList): string {
  const t = taskText[reader.language];
  return scope === 'mine' ? t.mine : scope === 'team' ? t.ofTeam : t.ofAccount;
}

function emptyOf(scope: ListScope, { reader }: TaskList): string {
  const t = taskText[reader.language];
  return scope === 'mine' ? t.emptyMine : scope === 'team' ? t.emptyTeam : t.emptyAccount;
}

function topButtons({ place, account, mayTeam, reader }: TaskList): readonly Button[] {
  const t = taskText[reader.language];
  const value = { accountId: account?.id ?? null };
  return [
    button(taskIds.create, t.newStep, { value, style: 'primary' }),
    ...(place.scope === 'mine' ? [] : [button(taskIds.mine, t.mine)]),
    ...(place.scope === 'team' || !mayTeam ? [] : [button(taskIds.team, t.ofTeam)]),
  ];
}

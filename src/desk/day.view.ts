import type { KnownBlock } from '@slack/types';
import type { Reader } from '../accounts/card.ts';
import type { OutOfCadence } from '../cadence/cadence.ts';
import { cadenceBlocks } from '../cadence/cadence.view.ts';
import { button, context, header, section } from '../slack/blocks.ts';
import { rich } from '../slack/text.ts';
import { taskIds } from '../tasks/task.ids.ts';
import { taskBlocks } from '../tasks/task-row.view.ts';
import { homeText } from './home.text.ts';
import type { Day, DaySize, HomeFacts } from './home.ts';

/** What the day asks for; where that is nothing, it says so. */
export function dayBlocks(
  { due, isMoreDue, mayTasks, out }: Day,
  of: 'me' | 'team',
  { reader, me }: Pick<HomeFacts, 'reader' | 'me'>,
  most: DaySize,
): readonly KnownBlock[] {
  const t = homeText[reader.language];
  const all = mayTasks ? button(of === 'me' ? taskIds.mine : taskIds.team, t.allSteps) : undefined;
  const isQuiet = due.length === 0 && out.count === 0;
  return [
    header(of === 'me' ? t.myDay : t.teamDay),
    ...(isQuiet ? [section(of === 'me' ? t.quietDay : t.quietTeam, all)] : []),
    ...(due.length === 0 ? [] : [section(rich`*${t.due}*`, all)]),
    ...due.slice(0, most.due).flatMap((line) => taskBlocks(line, reader, { memberId: me })),
    ...(isMoreDue || due.length > most.due ? [context(t.moreDue)] : []),
    ...outBlocks({ ...out, lines: out.lines.slice(0, most.out) }, reader, me),
  ];
}

/** Accounts that are out of cadence, each with its ways on. */
function outBlocks(out: OutOfCadence, reader: Reader, me: string): readonly KnownBlock[] {
  if (out.count === 0) return [];
  const t = homeText[reader.language];
  const left = out.count - out.lines.length;
  return [
    section(t.out(out.count)),
    ...out.lines.flatMap((line) => cadenceBlocks(line, reader, { me })),
    ...(left > 0 ? [context(t.moreOut(left))] : []),
  ];
}

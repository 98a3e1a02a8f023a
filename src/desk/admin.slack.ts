import { claimAdministrator } from '../access/access.flow.ts';
import { accessIds } from '../access/access.ids.ts';
import { accessText } from '../access/access.text.ts';
import { note } from '../access/access.view.ts';
import { openPeople } from '../access/people.slack.ts';
import { may } from '../access/policy.ts';
import { operationsIds } from '../operations/operations.ids.ts';
import { openOperations } from '../operations/operations.slack.ts';
import { operationsText } from '../operations/operations.text.ts';
import { actions, button } from '../slack/blocks.ts';
import type { Gesture } from '../slack/handler.ts';
import { deskText } from './desk.text.ts';
import type { DeskWiring } from './desk-wiring.ts';

const claimWords = ['claim', '认领'];
const peopleWords = ['people', '人员'];
/** What is broken stands above the jobs, so that both words open one page. */
const operationsWords = ['jobs', 'health', '任务', '状态'];

/** `/account admin …`: `people`, `jobs` or `health`, or `claim <code>` for the first administrator. */
export async function administrate(gesture: Gesture, rest: string, { command, jobs }: DeskWiring): Promise<void> {
  const [word = '', ...more] = rest.split(' ');
  if (claimWords.includes(word.toLowerCase())) return claim(gesture, more.join(' '));
  const isAdministrator = await gesture.inWorkspace(async (work) => may(work.actor, 'people.manage'));
  const t = deskText[gesture.language];
  if (!isAdministrator) return gesture.answer(note(t.adminNone, note(t.claimHint(command)).blocks));
  if (peopleWords.includes(word.toLowerCase())) return openPeople(gesture);
  if (operationsWords.includes(word.toLowerCase())) return openOperations(gesture, jobs);
  return gesture.answer(
    note(t.adminIntro, [
      actions([
        button(accessIds.people, t.people, { style: 'primary' }),
        button(operationsIds.page, operationsText[gesture.language].title),
      ]),
    ]),
  );
}

async function claim(gesture: Gesture, code: string): Promise<void> {
  const isClaimed = await gesture.once((work) => claimAdministrator(work, code));
  const t = accessText[gesture.language];
  if (!isClaimed) return gesture.answer(note(t.wrongCode));
  await gesture.answer(note(t.claimed, [actions([button(accessIds.people, t.people, { style: 'primary' })])]));
}

import { z } from 'zod';
import { authorise } from '../access/policy.ts';
import { accountIds } from '../accounts/account.ids.ts';
import { accountText } from '../accounts/account.text.ts';
import { editWindow } from '../accounts/account-form.slack.ts';
import type { AccountWiring } from '../accounts/account-wiring.ts';
import { contactsWindow } from '../accounts/contact.slack.ts';
import { briefWindow } from '../brief/brief.slack.ts';
import { handoverWindow } from '../handover/handover-form.slack.ts';
import { interactionIds } from '../interactions/interaction.ids.ts';
import { type Choice, type Gesture, type Handler, onOptions, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { tasksWindow } from '../tasks/task-list.slack.ts';
import type { TimelineWiring } from '../timeline/timeline-wiring.ts';
import { deskIds } from './desk.ids.ts';
import { pickable } from './pick.query.ts';
import { type AccountVerb, accountVerbs } from './verbs.ts';

const typed = z.object({ query: z.string().max(3000) });
const picked = z.object({ meta: z.object({ verb: z.enum(accountVerbs) }), values: z.object({ account: z.uuid() }) });

type Shows = Pick<AccountWiring, 'cardWindow'> & Pick<TimelineWiring, 'timelineWindow'>;

/** Search-as-you-type for an account, and the window that asks for one. */
export function pickHandlers(shows: Shows): readonly Handler[] {
  return [
    ...[accountIds.pick, deskIds.homePick, interactionIds.account].map((id) =>
      onOptions(id, { needs: 'account.read', accepts: typed, run: choices }),
    ),
    onSubmit(deskIds.pickedSubmit, {
      needs: 'account.read',
      accepts: picked,
      run: (gesture, { meta, values }) => goOn(gesture, meta.verb, values.account, shows),
    }),
  ];
}

const choices = (gesture: Gesture, { query }: { query: string }): Promise<readonly Choice[]> =>
  gesture.inWorkspace((work) => {
    authorise(work.actor, 'account.read');
    return pickable(work, query);
  });

/** The window that asked turns into what was asked for. */
async function goOn(gesture: Gesture, verb: AccountVerb, accountId: string, shows: Shows): Promise<SubmitAnswer> {
  const windows = {
    card: () => shows.cardWindow(gesture, accountId),
    edit: () => editWindow(gesture, accountId),
    contacts: () => contactsWindow(gesture, accountId),
    history: () => shows.timelineWindow(gesture, accountId),
    tasks: () => tasksWindow(gesture, { accountId }),
    brief: () => briefWindow(gesture, accountId),
    handover: () => handoverWindow(gesture, { accountId }),
  };
  const view = await windows[verb]();
  return view ? { next: 'update', view } : { next: 'errors', errors: { account: accountText[gesture.language].gone } };
}

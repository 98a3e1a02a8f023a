import { z } from 'zod';
import { note } from '../access/access.view.ts';
import type { HomeWiring } from '../access/home-wiring.ts';
import type { AccountWiring } from '../accounts/account-wiring.ts';
import { addDays, dayIn } from '../lib/date.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { endSnooze, type Snoozed, snooze } from './cadence.flow.ts';
import { cadenceIds } from './cadence.ids.ts';
import { cadenceText } from './cadence.text.ts';
import { snoozeDays } from './cadence.ts';
import { snoozedNotice, snoozeModal } from './cadence.view.ts';

type Wiring = HomeWiring & Pick<AccountWiring, 'cardWindow'>;

/** `<account>:<days>` or `<account>:pick`, as the choices of "Not now…" are written. */
const choice = z.string().transform((text, problem) => {
  const [accountId, how] = text.split(':');
  const read = z.object({ accountId: z.uuid(), days: z.enum(['pick', ...snoozeDays.map(String)]) });
  const found = read.safeParse({ accountId, days: how });
  if (found.success) return found.data;
  problem.addIssue('no account and days');
  return z.NEVER;
});
const oneAccount = z.object({ accountId: z.uuid() });
/** Where the date was asked for: the Home or the card that is shown again. */
const meta = oneAccount.extend({ home: z.unknown(), cardViewId: z.string().max(255).nullable() });
const picked = z.object({ meta, values: z.object({ until: z.iso.date() }) });

/** "Not now" for an account that is out of cadence, and the way back. */
export function cadenceHandlers(wiring: Wiring): readonly Handler[] {
  return [
    onAction(cadenceIds.snooze, {
      needs: 'cadence.snooze',
      accepts: choice,
      run: (gesture, { accountId, days }) =>
        days === 'pick' ? openPick(gesture, accountId) : snoozeFor(gesture, accountId, Number(days), wiring),
    }),
    onSubmit(cadenceIds.snoozeSubmit, {
      needs: 'cadence.snooze',
      accepts: picked,
      run: (gesture, input) => snoozeUntil(gesture, input, wiring),
    }),
    ...[cadenceIds.endSnooze, `${cadenceIds.endSnooze}-card`].map((id) =>
      onAction(id, {
        needs: 'cadence.snooze',
        accepts: oneAccount,
        run: async (gesture, { accountId }) => {
          const done = await gesture.once((work) => endSnooze(work, accountId));
          await tell(gesture, accountId, done, wiring, { replace: id === cadenceIds.endSnooze });
        },
      }),
    ),
  ];
}

async function openPick(gesture: Gesture, accountId: string): Promise<void> {
  await gesture.inWorkspace(async () => undefined); // the policy, asked before anything is shown
  const { view } = gesture.place;
  const from = {
    accountId,
    home: view?.type === 'home' ? (view.meta ?? {}) : null,
    cardViewId: view?.type === 'modal' ? view.id : null,
  };
  await gesture.open(snoozeModal(from, gesture.language));
}

async function snoozeFor(gesture: Gesture, accountId: string, days: number, wiring: Wiring): Promise<void> {
  const done = await gesture.once((work) => snooze(work, accountId, addDays(dayIn(work.now, work.actor.zone), days)));
  await tell(gesture, accountId, done, wiring, { replace: false });
}

/** Shows what was done where it was asked for: on Home, in the card's window, or as an answer beside the card. */
async function tell(
  gesture: Gesture,
  accountId: string,
  done: Snoozed,
  wiring: Wiring,
  how: { readonly replace: boolean },
): Promise<void> {
  const t = cadenceText[gesture.language];
  const { view } = gesture.place;
  if (!done.ok) return gesture.answer(note(done.problem === 'gone' ? t.gone : t.problems[done.problem]));
  const { account, until } = done;
  const words = until === null ? t.shownAgain(account) : null;
  const blocks =
    until === null
      ? note(t.shownAgain(account)).blocks
      : snoozedNotice({ accountId, account, until }, gesture.language);
  if (view?.type === 'home') return wiring.showHome(gesture, blocks);
  if (!view) return gesture.answer({ text: account, blocks }, how);
  const card = await wiring.cardWindow(gesture, accountId, words ? () => words : undefined);
  if (card) await gesture.update(view.id, card, view.hash);
}

async function snoozeUntil(
  gesture: Gesture,
  { meta: from, values }: z.infer<typeof picked>,
  wiring: Wiring,
): Promise<SubmitAnswer> {
  const t = cadenceText[gesture.language];
  const done = await gesture.once((work) => snooze(work, from.accountId, values.until));
  if (!done.ok)
    return { next: 'errors', errors: { until: done.problem === 'gone' ? t.gone : t.problems[done.problem] } };
  const { account, until } = done;
  const blocks = snoozedNotice({ accountId: from.accountId, account, until: until ?? values.until }, gesture.language);
  if (from.cardViewId !== null) {
    const card = await wiring.cardWindow(gesture, from.accountId);
    if (card) await gesture.update(from.cardViewId, card);
  } else if (from.home !== null) await wiring.showHome(gesture, blocks);
  else await gesture.answer({ text: account, blocks });
  return { next: 'close' };
}

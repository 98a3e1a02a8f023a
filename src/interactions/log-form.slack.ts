import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { accountIds } from '../accounts/account.ids.ts';
import { accountText } from '../accounts/account.text.ts';
import { stampErrors, unstamp } from '../accounts/form.ts';
import { type Gesture, type Handler, onAction, onShortcut, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { afterSubmit, homeBelow, windowOf } from './after.slack.ts';
import { loggedBlocks } from './echo.view.ts';
import { interactionIds } from './interaction.ids.ts';
import type { Source } from './interaction.ts';
import type { InteractionWiring } from './interaction-wiring.ts';
import { logAccount, openLog, submitLog } from './log-form.flow.ts';
import { type LogFields, type LogMeta, type LogProblems, logFields, logMeta } from './log-form.ts';
import { logModal } from './log-form.view.ts';
import { problemWords } from './log-words.view.ts';

const values = z.record(z.string(), z.unknown()).transform(unstamp);
const submission = z.object({ meta: logMeta, values: values.pipe(logFields) });

/** What the form of a new log is opened with. */
export interface Prefill {
  /** Null: the person chooses; the channel's account or their last one stands there already. */
  readonly accountId: string | null;
  /** The account is what a message says at most: the person may choose another one, and none stands there without it. */
  readonly isGuess?: boolean;
  readonly fields?: LogFields;
  readonly source?: Source;
  readonly wasCut?: boolean;
  /** The account's card is the window below, and shows what was logged. */
  readonly isOverCard?: boolean;
}

/** The form in which a talk is logged. */
export function logFormHandlers(wiring: InteractionWiring): readonly Handler[] {
  return [
    onAction(accountIds.log, {
      needs: 'interaction.log',
      accepts: z.object({ accountId: z.uuid() }),
      run: (gesture, { accountId }) => openLogForm(gesture, { accountId, isOverCard: true }),
    }),
    onAction(interactionIds.log, {
      needs: 'interaction.log',
      accepts: z.object({ accountId: z.uuid().optional() }).nullish(),
      run: (gesture, value) => openLogForm(gesture, { accountId: value?.accountId ?? null }),
    }),
    onShortcut(interactionIds.logShortcut, {
      needs: 'interaction.log',
      accepts: z.unknown(),
      run: (gesture) => openLogForm(gesture, { accountId: null }),
    }),
    onAction(interactionIds.account, { needs: 'interaction.log', accepts: z.uuid(), run: chooseAccount }),
    onSubmit(interactionIds.logSubmit, {
      needs: 'interaction.log',
      accepts: submission,
      run: (gesture, sent) => submit(gesture, sent, wiring),
    }),
  ];
}

/** Opens the form of a new log; says so when the account that it is for is gone. */
export async function openLogForm(gesture: Gesture, prefill: Prefill): Promise<void> {
  const { accountId, isGuess = false, fields = {}, source = null, wasCut = false, isOverCard = false } = prefill;
  const opened = await gesture.inWorkspace((work) =>
    openLog(work, { accountId, channelId: gesture.place.channelId, isGuess }),
  );
  if (!opened) return gesture.answer(note(accountText[gesture.language].gone));
  const { account, me, reader } = opened;
  const { view } = gesture.place;
  const from = view?.type === 'home' ? 'home' : isOverCard ? 'card' : null;
  const meta: LogMeta = {
    accountId: account?.id ?? null,
    fixed: accountId !== null && !isGuess,
    round: 0,
    source,
    from,
    belowId: windowOf(gesture, from),
    ...homeBelow(gesture),
  };
  await gesture.open(logModal({ account, me, fields, meta, wasCut }, reader));
}

/** Another account was chosen: its people are offered, and what was typed stays. */
async function chooseAccount(gesture: Gesture, accountId: string): Promise<void> {
  const { view } = gesture.place;
  const sent = submission.safeParse({ meta: view?.meta, values: view?.values });
  if (!view || !sent.success) return;
  const { meta, values: typed } = sent.data;
  const chosen = await gesture.inWorkspace(async (work) => {
    const account = await logAccount(work, accountId);
    const { slackUserId: me, language, zone } = work.actor;
    return account && { account, me, reader: { language, zone, now: work.now } };
  });
  if (!chosen) return;
  const { account, me, reader } = chosen;
  const form = {
    account,
    me,
    fields: { ...typed, contacts: [] },
    meta: { ...meta, accountId: account.id, round: meta.round + 1 },
  };
  await gesture.update(view.id, logModal(form, reader), view.hash);
}

async function submit(
  gesture: Gesture,
  { meta, values: sent }: z.infer<typeof submission>,
  wiring: InteractionWiring,
): Promise<SubmitAnswer> {
  await wiring.introduce(gesture.who.workspaceId, peopleIn(sent));
  const accountId = meta.fixed ? meta.accountId : (sent.account ?? null);
  const result = await gesture.once((work) => submitLog(work, { accountId, source: meta.source }, sent));
  if (!result.ok) return refused(gesture, result.problems, meta);
  const { interactionId, name, steps } = result;
  const echo = { interactionId, account: name, steps, from: 'card' } as const;
  return afterSubmit(
    gesture,
    { ...meta, accountId: result.accountId, blocks: loggedBlocks(echo, gesture.language) },
    wiring,
  );
}

/** People chosen in Slack may never have typed here; they are written down before the form is read. */
export const peopleIn = ({ colleagues, stepBy }: LogFields): readonly string[] => [
  ...(colleagues ?? []),
  ...(stepBy ? [stepBy] : []),
];

function refused(gesture: Gesture, problems: LogProblems, meta: LogMeta): SubmitAnswer {
  const { account, contacts, ...words } = problemWords(problems, gesture.language);
  const errors = {
    ...words,
    // Where the account is no field of the form, its trouble is told at the first one.
    ...(account !== undefined && (meta.fixed ? { summary: account } : { account })),
    ...(contacts !== undefined && stampErrors({ contacts }, meta.round)),
  };
  return { next: 'errors', errors };
}

import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import {
  type Choice,
  type Gesture,
  type Handler,
  onAction,
  onOptions,
  onSubmit,
  type SubmitAnswer,
} from '../slack/handler.ts';
import { accountsOffered, handoverForm, ownersOffered } from './candidate.query.ts';
import { accountDescription, accountsBlock, nobody } from './candidate.ts';
import { askHandover, type WishProblem } from './handover.flow.ts';
import { handoverIds } from './handover.ids.ts';
import { handoverText } from './handover.text.ts';
import { mostAccounts, noteMost } from './handover.ts';
import { askedMessage, resultModal, settledMessage } from './handover.view.ts';
import { handoverModal, ownerWords } from './handover-form.view.ts';
import { tellAll, tellApproved, tellDeciders } from './handover-tell.slack.ts';

/** What the handlers of the form get from the wiring. */
export interface HandoverFormWiring {
  /** Asks Slack who these people are and writes them down. */
  readonly introduce: (workspaceId: string, slackUserIds: readonly string[]) => Promise<void>;
}

const owner = z.union([z.uuid(), z.literal(nobody)]);
const about = z.object({ owner: owner.optional(), accountId: z.uuid().optional() });
const meta = z.object({ owner });
const submission = z.object({ meta, values: z.record(z.string(), z.unknown()) });
const fields = z.object({
  which: z.enum(['all', 'chosen']),
  accounts: z.array(z.uuid()).max(mostAccounts).nullish(),
  to: z.string().regex(/^[UW][A-Z0-9]{1,30}$/),
  note: z.string().max(noteMost).nullish(),
  from: z.iso.date(),
});
const typed = z.object({ query: z.string().max(3000) });
/** How many choices a list offers: what fits a phone; Slack would take a hundred. */
const offered = 30;

const ownerIdOf = (value: z.infer<typeof owner>): string | null => (value === nobody ? null : value);

/** The form for a handover. */
export function handoverFormHandlers(wiring: HandoverFormWiring): readonly Handler[] {
  return [
    onAction(handoverIds.open, {
      needs: 'handover.ask',
      accepts: about,
      run: (gesture, value) =>
        openHandover(gesture, {
          ...(value.owner !== undefined && { ownerId: ownerIdOf(value.owner) }),
          accountId: value.accountId ?? null,
        }),
    }),
    onAction(handoverIds.owner, { needs: 'handover.ask', accepts: owner, run: turnTo }),
    onOptions(handoverIds.owner, { needs: 'handover.ask', accepts: typed, run: ownerChoices }),
    onOptions(handoverIds.accounts, { needs: 'handover.ask', accepts: typed, run: accountChoices }),
    onSubmit(handoverIds.submit, {
      needs: 'handover.ask',
      accepts: submission,
      run: (gesture, sent) => submit(gesture, sent, wiring),
    }),
  ];
}

/** Opens the form: for one owner's accounts (null: those of nobody), for one account, or for one's own. */
export async function openHandover(
  gesture: Gesture,
  wish: { ownerId?: string | null; accountId: string | null } = { accountId: null },
): Promise<void> {
  const view = await handoverWindow(gesture, wish);
  if (!view) return gesture.answer(note(handoverText[gesture.language].gone));
  await gesture.open(view);
}

/** The form as a window; null when the account is gone. */
export async function handoverWindow(
  gesture: Gesture,
  wish: { ownerId?: string | null; accountId: string | null },
): Promise<ModalView | null> {
  const form = await gesture.inWorkspace((work) =>
    handoverForm(work, { ownerId: wish.ownerId, accountId: wish.accountId }),
  );
  return form && handoverModal(form, gesture.language);
}

/** Another owner: the same window with their accounts; what else was typed stays. */
async function turnTo(gesture: Gesture, chosen: z.infer<typeof owner>): Promise<void> {
  const { view } = gesture.place;
  const next = await handoverWindow(gesture, { ownerId: ownerIdOf(chosen), accountId: null });
  if (view && next) await gesture.update(view.id, next, view.hash);
}

const ownerChoices = (gesture: Gesture, { query }: z.infer<typeof typed>): Promise<readonly Choice[]> =>
  gesture.inWorkspace(async (work) =>
    (await ownersOffered(work, query, offered)).map((each) => ({
      text: ownerWords(each, work.actor.memberId, gesture.language),
      value: each.memberId ?? nobody,
    })),
  );

async function accountChoices(gesture: Gesture, { query }: z.infer<typeof typed>): Promise<readonly Choice[]> {
  const read = meta.safeParse(gesture.place.view?.meta);
  if (!read.success) return [];
  const found = await gesture.inWorkspace((work) => accountsOffered(work, ownerIdOf(read.data.owner), query, offered));
  return found.map(({ id, name, number, city }) => ({
    value: id,
    text: name,
    description: accountDescription({ number, city }),
  }));
}

/** The form turns into what has come of it; the same goes to the person as a message, where *Undo* stays in reach. */
async function submit(
  gesture: Gesture,
  sent: z.infer<typeof submission>,
  wiring: HandoverFormWiring,
): Promise<SubmitAnswer> {
  const t = handoverText[gesture.language];
  const from = sent.meta.owner;
  const errors = (problems: Record<string, string>): SubmitAnswer => ({ next: 'errors', errors: problems });
  const { to, note: words, from: startsOn } = sent.values;
  const read = fields.parse({
    which: sent.values[`which~${from}`],
    accounts: sent.values[accountsBlock(from)],
    to,
    note: words,
    from: startsOn,
  });
  const chosen = read.accounts ?? [];
  if (read.which === 'all' && chosen.length > 0) return errors({ [accountsBlock(from)]: t.problems['chosen-and-all'] });
  if (read.which === 'chosen' && chosen.length === 0)
    return errors({ [accountsBlock(from)]: t.problems['none-chosen'] });
  await wiring.introduce(gesture.who.workspaceId, [read.to]);
  const result = await gesture.once((work) =>
    askHandover(work, {
      ownerId: ownerIdOf(from),
      accountIds: read.which === 'all' ? null : chosen,
      toSlackUserId: read.to,
      note: read.note?.trim() || null,
      startsOn: read.from,
    }),
  );
  if (!result.ok) return errors({ [fieldOf(result.problem, from)]: t.problems[result.problem] });
  const message =
    result.state === 'asked'
      ? askedMessage(result.news, result.deciders, gesture.language)
      : settledMessage(result.news, gesture.language);
  await tellAll(gesture, [{ to: gesture.who, message }]);
  if (result.state === 'asked') await tellDeciders(gesture, result.news, result.deciders);
  else await tellApproved(gesture, result.news);
  return { next: 'update', view: resultModal(message, gesture.language) };
}

/** The field at which a problem stands. */
function fieldOf(problem: WishProblem, from: string): string {
  if (problem === 'day-past' || problem === 'day-too-far') return 'from';
  return problem === 'nothing' || problem === 'too-many' ? accountsBlock(from) : 'to';
}

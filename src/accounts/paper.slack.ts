import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import type { Rich } from '../slack/text.ts';
import { problemTexts } from '../templates/field.text.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { duplicateNotice } from './account-form.view.ts';
import type { AccountWiring } from './account-wiring.ts';
import { contactsWindow } from './contact.slack.ts';
import { stampErrors, typedTexts, unstamp } from './form.ts';
import { keepPaper, proposePaper, submitPaper } from './paper.flow.ts';
import { paperText } from './paper.text.ts';
import { pasteModal, proposalModal } from './paper.view.ts';
import { companyFields, paperField, paperStamp, personFields } from './paper-field.ts';

const oneAccount = z.object({ accountId: z.uuid() });
/** The window with the account's people, below: absent where the account has just been created. */
const pasteMeta = oneAccount.extend({ listViewId: z.string().max(255).optional() });
const proposalMeta = pasteMeta.extend({ draftId: z.uuid().nullable(), accepted: z.array(z.uuid()).max(50) });
type Meta = z.infer<typeof proposalMeta>;
const values = z.record(z.string(), z.unknown());

/** A pasted signature or vCard, from the list of an account's people and after a new account. */
export function paperHandlers(wiring: AccountWiring): readonly Handler[] {
  return [
    onAction(accountIds.paperPaste, {
      needs: 'contact.edit',
      accepts: oneAccount,
      async run(gesture, { accountId }) {
        const { view } = gesture.place;
        const below = view?.type === 'modal' ? { listViewId: view.id } : {};
        await gesture.open(pasteModal({ accountId, ...below }, gesture.language));
      },
    }),
    onSubmit(accountIds.paperPasteSubmit, {
      needs: 'contact.edit',
      accepts: z.object({ meta: pasteMeta, values: z.object({ [paperField.id]: z.string() }) }),
      run: (gesture, sent) => pasted(gesture, sent.meta, sent.values[paperField.id] ?? '', wiring),
    }),
    onSubmit(accountIds.paperSubmit, {
      needs: 'contact.edit',
      accepts: z.object({ meta: proposalMeta, values }),
      run: (gesture, sent) => accept(gesture, sent.meta, sent.values, wiring),
    }),
  ];
}

/** The window in which a card is checked; null where its account is gone. */
export async function proposalWindow(
  gesture: Gesture,
  text: string,
  meta: Meta,
  done?: Rich,
): Promise<ModalView | null> {
  const proposal = await gesture.inWorkspace((work) => proposePaper(work, meta.accountId, text));
  return proposal && proposalModal(proposal, { meta, ...(done && { done }) }, gesture.language);
}

async function pasted(
  gesture: Gesture,
  meta: z.infer<typeof pasteMeta>,
  text: string,
  { drafts }: AccountWiring,
): Promise<SubmitAnswer> {
  const gone = { next: 'errors', errors: { [paperField.id]: accountText[gesture.language].gone } } as const;
  const kept = await gesture.once((work) => keepPaper(work, { accountId: meta.accountId, text }, drafts));
  if (!kept.ok) return gone;
  const view = await proposalWindow(gesture, text, { ...meta, draftId: kept.draftId, accepted: [] });
  return view ? { next: 'update', view } : gone;
}

async function accept(
  gesture: Gesture,
  meta: Meta,
  stamped: z.infer<typeof values>,
  wiring: AccountWiring,
): Promise<SubmitAnswer> {
  const { language } = gesture;
  const t = accountText[language];
  const { accountId, listViewId } = meta;
  const sent = unstamp(stamped);
  const result = await gesture.once((work) => submitPaper(work, { ...meta, sent }, wiring.drafts));
  if (result.ok) {
    const done = (reader: Gesture['language']) => paperText[reader].contactAdded(result.name);
    const isList = listViewId !== undefined;
    const view = isList ? await contactsWindow(gesture, accountId) : await wiring.cardWindow(gesture, accountId, done);
    if (!view) return { next: 'close' };
    // The form stands in the list's own place where no more windows could be stacked.
    if (!isList || listViewId === gesture.place.view?.id) return { next: 'update', view };
    await gesture.update(listViewId, view);
    return { next: 'close' };
  }
  switch (result.problem) {
    case 'gone':
      return { next: 'errors', errors: stampErrors({ name: t.gone }, paperStamp) };
    case 'fields':
      return {
        next: 'errors',
        errors: stampErrors(problemTexts(result.problems, [...personFields, ...companyFields], language), paperStamp),
      };
    case 'possible-duplicates': {
      const accepted = [...new Set([...meta.accepted, ...result.duplicates.map((one) => one.accountId)])];
      const typed = typedTexts(sent);
      const company = Object.fromEntries(companyFields.filter(({ id }) => id in sent).map(({ id }) => [id, null]));
      const proposal = { account: result.account, person: {}, company, unread: [], facts: result.facts };
      const notice = duplicateNotice(result.duplicates, gesture);
      const form = { meta: { ...meta, accepted }, typed, notice, isSeen: true };
      return { next: 'update', view: proposalModal(proposal, form, language) };
    }
  }
}

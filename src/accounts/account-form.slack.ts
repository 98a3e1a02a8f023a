import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { accountFields } from '../templates/account-fields.ts';
import { problemTexts } from '../templates/field.text.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { type FieldRefusal, openEdit, submitEdit } from './account-form.flow.ts';
import { clashNotice, type FormMeta, formModal } from './account-form.view.ts';
import type { AccountWiring } from './account-wiring.ts';
import { stampErrors, unstamp } from './form.ts';

const oneAccount = z.object({ accountId: z.uuid() });
const editMeta = z.object({
  stamp: z.int().min(0),
  accountId: z.uuid(),
  version: z.int().min(1),
  /** The window with the card, below the form: it shows what was saved. */
  cardViewId: z.string().max(30).optional(),
});
type EditMeta = z.infer<typeof editMeta>;
const values = z.record(z.string(), z.unknown());
type Values = z.infer<typeof values>;

/** The form for an existing account. */
export function accountFormHandlers(wiring: AccountWiring): readonly Handler[] {
  return [
    onAction(accountIds.edit, {
      needs: 'account.edit',
      accepts: oneAccount,
      run: (gesture, { accountId }) => openEditForm(gesture, accountId),
    }),
    onSubmit(accountIds.editSubmit, {
      needs: 'account.edit',
      accepts: z.object({ meta: editMeta, values }),
      run: (gesture, sent) => edit(gesture, sent.meta, sent.values, wiring),
    }),
  ];
}

/** Opens an account's file to be changed. */
export async function openEditForm(gesture: Gesture, accountId: string): Promise<void> {
  const view = await editWindow(gesture, accountId, cardBelow(gesture));
  if (!view) return gesture.answer(note(accountText[gesture.language].gone));
  await gesture.open(view);
}

/** Of all windows only the card has a button that opens this form. */
const cardBelow = ({ place }: Gesture): Pick<EditMeta, 'cardViewId'> =>
  place.view?.type === 'modal' ? { cardViewId: place.view.id } : {};

/** The form for an account's file; null when it is gone. */
export async function editWindow(
  gesture: Gesture,
  accountId: string,
  below: Pick<EditMeta, 'cardViewId'> = {},
): Promise<ModalView | null> {
  const opened = await gesture.inWorkspace((work) => openEdit(work, accountId));
  if (!opened) return null;
  const { account, fields, facts } = opened;
  const meta = { stamp: 0, accountId, version: account.version, ...below };
  return editForm(gesture, { fields, values: account.values, facts, meta });
}

async function edit(gesture: Gesture, meta: EditMeta, sent: Values, wiring: AccountWiring): Promise<SubmitAnswer> {
  await introduceChosen(gesture, sent, wiring);
  const { accountId, version, stamp } = meta;
  const result = await gesture.once((work) => submitEdit(work, accountId, version, unstamp(sent)));
  if (result.ok)
    return showCard(gesture, accountId, wiring, (language) => savedNotice(result.changed, language), meta.cardViewId);
  if (result.problem !== 'changed-meanwhile') return formRefused(gesture, result, stamp);
  const { account, clashes, shown, facts, fields, zone } = result;
  return {
    next: 'update',
    view: editForm(gesture, {
      fields,
      values: shown,
      facts,
      meta: { ...meta, stamp: account.version, version: account.version },
      notice: clashNotice(clashes, fields, facts, { language: gesture.language, zone }),
    }),
  };
}

const savedNotice = (changed: readonly string[], language: Gesture['language']) => {
  const t = accountText[language];
  const labels = accountFields.filter((field) => changed.includes(field.id)).map((field) => field.label[language]);
  return labels.length === 0 ? t.unchanged : t.saved(labels.join(language === 'zh' ? '、' : ', '));
};

/** The form turns into the card - or closes, where the card stands below it already and only has to be brought up to date. */
export async function showCard(
  gesture: Gesture,
  accountId: string,
  wiring: AccountWiring,
  notice: Parameters<AccountWiring['cardWindow']>[2],
  below?: string,
): Promise<SubmitAnswer> {
  const view = await wiring.cardWindow(gesture, accountId, notice);
  if (!view) return { next: 'close' };
  // The form stands in the card's own place where no more windows could be stacked.
  if (below === undefined || below === gesture.place.view?.id) return { next: 'update', view };
  await gesture.update(below, view);
  return { next: 'close' };
}

/** What is wrong, at the fields. */
export function formRefused(gesture: Gesture, refusal: FieldRefusal, stamp: number): SubmitAnswer {
  const t = accountText[gesture.language];
  const errors = {
    fields: () => (refusal.problem === 'fields' ? problemTexts(refusal.problems, accountFields, gesture.language) : {}),
    gone: () => ({ name: t.gone }),
    'own-parent': () => ({ parentId: t.ownParent }),
    'no-such-parent': () => ({ parentId: t.parentUnknown }),
  }[refusal.problem]();
  return { next: 'errors', errors: stampErrors(errors, stamp) };
}

/** People chosen in Slack may never have typed here; they are written down before the form is read. */
export async function introduceChosen(gesture: Gesture, sent: Values, wiring: AccountWiring): Promise<void> {
  const fieldValues = unstamp(sent);
  const chosen = accountFields
    .filter((field) => field.type === 'person')
    .flatMap((field) => (typeof fieldValues[field.id] === 'string' ? [String(fieldValues[field.id])] : []));
  await wiring.introduce(gesture.who.workspaceId, chosen);
}

function editForm(
  { language }: Pick<Gesture, 'language'>,
  form: Pick<Parameters<typeof formModal>[0], 'fields' | 'values' | 'facts' | 'notice'> & { meta: FormMeta },
) {
  const t = accountText[language];
  return formModal({ ...form, callbackId: accountIds.editSubmit, title: t.editAccount, submit: t.save }, { language });
}

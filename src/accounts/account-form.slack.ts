import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { accountFields } from '../templates/account-fields.ts';
import { problemTexts } from '../templates/field.text.ts';
import type { FieldFacts } from '../templates/field.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { type FieldRefusal, openEdit, openNew, submitEdit, submitNew } from './account-form.flow.ts';
import { clashNotice, duplicateNotice, type FormMeta, formModal } from './account-form.view.ts';
import type { AccountWiring } from './account-wiring.ts';
import { stampErrors, typedTexts, unstamp } from './form.ts';

const oneAccount = z.object({ accountId: z.uuid() });
const newMeta = z.object({ stamp: z.int().min(0), all: z.boolean(), accepted: z.array(z.uuid()).max(50) });
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

/** What a new account is asked for at first: one screen of a phone. All the rest is a tap away. */
const firstFields: readonly string[] = ['name', 'tierKey', 'industryKey', 'country', 'city', 'website'];

/** The forms for a new account and for an existing one. */
export function accountFormHandlers(wiring: AccountWiring): readonly Handler[] {
  return [
    onAction(accountIds.create, {
      needs: 'account.create',
      accepts: z.object({ name: z.string().max(200) }).nullish(),
      run: (gesture, value) => openNewForm(gesture, value?.name ?? ''),
    }),
    onAction(accountIds.allFields, { needs: 'account.create', accepts: z.unknown(), run: showAllFields }),
    onAction(accountIds.edit, {
      needs: 'account.edit',
      accepts: oneAccount,
      run: (gesture, { accountId }) => openEditForm(gesture, accountId),
    }),
    onSubmit(accountIds.createSubmit, {
      needs: 'account.create',
      accepts: z.object({ meta: newMeta, values }),
      run: (gesture, sent) => create(gesture, sent.meta, sent.values, wiring),
    }),
    onSubmit(accountIds.editSubmit, {
      needs: 'account.edit',
      accepts: z.object({ meta: editMeta, values }),
      run: (gesture, sent) => edit(gesture, sent.meta, sent.values, wiring),
    }),
  ];
}

/** Opens the form for a new account, with the name already typed. */
export async function openNewForm(gesture: Gesture, name: string): Promise<void> {
  const facts = await gesture.inWorkspace(openNew);
  await gesture.open(newForm(gesture, facts, { stamp: 0, all: false, accepted: [] }, name === '' ? {} : { name }));
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

async function showAllFields(gesture: Gesture): Promise<void> {
  const { view } = gesture.place;
  const meta = newMeta.safeParse(view?.meta);
  if (!view || !meta.success) return;
  const facts = await gesture.inWorkspace(openNew);
  await gesture.update(
    view.id,
    newForm(gesture, facts, { ...meta.data, all: true }, typedTexts(view.values)),
    view.hash,
  );
}

async function create(
  gesture: Gesture,
  meta: z.infer<typeof newMeta>,
  sent: Values,
  wiring: AccountWiring,
): Promise<SubmitAnswer> {
  await introduceChosen(gesture, sent, wiring);
  const result = await gesture.once((work) => submitNew(work, unstamp(sent), meta.accepted));
  if (result.ok)
    return card(gesture, result.accountId, wiring, (language) => accountText[language].created(result.name));
  if (result.problem !== 'possible-duplicates') return refused(gesture, result, meta.stamp);
  const accepted = [...new Set([...meta.accepted, ...result.duplicates.map((one) => one.accountId)])];
  return {
    next: 'update',
    view: newForm(gesture, result.facts, { ...meta, accepted }, typedTexts(sent), result.duplicates),
  };
}

async function edit(gesture: Gesture, meta: EditMeta, sent: Values, wiring: AccountWiring): Promise<SubmitAnswer> {
  await introduceChosen(gesture, sent, wiring);
  const { accountId, version, stamp } = meta;
  const result = await gesture.once((work) => submitEdit(work, accountId, version, unstamp(sent)));
  if (result.ok)
    return card(gesture, accountId, wiring, (language) => savedNotice(result.changed, language), meta.cardViewId);
  if (result.problem !== 'changed-meanwhile') return refused(gesture, result, stamp);
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
async function card(
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

function refused(gesture: Gesture, refusal: FieldRefusal, stamp: number): SubmitAnswer {
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
async function introduceChosen(gesture: Gesture, sent: Values, wiring: AccountWiring): Promise<void> {
  const fieldValues = unstamp(sent);
  const chosen = accountFields
    .filter((field) => field.type === 'person')
    .flatMap((field) => (typeof fieldValues[field.id] === 'string' ? [String(fieldValues[field.id])] : []));
  await wiring.introduce(gesture.who.workspaceId, chosen);
}

function newForm(
  { language }: Pick<Gesture, 'language'>,
  facts: FieldFacts,
  meta: z.infer<typeof newMeta>,
  typed: Readonly<Record<string, string>>,
  duplicates: Parameters<typeof duplicateNotice>[0] = [],
) {
  const t = accountText[language];
  return formModal(
    {
      callbackId: accountIds.createSubmit,
      title: t.newAccount,
      submit: duplicates.length > 0 ? t.createAnyway : t.create,
      fields: meta.all ? accountFields : accountFields.filter((field) => firstFields.includes(field.id)),
      values: {},
      typed,
      facts,
      meta,
      hasMore: !meta.all,
      ...(duplicates.length > 0 && { notice: duplicateNotice(duplicates, { language }) }),
    },
    { language },
  );
}

function editForm(
  { language }: Pick<Gesture, 'language'>,
  form: Pick<Parameters<typeof formModal>[0], 'fields' | 'values' | 'facts' | 'notice'> & { meta: FormMeta },
) {
  const t = accountText[language];
  return formModal({ ...form, callbackId: accountIds.editSubmit, title: t.editAccount, submit: t.save }, { language });
}

import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { nameLength } from '../lib/text.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { problemTexts } from '../templates/field.text.ts';
import type { FieldFacts } from '../templates/field.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { clashNotice, duplicateNotice, formModal } from './account-form.view.ts';
import { contactsModal } from './contact.view.ts';
import {
  type ContactSubmitted,
  openContact,
  readContacts,
  submitContact,
  submitNewContact,
} from './contact-form.flow.ts';
import { stampErrors, typedTexts, unstamp } from './form.ts';

const listMeta = z.object({ accountId: z.uuid() });
const formMeta = z.object({
  stamp: z.int().min(0),
  accountId: z.uuid(),
  /** A contact that is changed; absent for a new one. */
  contactId: z.uuid().optional(),
  version: z.int().min(0),
  accepted: z.array(z.uuid()).max(50),
  /** The window with the list, below the form. */
  listViewId: z.string().max(255).optional(),
});
type Meta = z.infer<typeof formMeta>;
const submission = z.object({ meta: formMeta, values: z.record(z.string(), z.unknown()) });
type Submission = z.infer<typeof submission>;

/** The list of an account's people, and the forms for them. */
export function contactHandlers(): readonly Handler[] {
  return [
    onAction(accountIds.contacts, {
      needs: 'contact.read',
      accepts: listMeta,
      run: (gesture, { accountId }) => openContacts(gesture, accountId),
    }),
    // Two buttons of one row cannot share an id.
    ...[accountIds.contactsPage, `${accountIds.contactsPage}-first`].map((id) =>
      onAction(id, { needs: 'contact.read', accepts: listMeta.extend({ page: z.int().min(0) }), run: turnPage }),
    ),
    onAction(accountIds.contactNew, {
      needs: 'contact.edit',
      // A name that was typed elsewhere stands in the form already.
      accepts: listMeta.extend({ name: z.string().max(nameLength).optional() }),
      run: (gesture, { accountId, name }) => openNewForm(gesture, accountId, name),
    }),
    onAction(accountIds.contactEdit, {
      needs: 'contact.edit',
      accepts: z.object({ contactId: z.uuid() }),
      run: (gesture, { contactId }) => openForm(gesture, contactId),
    }),
    onSubmit(accountIds.contactSubmit, { needs: 'contact.edit', accepts: submission, run: submit }),
  ];
}

/** Opens the list of an account's people. */
export async function openContacts(gesture: Gesture, accountId: string): Promise<void> {
  const view = await contactsWindow(gesture, accountId);
  if (!view) return gesture.answer(note(accountText[gesture.language].gone));
  await gesture.open(view);
}

/** The list of an account's people; null when the account is gone. */
export async function contactsWindow(gesture: Gesture, accountId: string, page = 0): Promise<ModalView | null> {
  const list = await gesture.inWorkspace((work) => readContacts(work, accountId));
  return list && contactsModal(list, page, gesture.language);
}

async function turnPage(gesture: Gesture, { accountId, page }: { accountId: string; page: number }): Promise<void> {
  const view = await contactsWindow(gesture, accountId, page);
  const { view: shown } = gesture.place;
  if (view && shown) await gesture.update(shown.id, view, shown.hash);
}

async function openNewForm(gesture: Gesture, accountId: string, name?: string): Promise<void> {
  const list = await gesture.inWorkspace((work) => readContacts(work, accountId));
  if (!list) return gesture.answer(note(accountText[gesture.language].gone));
  const meta = { stamp: 0, accountId, version: 0, accepted: [], ...listBelow(gesture) };
  await gesture.open(form(gesture, { values: {}, typed: name ? { name } : {}, facts: list.facts, meta }));
}

async function openForm(gesture: Gesture, contactId: string): Promise<void> {
  const opened = await gesture.inWorkspace((work) => openContact(work, contactId));
  if (!opened) return gesture.answer(note(accountText[gesture.language].contactGone));
  const { contact, facts } = opened;
  const meta = {
    stamp: 0,
    accountId: contact.accountId,
    contactId,
    version: contact.version,
    accepted: [],
    ...listBelow(gesture),
  };
  await gesture.open(form(gesture, { values: contact.values, facts, meta }));
}

const listBelow = ({ place }: Gesture): Pick<Meta, 'listViewId'> =>
  place.view?.type === 'modal' ? { listViewId: place.view.id } : {};

async function submit(gesture: Gesture, { meta, values }: Submission): Promise<SubmitAnswer> {
  const sent = unstamp(values);
  const { contactId, accountId, version, accepted } = meta;
  const result = await gesture.once((work) =>
    contactId ? submitContact(work, contactId, version, sent) : submitNewContact(work, accountId, sent, accepted),
  );
  if (!result.ok) return refused(gesture, result, meta, values);
  const view = await contactsWindow(gesture, accountId);
  if (!view) return { next: 'close' };
  // The form stands in the list's own place where no more windows could be stacked.
  if (!meta.listViewId || meta.listViewId === gesture.place.view?.id) return { next: 'update', view };
  await gesture.update(meta.listViewId, view);
  return { next: 'close' };
}

function refused(
  gesture: Gesture,
  refusal: Exclude<ContactSubmitted, { ok: true }>,
  meta: Meta,
  values: Submission['values'],
): SubmitAnswer {
  const { language } = gesture;
  switch (refusal.problem) {
    case 'fields':
      return {
        next: 'errors',
        errors: stampErrors(problemTexts(refusal.problems, contactFields, language), meta.stamp),
      };
    case 'gone':
      return { next: 'errors', errors: stampErrors({ name: accountText[language].contactGone }, meta.stamp) };
    case 'possible-duplicates': {
      const { facts, duplicates } = refusal;
      const accepted = [...new Set([...meta.accepted, ...duplicates.map((one) => one.accountId)])];
      const notice = duplicateNotice(duplicates, gesture);
      return {
        next: 'update',
        view: form(gesture, { values: {}, typed: typedTexts(values), facts, meta: { ...meta, accepted }, notice }),
      };
    }
    case 'changed-meanwhile': {
      const { clashes, facts, shown, version, zone } = refusal;
      const notice = clashNotice(clashes, contactFields, facts, { language, zone });
      return {
        next: 'update',
        view: form(gesture, { values: shown, facts, meta: { ...meta, version, stamp: version }, notice }),
      };
    }
  }
}

type FormParts = Pick<Parameters<typeof formModal>[0], 'values' | 'typed' | 'notice'> & {
  readonly facts: FieldFacts;
  readonly meta: Meta;
};

function form({ language }: Pick<Gesture, 'language'>, parts: FormParts) {
  const t = accountText[language];
  const isNew = parts.meta.contactId === undefined;
  const seen = parts.meta.accepted.length > 0;
  return formModal(
    {
      ...parts,
      callbackId: accountIds.contactSubmit,
      title: isNew ? t.newContact : t.editContact,
      submit: seen ? t.saveAnyway : t.save,
      fields: contactFields,
    },
    { language },
  );
}

import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { context, divider, modal, section } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { type Rich, rich } from '../slack/text.ts';
import { fieldInputs } from '../templates/field.view.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { stampInputs } from './form.ts';
import { paperText } from './paper.text.ts';
import type { Proposal } from './paper-card.ts';
import { companyFields, paperField, paperStamp, personFields } from './paper-field.ts';

/** So many lines that nobody understood are shown; the whole text is kept as a draft. */
const unreadShown = 8;

/** Where a card is pasted. */
export function pasteModal(meta: unknown, language: Language): ModalView {
  const t = { ...accountText[language], ...paperText[language] };
  const facts = { options: [], teams: [], people: [], accounts: [] };
  return modal({
    callbackId: accountIds.paperPasteSubmit,
    title: t.pasteCard,
    submit: t.readIt,
    close: t.cancel,
    meta,
    blocks: fieldInputs([{ ...paperField, required: true }], {}, { language, facts }),
  });
}

/** What a form for a card is made of beside the card. */
interface PaperForm {
  readonly meta: unknown;
  /** What has just been done, or what must be looked at, above the fields. */
  readonly notice?: readonly KnownBlock[];
  readonly done?: Rich;
  /** What was typed before, by field id. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Others have one of these numbers, and the person has seen it. */
  readonly isSeen?: boolean;
}

/** A card as a person checks it, field by field; the company's fields below, those that add something to its file. */
export function proposalModal(proposal: Proposal, form: PaperForm, language: Language): ModalView {
  const t = { ...accountText[language], ...paperText[language] };
  const { account, person, company, unread, facts } = proposal;
  const reader = { language, facts, ...(form.typed && { typed: form.typed }) };
  const added = companyFields.filter(({ id }) => id in company);
  const isEmpty = Object.keys(person).length === 0 && added.length === 0;
  return modal({
    callbackId: accountIds.paperSubmit,
    title: t.newContact,
    submit: form.isSeen ? t.saveAnyway : t.addThem,
    close: t.notNow,
    meta: form.meta,
    blocks: [
      ...(form.done ? [section(form.done)] : []),
      ...(form.notice ?? []),
      context(isEmpty ? t.paperNothing : t.paperIntro),
      ...(unread.length === 0 ? [] : [context(t.unread)]),
      ...listed(unread, unreadShown, language, (line) => row(rich`${line}`)),
      ...stampInputs(fieldInputs(personFields, person, reader), paperStamp),
      ...(added.length === 0 ? [] : [divider(), section(t.forTheFile(account.name))]),
      ...stampInputs(fieldInputs(added, company, reader), paperStamp),
    ],
  });
}

import type { KnownBlock, ModalView } from '@slack/types';
import { dayIn, formatDay } from '../lib/date.ts';
import type { Duplicate } from '../search/duplicate.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, mention, rich } from '../slack/text.ts';
import { formatValue } from '../templates/field.format.ts';
import type { Field, FieldFacts, Values } from '../templates/field.ts';
import { fieldInputs } from '../templates/field.view.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { accountNumber } from './account.ts';
import type { Reader } from './card.ts';
import { stampInputs } from './form.ts';
import type { Clash } from './revision.ts';

/** What a form comes back with, in private_metadata: ids and numbers alone. */
export type FormMeta = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>> & {
  readonly stamp: number;
};

export interface Form {
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly facts: FieldFacts;
  readonly meta: FormMeta;
  /** What was typed before, by field id. */
  readonly typed?: Readonly<Record<string, string>>;
  /** What is said above the fields. */
  readonly notice?: readonly KnownBlock[];
  /** Fields that are not shown yet. */
  readonly hasMore?: boolean;
}

/** A form made from the field registry: the one mechanism for accounts, contacts and what templates add. */
export function formModal(form: Form, { language }: Pick<Reader, 'language'>): ModalView {
  const t = accountText[language];
  const inputs = fieldInputs(form.fields, form.values, {
    language,
    facts: form.facts,
    ...(form.typed && { typed: form.typed }),
  });
  return modal({
    callbackId: form.callbackId,
    title: form.title,
    submit: form.submit,
    close: t.cancel,
    meta: form.meta,
    blocks: [
      ...(form.notice ?? []),
      ...stampInputs(inputs, form.meta.stamp),
      ...(form.hasMore ? [actions([button(accountIds.allFields, t.allFields)], 'all-fields')] : []),
    ],
  });
}

/** How many accounts the notice names, and how many fields: the form itself stands below. */
const duplicatesNamed = 10;
const clashesNamed = 30;

/** "Is it one of these?", each with a button to open it. */
export function duplicateNotice(
  duplicates: readonly Duplicate[],
  { language }: Pick<Reader, 'language'>,
): readonly KnownBlock[] {
  const t = accountText[language];
  return [
    section(t.duplicates),
    ...listed(duplicates, duplicatesNamed, language, (one) =>
      row(
        joinRich(
          [
            rich`*${one.name}* · ${t.duplicateReasons[one.reason]}`,
            joinRich([accountNumber(one.number), one.city ?? '', one.ownerName ?? ''], ' · '),
          ],
          '\n',
        ),
        button(accountIds.open, t.open, { value: { accountId: one.accountId }, label: `${t.open}: ${one.name}` }),
      ),
    ),
  ];
}

/** Who changed what while this person typed, and when. */
export function clashNotice(
  clashes: readonly Clash[],
  fields: readonly Field[],
  facts: FieldFacts,
  { language, zone }: Pick<Reader, 'language' | 'zone'>,
): readonly KnownBlock[] {
  const t = accountText[language];
  const line = (clash: Clash): KnownBlock | readonly KnownBlock[] => {
    const field = fields.find((one) => one.id === clash.field);
    if (!field) return [];
    const who = facts.people.find((person) => person.memberId === clash.actorId);
    const when = clash.at ? formatMoment(clash.at, zone, language) : '';
    const theirs = formatValue(field, clash.theirs, { language, facts });
    return context(t.clash(field.label[language], who ? mention(who.slackUserId) : null, when, theirs));
  };
  return [section(t.clashTitle), ...listed(clashes, clashesNamed, language, line)];
}

/** `2026-03-06 Fri 14:05` in the reader's zone. */
export function formatMoment(at: Date, zone: string, language: Reader['language']): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  return `${formatDay(dayIn(at, zone), language)} ${time}`;
}

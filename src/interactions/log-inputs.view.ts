import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Reader } from '../accounts/card.ts';
import type { Language } from '../i18n/language.ts';
import { input, option } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { plain } from '../slack/text.ts';
import { fieldIds } from '../templates/field-ids.ts';
import { interactionIds } from './interaction.ids.ts';
import { interactionText } from './interaction.text.ts';
import { type InteractionKind, interactionKinds, outcomes, tones } from './interaction.ts';
import { logFormText } from './log-form.text.ts';
import { type LogFields, titleLength } from './log-form.ts';
import type { ContactChoice, LogAccount } from './log-form-facts.ts';

const action_id = fieldIds.value;

/** Choosing another account offers its people: the form is shown again, with all that was typed. */
export const accountInput = (account: LogAccount | null, language: Language): InputBlock =>
  input(
    'account',
    logFormText[language].accountLabel,
    {
      type: 'external_select',
      action_id: interactionIds.account,
      min_query_length: 0,
      placeholder: plain(logFormText[language].accountPlaceholder, limits.placeholder),
      ...(account && { initial_option: option(account.name, account.id) }),
    },
    { dispatch: true },
  );

export const summaryInput = ({ summary }: LogFields, language: Language): InputBlock =>
  input('summary', logFormText[language].summaryLabel, {
    type: 'plain_text_input',
    action_id,
    multiline: true,
    max_length: limits.inputLength,
    placeholder: plain(logFormText[language].summaryPlaceholder, limits.placeholder),
    ...(summary && { initial_value: summary.slice(0, limits.inputLength) }),
  });

export const kindInput = (kind: InteractionKind, language: Language): InputBlock =>
  selectInput('kind', logFormText[language].kindLabel, {
    options: interactionKinds.map((each) => option(interactionText[language].kinds[each], each)),
    held: kind,
    placeholder: logFormText[language].kindPlaceholder,
  });

export const outcomeInput = ({ outcome }: LogFields, language: Language): InputBlock => {
  const t = logFormText[language];
  const how = {
    options: outcomes.map((each) => option(interactionText[language].outcomes[each], each)),
    held: outcome ?? null,
    placeholder: t.outcomePlaceholder,
  };
  return selectInput('outcome', t.outcomeLabel, how, t.outcomeHint);
};

export const toneInput = ({ tone }: LogFields, language: Language): InputBlock =>
  selectInput('tone', logFormText[language].toneLabel, {
    options: tones.map((each) => option(interactionText[language].tones[each], each)),
    held: tone ?? null,
    placeholder: logFormText[language].tonePlaceholder,
  });

function selectInput(
  id: keyof LogFields,
  label: string,
  { options, held, placeholder }: { options: PlainTextOption[]; held: string | null; placeholder: string },
  hint?: string,
): InputBlock {
  const initial_option = options.find(({ value }) => value === held);
  return input(
    id,
    label,
    {
      type: 'static_select',
      action_id,
      options,
      placeholder: plain(placeholder, limits.placeholder),
      ...(initial_option && { initial_option }),
    },
    { optional: true, ...(hint !== undefined && { hint }) },
  );
}

export const whenInput = ({ when }: LogFields, { language, now }: Reader): InputBlock =>
  input(
    'when',
    logFormText[language].whenLabel,
    { type: 'datetimepicker', action_id, initial_date_time: when ?? Math.floor(now.getTime() / 60_000) * 60 },
    { optional: true },
  );

/** Slack lists a hundred choices; of more people the groups are numbered. Nobody to choose from: nothing to ask. */
export function contactsInput(
  contacts: readonly ContactChoice[],
  chosen: readonly string[],
  language: Language,
): readonly InputBlock[] {
  const t = logFormText[language];
  const offered = contacts.slice(0, limits.selectOptions * 10).map(({ id, name, title }) => ({
    ...option(name, id),
    ...(title && { description: plain(title, limits.optionText) }),
  }));
  const initial = offered.filter(({ value }) => value !== undefined && chosen.includes(value));
  if (offered.length === 0) return [];
  const starts = offered.map((_, i) => i).filter((i) => i % limits.selectOptions === 0);
  const groups = starts.map((start) => {
    const options = offered.slice(start, start + limits.selectOptions);
    return { label: plain(`${start + 1}–${start + options.length}`, limits.optionText), options };
  });
  return [
    input(
      'contacts',
      t.contactsLabel,
      {
        type: 'multi_static_select',
        action_id,
        ...(groups.length > 1 ? { option_groups: groups } : { options: offered }),
        placeholder: plain(t.contactsPlaceholder, limits.placeholder),
        ...(initial.length > 0 && { initial_options: initial }),
      },
      { optional: true },
    ),
  ];
}

export const colleaguesInput = ({ colleagues }: LogFields, language: Language): InputBlock =>
  input(
    'colleagues',
    logFormText[language].colleaguesLabel,
    {
      type: 'multi_users_select',
      action_id,
      ...(colleagues && colleagues.length > 0 && { initial_users: [...colleagues] }),
    },
    { optional: true },
  );

export function agreedInputs(fields: LogFields, me: string, language: Language): readonly InputBlock[] {
  const t = logFormText[language];
  const optional = { optional: true };
  const said = (id: 'step' | 'ours' | 'theirs', label: string, placeholder: string): InputBlock => {
    const held = fields[id];
    const element = { type: 'plain_text_input', action_id, max_length: titleLength } as const;
    const initial = held ? { initial_value: held.slice(0, titleLength) } : {};
    return input(id, label, { ...element, placeholder: plain(placeholder, limits.placeholder), ...initial }, optional);
  };
  const by = (id: 'stepOn' | 'oursOn' | 'theirsOn', label: string): InputBlock => {
    const initial = fields[id] ? { initial_date: fields[id] } : {};
    return input(id, label, { type: 'datepicker', action_id, ...initial }, optional);
  };
  const who = { type: 'users_select', action_id, initial_user: fields.stepBy ?? me } as const;
  return [
    said('step', t.stepLabel, t.stepPlaceholder),
    by('stepOn', t.stepOnLabel),
    input('stepBy', t.stepByLabel, who, optional),
    said('ours', t.oursLabel, t.oursPlaceholder),
    by('oursOn', t.oursOnLabel),
    said('theirs', t.theirsLabel, t.theirsPlaceholder),
    by('theirsOn', t.theirsOnLabel),
  ];
}

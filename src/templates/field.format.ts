import type { Language } from '../i18n/language.ts';
import { countryName } from '../lib/country-names.ts';
import { formatDay } from '../lib/date.ts';
import { formatMoney, type Money } from '../lib/money.ts';
import { formatPhone } from '../lib/phone.ts';
import { type Field, type FieldFacts, type FieldValue, isEmpty } from './field.ts';
import { optionLabel } from './option.ts';

/** What is shown where there is no value. */
const nothing = '—';

interface Reader {
  readonly language: Language;
  readonly facts: FieldFacts;
}

/**
 * A value as the reader sees it on cards and in the history; `—` when there is none. Names and labels come from the
 * facts, an id they lack is shown as it is; a channel is its Slack id, for the caller to link.
 */
export function formatValue(field: Field, value: FieldValue | undefined, { language, facts }: Reader): string {
  if (isEmpty(value)) return nothing;
  if (typeof value === 'boolean') return yesOrNo[language][value ? 'yes' : 'no'];
  if (typeof value !== 'string') return isMoney(value) ? formatMoney(value, language) : value.join(comma[language]);
  switch (field.type) {
    case 'choice':
      return optionLabel(facts.options, field.dimension, value, language);
    case 'person':
      return facts.people.find((person) => person.memberId === value)?.name ?? value;
    case 'team':
      return facts.teams.find((team) => team.id === value)?.name ?? value;
    case 'account':
      return facts.accounts.find((account) => account.id === value)?.name ?? value;
    case 'date':
      return formatDay(value, language);
    default:
      return typedText(field, value, language);
  }
}

/** A value as a person would type it, so that reading it again gives the same value. */
export function typedText(field: Field, value: Exclude<FieldValue, boolean | null>, language: Language): string {
  if (isMoney(value)) return formatMoney(value, language);
  if (typeof value !== 'string') return value.join(field.type === 'tags' ? comma[language] : '\n');
  if (field.type === 'phone') return formatPhone(value);
  if (field.type === 'country') return countryName(value, language);
  return value;
}

/** The two answers to a yes-or-no question, by the key its choice has. */
export const yesOrNo: Record<Language, Record<'yes' | 'no', string>> = {
  en: { yes: 'Yes', no: 'No' },
  zh: { yes: '是', no: '否' },
};
const comma: Record<Language, string> = { en: ', ', zh: '、' };

const isMoney = (value: FieldValue): value is Money => typeof value === 'object' && value !== null && 'amount' in value;

import type { KnownBlock } from '@slack/types';
import { accountText } from '../accounts/account.text.ts';
import { formatMoment } from '../accounts/account-form.view.ts';
import type { Reader } from '../accounts/card.ts';
import type { Language } from '../i18n/language.ts';
import { formatDay } from '../lib/date.ts';
import { context, section } from '../slack/blocks.ts';
import { listed } from '../slack/list.ts';
import { mention } from '../slack/text.ts';
import { interactionText } from './interaction.text.ts';
import { logFormText } from './log-form.text.ts';
import type { LogProblems } from './log-form.ts';
import type { EditOpened } from './log-form-facts.ts';

const clashesNamed = 10;

/** Who changed what of a log while this person typed, and when. */
export function clashNotice(clashes: EditOpened['clashes'], { language, zone }: Reader): readonly KnownBlock[] {
  const accounts = accountText[language];
  if (clashes.length === 0) return [];
  return [
    section(accounts.clashTitle),
    ...listed(clashes, clashesNamed, language, ({ field, theirs, at, slackUserId }) => {
      const who = slackUserId === null ? null : mention(slackUserId);
      const when = at ? formatMoment(at, zone, language) : '';
      return context(
        accounts.clash(fieldName(field, language), who, when, valueText(field, theirs, { language, zone })),
      );
    }),
  ];
}

/** A field of a log by its name. */
export const fieldName = (field: string, language: Language): string => {
  const { fields } = interactionText[language];
  return Object.entries(fields).find(([id]) => id === field)?.[1] ?? field;
};

/** A field's value in words. People stand there as ids alone: "other people". */
function valueText(field: string, value: unknown, { language, zone }: Pick<Reader, 'language' | 'zone'>): string {
  const t = logFormText[language];
  if (value === null || value === undefined) return t.empty;
  if (Array.isArray(value)) return t.clashPeople;
  const text = String(value);
  if (field === 'at') return formatMoment(new Date(text), zone, language);
  const { kinds, outcomes: reached, tones: felt } = interactionText[language];
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: kinds,
    outcome: reached,
    tone: felt,
  };
  return words[field]?.[text] ?? text;
}

/** What is wrong, in words, by field. */
export function problemWords(problems: LogProblems, language: Language): Record<string, string> {
  const words = logFormText[language].problems;
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      field,
      'day' in problem ? words[problem.problem](formatDay(problem.day, language)) : words[problem.problem],
    ]),
  );
}

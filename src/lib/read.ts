/** Why a text could not be read. Codes only: the sentences are in the catalogue of the fields. */
export const problemCodes = [
  'required',
  'not-text',
  'broken-characters',
  'too-long',
  'phone-letters',
  'phone-no-country',
  'phone-unreadable',
  'phone-impossible',
  'date-format',
  'date-not-real',
  'number-unreadable',
  'number-ambiguous',
  'number-negative',
  'money-currency-unknown',
  'money-currency-ambiguous',
  'money-currencies-differ',
  'money-too-precise',
  'money-too-large',
  'email-unreadable',
  'url-unreadable',
  'url-scheme',
  'country-unknown',
  'not-offered',
  'person-unknown',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What was wrong with one text. */
export interface Problem {
  readonly problem: ProblemCode;
  /** What came, made fit to be shown: visible characters only, at most about 40 of them. */
  readonly came: string;
  /** A text that would have been read; absent where the field's own example says it better. */
  readonly example?: string;
  readonly detail?: {
    /** What the person may have meant. Shown, never taken. */
    readonly suggestion?: string;
    /** The greatest length, in characters. */
    readonly max?: number;
  };
}

/** The outcome of reading what a person typed: a value in its one standard form, or the reason why not. */
export type Read<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Problem);

export const took = <T>(value: T): Read<T> => ({ ok: true, value });

/** A refusal; `came` is the raw text. */
export function refused(
  problem: ProblemCode,
  came: string,
  how: Pick<Problem, 'example' | 'detail'> = {},
): { readonly ok: false } & Problem {
  return { ok: false, problem, came: shown(came), ...how };
}

const shownLength = 40;
const unseen = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** The text as it can be quoted back: characters that cannot be seen become `□`, and a long one ends in `…`. */
function shown(text: string): string {
  const visible = text
    .slice(0, shownLength * 10)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(unseen, '□');
  const characters = [...visible];
  return characters.length > shownLength ? `${characters.slice(0, shownLength).join('')}…` : visible;
}

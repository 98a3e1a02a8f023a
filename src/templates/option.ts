import type { Language, Words } from '../i18n/language.ts';

/** The lists that every workspace has. A template may bring further ones, so a dimension is a plain string elsewhere. */
export const dimensions = ['tier', 'stage', 'industry', 'region', 'cadence', 'contactKind', 'language'] as const;

/** One entry of a list of choices: a row of the workspace, which may rename, retire and add entries. */
export interface Option {
  readonly dimension: string;
  /** What records hold; never changes. At most 75 characters, Slack's limit for a choice. */
  readonly key: string;
  readonly labels: Words;
  /** No longer offered; records that hold it keep it. */
  readonly retired: boolean;
}

/** The entries offered in a dimension, in their order; a retired one only to a record that holds it. */
export function offered(options: readonly Option[], dimension: string, held: unknown): readonly Option[] {
  return options.filter((option) => option.dimension === dimension && (!option.retired || option.key === held));
}

/** The label of a key in the reader's language; the key itself where the list has no such entry. */
export function optionLabel(options: readonly Option[], dimension: string, key: string, language: Language): string {
  const found = options.find((option) => option.dimension === dimension && option.key === key);
  return found?.labels[language] ?? key;
}

/** The languages in which Dossier speaks. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** A word or sentence in every language. */
export type Words = Record<Language, string>;

/** Slack's locale tag → our language: `zh*` is Simplified Chinese, everything else English. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * A slice's sentences. The English catalogue fixes the keys and the arguments; a Chinese one that lacks a key, or takes
 * other arguments, does not compile.
 */
export function catalogue<T extends Record<string, unknown>>(en: T, zh: NoInfer<T>): Record<Language, T> {
  return { en, zh };
}

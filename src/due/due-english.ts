/** English words as a global rule: whole words, in any case. */
export const english = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words})(?![\\p{L}\\p{N}_])`, 'giu');

/** `two` → 2, `a` → 1, `15` → 15. */
export const numberOf = (word: string): number => (/^an?$/.test(word) ? 1 : numbers.indexOf(word) + 1 || Number(word));
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** A number below a thousand or its word, as a group of a pattern. */
export const count = `(\\d{1,3}|an?|${numbers.join('|')})`;

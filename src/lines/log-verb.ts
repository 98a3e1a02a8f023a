/** The words that log a line, as the first token of `/account …`; Chinese ones are written onto what follows as well. */
export const logWords = ['log', '记录'] as const;
/** The words that take the last log back. */
export const undoWords = ['undo', '撤销'] as const;

/** Where the text of a line begins behind its verb; 0 without one. */
export interface LineVerb {
  readonly kind: 'word' | 'glued' | 'none';
  /** Where the verb itself ends. */
  readonly end: number;
  readonly from: number;
}

/** Reads the verb at the beginning of a line (commands.md). */
export function lineVerb(line: string): LineVerb {
  const word = logWords.find((each) => line.slice(0, each.length).toLowerCase() === each);
  if (!word) return { kind: 'none', end: 0, from: 0 };
  const behind = line.slice(word.length);
  const separators = /^[\s:：,，、]*/u.exec(behind)?.[0] ?? '';
  const place = { end: word.length, from: word.length + separators.length };
  if (behind === '' || /^[\s:：]/u.test(behind)) return { kind: 'word', ...place };
  return /^\p{Script=Han}/u.test(word) ? { kind: 'glued', ...place } : { kind: 'none', end: 0, from: 0 };
}

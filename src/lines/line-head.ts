/** What stands before a colon, and where what follows it begins. */
export interface LineHead {
  readonly end: number;
  readonly from: number;
}

/** Nobody's name has more words or Chinese characters (see search-lead.ts). */
const longestName = { words: 8, units: 200 } as const;
/** Colons of times, addresses and emoji stand within a word; those of `re:` and `fyi:` belong to it. */
const within = /\d[:：]\d|[a-z]+:\/\/|:[a-z0-9_+-]{2,30}:|\b(?:re|fw|fwd|fyi|ps|nb|eta|tel):/gi;

/**
 * The colon that separates an account from its note: the first one that is no part of a word, and before which a name could
 * stand. `lead` is the line without its markers (line-parts.ts).
 */
export function headOf(lead: string): LineHead | null {
  const masked = lead.slice(0, longestName.units + 1).replace(within, (found) => '_'.repeat(found.length));
  const end = masked.search(/[:：]/u);
  if (end <= 0) return null;
  const head = lead.slice(0, end);
  // A sentence: these signs stand in nobody's name.
  if (/[；;。！!？?，]/u.test(head)) return null;
  if (head.split(/\s+/u).filter(Boolean).length > longestName.words) return null;
  const behind = /^[\s:：]*/u.exec(lead.slice(end))?.[0] ?? '';
  return { end, from: end + behind.length };
}

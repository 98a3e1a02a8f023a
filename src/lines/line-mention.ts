/** Words of a note that name somebody, and the contacts they could be. Offsets in UTF-16 units. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** None: it is how one speaks of a person, but nobody fits. */
  readonly ids: readonly string[];
}

/** A Latin word of a note. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly folded: string;
}

/** Those mentions that are in nothing already taken; of two in one place the longer. */
export function claim(taken: readonly Mention[], mentions: readonly Mention[]): readonly Mention[] {
  const ordered = [...mentions].sort(
    (one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start,
  );
  const kept: Mention[] = [];
  for (const mention of ordered) {
    const isFree = [...taken, ...kept].every(({ start, end }) => mention.end <= start || mention.start >= end);
    if (isFree) kept.push(mention);
  }
  return [...taken, ...kept];
}

/** Chance that can be repeated: the same seed gives the same numbers, each from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of these, by chance. */
export function oneOf<T>(items: readonly T[], next: () => number): T {
  const found = items[Math.floor(next() * items.length)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

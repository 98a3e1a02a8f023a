/** Remembers ids for a while, so that what is delivered twice is not answered twice. */
export interface Recent {
  /** True the first time an id comes. */
  isNew(id: string): boolean;
}

/** Slack redelivers within minutes; a busy hour fits into ten thousand. The oldest is forgotten first. */
export function recentIds(keep = 10_000): Recent {
  const seen = new Set<string>();
  return {
    isNew(id) {
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > keep && oldest !== undefined) seen.delete(oldest);
      return true;
    },
  };
}

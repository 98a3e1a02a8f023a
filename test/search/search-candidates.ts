import { randomUUID } from 'node:crypto';
import type { Candidate } from '../../src/search/search-candidate.ts';

/** An account as a search found it. */
export const aCandidate = (known: Partial<Candidate>): Candidate => ({
  id: randomUUID(),
  number: 1,
  name: 'Acme',
  city: null,
  tierKey: null,
  ownerId: null,
  deputyId: null,
  teamId: null,
  ownerSlackUserId: null,
  ownerName: null,
  archived: false,
  match: 'exact',
  rank: 0,
  key: 'acme',
  score: 1,
  own: false,
  visitedAt: null,
  ...known,
});

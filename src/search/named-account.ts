import type { Candidate } from './search-candidate.ts';

/** An account as it is offered to be chosen: with what tells it from others of its name, and who keeps it. */
export type NamedAccount = Pick<
  Candidate,
  'id' | 'number' | 'name' | 'city' | 'ownerName' | 'ownerId' | 'deputyId' | 'teamId'
>;

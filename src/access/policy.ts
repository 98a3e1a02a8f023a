import type { Actor, Role } from './actor.ts';

/** What can be asked for. A handler cannot be registered without one. */
export const verbs = [
  'access.ask',
  'access.claim',
  'people.manage',
  'operations.manage',
  'desk.open',
  'account.read',
  'account.create',
  'account.edit',
  'account.share',
  'contact.read',
  'contact.edit',
  'history.read',
  'interaction.log',
  'interaction.read',
  'interaction.edit',
  'task.read',
  'task.edit',
  'cadence.snooze',
  'team.read',
  'handover.ask',
  'handover.decide',
  'preferences.edit',
] as const;
export type Verb = (typeof verbs)[number];

/** How the actor stands to an account. */
export const relations = ['owner', 'deputy', 'lead', 'team', 'other'] as const;
export type Relation = (typeof relations)[number];

const everyone: readonly Relation[] = relations;
const involved: readonly Relation[] = ['owner', 'deputy', 'lead', 'team'];
const keepers: readonly Relation[] = ['owner', 'deputy', 'lead'];

/** Everybody with a role reads the card (no silos); contact details stay with those who work on the account. */
const reader = {
  'desk.open': everyone,
  'account.read': everyone,
  'account.share': everyone,
  'history.read': involved,
  'contact.read': involved,
  'interaction.read': involved,
  'task.read': involved,
} satisfies Partial<Record<Verb, readonly Relation[]>>;
const keeper = {
  ...reader,
  'account.create': everyone,
  'account.edit': keepers,
  'contact.edit': involved,
  // Whoever has met the customer may say so; what is noted there is read by those who work on the account.
  'interaction.log': everyone,
  'interaction.edit': keepers,
  'task.edit': involved,
  'cadence.snooze': keepers,
  'handover.ask': ['owner', 'lead'],
} satisfies Partial<Record<Verb, readonly Relation[]>>;

/** Those for whom every account is their business: what is noted, agreed and planned there. */
const everywhere = {
  'account.edit': everyone,
  'contact.read': everyone,
  'contact.edit': everyone,
  'history.read': everyone,
  'interaction.read': everyone,
  'task.read': everyone,
  'task.edit': everyone,
} satisfies Partial<Record<Verb, readonly Relation[]>>;

/** The policy: role × verb → the relations in which it holds. */
const policy: Record<Role, Partial<Record<Verb, readonly Relation[]>>> = {
  viewer: { ...reader, 'contact.read': [], 'history.read': [], 'interaction.read': [], 'task.read': [] },
  manager: keeper,
  lead: { ...keeper, 'team.read': ['lead'], 'handover.decide': ['lead'] },
  service: { ...keeper, ...everywhere },
  head: {
    ...keeper,
    ...everywhere,
    'interaction.edit': everyone,
    'cadence.snooze': everyone,
    'team.read': everyone,
    'handover.ask': everyone,
    'handover.decide': everyone,
  },
  administrator: {
    ...keeper,
    'account.edit': everyone,
    'history.read': everyone,
    'handover.ask': everyone,
    'handover.decide': everyone,
    'people.manage': everyone,
    'operations.manage': everyone,
  },
};

/** Open to a full member of the company without any role. */
const openToAll: readonly Verb[] = ['access.ask', 'access.claim', 'preferences.edit'];

/** Who keeps an account: the facts that decide a relation. */
export interface Kept {
  readonly ownerId: string | null;
  readonly deputyId: string | null;
  readonly teamId: string | null;
}

/** What decides what somebody may do: of the acting person, or of a colleague who is to be asked. */
export type Standing = Pick<Actor, 'memberId' | 'roles' | 'kind' | 'active' | 'teamId' | 'leads' | 'standsInFor'>;

/** Every relation in which the actor stands to the account; always at least `other`. */
export function relationsTo(actor: Standing, account: Kept): readonly Relation[] {
  const found: Relation[] = ['other'];
  if (account.ownerId === actor.memberId) found.push('owner');
  if (account.deputyId === actor.memberId || standsInAt(actor, account)) found.push('deputy');
  if (account.teamId !== null && actor.leads.includes(account.teamId)) found.push('lead');
  if (account.teamId !== null && account.teamId === actor.teamId) found.push('team');
  return found;
}

/** Is the owner away, with the actor as deputy until they are back? */
const standsInAt = (actor: Standing, { ownerId }: Kept): boolean =>
  ownerId !== null && actor.standsInFor.includes(ownerId);

/**
 * May this person do this? Without an account: may they ever. Guests, people of other companies and deactivated
 * members never may.
 */
export function may(actor: Standing, verb: Verb, account?: Kept): boolean {
  if (actor.kind !== 'full' || !actor.active) return false;
  if (openToAll.includes(verb)) return true;
  const held = account ? relationsTo(actor, account) : relations;
  return actor.roles.some((role) => policy[role][verb]?.some((relation) => held.includes(relation)));
}

/** Why somebody was refused. */
export type RefusalReason = 'guest' | 'outsider' | 'inactive' | 'no-role' | 'not-allowed';

/** Thrown by `authorise`; told to the person in words by the listener. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  readonly verb: Verb;
  constructor(reason: RefusalReason, verb: Verb) {
    super(`refused: ${verb} (${reason})`);
    this.name = 'Refused';
    this.reason = reason;
    this.verb = verb;
  }
}

/** Throws `Refused` unless the actor may. */
export function authorise(actor: Actor, verb: Verb, account?: Kept): void {
  if (may(actor, verb, account)) return;
  throw new Refused(reasonFor(actor), verb);
}

function reasonFor(actor: Actor): RefusalReason {
  if (!actor.active) return 'inactive';
  if (actor.kind !== 'full') return actor.kind;
  return actor.roles.length === 0 ? 'no-role' : 'not-allowed';
}

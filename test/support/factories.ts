import { setRoles } from '../../src/access/access.flow.ts';
import type { MemberKind, Role } from '../../src/access/actor.ts';
import { writeProfile } from '../../src/access/introduction.flow.ts';
import { arrangeTeam } from '../../src/access/team.flow.ts';
import { createAccount, editAccount } from '../../src/accounts/account.flow.ts';
import type { Account } from '../../src/accounts/account.ts';
import { addContact } from '../../src/accounts/contact.flow.ts';
import type { Database } from '../../src/db/database.ts';
import type { Work } from '../../src/db/work.ts';
import { addTask } from '../../src/tasks/task.flow.ts';
import type { NewTask } from '../../src/tasks/task.ts';
import type { Values } from '../../src/templates/field.ts';
import type { Person } from './house.ts';

export interface NewMember {
  readonly name?: string;
  readonly roles?: readonly Role[];
  /** The id of a team. */
  readonly team?: string;
  /** What Slack says of them after they were let in. */
  readonly kind?: MemberKind;
  readonly active?: boolean;
  readonly locale?: string;
}
/** Field values beside who keeps the account; `owner: null` is an account that nobody owns. */
export interface NewAccount {
  readonly owner?: Person | null;
  readonly deputy?: Person;
  readonly team?: string;
  readonly values?: Values;
}

/** What differs from the usual step, and who writes it. */
export interface NewTaskOf extends Partial<NewTask> {
  readonly by: Person;
}

export interface Factories {
  readonly founder: Person;
  aMember(made?: NewMember): Promise<Person>;
  /** A colleague whom Dossier meets for the first time; needs no administrator. */
  aNewcomer(): Promise<Person>;
  aTeam(made?: { name?: string; lead?: Person }): Promise<string>;
  anAccount(name: string, made?: NewAccount): Promise<Account>;
  /** The id of a new contact. */
  aContact(account: Pick<Account, 'id'>, values?: Values): Promise<string>;
  /** Somebody notes the account's source; the id of the audit's entry. */
  aChange(account: Pick<Account, 'id' | 'version'>): Promise<string>;
  /** The id of a new open step, written by this person and theirs to do. */
  aTask(account: Pick<Account, 'id'>, made: NewTaskOf): Promise<string>;
  /** Slack says something new of this person: they became a guest, or were deactivated. */
  slackSays(person: Person, news: { kind?: MemberKind; active?: boolean }): Promise<void>;
}

/** Makes people, teams, accounts and contacts as the product does. */
export async function factoriesFor(database: Database, workspaceId: string): Promise<Factories> {
  let met = 0;
  let teams = 0;

  async function write(slackUserId: string, profile: Omit<NewMember, 'roles' | 'team'>): Promise<Person> {
    const { name = slackUserId, kind = 'full', active = true, locale = 'en-US' } = profile;
    const facts = { slackUserId, name, locale, zone: 'Asia/Shanghai', kind, active };
    const row = await database.inSystem(workspaceId, (db) => writeProfile(db, workspaceId, facts, ['U0FOUNDER']));
    return { workspaceId, slackUserId, memberId: row.id, name };
  }
  const founder = await write('U0FOUNDER', { name: 'Founder' });
  const asFounder = <T>(fn: (work: Work) => Promise<T>): Promise<T> => database.inWorkspace(founder, fn);

  return {
    founder,
    aNewcomer() {
      met += 1;
      return write(`U${met}`, {});
    },
    async aMember({ roles = [], team, ...profile } = {}) {
      met += 1;
      const person = await write(`U${met}`, { ...profile, kind: 'full', active: true });
      const change = { roles, ...(team !== undefined && { teamId: team }) };
      const given = await asFounder((work) => setRoles(work, [person.memberId], change));
      if (!given.ok) throw new Error(given.problem);
      return profile.kind || profile.active === false ? write(person.slackUserId, profile) : person;
    },
    async aTeam({ name, lead } = {}) {
      teams += 1;
      const leadId = lead?.memberId ?? null;
      const team = { name: name ?? `Team ${teams}`, leadId, memberIds: [] };
      const arranged = await asFounder((work) => arrangeTeam(work, team));
      if (!arranged.ok) throw new Error(arranged.problem);
      return arranged.id;
    },
    anAccount: (name, made) => asFounder((work) => makeAccount(work, name, made)),
    aContact: (account, values = {}) => asFounder((work) => makeContact(work, account.id, values)),
    aChange: (account) => asFounder((work) => makeChange(work, account)),
    async aTask({ id: accountId }, { by, ...task }) {
      const assigneeId = by.memberId;
      const step = { interactionId: null, kind: 'step', title: 'Send the quote', due: null, repeat: null } as const;
      const made = await database.inWorkspace(by, (work) => addTask(work, { ...step, accountId, assigneeId, ...task }));
      return made.id;
    },
    async slackSays(person, news) {
      await write(person.slackUserId, { name: person.name, ...news });
    },
  };
}

async function makeAccount(work: Work, name: string, made: NewAccount = {}): Promise<Account> {
  const { owner, deputy, team = null, values = {} } = made;
  const ownerId = owner?.memberId ?? work.actor.memberId;
  const file: Values = { aliases: [], tags: [], name, ownerId, deputyId: deputy?.memberId ?? null, ...values };
  const account = await createWhateverItResembles(work, { ...file, teamId: team });
  if (owner !== null) return account;
  const edited = await editAccount(work, { id: account.id, version: account.version, mine: { ownerId: null } });
  if (!edited.ok) throw new Error(edited.problem);
  return edited.account;
}

async function createWhateverItResembles(
  work: Work,
  values: Values,
  accepted: readonly string[] = [],
): Promise<Account> {
  const made = await createAccount(work, { values, accepted });
  if (made.ok) return made.account;
  return createWhateverItResembles(work, values, [...accepted, ...made.duplicates.map(({ accountId }) => accountId)]);
}

async function makeContact(work: Work, accountId: string, values: Values): Promise<string> {
  const made = await addContact(work, { accountId, values: { name: 'Li Wei', ...values } });
  if (!made.ok) throw new Error(made.problem);
  return made.contactId;
}

async function makeChange(work: Work, { id, version }: Pick<Account, 'id' | 'version'>): Promise<string> {
  const edited = await editAccount(work, { id, version, mine: { source: 'Fair' } });
  if (!edited.ok) throw new Error(edited.problem);
  const entry = { operationId: work.operationId, verb: 'account.changed' };
  return (await work.db.auditEntry.findFirstOrThrow({ where: entry, select: { id: true } })).id;
}

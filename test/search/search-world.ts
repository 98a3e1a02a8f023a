import { randomBytes, randomUUID } from 'node:crypto';
import { openDatabase } from '../../src/db/database.ts';
import type { Db } from '../../src/db/work.ts';
import { createVault } from '../../src/lib/vault.ts';
import { replaceKeys, searchAccounts } from '../../src/search/search.store.ts';
import type { Candidate } from '../../src/search/search-candidate.ts';
import { aDatabase } from '../support/postgres.ts';

const at = new Date('2026-03-02T09:00:00Z');

/** What an account of a test is made of; everything but the name can be left out. */
export interface Made {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly tags?: readonly string[];
  readonly website?: string;
  readonly city?: string;
  readonly ownerId?: string;
  readonly deputyId?: string;
  readonly teamId?: string;
  readonly contacts?: readonly string[];
  /** Digests of ways to reach the first contact. */
  readonly points?: readonly { readonly blind: string; readonly blindShort?: string }[];
  readonly archivedAt?: Date;
  readonly mergedIntoId?: string;
}

/** Who searches, with which digests, for how many. */
export interface How {
  readonly memberId?: string;
  readonly blinds?: readonly string[];
  readonly limit?: number;
}

/** A migrated database with one workspace, to be filled with accounts and searched. */
export interface SearchWorld extends AsyncDisposable {
  readonly url: string;
  readonly workspaceId: string;
  run<T>(fn: (db: Db) => Promise<T>): Promise<T>;
  /** The same database, seen from another workspace. */
  elsewhere<T>(fn: (db: Db, workspaceId: string) => Promise<T>): Promise<T>;
  member(name: string): Promise<string>;
  team(name: string): Promise<string>;
  account(made: Made): Promise<string>;
  /** Many at once; their ids in the same order. */
  accounts(made: readonly Made[]): Promise<readonly string[]>;
  visit(memberId: string, accountId: string, when: Date): Promise<void>;
  search(query: string, how?: How): Promise<readonly Candidate[]>;
  /** Many searches in one transaction; what each found, in the same order. */
  searchAll(queries: readonly string[]): Promise<readonly (readonly Candidate[])[]>;
}

export async function aSearchWorld(): Promise<SearchWorld> {
  const server = await aDatabase();
  const { url } = server;
  const vault = createVault([randomBytes(32)]);
  const database = openDatabase({
    url,
    vault,
    enterWorkspace: () => Promise.reject(new Error('no actor in this test')),
  });
  const workspaceId = await database.ensureWorkspace({ enterpriseId: null, teamId: 'T1', name: 'Acme' });
  const run: SearchWorld['run'] = (fn) => database.inSystem(workspaceId, fn);
  let number = 0;
  let members = 0;
  return {
    url,
    workspaceId,
    run,
    elsewhere: async (fn) => {
      const other = await database.ensureWorkspace({ enterpriseId: null, teamId: 'T2', name: 'Other' });
      return database.inSystem(other, (db) => fn(db, other));
    },
    member: (name) =>
      run(async (db) => {
        const slackUserId = `U${++members}`;
        const row = {
          workspaceId,
          slackUserId,
          name,
          zone: 'UTC',
          locale: 'en',
          kind: 'full',
          seenAt: at,
          createdAt: at,
        };
        return (await db.member.create({ data: row })).id;
      }),
    team: (name) => run(async (db) => (await db.team.create({ data: { workspaceId, name } })).id),
    account: (made) => run((db) => makeAccount(db, workspaceId, ++number, made)),
    accounts: (made) =>
      run(async (db) => {
        const ids: string[] = [];
        for (const one of made) ids.push(await makeAccount(db, workspaceId, ++number, one));
        return ids;
      }),
    visit: (memberId, accountId, when) =>
      run(async (db) => {
        await db.visit.create({ data: { workspaceId, memberId, accountId, at: when } });
      }),
    search: (query, how = {}) => run((db) => searchIn(db, workspaceId, query, how)),
    searchAll: (queries) =>
      run(async (db) => {
        const found: (readonly Candidate[])[] = [];
        for (const query of queries) found.push(await searchIn(db, workspaceId, query, {}));
        return found;
      }),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

const searchIn = (db: Db, workspaceId: string, query: string, how: How): Promise<readonly Candidate[]> =>
  searchAccounts(db, { workspaceId, memberId: randomUUID(), blinds: [], limit: 20, ...how, query });

async function makeAccount(db: Db, workspaceId: string, number: number, made: Made): Promise<string> {
  const { contacts = [], points = [], aliases = [], tags = [], ...columns } = made;
  const row = { ...columns, workspaceId, number, aliases: [...aliases], tags: [...tags], createdAt: at, updatedAt: at };
  const { id: accountId } = await db.account.create({ data: row });
  for (const [place, name] of contacts.entries()) {
    const contact = await db.contact.create({ data: { workspaceId, accountId, name, createdAt: at, updatedAt: at } });
    for (const [kind, point] of place === 0 ? points.entries() : []) {
      const kept = { workspaceId, contactId: contact.id, kind: `kind${kind}`, valueSealed: 'sealed', ...point };
      await db.contactPoint.create({ data: kept });
    }
  }
  await replaceKeys(db, {
    workspaceId,
    accountId,
    name: made.name,
    aliases,
    tags,
    website: made.website ?? null,
    contactNames: contacts,
  });
  return accountId;
}

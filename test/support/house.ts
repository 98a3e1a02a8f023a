import { randomBytes } from 'node:crypto';
import { enterWorkspace } from '../../src/access/member.store.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import type { Who, Work } from '../../src/db/work.ts';
import { createVault, type Vault } from '../../src/lib/vault.ts';
import { addDefaultOptions } from '../../src/templates/option.store.ts';
import { type Factories, factoriesFor } from './factories.ts';
import { aDatabase } from './postgres.ts';
import { aSession, type Session } from './session.ts';

/** A person of a test: acts wherever a `Who` is asked for. */
export interface Person extends Who {
  readonly memberId: string;
  readonly name: string;
}

/** One workspace on a database of its own, filled through the flows that people use. */
export interface House extends Factories, AsyncDisposable {
  /** Connects as superuser. */
  readonly url: string;
  readonly database: Database;
  /** The installation's vault; a unit of work gets the workspace's own. */
  readonly vault: Vault;
  readonly workspaceId: string;
  /** Administrator and head: who sets things up. */
  readonly founder: Person;
  /** One unit of work of this person. */
  as<T>(person: Who, fn: (work: Work) => Promise<T>): Promise<T>;
  /** Plain SQL as superuser, to look behind the scenes. */
  readonly sql: Session['rows'];
  /** Another workspace in the same database. */
  aNeighbour(): Promise<House>;
}

export async function aHouse({ connections = 10 }: { connections?: number } = {}): Promise<House> {
  const server = await aDatabase();
  const vault = createVault([randomBytes(32)]);
  const database = openDatabase({ url: server.url, vault, enterWorkspace, connections });
  const session = await aSession(server.url);
  return houseOf({ url: server.url, vault, database, sql: session.rows }, async () => {
    await session[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });
}

async function houseOf(
  ground: Pick<House, 'url' | 'vault' | 'database' | 'sql'>,
  dispose: () => Promise<void>,
): Promise<House> {
  const { database } = ground;
  const teamId = `T${randomBytes(5).toString('hex').toUpperCase()}`;
  const workspaceId = await database.ensureWorkspace({ enterpriseId: null, teamId, name: teamId });
  await database.inSystem(workspaceId, (db) => addDefaultOptions(db, workspaceId));
  const factories = await factoriesFor(database, workspaceId);
  return {
    ...ground,
    ...factories,
    workspaceId,
    as: database.inWorkspace,
    aNeighbour: () => houseOf(ground, async () => {}),
    [Symbol.asyncDispose]: dispose,
  };
}

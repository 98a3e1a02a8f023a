import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Actor } from '../access/actor.ts';
import type { Vault } from '../lib/vault.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { statementNames } from './statement-names.ts';
import type { Db, InSystem, InWorkspace, Who } from './work.ts';

/**
 * Begins every unit of work: sets the workspace and the app's own role in the transaction, and reads the acting person
 * and the business time, all in one round trip.
 */
export type EnterWorkspace = (db: Db, who: Who) => Promise<{ actor: Actor; now: Date }>;

export interface Database extends AsyncDisposable {
  readonly inWorkspace: InWorkspace;
  readonly inSystem: InSystem;
  /** The id of a Slack team's workspace, made when it is new. */
  ensureWorkspace(team: { enterpriseId: string | null; teamId: string | null; name: string }): Promise<string>;
  /** Resolves when the database answers. */
  probe(): Promise<void>;
}

/**
 * Longest that one unit of work may take, and wait for a connection, in milliseconds. Work is short by design; what
 * takes longer has met a dead connection or a full pool and is better told "try again".
 */
const patience = { timeout: 8_000, maxWait: 5_000 };

/** The pool and the one way into it: a transaction with its workspace and the app's own role set. */
export function openDatabase({
  url,
  vault,
  enterWorkspace,
  connections = 10,
}: {
  url: string;
  vault: Vault;
  enterWorkspace: EnterWorkspace;
  connections?: number;
}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 5_000,
      query_timeout: 8_000,
      keepAlive: true,
      application_name: 'dossier',
    },
    { statementNameGenerator: statementNames() },
  );
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal', log: [] });

  const vaults = new Map<string, Vault>();
  const vaultOf = (workspaceId: string): Vault => {
    const known = vaults.get(workspaceId) ?? vault.within(workspaceId);
    vaults.set(workspaceId, known);
    return known;
  };

  // The role is set for each transaction rather than for the connection, so that it also holds behind a pooler.
  const inSystem: InSystem = (workspaceId, fn) =>
    prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.workspace', ${workspaceId}, true), set_config('role', 'dossier_app', true)`;
      return fn(scoped(tx));
    }, patience);

  const inWorkspace: InWorkspace = (who, fn) =>
    prisma.$transaction(async (tx) => {
      const db = scoped(tx);
      return fn({ db, ...(await enterWorkspace(db, who)), operationId: randomUUID(), vault: vaultOf(who.workspaceId) });
    }, patience);

  return {
    inWorkspace,
    inSystem,
    async ensureWorkspace({ enterpriseId, teamId, name }) {
      const [row] = await prisma.$queryRaw<{ id: string }[]>`
        SELECT ensure_workspace(${randomUUID()}::uuid, ${enterpriseId}, ${teamId}, ${name}, now()) AS id`;
      if (!row) throw new Error('ensure_workspace gave no row');
      return row.id;
    },
    async probe() {
      await prisma.$queryRaw`SELECT 1`;
    },
    [Symbol.asyncDispose]: () => prisma.$disconnect(),
  };
}

/** The one place where a transaction becomes a `Db`: workspace and role are set in it just before or first thing. */
const scoped = (tx: Prisma.TransactionClient): Db => tx as Db;

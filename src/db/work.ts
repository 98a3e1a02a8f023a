import type { Actor } from '../access/actor.ts';
import type { Vault } from '../lib/vault.ts';
import type { Prisma } from './generated/client.ts';

declare const workspaceIsSet: unique symbol;
/** A transaction in which the workspace and the app's own role are set. Only `inWorkspace` yields one. */
export type Db = Prisma.TransactionClient & { readonly [workspaceIsSet]: true };

/** Who acts, as Slack names them: a hint, looked up afresh in every transaction. */
export interface Who {
  readonly workspaceId: string;
  readonly slackUserId: string;
}

/** One unit of work: the transaction, the acting person, the business time and the operation its audit rows carry. */
export interface Work {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly operationId: string;
  /** Seals and opens what is personal. */
  readonly vault: Vault;
}

/** Runs `fn` in one short transaction; commits when it returns, rolls back when it throws. */
export type InWorkspace = <T>(who: Who, fn: (work: Work) => Promise<T>) => Promise<T>;

/** Runs `fn` for the system itself (the inbox, boot) in a workspace, without an acting person. */
export type InSystem = <T>(workspaceId: string, fn: (db: Db) => Promise<T>) => Promise<T>;

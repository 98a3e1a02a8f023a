import { randomBytes } from 'node:crypto';
import type { ReceiverEvent } from '@slack/bolt';
import pg from 'pg';
import { openDatabase } from '../../src/db/database.ts';
import { type Inbox, openInbox } from '../../src/inbox/inbox.flow.ts';
import { createLog } from '../../src/lib/log.ts';
import { createVault } from '../../src/lib/vault.ts';
import { actorOf } from '../slack/desk.ts';
import { aDatabase } from '../support/postgres.ts';

const TEAM = 'T0LOCAL';

export interface InboxDesk extends AsyncDisposable {
  readonly inbox: Inbox;
  readonly workspaceId: string;
  readonly db: ReturnType<typeof openDatabase>;
  readonly lines: readonly { readonly msg: string; readonly level: number }[];
  /** Plain SQL as superuser, to look behind the scenes and to let time pass. */
  sql(text: string): Promise<Record<string, unknown>[]>;
}

/** An inbox on a database of its own, with one workspace. */
export async function anInbox(): Promise<InboxDesk> {
  const database = await aDatabase();
  const vault = createVault([randomBytes(32)]);
  const enterWorkspace = async (_db: unknown, { slackUserId }: { slackUserId: string }) => ({
    actor: actorOf(slackUserId),
    now: new Date('2026-03-02T08:00:00Z'),
  });
  const db = openDatabase({ url: database.url, vault, enterWorkspace });
  const workspaceId = await db.ensureWorkspace({ enterpriseId: null, teamId: TEAM, name: 'Northwind' });
  const lines: { msg: string; level: number }[] = [];
  const log = createLog({ level: 'debug', write: (line) => void lines.push(JSON.parse(line)) });
  const inbox = openInbox({
    inSystem: db.inSystem,
    workspaceOf: async ({ teamId }) => (teamId === TEAM ? workspaceId : null),
    vault,
    log,
  });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    inbox,
    workspaceId,
    db,
    lines,
    sql: async (text) => (await client.query(text)).rows,
    async [Symbol.asyncDispose]() {
      await client.end();
      await db[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** An event as a receiver hands it over; counts how often it was acknowledged. */
export function anEvent(
  eventId: string,
  more: { teamId?: string; text?: string } = {},
): ReceiverEvent & { acks: number } {
  const event = {
    acks: 0,
    ack: async () => {
      event.acks += 1;
    },
    body: {
      type: 'event_callback',
      event_id: eventId,
      team_id: more.teamId ?? TEAM,
      event: { type: 'message', user: 'U0ANNA', text: more.text ?? 'met Li Wei' },
    },
  };
  return event;
}

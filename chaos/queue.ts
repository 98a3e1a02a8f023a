import type { LocalSlack } from '../src/playground/local-slack.ts';
import type { Session } from '../test/support/session.ts';

/** A notice to be put into the outbox. */
export interface Put {
  readonly key: string;
  readonly target: string;
  /** What no notice of its kind can be made of. */
  readonly refs?: Readonly<Record<string, string>>;
}

/** A message of a notice as everybody sees it in Slack. */
export interface Seen {
  readonly key: string;
  readonly ts: number;
  readonly words: string;
}

/** The outbox from outside: by SQL, and by what stands in Slack. */
export interface Queue {
  /** Notes from now on which process claims and settles what. */
  watch(): Promise<void>;
  /** `through`: a connection that holds something. */
  put(notices: readonly Put[], through?: Session): Promise<void>;
  /** Name of the process that took it up last. */
  claimerOf(key: string): Promise<string | undefined>;
  /** Notices of these keys that are in hand, with the process that has them. */
  inHand(prefix: string): Promise<readonly { readonly key: string; readonly replica: string }[]>;
  /** How many of the keys that begin so are in each state. */
  states(prefix: string): Promise<Readonly<Record<string, number>>>;
  open(prefix: string): Promise<number>;
  /** What dead processes had in hand lapses, and what rests for a fault of its own rests no longer. */
  hurry(isAlive: readonly string[]): Promise<void>;
  /** What stands in Slack for these people since a moment, oldest first. */
  seen(targets: readonly string[], since?: Date): Promise<readonly Seen[]>;
}

export function openQueue(db: Session, slack: LocalSlack): Queue {
  const like = (prefix: string): readonly [string] => [`${prefix}%`];
  return {
    watch: async () => void (await db.rows(watching)),
    async put(notices, through = db) {
      await through.rows(
        `INSERT INTO "Outbox" (id, "workspaceId", key, kind, refs, target, state, "dueAt", "createdAt")
        SELECT uuidv7(), w.id, p.key, 'access.declined', coalesce(p.refs, '{}'), p.target, 'waiting', now(), now()
        FROM "Workspace" w, ROWS FROM (jsonb_to_recordset($1::jsonb) AS (key text, target text, refs jsonb)) WITH ORDINALITY AS p(key, target, refs, n)
        ORDER BY n`,
        [JSON.stringify(notices)],
      );
    },
    claimerOf: async (key) =>
      (await db.one(
        `SELECT c.replica FROM chaos_step c JOIN "Outbox" o USING (id) WHERE o.key = $1 AND c.state = 'sending' ORDER BY n DESC LIMIT 1`,
        [key],
      )) as string | undefined,
    inHand: async (prefix) =>
      (await db.rows(
        `SELECT o.key, (SELECT c.replica FROM chaos_step c WHERE c.id = o.id ORDER BY n DESC LIMIT 1) AS replica
        FROM "Outbox" o WHERE o.key LIKE $1 AND o.state = 'sending' ORDER BY o.key`,
        like(prefix),
      )) as { key: string; replica: string }[],
    async states(prefix) {
      const rows = await db.rows(
        'SELECT state, count(*)::int AS count FROM "Outbox" WHERE key LIKE $1 GROUP BY 1',
        like(prefix),
      );
      return Object.fromEntries(rows.map(({ state, count }) => [String(state), Number(count)]));
    },
    open: async (prefix) =>
      Number(await db.one('SELECT count(*) FROM "Outbox" WHERE key LIKE $1 AND "settledAt" IS NULL', like(prefix))),
    async hurry(isAlive) {
      await db.rows(`UPDATE "Outbox" SET "notBefore" = now() WHERE "notBefore" > now() AND "settledAt" IS NULL`);
      await db.rows(
        `UPDATE "Outbox" o SET "leaseUntil" = now() - interval '1 second' WHERE state = 'sending' AND "leaseUntil" > now()
          AND (SELECT c.replica FROM chaos_step c WHERE c.id = o.id ORDER BY n DESC LIMIT 1) <> ALL ($1)`,
        [isAlive],
      );
    },
    async seen(targets, since) {
      const all = await Promise.all(targets.map((target) => historyOf(slack, slack.as(target).dmId, since)));
      return all.flat().sort((one, other) => one.ts - other.ts);
    },
  };
}

/** Every step of a notice, with the name of the process that made it. */
const watching = `
  CREATE TABLE chaos_step (n bigserial PRIMARY KEY, id uuid, state text, replica text, at timestamptz DEFAULT clock_timestamp());
  CREATE INDEX ON chaos_step (id, n);
  CREATE FUNCTION chaos_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    IF NEW.fence <> OLD.fence OR NEW.state <> OLD.state THEN
      INSERT INTO chaos_step (id, state, replica) VALUES (NEW.id, NEW.state, current_setting('application_name'));
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER chaos_note AFTER UPDATE ON "Outbox" FOR EACH ROW EXECUTE FUNCTION chaos_note();`;

interface HistoryMessage {
  readonly ts: string;
  readonly blocks?: unknown;
  readonly metadata?: { readonly event_payload?: { readonly key?: string } };
}

/** By the same call that everybody can make; without it the local Slack's script would have to be trusted. */
async function historyOf(slack: LocalSlack, channel: string, since: Date | undefined): Promise<readonly Seen[]> {
  const response = await fetch(`${slack.apiUrl}conversations.history`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      channel,
      limit: 1000,
      include_all_metadata: true,
      ...(since && { oldest: String(since.getTime() / 1000) }),
    }),
  });
  const { messages = [] } = (await response.json()) as { messages?: readonly HistoryMessage[] };
  return messages.flatMap(({ ts, blocks, metadata }) => {
    const key = metadata?.event_payload?.key;
    return key === undefined ? [] : [{ key, ts: Number(ts), words: JSON.stringify(blocks) }];
  });
}

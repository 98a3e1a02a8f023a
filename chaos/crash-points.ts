import { setTimeout as sleep } from 'node:timers/promises';
import type { JournalRequest } from '../src/playground/journal.ts';
import type { Session } from '../test/support/session.ts';
import { until } from '../test/support/until.ts';
import type { Office } from './office.ts';
import type { Put } from './queue.ts';

/** A moment in the life of a notice at which a process is killed. */
export interface CrashPoint {
  readonly name: string;
  /** Where nobody may look whether a message is there, one may be said twice, and then says so. */
  readonly mayDouble: boolean;
  /** Puts the notices, brings some process to the moment and holds it there: its name, and how to let go. */
  readonly reach: (of: Reach) => Promise<Reached>;
}

interface Reach {
  readonly office: Office;
  readonly notices: readonly Put[];
  readonly next: () => number;
}

interface Reached {
  readonly replica: string;
  readonly letGo: () => Promise<void>;
}

const nothing = async (): Promise<void> => {};
const chooseOf = (names: readonly string[], next: () => number): string | undefined =>
  names[Math.floor(next() * names.length)];

/** Ours hold the table; the processes wait for it with their claims. */
const beforeClaim: CrashPoint = {
  name: 'before the claim',
  mayDouble: false,
  async reach({ office, notices, next }) {
    await using held = await holding(office, 'LOCK TABLE "Outbox" IN SHARE ROW EXCLUSIVE MODE');
    await sleep(next() * 400);
    await office.queue.put(notices, held.session);
    const replica = await until(async () => chooseOf(await waiting(office), next));
    return { replica, letGo: held.keep() };
  },
};

/** Nobody can be read, so nothing can be put into words: what is claimed is not said. */
const afterClaim: CrashPoint = {
  name: 'after the claim',
  mayDouble: false,
  async reach({ office, notices, next }) {
    await using held = await holding(office, 'LOCK TABLE "Member" IN ACCESS EXCLUSIVE MODE');
    await office.queue.put(notices);
    const prefix = prefixOf(notices);
    await until(async () => (await office.queue.inHand(prefix)).length > 0);
    await sleep(next() * 100);
    const inHand = await office.queue.inHand(prefix);
    const replica = chooseOf(
      inHand.map(({ replica }) => replica),
      next,
    );
    if (replica === undefined) throw new Error('what was in hand is not any more');
    return { replica, letGo: held.keep() };
  },
};

/** Slack has taken one and never answers. */
const afterAccepted = (more: Pick<CrashPoint, 'name' | 'mayDouble'>): CrashPoint => ({
  ...more,
  async reach({ office, notices, next }) {
    const { slack, queue } = office;
    if (more.mayDouble)
      slack.script.next('conversations.history', { kind: 'error', code: 'missing_scope' }, 4 * notices.length);
    slack.script.next('chat.postMessage', { kind: 'accept-then-hang' });
    await queue.put(notices);
    const request = await hanging(office, prefixOf(notices));
    await sleep(next() * 50);
    return { replica: await claimer(office, keyOf(request)), letGo: nothing };
  },
});

/** Slack has answered, and ours hold the row that says so. */
const whileMarking: CrashPoint = {
  name: 'accepted, while it is marked',
  mayDouble: false,
  async reach({ office, notices, next }) {
    const { slack, queue } = office;
    slack.script.delay('chat.postMessage', 250);
    await queue.put(notices);
    const request = await hanging(office, prefixOf(notices));
    slack.script.delay('chat.postMessage', 0);
    const key = keyOf(request);
    await using held = await holding(office, 'SELECT 1 FROM "Outbox" WHERE key = $1 FOR UPDATE', [key]);
    const replica = await claimer(office, key);
    await until(async () => (await waiting(office)).includes(replica));
    await sleep(next() * 20);
    return { replica, letGo: held.keep() };
  },
};

const afterMark: CrashPoint = {
  name: 'after the mark',
  mayDouble: false,
  async reach({ office, notices, next }) {
    await office.queue.put(notices);
    const replica = await until(
      async () =>
        (await office.db.one(
          `SELECT c.replica FROM chaos_step c JOIN "Outbox" o USING (id)
          WHERE o.key LIKE $1 AND c.state = 'delivered' ORDER BY n LIMIT 1`,
          [`${prefixOf(notices)}%`],
        )) as string | undefined,
    );
    await sleep(next() * 5);
    return { replica, letGo: nothing };
  },
};

const anyMoment: CrashPoint = {
  name: 'at any moment',
  mayDouble: false,
  async reach({ office, notices, next }) {
    const more = [0, 1].flatMap((n) => notices.map(({ key, target }) => ({ key: `${key}:${n}`, target })));
    await office.queue.put([...notices, ...more]);
    await sleep(next() * 2_000);
    const names = office.replicas().map(({ name }) => name);
    return { replica: chooseOf(names, next) ?? '', letGo: nothing };
  },
};

export const crashPoints: readonly CrashPoint[] = [
  beforeClaim,
  afterClaim,
  afterAccepted({ name: 'after Slack accepted', mayDouble: false }),
  afterAccepted({ name: 'after Slack accepted, where nobody may look', mayDouble: true }),
  whileMarking,
  afterMark,
  anyMoment,
];

/** The keys of a round begin alike. */
export const prefixOf = (notices: readonly Put[]): string => notices[0]?.key.replace(/[^:]*$/, '') ?? '';

/** A transaction of ours that holds something; it ends with the block, unless it is kept. */
async function holding(
  office: Office,
  sql: string,
  values: readonly unknown[] = [],
): Promise<AsyncDisposable & { readonly session: Session; keep(): () => Promise<void> }> {
  const session = await office.session();
  await session.rows('BEGIN');
  await session.rows(sql, values);
  let isKept = false;
  const letGo = async (): Promise<void> => {
    await session.rows('COMMIT');
    await session[Symbol.asyncDispose]();
  };
  return {
    session,
    keep() {
      isKept = true;
      return letGo;
    },
    [Symbol.asyncDispose]: async () => (isKept ? undefined : letGo()),
  };
}

/** Names of the processes that wait for something that is held. */
async function waiting({ db, replicas }: Office): Promise<readonly string[]> {
  const rows = await db.rows(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND datname = current_database() AND application_name = ANY ($1) ORDER BY 1`,
    [replicas().map(({ name }) => name)],
  );
  return rows.map(({ name }) => String(name));
}

/** A post of ours to which no answer has come. */
const hanging = (office: Office, prefix: string): Promise<JournalRequest> =>
  office.slack.waitFor(
    () =>
      office.slack.journal
        .requests('chat.postMessage')
        .find((request) => request.answer === undefined && keyOf(request).startsWith(prefix)),
    { withinMs: 15_000, what: 'a post without an answer' },
  );

async function claimer({ queue }: Office, key: string): Promise<string> {
  const replica = await queue.claimerOf(key);
  if (replica === undefined) throw new Error(`nobody claimed ${key}`);
  return replica;
}

/** The key of the notice that a request says. */
export function keyOf({ args }: Pick<JournalRequest, 'args'>): string {
  const metadata: unknown = typeof args['metadata'] === 'string' ? JSON.parse(args['metadata']) : args['metadata'];
  return (metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ?? '';
}

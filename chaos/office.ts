import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closing } from '../src/lib/closing.ts';
import { type LocalSlack, startLocalSlack } from '../src/playground/local-slack.ts';
import { aFreePort, aProgram, type Program } from '../test/support/program.ts';
import { aSession, type Session } from '../test/support/session.ts';
import { ADMINISTRATOR, aCrowd, crowdIds } from './crowd.ts';
import { openQueue, type Queue } from './queue.ts';
import type { Server } from './server.ts';

/** A running process of the built app. The database knows its connections by its name. */
export interface Replica {
  readonly name: string;
  readonly port: number;
  readonly program: Program;
}

/** The built app over a local Slack and a database, with the outbox laid open. */
export interface Office extends AsyncDisposable {
  readonly slack: LocalSlack;
  /** As superuser. */
  readonly db: Session;
  readonly queue: Queue;
  readonly people: readonly string[];
  /** Those that run. */
  replicas(): readonly Replica[];
  /** One more; ready when this resolves. */
  start(): Promise<Replica>;
  /** SIGKILL; resolves when it is gone. */
  kill(replica: Replica): Promise<void>;
  /** One more connection of ours. */
  session(): Promise<Session>;
}

export async function anOffice(
  server: Server,
  {
    people,
    replicas,
    through,
  }: {
    people: number;
    replicas: number;
    /** What the app's connections go through. */
    through?: (url: string) => Promise<string>;
  },
): Promise<Office> {
  const open = closing();
  try {
    const url = await server.newDatabase();
    const home = await mkdtemp(path.join(tmpdir(), 'dossier-chaos-home-'));
    open.defer(() => rm(home, { recursive: true, force: true }));
    const slack = open.use(await startLocalSlack({ company: aCrowd(people), delivery: { by: 'socket' } }));
    const db = open.use(await aSession(url));
    const env = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: home,
      ADMIN_USER_IDS: ADMINISTRATOR,
    };
    const appUrl = (await through?.(url)) ?? url;
    const start = newStarter(env, appUrl);
    const running = new Set<Replica>();
    const office: Office = {
      slack,
      db,
      queue: openQueue(db, slack),
      people: crowdIds(people),
      replicas: () => [...running],
      async start() {
        const replica = await start();
        open.use(replica.program);
        running.add(replica);
        return replica;
      },
      async kill(replica) {
        running.delete(replica);
        replica.program.signal('SIGKILL');
        await replica.program.ended;
      },
      session: async () => open.use(await aSession(url)),
      [Symbol.asyncDispose]: open.closeAll,
    };
    await office.start();
    await meetCrowd(db, office.people);
    await office.queue.watch();
    await Promise.all(Array.from({ length: replicas - 1 }, () => office.start()));
    return office;
  } catch (error) {
    await open.closeAll();
    throw error;
  }
}

function newStarter(env: Readonly<Record<string, string>>, url: string): () => Promise<Replica> {
  let count = 0;
  return async () => {
    count += 1;
    const name = `replica-${count}`;
    const port = await aFreePort();
    const named = Object.assign(new URL(url), { search: `?application_name=${name}` }).href;
    const program = aProgram({ ...env, DATABASE_URL: named, PORT: String(port) });
    await program.said(/is ready/);
    return { name, port, program };
  };
}

/** Everybody has been met already: notices find their readers. */
async function meetCrowd(db: Session, people: readonly string[]): Promise<void> {
  await db.rows(
    `INSERT INTO "Member" (id, "workspaceId", "slackUserId", name, roles, zone, locale, kind, "seenAt", "createdAt")
    SELECT gen_random_uuid(), w.id, p, p, '{manager}', 'Asia/Shanghai', 'en-US', 'full', now(), now()
    FROM "Workspace" w, unnest($1::text[]) p`,
    [people],
  );
}

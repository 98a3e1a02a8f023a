import type { Actor } from '../../src/access/actor.ts';
import type { Work } from '../../src/db/work.ts';
import { startHttp } from '../../src/http/server.ts';
import { languageOf } from '../../src/i18n/language.ts';
import { createLog } from '../../src/lib/log.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';
import { type ConnectOptions, connectSlack, type SlackAccess, type SlackConnection } from '../../src/slack/connect.ts';
import type { Intake } from '../../src/slack/delivery.ts';
import type { Handler } from '../../src/slack/handler.ts';
import { slackPath } from '../../src/slack/http-wire.ts';
import { listen } from '../../src/slack/listen.ts';
import { paragraphs } from '../../src/slack/message.ts';
import type { ListenPorts } from '../../src/slack/ports.ts';
import { rich } from '../../src/slack/text.ts';
import { company, GUEST, LI } from '../playground/stage.ts';

export const transports = ['socket', 'http'] as const;
export type Transport = (typeof transports)[number];
const WORKSPACE = '01900000-0000-7000-8000-000000000001';

/** One line of the log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string; readonly level: number };

export interface Desk extends AsyncDisposable {
  readonly slack: LocalSlack;
  readonly connection: SlackConnection;
  /** What was logged so far. */
  readonly lines: readonly LogLine[];
  /** Errors and warnings alone. */
  complaints(): readonly string[];
}

export interface DeskOptions {
  readonly transport?: Transport;
  readonly handlers?: readonly Handler[];
  readonly ports?: Partial<ListenPorts>;
  readonly intake?: Intake;
  readonly onFatal?: ConnectOptions['onFatal'];
  readonly slowAfterMs?: number;
  readonly access?: (access: SlackAccess) => SlackAccess;
}

/** The plumbing alone, connected to a local Slack, with a person's rights taken from who they are there. */
export async function aDesk(options: DeskOptions = {}): Promise<Desk> {
  const { transport = 'socket', handlers = [], intake, slowAfterMs = 2_000 } = options;
  const lines: LogLine[] = [];
  const log = createLog({ level: 'debug', write: (line) => void lines.push(JSON.parse(line)) });
  const opened: AsyncDisposable[] = [];
  const open = <T extends AsyncDisposable>(thing: T): T => {
    opened.unshift(thing);
    return thing;
  };
  let routes: SlackConnection['routes'] = [];
  // The server is there before Slack, which must know its address.
  const server = open(
    await startHttp({
      port: 0,
      host: '127.0.0.1',
      log,
      routes: [
        {
          method: 'POST',
          path: slackPath,
          handle: async (request, response) => routes[0]?.handle(request, response),
        },
      ],
    }),
  );
  const slack = open(
    await startLocalSlack({
      company,
      delivery:
        transport === 'socket' ? { by: 'socket' } : { by: 'http', url: `http://127.0.0.1:${server.port}${slackPath}` },
    }),
  );
  const common = { botToken: slack.botToken, apiUrl: slack.apiUrl };
  const access: SlackAccess =
    transport === 'socket'
      ? { ...common, mode: 'socket', appToken: slack.appToken }
      : { ...common, mode: 'http', signingSecret: slack.signingSecret };
  const connection = await connectSlack({
    access: options.access?.(access) ?? access,
    log,
    onFatal: options.onFatal ?? (() => {}),
    ...(intake && { intake }),
  });
  routes = connection.routes;
  const ports: ListenPorts = {
    clients: connection.clients,
    apiUrl: slack.apiUrl,
    botUserId: connection.identity.botUserId,
    log,
    meet: async ({ slackUserId, teamId }) =>
      teamId === company.team.id
        ? { workspaceId: WORKSPACE, slackUserId, language: languageOf(slackUserId === LI ? 'zh-CN' : 'en-US') }
        : null,
    workspaceOf: async ({ teamId }) => (teamId === company.team.id ? WORKSPACE : null),
    inWorkspace: (who, fn) => fn(workOf(who.slackUserId)),
    explain: ({ reason }, language) => paragraphs(rich`${language === 'zh' ? '不可以' : 'You may not'}: ${reason}`),
    ...options.ports,
  };
  listen(connection.app, handlers, ports, { slowAfterMs });
  await connection.start();
  return {
    slack,
    connection,
    lines,
    complaints: () => lines.filter(({ level }) => level >= 40).map(({ msg }) => msg),
    async [Symbol.asyncDispose]() {
      await connection.stop(1_000);
      for (const thing of opened) await thing[Symbol.asyncDispose]();
    },
  };
}

/** A unit of work without a database behind it. */
const workOf = (slackUserId: string): Work =>
  ({ actor: actorOf(slackUserId), now: new Date('2026-03-02T08:00:00Z'), operationId: 'op-1' }) as Work;

export const actorOf = (slackUserId: string): Actor => ({
  workspaceId: WORKSPACE,
  memberId: `member-of-${slackUserId}`,
  slackUserId,
  roles: ['manager'],
  kind: slackUserId === GUEST ? 'guest' : 'full',
  active: true,
  teamId: null,
  leads: [],
  standsInFor: [],
  language: slackUserId === LI ? 'zh' : 'en',
  zone: 'Asia/Shanghai',
});

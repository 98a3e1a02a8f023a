import type { Json } from './json.ts';
import { isJson, parseJson, textOf } from './json.ts';
import type { Local } from './local.ts';
import { botId } from './payloads.ts';
import { CHAT } from './web-api-chat.ts';
import { CONVERSATIONS } from './web-api-conversations.ts';
import { HISTORY } from './web-api-history.ts';
import { PEOPLE } from './web-api-people.ts';
import { VIEWS } from './web-api-views.ts';

/** One Web API method: arguments in, the answer's members out. `ok: false` answers carry `error`. */
export type Method = (local: Local, args: Json) => Json;

export type TokenKind = 'bot' | 'app' | 'none' | 'wrong';

const METHODS: Readonly<Record<string, Method>> = {
  ...CHAT,
  ...CONVERSATIONS,
  ...HISTORY,
  ...PEOPLE,
  ...VIEWS,
  'api.test': (_local, args) => ({ ok: true, args }),
  'apps.connections.open': ({ newSocketUrl }) =>
    newSocketUrl ? { ok: true, url: newSocketUrl() } : { ok: false, error: 'socket_mode_not_enabled' },
  'auth.test': ({ world }) => {
    const { team, app } = world.company;
    const url = `https://${team.domain}.slack.com/`;
    return {
      ...{ ok: true, url, team: team.name, team_id: team.id, user: world.people.get(app.botUserId)?.name },
      ...{ user_id: app.botUserId, bot_id: botId(world), is_enterprise_install: false },
    };
  },
};

/** Answers one call as Slack would, its token checked first. */
export function callMethod(local: Local, method: string, token: TokenKind, args: Json): Json {
  const refused = refusal(local, method, token);
  if (refused) return { ok: false, error: refused };
  return METHODS[method]?.(local, args) ?? { ok: false, error: 'unknown_method', req_method: method };
}

function refusal({ world }: Local, method: string, token: TokenKind): string | undefined {
  if (method === 'api.test') return undefined;
  if (token === 'none') return 'not_authed';
  if (token === 'wrong') return 'invalid_auth';
  if (token === 'bot' ? world.tokens.botRevoked : world.tokens.appRevoked) return 'token_revoked';
  const wanted = method === 'apps.connections.open' ? 'app' : 'bot';
  if (token !== wanted && method !== 'auth.test') return 'not_allowed_token_type';
  return undefined;
}

/** Which token a call came with: from its header, or from its arguments. */
export function tokenOf({ world }: Local, header: string | undefined, args: Json): TokenKind {
  const token = header?.replace(/^Bearer\s+/i, '') ?? textOf(args['token']) ?? '';
  if (token === '') return 'none';
  if (token === world.tokens.bot) return 'bot';
  return token === world.tokens.app ? 'app' : 'wrong';
}

/** Arguments that Slack takes as JSON text in a form. */
const JSON_ARGS = ['blocks', 'view', 'metadata', 'attachments'];

/** Reads a call's arguments: a form (with JSON inside) or a JSON object. `undefined` for a body that is neither. */
export function argsOf(contentType: string, body: string, query: URLSearchParams): Json | undefined {
  if (contentType.startsWith('application/json')) {
    const value = body === '' ? {} : parseJson(body);
    return isJson(value) ? value : undefined;
  }
  const form = [...query, ...new URLSearchParams(body)];
  return Object.fromEntries(
    form.map(([key, text]) => [key, JSON_ARGS.includes(key) ? (parseJson(text) ?? text) : text]),
  );
}

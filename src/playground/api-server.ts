import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from './args.ts';
import type { Fault } from './faults.ts';
import { bodyOf, sendJson } from './http-door.ts';
import type { JournalRequest } from './journal.ts';
import type { Json } from './json.ts';
import type { Local } from './local.ts';
import { takeResponse } from './responses.ts';
import { argsOf, callMethod, tokenOf } from './web-api.ts';

interface Call {
  readonly method: string;
  readonly entry: JournalRequest;
  /** Does what was asked and says what to answer. */
  readonly work: () => { readonly status: number; readonly body: unknown };
}

/** Answers `/api/<method>`. */
export async function serveApi(
  local: Local,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = url.pathname.slice('/api/'.length);
  const rawBody = await bodyOf(request);
  const args = argsOf(request.headers['content-type'] ?? '', rawBody, url.searchParams);
  const token = tokenOf(local, request.headers.authorization, args ?? {});
  const entry = local.journal.request({ at: local.world.clock.real(), method, rawBody, args: args ?? {}, token });
  const work = () => ({
    status: 200,
    body: args ? callMethod(local, method, token, args) : { ok: false, error: 'invalid_json' },
  });
  const tooFast = args && local.faults.isTooFast(method, text(args, 'channel'), local.world.clock.real());
  await answer(
    local,
    response,
    { method, entry, work },
    tooFast ? { kind: 'rate-limited', retryAfterSec: 1 } : undefined,
  );
}

/** Answers `/hooks/<id>`: an app's use of a response URL. To the script its method is `response_url`. */
export async function serveHook(
  local: Local,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const rawBody = await bodyOf(request);
  const args = argsOf('application/json', rawBody, url.searchParams) ?? {};
  const method = 'response_url';
  const entry = local.journal.request({ at: local.world.clock.real(), method, rawBody, args, token: 'none' });
  await answer(
    local,
    response,
    { method, entry, work: () => useHook(local, url.pathname.slice('/hooks/'.length), args) },
    undefined,
  );
}

function useHook(local: Local, id: string, args: Json): { status: number; body: unknown } {
  const target = local.responseUrls.use(id);
  if (!target) return { status: 404, body: { ok: false, error: 'expired_url' } };
  const error = takeResponse(local, target, args);
  return error ? { status: 400, body: { ok: false, error } } : { status: 200, body: { ok: true } };
}

async function answer(local: Local, response: ServerResponse, call: Call, forced: Fault | undefined): Promise<void> {
  const fault = forced ?? local.faults.take(call.method);
  const delayMs = local.faults.delayOf(call.method);
  if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
  if (fault) meet(fault, response, call);
  else reply(response, call, call.work());
  local.world.touched();
}

function reply(
  response: ServerResponse,
  { entry }: Call,
  answered: { status: number; body: unknown },
  headers = {},
): void {
  entry.answer = structuredClone(answered);
  sendJson(response, answered.status, answered.body, headers);
}

function meet(fault: Fault, response: ServerResponse, call: Call): void {
  switch (fault.kind) {
    case 'error': {
      reply(response, call, { status: 200, body: { ok: false, error: fault.code } });
      return;
    }
    case 'rate-limited': {
      const retry = { 'retry-after': String(fault.retryAfterSec) };
      reply(response, call, { status: 429, body: { ok: false, error: 'ratelimited' } }, retry);
      return;
    }
    case 'status': {
      reply(response, call, { status: fault.status, body: { ok: false, error: 'internal_error' } });
      return;
    }
    case 'hang':
      return;
    case 'drop':
      response.destroy();
      return;
    case 'accept-then-drop':
      call.work();
      response.destroy();
      return;
    case 'accept-then-hang':
      call.work();
      return;
    default:
      fault satisfies never;
  }
}

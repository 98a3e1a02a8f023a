import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Gestures } from './gestures.ts';
import { ASKS } from './gestures.ts';
import { bodyOf, sendJson } from './http-door.ts';
import { Impossible } from './impossible.ts';
import { parseJson } from './json.ts';
import type { Local } from './local.ts';
import { personById } from './on-screen.ts';
import type { UiChanged, UiGesture, UiRefusal } from './protocol.ts';
import { snapshot } from './snapshot.ts';
import type { Person, World } from './world.ts';

/** Answers `/ui/…`, as the protocol says. */
export async function serveUi(
  local: Local,
  gestures: Gestures,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/ui/'.length);
  try {
    const person = personById(local.world, url.searchParams.get('as') ?? local.world.company.people[0]?.id ?? '');
    if (request.method === 'POST') return await serveGesture(gestures, person, name, request, response);
    if (name === 'state') {
      const channelId = url.searchParams.get('channel') ?? undefined;
      sendJson(response, 200, snapshot(local, person, channelId), { 'cache-control': 'no-store' });
      return;
    }
    if (name === 'events') {
      serveEvents(local.world, request, response);
      return;
    }
    refuse(response, 404, `there is no /ui/${name}`);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    refuse(response, 400, error.message);
  }
}

async function serveGesture(
  gestures: Gestures,
  person: Person,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    refuse(response, 415, 'the content type must be application/json');
    return;
  }
  if (!isGesture(name)) {
    refuse(response, 404, `there is no gesture ${name}`);
    return;
  }
  const outcome = await perform(gestures, person, name, parseJson(await bodyOf(request)));
  sendJson(response, 200, outcome);
}

function isGesture(name: string): name is UiGesture {
  return Object.hasOwn(ASKS, name);
}

function perform<Name extends UiGesture>(gestures: Gestures, person: Person, name: Name, body: unknown) {
  const read = ASKS[name].safeParse(body);
  if (!read.success) throw new Impossible(problemsOf(read.error));
  return gestures[name](person, read.data);
}

function problemsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`).join('; ');
}

function refuse(response: ServerResponse, status: number, text: string): void {
  sendJson(response, status, { ok: false, problem: 'impossible', text } satisfies UiRefusal);
}

/** Server-sent events: one `changed` at once, then one after each change. */
function serveEvents(world: World, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  let told = 0;
  const tell = () => {
    if (world.version() === told) return;
    told = world.version();
    response.write(`event: changed\ndata: ${JSON.stringify({ version: told } satisfies UiChanged)}\n\n`);
  };
  tell();
  const stop = world.onChange(tell);
  request.on('close', stop);
}

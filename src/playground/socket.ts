import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Carrier, Parcel } from './carrier.ts';
import { isJson, parseJson } from './json.ts';
import type { World } from './world.ts';

/** Slack lets an app hold ten sockets at once. */
const MAX_SOCKETS = 10;
const PING_EVERY_MS = 10_000;
const GOODBYE_MS = 500;

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Socket Mode: a carrier, and what the script may do to its sockets. */
export interface Sockets extends Carrier {
  /** A single-use path for the next connection, as `apps.connections.open` gives it. */
  newPath(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  /** Cuts every connection without a word. */
  drop(): void;
  /** Says goodbye on every connection, as Slack does before it recycles them. */
  warn(reason: DisconnectReason): void;
}

interface Line {
  readonly socket: WebSocket;
  /** Who waits for an answer, by envelope id; the same envelope may be under way twice. */
  readonly waiting: Map<string, ((answer: { body: unknown } | { lost: true }) => void)[]>;
}

export function socketCarrier(world: World): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const lines: Line[] = [];
  let turn = 0;
  const pings = setInterval(() => {
    for (const { socket } of lines) socket.ping();
  }, PING_EVERY_MS);
  pings.unref();

  const join = (socket: WebSocket) => {
    if (lines.length >= MAX_SOCKETS) {
      farewell(socket, 'too_many_websockets');
      return;
    }
    const line: Line = { socket, waiting: new Map() };
    lines.push(line);
    socket.on('message', (data) => takeAnswer(line, data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      lines.splice(lines.indexOf(line), 1);
      for (const waiter of [...line.waiting.values()].flat()) waiter({ lost: true });
      world.changed();
    });
    socket.send(JSON.stringify(hello(world, lines.length)));
    world.changed();
  };

  return {
    connected: () => lines.length > 0,
    count: () => lines.length,
    newPath() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${world.company.app.id}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, join);
    },
    async carry(parcel, signal) {
      const line = lines[turn % Math.max(lines.length, 1)];
      turn += 1;
      if (!line) throw new Error('no_connection');
      return carryOn(line, parcel, signal);
    },
    drop() {
      for (const { socket } of [...lines]) socket.terminate();
    },
    warn(reason) {
      for (const { socket } of lines) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    async stop() {
      clearInterval(pings);
      await Promise.all(lines.map(({ socket }) => hangUp(socket)));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Closes politely, and cuts the line when the other side does not answer. */
async function hangUp(socket: WebSocket): Promise<void> {
  const cut = setTimeout(() => socket.terminate(), GOODBYE_MS);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.close(1001);
  await closed;
  clearTimeout(cut);
}

function hello(world: World, connections: number) {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: world.company.app.id },
  };
}

function farewell(socket: WebSocket, reason: DisconnectReason): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
  socket.close();
}

function takeAnswer(line: Line, text: string): void {
  const answer = parseJson(text);
  if (!isJson(answer) || typeof answer['envelope_id'] !== 'string') return;
  const waiter = line.waiting.get(answer['envelope_id'])?.shift();
  const payload = answer['payload'];
  waiter?.({ body: isJson(payload) && Object.keys(payload).length === 0 ? undefined : payload });
}

function carryOn(line: Line, parcel: Parcel, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('gave_up')), { once: true });
    const waiters = line.waiting.get(parcel.id) ?? [];
    line.waiting.set(parcel.id, [
      ...waiters,
      (answer) => ('lost' in answer ? reject(new Error('connection_lost')) : resolve(answer.body)),
    ]);
    line.socket.send(JSON.stringify(envelope(parcel)));
  });
}

function envelope({ id, kind, payload, retry }: Parcel) {
  const answers = kind === 'slash_commands' || (kind === 'interactive' && payload['type'] !== 'block_actions');
  return {
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: answers,
    ...(kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
  };
}

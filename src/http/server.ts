import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../lib/log.ts';
import { BodyTooLarge } from './body.ts';

/** One path of the server. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface HttpServer extends AsyncDisposable {
  /** The port it listens on (the one the system chose when 0 was asked for). */
  readonly port: number;
}

/** The port cannot be had: taken by another program, or not ours to take. */
export class PortUnavailable extends Error {
  readonly code: string;
  readonly port: number;
  constructor(port: number, code: string) {
    super(
      code === 'EADDRINUSE'
        ? `port ${port} is in use by another program: stop it, or choose another port`
        : `port ${port} cannot be opened: ${code}`,
    );
    this.name = 'PortUnavailable';
    this.code = code;
    this.port = port;
  }
}

/** Starts the app's one HTTP server with exactly these routes. @throws PortUnavailable */
export async function startHttp({
  port,
  host,
  routes,
  log,
}: {
  port: number;
  host: string;
  routes: readonly Route[];
  log: Log;
}): Promise<HttpServer> {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000 },
    (request, response) => {
      void answer(routes, request, response, log);
    },
  );
  await listening(server, port, host);
  server.on('error', (error) => log.error('the HTTP server failed', { error }));
  const { port: actual } = server.address() as AddressInfo;
  return { port: actual, [Symbol.asyncDispose]: () => closed(server) };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** Answers with a status alone. */
export function sendStatus(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const path = request.url?.split('?', 1)[0] ?? '/';
  const here = routes.filter((route) => route.path === path);
  const route = here.find(({ method }) => method === request.method);
  if (!route) return sendStatus(response, here.length > 0 ? 405 : 404);
  try {
    await route.handle(request, response);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) log.error('an HTTP request failed', { error, path: route.path });
    if (response.headersSent) return void response.destroy();
    // What is left of an over-long body is not read: the connection ends with the answer.
    response.setHeader('connection', 'close');
    sendStatus(response, error instanceof BodyTooLarge ? 413 : 500);
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(new PortUnavailable(port, error.code ?? 'unknown'));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/** Takes no more connections, ends the idle ones and waits for the requests that are under way. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

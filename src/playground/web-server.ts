import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveApi, serveHook } from './api-server.ts';
import type { Gestures } from './gestures.ts';
import { isOurs } from './http-door.ts';
import type { Local } from './local.ts';
import type { Sockets } from './socket.ts';
import type { StaticFile } from './static.ts';
import { pageFile, preactModule } from './static.ts';
import { serveUi } from './ui-server.ts';

const HOST = '127.0.0.1';

export interface WebServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  serve(parts: Parts): void;
  stop(): Promise<void>;
}

/** What a request may reach. */
interface Parts {
  readonly local: Local;
  readonly gestures: Gestures;
  readonly sockets: Sockets | undefined;
  readonly pageDir: string | undefined;
}

/** Listens on the loopback alone. Whatever comes before `serve` was called is refused. */
export async function startWebServer(port: number): Promise<WebServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const bound = portOf(server);
  return {
    url: `http://${HOST}:${bound}`,
    serve(parts) {
      server.on('request', (request, response) => {
        route(parts, bound, request, response).catch(() => response.destroy());
      });
      server.on('upgrade', (request, socket, head) => {
        if (!parts.sockets || parts.local.faults.outage || !isOurs(request, bound)) socket.destroy();
        else parts.sockets.upgrade(request, socket, head);
      });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (!address || typeof address === 'string') throw new Error('the local Slack did not get a port');
  return address.port;
}

async function route(parts: Parts, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { local, gestures, pageDir } = parts;
  if (!isOurs(request, port)) {
    end(response, 403, 'the local Slack answers this computer alone');
    return;
  }
  const url = new URL(request.url ?? '/', `http://${HOST}:${port}`);
  const path = url.pathname;
  if (path.startsWith('/ui/')) return serveUi(local, gestures, request, response, url);
  if (path.startsWith('/api/') || path.startsWith('/hooks/')) {
    if (local.faults.outage) {
      request.socket.destroy();
      return;
    }
    return path.startsWith('/api/')
      ? serveApi(local, request, response, url)
      : serveHook(local, request, response, url);
  }
  const file = await staticFile(path, pageDir);
  if (file) response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' }).end(file.body);
  else end(response, 404, 'not found');
}

function staticFile(path: string, pageDir: string | undefined): Promise<StaticFile | undefined> {
  if (path.startsWith('/modules/')) return preactModule(path.slice('/modules/'.length));
  return pageDir ? pageFile(pageDir, path) : Promise.resolve(undefined);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

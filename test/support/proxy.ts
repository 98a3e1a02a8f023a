import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP connection's middleman, that can be away or silent. */
export interface Middleman extends AsyncDisposable {
  readonly port: number;
  /** Nobody is there: open connections are reset and new ones end at once. */
  goAway(): void;
  /** A half-open connection: everybody is there and nothing comes through any more, either way. */
  fallSilent(): void;
  /** As it was at first. What fell silent stays so; new connections are carried. */
  comeBack(): void;
}

/** Carries connections on a port of its own to another one of this machine. */
export async function aProxy(target: number): Promise<Middleman> {
  let manner: 'carries' | 'away' | 'silent' = 'carries';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((caller) => {
    keep(caller);
    if (manner === 'away') return void caller.resetAndDestroy();
    if (manner === 'silent') return void caller.pause();
    const other = connect(target, '127.0.0.1');
    keep(other);
    caller.pipe(other).pipe(caller);
    caller.on('close', () => other.destroy());
    other.on('close', () => caller.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    goAway() {
      manner = 'away';
      for (const socket of sockets) socket.resetAndDestroy();
    },
    fallSilent() {
      manner = 'silent';
      for (const socket of sockets) socket.unpipe().pause();
    },
    comeBack() {
      manner = 'carries';
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

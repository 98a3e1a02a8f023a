import type { IncomingMessage } from 'node:http';

/** A request body over the limit. */
export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`the body is over ${maxBytes} bytes`);
    this.name = 'BodyTooLarge';
  }
}

/** The whole body. @throws BodyTooLarge as soon as more than `maxBytes` are announced or have come. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new BodyTooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not destroy the socket: the caller still answers on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > maxBytes) throw new BodyTooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

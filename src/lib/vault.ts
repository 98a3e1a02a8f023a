import { type CipherGCMTypes, createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals single values. `context` says where a value belongs (`ContactPoint.value`, with the row's id where that is
 * known) and is authenticated with it: what was sealed for one place cannot be opened at another.
 */
export interface Vault {
  /** Different each time, also for the same text. */
  seal(plain: string, context: string): string;
  /** @throws SealBroken */
  open(sealed: string, context: string): string;
  /** A digest for looking a value up: equal for equal texts in one context. Bring the text into standard form first. */
  blind(plain: string, context: string): string;
  /** The digests that a value may be stored under while keys are being replaced; `blind` is the first. */
  blinds(plain: string, context: string): string[];
  /** Whether it was sealed with another key than the one that seals now. */
  isStale(sealed: string): boolean;
  /** A vault for one workspace: its seals and digests are of no use in another, nor here. */
  within(scope: string): Vault;
}

/** A sealed text that cannot be opened. Holds neither text. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly reason: 'malformed' | 'unknown-key' | 'not-authentic';
  constructor(reason: SealBroken['reason'], context: string, detail: string) {
    super(`The sealed ${context} cannot be opened: ${detail}.`);
    this.reason = reason;
  }
}

// NIST SP 800-38D: 96-bit random nonces serve 2³² seals with one key; and the tag is never cut.
const ALGORITHM: CipherGCMTypes = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

interface Key {
  readonly id: string;
  readonly sealing: Buffer;
  readonly blinding: Buffer;
}

/** A vault with these 32-byte keys: the first seals, each of them opens. */
export function createVault(secrets: readonly Buffer[]): Vault {
  const [current, ...older] = secrets.map(deriveKey);
  if (!current) throw new Error('a vault needs a key');
  return vaultOf([current, ...older], []);
}

function vaultOf(keys: readonly [Key, ...Key[]], scopes: readonly string[]): Vault {
  const [current] = keys;
  const bound = (context: string) => JSON.stringify([...scopes, context]);
  const digest = (key: Key, plain: string, context: string) =>
    createHmac('sha256', key.blinding)
      .update(`${bound(context)}\0${plain}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  return {
    seal: (plain, context) =>
      `v1.${current.id}.${encrypt(current.sealing, plain, bound(context)).toString('base64url')}`,
    open(sealed, context) {
      const { id, body } = parse(sealed, context);
      const key = keys.find((each) => each.id === id);
      if (!key)
        throw new SealBroken('unknown-key', context, `its key ${id} is not among ${keys.map((each) => each.id)}`);
      const plain = decrypt(key.sealing, body, bound(context));
      if (plain === null) throw new SealBroken('not-authentic', context, 'it was changed, or sealed for another place');
      return plain;
    },
    blind: (plain, context) => digest(current, plain, context),
    blinds: (plain, context) => keys.map((key) => digest(key, plain, context)),
    isStale: (sealed) => !sealed.startsWith(`v1.${current.id}.`),
    within: (scope) => vaultOf(keys, [...scopes, scope]),
  };
}

/** Each use has a key of its own, so that neither tells anything about the other; the id is a fingerprint. */
function deriveKey(secret: Buffer): Key {
  if (secret.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes, not ${secret.length}`);
  const derive = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, '', `dossier ${purpose} v1`, bytes));
  return {
    id: derive('key id', 6).toString('base64url'),
    sealing: derive('seal', KEY_BYTES),
    blinding: derive('blind index', KEY_BYTES),
  };
}

function encrypt(key: Buffer, plain: string, bound: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, body: Buffer, bound: string): string | null {
  const decipher = createDecipheriv(ALGORITHM, key, body.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  const plain = decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function parse(sealed: string, context: string): { id: string; body: Buffer } {
  const [, id = '', text = ''] = /^v1\.([\w-]{8})\.([\w-]+)$/.exec(sealed) ?? [];
  const body = Buffer.from(text, 'base64url');
  // Spelled in one way only: base64 leaves bits of its last letter unused.
  if (body.length < NONCE_BYTES + TAG_BYTES || body.toString('base64url') !== text) {
    throw new SealBroken('malformed', context, 'it is not in the form in which this version seals');
  }
  return { id, body };
}

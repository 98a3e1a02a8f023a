import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVault, SealBroken } from '../../src/lib/vault.ts';

const secret = randomBytes(32);
const vault = createVault([secret]);
const PHONE = 'ContactPoint.value 0198';

/** The reason for which opening fails; undefined when it does not. */
function refusal(sealed: string, context = PHONE, by = vault): SealBroken['reason'] | undefined {
  try {
    by.open(sealed, context);
    return undefined;
  } catch (error) {
    if (error instanceof SealBroken) return error.reason;
    throw error;
  }
}

/** A sealed text with its bytes changed. */
function altered(sealed: string, change: (body: Buffer) => Buffer): string {
  const [version, id, body = ''] = sealed.split('.');
  return [version, id, change(Buffer.from(body, 'base64url')).toString('base64url')].join('.');
}

describe('a vault', () => {
  test('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, context) => {
        expect(vault.open(vault.seal(plain, context), context)).toBe(plain);
      }),
    );
    for (const plain of ['', '王小明 👩‍👩‍👧 \u202e', 'x'.repeat(1_000_000)]) {
      expect(vault.open(vault.seal(plain, PHONE), PHONE)).toBe(plain);
    }
  });

  test('T-106: refuses a text with any one bit flipped', () => {
    const sealed = vault.seal('+86 138 0013 8000', PHONE);
    const bits = Buffer.from(sealed.split('.')[2] ?? '', 'base64url').length * 8;
    for (let bit = 0; bit < bits; bit += 1) {
      const flipped = altered(sealed, (body) => {
        body.writeUInt8(body.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        return body;
      });
      expect(refusal(flipped), `bit ${bit}`).toBe('not-authentic');
    }
  });

  test('T-106: refuses a tag that was cut to four bytes', () => {
    const cut = altered(vault.seal('secret', PHONE), (body) => body.subarray(0, -12));
    expect(refusal(cut)).toBe('malformed');
    const long = altered(vault.seal('a longer secret, so that enough is left', PHONE), (body) => body.subarray(0, -12));
    expect(refusal(long)).toBe('not-authentic');
  });

  test.each([
    ['another column', vault, 'ContactPoint.note 0198'],
    ['another row', vault, 'ContactPoint.value 0199'],
    ['another workspace', vault.within('w2'), PHONE],
    ['no workspace', vault, PHONE],
  ])('T-106: refuses a text that was moved to %s', (_, elsewhere, context) => {
    const sealed = vault.within('w1').seal('+86 138 0013 8000', PHONE);
    expect(refusal(sealed, context, elsewhere)).toBe('not-authentic');
    expect(refusal(sealed, PHONE, vault.within('w1'))).toBeUndefined();
  });

  test('does not confuse a workspace and a context that read alike together', () => {
    expect(refusal(vault.within('a').seal('x', 'b'), '["a","b"]')).toBe('not-authentic');
    expect(refusal(vault.within('a').seal('x', 'b","c'), 'c', vault.within('a').within('b'))).toBe('not-authentic');
  });

  test.each(['', 'plain text', 'v1', 'v1.AAAAAAAA.', 'v2.AAAAAAAA.AAAA', 'v1.AAAAAAAA.====', 'v1.AAAAAAAA.AAAA'])(
    'refuses %j as no seal of this version',
    (text) => expect(refusal(text)).toBe('malformed'),
  );

  test('refuses a second spelling of the same bytes', () => {
    const sealed = vault.seal('1', PHONE); // 29 bytes: the last letter has two unused bits
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = letters.indexOf(sealed.slice(-1));
    expect(refusal(`${sealed.slice(0, -1)}${letters[last + 1]}`)).toBe('malformed');
  });

  test('T-80: says neither the text nor the key when it refuses', () => {
    const sealed = vault.seal('CANARY', PHONE);
    for (const [by, context] of [[vault, 'elsewhere'] as const, [createVault([randomBytes(32)]), PHONE] as const]) {
      const refused = expect(() => by.open(sealed, context));
      refused.toThrow(SealBroken);
      refused.not.toThrow(
        new RegExp(`CANARY|${secret.toString('base64').slice(0, 8).replace(/[+/]/g, '.')}|${sealed.slice(20)}`),
      );
    }
  });

  test('takes keys of 32 bytes, at least one', () => {
    expect(() => createVault([])).toThrow('a vault needs a key');
    expect(() => createVault([randomBytes(16)])).toThrow('a key has 32 bytes, not 16');
  });
});

describe('T-107: keys and nonces', () => {
  test('no nonce and no seal comes twice', () => {
    const count = 100_000;
    const nonces = new Set(Array.from({ length: count }, () => vault.seal('same', PHONE).slice(12, 28)));
    expect(nonces.size).toBe(count);
  });

  test('sealing and looking up use keys of their own, neither of them the secret', () => {
    const message = Buffer.from(`${JSON.stringify([PHONE])}\0+8613800138000`);
    const digest = (key: Buffer) =>
      createHmac('sha256', key).update(message).digest().subarray(0, 16).toString('base64url');
    const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `dossier ${purpose} v1`, 32));
    const blind = vault.blind('+8613800138000', PHONE);
    expect(blind).toBe(digest(derived('blind index')));
    expect(blind).not.toBe(digest(derived('seal')));
    expect(blind).not.toBe(digest(secret));

    const sealWith = (key: Buffer) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(JSON.stringify([PHONE])));
      const body = Buffer.concat([nonce, cipher.update('x'), cipher.final(), cipher.getAuthTag()]);
      return altered(vault.seal('', PHONE), () => body);
    };
    expect(refusal(sealWith(derived('seal')))).toBeUndefined();
    expect(refusal(sealWith(derived('blind index')))).toBe('not-authentic');
    expect(refusal(sealWith(secret))).toBe('not-authentic');
  });
});

describe('a digest for looking up', () => {
  test('is the same for the same text in the same place alone', () => {
    const blind = vault.blind('+8613800138000', 'ContactPoint.value');
    expect(vault.blind('+8613800138000', 'ContactPoint.value')).toBe(blind);
    expect(vault.blind('+8613800138001', 'ContactPoint.value')).not.toBe(blind);
    expect(vault.blind('+8613800138000', 'ContactPoint.short')).not.toBe(blind);
    expect(vault.within('w1').blind('+8613800138000', 'ContactPoint.value')).not.toBe(blind);
    expect(createVault([randomBytes(32)]).blind('+8613800138000', 'ContactPoint.value')).not.toBe(blind);
  });
});

describe('T-105: while a key is replaced', () => {
  const before = createVault([secret]);
  const during = createVault([randomBytes(32), secret]);

  test('what was sealed before opens and is stale; what is sealed now is not', () => {
    const old = before.seal('kept', PHONE);
    expect(during.open(old, PHONE)).toBe('kept');
    expect(during.isStale(old)).toBe(true);
    const fresh = during.seal(during.open(old, PHONE), PHONE);
    expect(during.isStale(fresh)).toBe(false);
    expect(refusal(fresh, PHONE, before)).toBe('unknown-key');
  });

  test('a value is found under its old digest and under its new one', () => {
    const digests = during.blinds('+8613800138000', PHONE);
    expect(digests).toEqual([during.blind('+8613800138000', PHONE), before.blind('+8613800138000', PHONE)]);
  });
});

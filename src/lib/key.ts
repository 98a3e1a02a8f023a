const KEY_BYTES = 32;

/**
 * A 32-byte key written in hexadecimal or base64; null when it is neither, has another length, or nobody drew it at
 * random (one byte repeated, a count, readable words).
 */
export function readKey(text: string): Buffer | null {
  const key = decode(text.trim());
  return key?.length === KEY_BYTES && looksRandom(key) ? key : null;
}

function decode(text: string): Buffer | null {
  if (/^[\da-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
  return null;
}

/** A key that was drawn at random fails this less often than once in 10¹³. */
function looksRandom(key: Buffer): boolean {
  const steps = new Set(key.map((byte, at) => byte - (key[at - 1] ?? byte)).subarray(1));
  const isWords = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(key).size >= 16 && steps.size >= 4 && !isWords;
}

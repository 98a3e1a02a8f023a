/**
 * A row's id: a uuid of version 7 (RFC 9562), made of the moment to the millisecond and of ten bytes of chance, so that
 * ids sort by time. Made here where a value is sealed for its row before the row is written.
 */
export function newId(now: Date, chance: Uint8Array): string {
  const bytes = momentBytes(now);
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return asUuid(bytes);
}

/** Below every id that is made at this moment or later, above every earlier one. No row has it. */
export const lowestId = (moment: Date): string => asUuid(momentBytes(moment));

function momentBytes(moment: Date): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(moment.getTime()) << 16n);
  return bytes;
}

function asUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

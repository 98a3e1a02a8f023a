/** One line of a vCard: `item1.TEL;TYPE=CELL:+86…`. */
export interface VcardLine {
  /** In capitals, without its group. */
  readonly name: string;
  /** In capitals: `CELL`, `TYPE=CELL` and `type="cell,voice"` are alike. */
  readonly types: ReadonlySet<string>;
  /** Decoded, its escapes still in it; null where it could not be decoded. */
  readonly value: string | null;
  /** As it stands in the text, unfolded. */
  readonly raw: string;
}

const begin = /^\s*BEGIN:VCARD\s*$/i;
const end = /^\s*END:VCARD\s*$/i;

/** Does the text hold a vCard? */
export const isVcard = (text: string): boolean => /^\s*BEGIN:VCARD\s*$/im.test(text);

/** At most `most` lines of the first vCard of a text, versions 2.1, 3.0 and 4.0; and whatever else the text holds. */
export function vcardLines(
  text: string,
  most: number,
): { readonly lines: readonly VcardLine[]; readonly rest: string } {
  const all = text.split(/\r\n|\r|\n/);
  const from = all.findIndex((line) => begin.test(line));
  const length = all.slice(from).findIndex((line) => end.test(line));
  const to = length < 0 ? all.length : from + length;
  const own = unfold(all.slice(from + 1, to));
  const others = [...own.slice(most), ...all.slice(0, from), ...all.slice(to + 1)];
  return {
    lines: own.slice(0, most).flatMap((line) => lineOf(line) ?? []),
    rest: others.filter((line) => !begin.test(line) && !end.test(line)).join('\n'),
  };
}

/** A line that begins with a space goes on with the one before it; quoted-printable goes on after `=` at its end. */
function unfold(lines: readonly string[]): readonly string[] {
  const whole: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = whole.at(-1);
    if (last && isOpen) last.push(line);
    else if (last && /^[ \t]/.test(line)) last.push(line.slice(1));
    else whole.push([line]);
    const head = whole.at(-1)?.[0] ?? '';
    isOpen = line.endsWith('=') && /^[^:]{0,200}QUOTED-PRINTABLE/i.test(head);
    if (isOpen) whole.at(-1)?.push('\n');
  }
  return whole.map((parts) => parts.join('').replaceAll('=\n', ''));
}

function lineOf(raw: string): VcardLine | null {
  const colon = colonOf(raw);
  if (raw.trim() === '') return null;
  if (colon < 0) return { name: '', types: new Set(), value: null, raw };
  const [name = '', ...parameters] = raw.slice(0, colon).split(';');
  const words = parameters.map((each) => each.toUpperCase().replaceAll('"', ''));
  const types = new Set(words.flatMap((word) => word.replace(/^(?:TYPE|ENCODING|VALUE)=/, '').split(',')));
  const charset = words.find((word) => word.startsWith('CHARSET='))?.slice('CHARSET='.length);
  const value = raw.slice(colon + 1);
  return {
    name: name
      .slice(name.lastIndexOf('.') + 1)
      .trim()
      .toUpperCase(),
    types,
    value: types.has('QUOTED-PRINTABLE') ? quotedPrintable(value, charset ?? 'UTF-8') : value,
    raw,
  };
}

/** The colon that ends the parameters: not one between quotes. */
function colonOf(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

/** Null where the bytes are no text in that charset, or nobody knows the charset. */
function quotedPrintable(text: string, charset: string): string | null {
  const coded = text.split(/=([0-9A-F]{2})/i);
  const bytes = coded.flatMap((part, at) =>
    at % 2 === 1 ? [Number.parseInt(part, 16)] : [...new TextEncoder().encode(part)],
  );
  try {
    return new TextDecoder(charset, { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return null;
  }
}

/** The components of a structured value (`N`, `ORG`, `ADR`), their escapes undone. */
export const componentsOf = (value: string): readonly string[] =>
  value.split(/(?<!\\);/).map((part) => unescaped(part).trim());

/** `\,` `\;` `\n` `\\` as they are meant. */
export const unescaped = (value: string): string =>
  value.replace(/\\([\\,;:nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

import { readCountry } from '../lib/country.ts';
import { readHost } from '../lib/host.ts';
import { fold } from '../lib/text.ts';
import { assemble, type Finding, mostLines, type PaperCard } from './paper-card.ts';
import { type Labelled, labelAt, startsOf } from './signature-labels.ts';
import { cityIn, isChineseName, isNoise, saidBy } from './signature-words.ts';

/** A longer line is no part of a signature but a sentence about the weather, the law or the environment. */
const longestLine = 300;

/** Reads a pasted e-mail signature, or a name and a number. `country` as `assemble` takes it. */
export function readSignature(text: string, country: string | null): PaperCard {
  const lines = text.split(/\r\n|\r|\n/);
  const findings = lines.slice(0, mostLines).flatMap(ofLine);
  const rest = lines.slice(mostLines).join('\n');
  return assemble([...located(named(findings)), { is: 'unread', text: rest, raw: rest }], country);
}

function ofLine(raw: string): readonly Finding[] {
  if (raw.length > longestLine) return [{ is: 'unread', text: raw, raw }];
  // Two spaces and a tab divide; folding would make them one space.
  return raw
    .split(/ {2,}|\t|\u3000{2,}| *[|｜•·] */)
    .map(fold)
    .filter((piece) => piece !== '')
    .flatMap(ofPiece);
}

/** Cuts a piece at its labels: `电话:021-6123 4567 传真:…`. */
function ofPiece(piece: string): readonly Finding[] {
  if (isNoise(piece)) return [{ is: 'noise', text: piece, raw: piece }];
  const found: (Labelled & { start: number })[] = [];
  for (const start of startsOf(piece)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const label = labelAt(piece, start);
    if (label) found.push({ ...label, start });
  }
  const before = piece.slice(0, found[0]?.start ?? piece.length);
  const labelled = found.flatMap(({ labels, start, end }, at) => {
    const next = found[at + 1]?.start ?? piece.length;
    return ofLabelled(labels, trimmed(piece.slice(end, next)), trimmed(piece.slice(start, next)));
  });
  return [...ofFree(trimmed(before)), ...labelled];
}

const trimmed = (text: string): string => text.replace(/^[\s,;，；、|/:]+/u, '').replace(/[\s,;，；、|/]+$/u, '');

/** 手机/微信: one number, two uses. 138…（微信同号）: the same the other way round. */
function ofLabelled(labels: Labelled['labels'], text: string, raw: string): readonly Finding[] {
  const number = text.replace(/ ?[(（]?(?:微信同号|同微信|wechat same|same as wechat)[)）]?$/iu, '');
  const isWechat = number !== text || (labels.includes('wechat') && labels.length > 1);
  const [first = 'unread'] = labels.filter((label) => label !== 'wechat' || labels.length === 1);
  const is = labels.includes('unread') ? 'unread' : first;
  if (is === 'unread') return [{ is, text: raw, raw }];
  if (is === 'email')
    return text
      .split(/[\s,;/]+/)
      .map((each) => ({ is, text: each.replace(/[<>]/g, ''), raw: labelOnly(raw, text, each) }));
  if (is === 'mobile' || is === 'landline' || is === 'phone')
    return [
      ...numbersIn(number).map((each) => ({ is, text: each, raw: labelOnly(raw, text, each) })),
      ...(isWechat ? [{ is: 'number-in-wechat', text: number, raw } as const] : []),
    ];
  if (is === 'name' || is === 'title' || is === 'company') return labelledWords(is, text, raw);
  return [{ is, text, raw }];
}

/** 姓名：李伟 采购总监 - the label names the first of them. */
function labelledWords(is: 'name' | 'title' | 'company', text: string, raw: string): readonly Finding[] {
  const parts = is === 'name' ? composite(text) : null;
  return parts ?? [{ is, text, raw }];
}

const labelOnly = (raw: string, text: string, part: string): string => (text === part ? raw : part);
/** Two numbers behind one label: `138… / 139…`, `021-6123 4567、6123 4568`. */
const numbersIn = (text: string): readonly string[] => text.split(/ ?[/、;；] ?| or |, ?(?=[+0-9])/u).filter(Boolean);

/** A piece without labels: addresses and numbers are known by their form, the rest by its words. */
function ofFree(piece: string): readonly Finding[] {
  if (piece === '') return [];
  const raw = piece;
  const email = /[^\s<>()[\]"',;:：，；]{1,100}@[^\s<>()[\]"',;，；]{3,200}/u.exec(piece);
  if (email) return [...around(piece, email.index, email[0].length), { is: 'email', text: email[0], raw: email[0] }];
  const site = /(?:https?:\/\/|www\.)[^\s<>"，；]{3,250}/iu.exec(piece);
  if (site) return [...around(piece, site.index, site[0].length), { is: 'website', text: site[0], raw: site[0] }];
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?:\/[^\s]*)?$/.test(piece) && readHost(piece.split('/', 1)[0] ?? ''))
    return [{ is: 'website', text: piece, raw }];
  const number = numberIn(piece);
  if (number)
    return [...ofFree(number.before), ...ofLabelled(['phone'], number.text, number.text), ...ofFree(number.after)];
  if (isCountry(piece)) return [{ is: 'country', text: piece, raw }];
  const said = saidBy(piece.replace(/^(\p{Script=Han}) (\p{Script=Han}{1,2})$/u, '$1$2'));
  if (said === 'name' || said === 'address') return [{ is: said, text: joined(piece), raw }];
  return composite(piece) ?? nameFirst(piece) ?? [{ is: said ?? 'unread', text: piece, raw }];
}

const joined = (piece: string): string => piece.replace(/^(\p{Script=Han}) (\p{Script=Han}{1,2})$/u, '$1$2');

function around(piece: string, at: number, length: number): readonly Finding[] {
  const bare = (text: string): string => trimmed(text.replace(/[<>()[\]"]/g, ' ').replace(/mailto:/i, ''));
  return [...ofFree(bare(piece.slice(0, at))), ...ofPieceIfAny(bare(piece.slice(at + length)))];
}
const ofPieceIfAny = (text: string): readonly Finding[] => (text === '' ? [] : ofPiece(text));

const wholeNumber =
  /(?<=^|[\s,:]|\p{Script=Han})[+(]?\d[\d()./+-]*(?: [\d()+-][\d()./+-]*)*(?: ?(?:ext\.?|x|转|分机) ?\d{1,6})?(?: ?\(?(?:微信同号|同微信)\)?)?(?=$|[\s,;]|\p{Script=Han})/giu;

/** The first number in a piece with digits enough for a phone's, and what stands around it. No date is one. */
function numberIn(piece: string): { before: string; text: string; after: string } | null {
  for (const { 0: text, index } of piece.matchAll(wholeNumber)) {
    const digits = text.match(/\d/g)?.length ?? 0;
    if (digits < 7 || digits > 24 || /^\d{4}[-/.]\d{1,2}[-/.]\d/.test(text)) continue;
    return { before: trimmed(piece.slice(0, index)), text, after: trimmed(piece.slice(index + text.length)) };
  }
  return null;
}

/** A country by its name; codes are too often something else (IT, DE, CO). */
const isCountry = (text: string): boolean =>
  (text.length > 3 || /^\p{Script=Han}{2,}$/u.test(text)) && text.length < 40 && readCountry(text).ok;

/** `Jane Doe, Head of Purchasing, Acme Inc.`, `李伟 采购总监`: several things in one line, where each says what it is. */
function composite(piece: string): readonly Finding[] | null {
  const isHan = /\p{Script=Han}/u.test(piece);
  const guarded = piece.replace(/,? (?=(?:inc|ltd|llc|limited|gmbh|co|corp)\b)/gi, '\u0001');
  const parts = guarded
    .split(isHan ? /[ ,/，、]+/u : / ?, ?| [-–—/@] | at /)
    .map((part) => part.replaceAll('\u0001', ' ').trim())
    .filter(Boolean);
  const kinds = parts.map(saidBy);
  if (parts.length < 2 || parts.length > 4 || kinds.some((kind) => kind === null)) return null;
  const names = kinds.filter((kind) => kind === 'name').length;
  // New York and Key West look like somebody: a name stands first where it is one.
  if (names > 1 || (!isHan && names === 1 && kinds[0] !== 'name')) return null;
  if (kinds.includes('address')) return null;
  const merged = new Map<string, string>();
  for (const [at, kind] of kinds.entries())
    merged.set(String(kind), [merged.get(String(kind)), parts[at]].filter(Boolean).join(isHan ? ' ' : ', '));
  return [...merged].map(([is, text]) => ({ is: is as Finding['is'], text, raw: text }));
}

/** 李总 华泰科技: a name is certain where what follows it is not. */
function nameFirst(piece: string): readonly Finding[] | null {
  const [first = '', ...others] = piece.split(' ');
  if (others.length === 0 || !isChineseName(first)) return null;
  const rest = others.join(' ');
  return [
    { is: 'name', text: first, raw: first },
    { is: isNoise(rest) ? 'noise' : 'unread', text: rest, raw: rest },
  ];
}

/**
 * Who the card is of: the first name found, since further ones are places and departments that look like one. Where none
 * looks like one, the first words of the text: people type the name first.
 */
function named(findings: readonly Finding[]): readonly Finding[] {
  if (findings.some(({ is }) => is === 'name')) return findings;
  const first = findings.findIndex(({ is }) => is !== 'noise');
  const finding = findings[first];
  if (
    finding?.is !== 'unread' ||
    !/^[\p{L}\p{M}.'’ -]{1,40}$/u.test(finding.text) ||
    finding.text.split(' ').length > 3
  )
    return findings;
  return findings.with(first, { ...finding, is: 'name' });
}

/** Lines of one address put together, and its city and country named where it says them. */
function located(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.findIndex(({ is }) => is === 'address');
  if (first < 0) return findings;
  const after = findings.slice(first).findIndex(({ is }) => is !== 'address');
  const lines = after < 0 ? findings.slice(first) : findings.slice(first, first + after);
  const isHan = lines.some(({ text }) => /\p{Script=Han}/u.test(text));
  const text = lines.map((line) => line.text).join(isHan ? '' : ', ');
  const city = cityIn(text);
  const country = text.split(/, ?/).find(isCountry);
  return [
    ...findings.slice(0, first),
    { is: 'address', text, raw: lines.map(({ raw }) => raw).join('\n') },
    ...(city === null ? [] : [{ is: 'city', text: city, raw: '' } as const]),
    ...(country === undefined ? [] : [{ is: 'country', text: country, raw: '' } as const]),
    ...findings.slice(first + lines.length),
  ];
}

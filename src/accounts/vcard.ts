import { assemble, type Finding, mostLines, type PaperCard } from './paper-card.ts';
import { componentsOf, unescaped, type VcardLine, vcardLines } from './vcard-lines.ts';

/** What says nothing about a person: pictures, keys, the card's own numbers, the labels of Apple's own lines. */
const noise = new Set(
  'VERSION PRODID REV UID PHOTO LOGO KEY SOUND CATEGORIES CLASS SORT-STRING PROFILE SOURCE KIND X-ABLABEL X-ABADR X-ABUID X-ABSHOWAS'.split(
    ' ',
  ),
);
/** Messengers: names that are a WeChat one. */
const isWechat = ({ name, types, value }: VcardLine): boolean =>
  ['X-WECHAT', 'X-WEIXIN', 'X-WECHAT-ID'].includes(name) ||
  (['IMPP', 'X-SOCIALPROFILE'].includes(name) &&
    (types.has('WECHAT') || types.has('WEIXIN') || /^(?:wechat|weixin):/i.test(value ?? '')));

/** Reads the first vCard of a text. `country` as `assemble` takes it. */
export function readVcard(text: string, country: string | null): PaperCard {
  const { lines, rest } = vcardLines(text, mostLines);
  const findings = lines.flatMap((line) => findingsOf(line, lines));
  return assemble([...findings, { is: 'unread', text: rest, raw: rest }], country);
}

function findingsOf(line: VcardLine, all: readonly VcardLine[]): readonly Finding[] {
  const { name, types, value, raw } = line;
  const one = (is: Finding['is'], text: string): readonly Finding[] => [{ is, text, raw: unescaped(value ?? raw) }];
  if (noise.has(name)) return one('noise', '');
  if (value === null) return one('unread', raw);
  if (value.replace(/[;\s]/g, '') === '') return one('noise', '');
  if (isWechat(line)) return one('wechat', unescaped(value).replace(/^(?:x-apple|wechat|weixin):/i, ''));
  switch (name) {
    case 'FN':
      return one(isCompanyName(value, all) ? 'company' : 'name', unescaped(value));
    case 'N':
      return all.some((other) => other.name === 'FN' && other.value?.trim()) ? [] : one('name', nameOf(value));
    case 'ORG': {
      const [company = '', ...departments] = componentsOf(value);
      const units = departments.filter((unit) => unit !== '');
      return [
        ...(company === '' ? [] : one('company', company)),
        ...units.map((unit) => ({ is: 'unread', text: unit, raw: unit }) as const),
      ];
    }
    case 'TITLE':
      return one('title', unescaped(value));
    case 'ROLE':
      return one(all.some((other) => other.name === 'TITLE' && other.value) ? 'unread' : 'title', unescaped(value));
    case 'TEL':
      return one(phoneKind(types), unescaped(value));
    case 'EMAIL':
      return one('email', unescaped(value).replace(/^mailto:/i, ''));
    case 'URL':
      return one('website', unescaped(value));
    case 'ADR':
      return addressOf(line);
    // The same address once more, as it stands on a letter.
    case 'LABEL':
      return all.some((other) => other.name === 'ADR') ? [] : one('address', spaced(value));
    default:
      return one('unread', value);
  }
}

/** A company's own entry has its name in both places, and nobody's name beside it. */
function isCompanyName(fullName: string, all: readonly VcardLine[]): boolean {
  const org = all.find((line) => line.name === 'ORG')?.value ?? null;
  const person = all.find((line) => line.name === 'N')?.value ?? '';
  return org !== null && componentsOf(org)[0] === unescaped(fullName) && person.replace(/[;\s]/g, '') === '';
}

/** Chinese names stand without a space and with the family's name first. */
function nameOf(value: string): string {
  const [family = '', given = '', additional = '', prefix = ''] = componentsOf(value);
  if (/\p{Script=Han}/u.test(family + given)) return `${family}${given}`;
  return [prefix, given, additional, family].filter(Boolean).join(' ');
}

function phoneKind(types: ReadonlySet<string>): Finding['is'] {
  if (types.has('FAX') || types.has('PAGER')) return 'unread';
  if (types.has('CELL') || types.has('IPHONE')) return 'mobile';
  return 'phone';
}

function addressOf({ types, value, raw }: VcardLine): readonly Finding[] {
  const [, extended = '', street = '', city = '', region = '', code = '', country = ''] = componentsOf(value ?? '');
  // Where somebody lives is nobody's business here.
  if (types.has('HOME') && !types.has('WORK')) return [{ is: 'unread', text: raw, raw: value ?? raw }];
  const isHan = /\p{Script=Han}/u.test(street + city);
  const lines = isHan
    ? [city.startsWith(region) ? '' : region, city, street, extended]
    : [street, extended, [code, city].filter(Boolean).join(' '), region];
  const address = lines
    .map(spaced)
    .filter(Boolean)
    .join(isHan ? '' : ', ');
  const pieces = [
    ['address', street === '' && extended === '' ? '' : address],
    ['city', isHan ? city.replace(/市$/, '') : city],
    ['country', country],
  ] as const;
  return pieces.flatMap(([is, text]) => (text === '' ? [] : [{ is, text, raw: text }]));
}

const spaced = (text: string): string =>
  unescaped(text)
    .replace(/\s*\n\s*/g, ', ')
    .trim();

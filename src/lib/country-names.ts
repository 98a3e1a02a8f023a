import type { Language } from '../i18n/language.ts';

/** ISO 3166-1 alpha-2. Written out: `Intl` also names withdrawn codes (DD, SU), groups (EU, UN) and private ones (XA). */
export const countryCodes: readonly string[] = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
  FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
  JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
  MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
  PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
  TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`
  .trim()
  .split(/\s+/);

/** Names in daily use that `Intl` does not know; the key as `countryKey` makes it. */
const everydayNames: Readonly<Record<string, string>> = {
  usa: 'US',
  unitedstatesofamerica: 'US',
  america: 'US',
  greatbritain: 'GB',
  britain: 'GB',
  korea: 'KR',
  republicofkorea: 'KR',
  大韩民国: 'KR',
  prc: 'CN',
  prchina: 'CN',
  peoplesrepublicofchina: 'CN',
  mainlandchina: 'CN',
  中国大陆: 'CN',
  中华人民共和国: 'CN',
  中国香港: 'HK',
  中国澳门: 'MO',
  中国台湾: 'TW',
  macau: 'MO',
  uae: 'AE',
  holland: 'NL',
  czechrepublic: 'CZ',
  turkey: 'TR',
  russianfederation: 'RU',
  ivorycoast: 'CI',
  burma: 'MM',
  macedonia: 'MK',
  swaziland: 'SZ',
  capeverde: 'CV',
  easttimor: 'TL',
};

const names: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  zh: new Intl.DisplayNames('zh-CN', { type: 'region' }),
};
const shortNames: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'region', style: 'short' }),
  zh: new Intl.DisplayNames('zh-CN', { type: 'region', style: 'short' }),
};

/** `DE` → Germany, 德国; a code that is none is returned as it is. */
export function countryName(code: string, language: Language): string {
  return countryCodes.includes(code) ? (names[language].of(code) ?? code) : code;
}

/** What two spellings of one name have in common: letters alone, without accents, `&` as `and`. */
export function countryKey(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll('&', 'and')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** Every name in both languages, long and short, by its key. */
export const codeByName: ReadonlyMap<string, string> = new Map([
  ...countryCodes.flatMap((code) => namesOf(code).map((name): [string, string] => [countryKey(name), code])),
  ...Object.entries(everydayNames),
]);

function namesOf(code: string): readonly string[] {
  return [names, shortNames].flatMap(({ en, zh }) => [en.of(code), zh.of(code)]).filter((name) => name !== undefined);
}

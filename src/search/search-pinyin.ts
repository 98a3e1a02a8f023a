import { pinyin } from 'pinyin-pro';
import { hasHan, legalChinese } from './search-fold.ts';

/** One way to say a name: whole, and by the first letter of each Chinese character. */
export interface Reading {
  readonly full: string;
  readonly initials: string;
}

/**
 * Characters that company names say in two ways. Of the hundreds with a second reading in the dictionary, these are the
 * ones where both are alive; for the others the second would only be noise among the keys.
 */
const twoWays = '行长重乐朝都会传调藏厦单曾盛解仇查盖朴区任尉宿薄参弹降卡六堡蔚铅莘石车校';
const otherWays = new Map(
  [...twoWays].map((char) => [char, pinyin(char, { toneType: 'none', type: 'array', multiple: true }).slice(0, 2)]),
);
/** A name with many such characters is not said in all their combinations. */
const mostReadings = 6;

/**
 * How a folded name is said in pinyin, most likely first: by the dictionary's words (重庆, 银行), as a surname where it
 * begins with one (单 → shan), then with one doubtful character read its other way. Latin parts stand as they are; ü is
 * `v` and `u`, as people type it. Empty for a name without Chinese characters.
 */
export function readingsOf(folded: string): readonly Reading[] {
  if (!hasHan(folded)) return [];
  const chars = [...folded.replaceAll(' ', '')];
  const usual = spoken(chars, 'off');
  const asSurname = otherWays.has(chars[0] ?? '') ? [spoken(chars, 'head')] : [];
  const others = chars.flatMap((char, at) =>
    (otherWays.get(char) ?? []).filter((way) => way !== usual[at]).map((way) => usual.with(at, way)),
  );
  const readings = [usual, ...asSurname.map((said) => usual.with(0, said[0] ?? '')), ...others]
    .slice(0, mostReadings)
    .flatMap((syllables) => typed(chars, syllables));
  return [...new Map(readings.map((reading) => [reading.full, reading])).values()];
}

/** A syllable for each character; a character that has none stands for itself. */
const spoken = (chars: readonly string[], surname: 'off' | 'head'): string[] =>
  pinyin(chars.join(''), { toneType: 'none', type: 'array', surname });

function typed(chars: readonly string[], syllables: readonly string[]): Reading[] {
  const initials = syllables.map((syllable, at) => (hasHan(chars[at] ?? '') ? [...syllable][0] : syllable)).join('');
  const full = syllables.join('');
  const spellings = full.includes('ü') ? [full.replaceAll('ü', 'v'), full.replaceAll('ü', 'u')] : [full];
  return spellings.map((spelling) => ({ full: spelling, initials }));
}

const legalReadings = legalChinese.flatMap((form) => readingsOf(form)).filter(({ initials }) => initials.length > 3);

/** `huataikejiyouxiangongsi` → `huataikeji`, `htkjyxgs` → `htkj`: readings are kept of a name's core alone. */
export function withoutLegal(typed: string, as: keyof Reading): string {
  const form = legalReadings.find((reading) => typed.endsWith(reading[as]) && typed.length > reading[as].length);
  return form ? typed.slice(0, -form[as].length) : typed;
}

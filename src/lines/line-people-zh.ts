import { type NameForms, saidAs } from './line-contact.ts';
import type { Mention } from './line-mention.ts';
import { compoundSurnames, fitsTitle, notTitle, ordinaryGiven, surnames, titles } from './line-names.ts';

/** Whole names in Chinese characters, and Latin names as they are said where characters sound so. */
export function fullHan(note: string, forms: readonly NameForms[]): readonly Mention[] {
  const written = forms
    .filter(({ han }) => han.length > 1)
    .flatMap(({ han, contact }) => placesOf(note, han, [contact.id]));
  return [...written, ...soundingLike(note, forms)];
}

function placesOf(note: string, name: string, ids: readonly string[]): readonly Mention[] {
  const places: Mention[] = [];
  for (let at = note.indexOf(name); at >= 0; at = note.indexOf(name, at + name.length))
    places.push({ start: at, end: at + name.length, ids });
  return places;
}

/** 李伟 where the contact is written Li Wei. */
function soundingLike(note: string, forms: readonly NameForms[]): readonly Mention[] {
  const keys = new Map<string, string[]>();
  for (const { han, words, joined, contact } of forms)
    if (han === '' && words.length > 1 && words.length < 4)
      for (const key of joined) keys.set(key, [...(keys.get(key) ?? []), contact.id]);
  if (keys.size === 0) return [];
  const known = new Map<string, readonly string[]>();
  const idsOf = (name: string): readonly string[] => {
    const ids = known.get(name) ?? [...new Set(saidAs(name).flatMap((said) => keys.get(said) ?? []))];
    known.set(name, ids);
    return ids;
  };
  return [...note.matchAll(/\p{Script=Han}/gu)].flatMap(({ 0: char, index }): Mention[] => {
    if (!surnames.has(char)) return [];
    return [4, 3, 2].flatMap((length): Mention[] => {
      const name = note.slice(index, index + length);
      const ids = name.length === length && /^\p{Script=Han}+$/u.test(name) ? idsOf(name) : [];
      return ids.length === 0 ? [] : [{ start: index, end: index + length, ids }];
    });
  });
}

const titleWords = titles.join('|');

/** 李总, 王工, 欧阳经理, Kim总: by the surname, and by the title where it tells them apart. */
export function titledHan(note: string, forms: readonly NameForms[]): readonly Mention[] {
  const own = forms.map(({ surname }) => surname).filter(Boolean);
  const known = [...new Set([...own.filter((each) => each.length > 1), ...compoundSurnames])].join('|');
  const pattern = new RegExp(
    `(${known}|\\p{Script=Han}|(?<![\\p{Script=Latin}])\\p{Lu}\\p{Ll}{1,14}\\s?)(${titleWords})`,
    'gu',
  );
  return [...note.matchAll(pattern)].flatMap((match): readonly Mention[] => {
    const [whole, said = '', title = ''] = match;
    const start = match.index;
    const rest = note.slice(start + said.length, start + said.length + 5);
    if (notTitle.test(rest)) return [];
    const before = note.charAt(start - 1);
    const mentions = mentionOf(forms, said.trim(), title, start, start + whole.length, before);
    // Of 李文经理 the surname is 李, and whoever is called 文 need not be meant; before a bare 总 or 工 stands the surname.
    const isNamed =
      title.length > 1 && said.length === 1 && surnames.has(before) && !compoundSurnames.includes(before + said);
    return isNamed ? [{ start: start - 1, end: start + whole.length, ids: [] }] : mentions;
  });
}

function mentionOf(
  forms: readonly NameForms[],
  said: string,
  title: string,
  start: number,
  end: number,
  before: string,
): readonly Mention[] {
  const isHan = /\p{Script=Han}/u.test(said);
  const written = forms.filter(({ surname, words }) => (isHan ? surname === said : words.includes(said.toLowerCase())));
  const sounding = isHan ? saidAs(said) : [said.toLowerCase()];
  const same =
    written.length > 0
      ? written
      : forms.filter(({ han, words, surnameSaid }) =>
          isHan
            ? han === '' && sounding.some((each) => words[0] === each || words.at(-1) === each)
            : surnameSaid.includes(said.toLowerCase()),
        );
  if (same.length > 0) return [{ start, end, ids: byTitle(same, title) }];
  const isSurname = !isHan || compoundSurnames.includes(said) || (surnames.has(said) && !isWithin(before, said));
  return isSurname ? [{ start, end, ids: [] }] : [];
}

/** 提高总…, 完成总…: the character belongs to the word before. */
const isWithin = (before: string, surname: string): boolean =>
  [
    '提高',
    '最高',
    '新高',
    '较高',
    '双方',
    '对方',
    '我方',
    '平安',
    '公安',
    '保安',
    '西安',
    '江苏',
    '金融',
    '资金',
    '现金',
    '奖金',
    '成单',
    '订单',
    '名单',
    '清单',
    '简单',
    '上海',
    '年金',
    '道路',
    '线路',
    '思路',
    '网路',
    '电路',
    '明白',
    '空白',
    '中古',
    '水池',
    '电池',
    '药房',
    '厂房',
    '库房',
    '住房',
    '主管',
    '保管',
    '监管',
    '下属',
    '健康',
    '长江',
    '主任',
    '责任',
    '担任',
    '新任',
    '现任',
    '前任',
    '历史',
    '季',
    '一季',
    '容易',
    '贸易',
    '交易',
    '十万',
    '百万',
    '千万',
    '几万',
    '上万',
    '手段',
    '阶段',
    '时段',
    '基石',
  ].includes(before + surname);

/** Those whose title is meant by that form of address, if it says so of one and not of the others. */
function byTitle(same: readonly NameForms[], said: string): readonly string[] {
  const fitting = same.filter(({ contact }) => contact.title !== null && fitsTitle(said, contact.title));
  const isTold = fitting.length === 1 && same.every(({ contact }) => contact.title !== null);
  return (isTold ? fitting : same).map(({ contact }) => contact.id);
}

/** 老李, 小王, and a given name of two characters alone: 晓明. */
export function familiarHan(note: string, forms: readonly NameForms[]): readonly Mention[] {
  const given = forms
    .map(({ han, surname, contact }) => ({ name: han.slice(surname.length), id: contact.id }))
    .filter(({ name }) => name.length === 2 && !ordinaryGiven.has(name));
  const alone = given.flatMap(({ name }) =>
    placesOf(
      note,
      name,
      given.filter((each) => each.name === name).map(({ id }) => id),
    ).filter(({ start }) => !surnames.has(note.charAt(start - 1))),
  );
  const familiar = [...note.matchAll(/(?<![年养古大最缩中较])[老小阿](\p{Script=Han})/gu)].flatMap(
    (match): Mention[] => {
      const ids = forms.filter(({ surname }) => surname === match[1]).map(({ contact }) => contact.id);
      return ids.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, ids }];
    },
  );
  return [...alone, ...familiar];
}

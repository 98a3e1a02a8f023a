import type { Finding } from './paper-card.ts';

/** What a label says of what stands behind it. */
type Label = Exclude<Finding['is'], 'noise' | 'city' | 'country' | 'number-in-wechat'>;

const words: Readonly<Partial<Record<Label, string>>> = {
  mobile: '移动电话|手机号码|手机号|手机|mobile phone|cell phone|cellphone|mobile|mobil|handy|cell|mob|mp|m',
  landline: '办公电话|公司电话|座机|固话|固定电话|直线|总机|直拨|landline|direct line|switchboard|direct|office|d|o',
  phone: '联系电话|联系方式|电话号码|电话|热线|telephone|telefon|phone|tel|ph|t|p',
  email: '电子邮箱|电子邮件|邮箱地址|邮箱|电邮|邮件|e-mail|email|mail|e',
  wechat: '微信号码|微信号|微信|wechat id|wechat|weixin|wx',
  website: '公司网址|公司网站|官方网站|官网|网址|网站|主页|website|homepage|web|site|url|w',
  address: '公司地址|办公地址|联系地址|通讯地址|详细地址|地址|adresse|address|addr|add',
  name: '联系人|姓名|名字|contact person|contact|name',
  title: '职务|职位|职称|岗位|job title|position|title',
  company: '公司名称|公司|单位名称|单位|company|organisation|organization|firma',
  unread:
    '公司传真|传真号码|传真|邮政编码|邮编|部门|qq号|qq|telefax|facsimile|fax|f|postcode|zip code|zip|department|dept|skype|whatsapp|linkedin|telegram|line|msn|vat|ust-id|税号|开户行|账号',
};
const signs: Readonly<Record<string, Label>> = {
  '📱': 'mobile',
  '☎': 'phone',
  '📞': 'phone',
  '☏': 'phone',
  '✆': 'phone',
  '✉': 'email',
  '📧': 'email',
  '📩': 'email',
  '📨': 'email',
  '🌐': 'website',
  '🌍': 'website',
  '📍': 'address',
  '🏢': 'address',
  '📠': 'unread',
  '💬': 'wechat',
};

const labelOf = new Map<string, Label>([
  ...Object.entries(words).flatMap(([label, list]) => list.split('|').map((word) => [word, label as Label] as const)),
  ...(Object.entries(signs) as [string, Label][]),
]);
/** Chinese labels are set with spaces to stand in line: 手 机. The longest first. */
const spelled = [...labelOf.keys()]
  .toSorted((one, other) => other.length - one.length)
  .map((word) => word.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ?'));
const oneLabel = new RegExp(`(?:${spelled.join('|')})(?![a-z])`, 'y');
const between = / ?[/|(&+、]? ?/y;
const closing = / ?\)?(?:同号|同步)?\)? ?/y;
/** 手机/微信/Mobile: more than that nobody prints before one number. */
const mostTogether = 4;
const inSmallLetters = (line: string): string => line.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A label with what it says: several where one number has several uses (手机/微信). */
export interface Labelled {
  readonly labels: readonly Label[];
  /** Where the value begins. */
  readonly end: number;
}

/**
 * The label at this place of a folded line, or null. Without a colon it is one only before a number, or as a sign; behind
 * a single letter a full stop is that of a name (M. Weber).
 */
export function labelAt(folded: string, start: number): Labelled | null {
  const line = inSmallLetters(folded);
  const labels = new Set<Label>();
  let at = start;
  let word = wordAt(oneLabel, line, at);
  let isSign = false;
  for (let together = 0; word !== '' && together < mostTogether; together += 1) {
    const label = labelOf.get(word.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''));
    if (label) labels.add(label);
    isSign = word in signs;
    at += word.length;
    const joint = wordAt(between, line, at);
    const next = joint === '' ? '' : wordAt(oneLabel, line, at + joint.length);
    if (next !== '') at += joint.length;
    word = next;
  }
  if (labels.size === 0) return null;
  const isLetter = at === start + 1;
  at += wordAt(closing, line, at).length;
  const rest = line.slice(at);
  const mark =
    /^(?:\.? ?:|\.(?=[+(\d])|\. (?=[+(\d])|-(?= ))/.exec(rest)?.[0] ??
    (isLetter ? '' : (/^\.(?= )/.exec(rest)?.[0] ?? ''));
  if (mark !== '' || isSign || /^[+(\d]/.test(rest)) return { labels: [...labels], end: at + mark.length };
  return null;
}

function wordAt(sticky: RegExp, line: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(line)?.[0] ?? '';
}

/** So many places of a line are looked at. */
const mostStarts = 40;

/** Where a label may begin: at the start, or behind a space or a mark. */
export const startsOf = (line: string): readonly number[] => [
  0,
  ...[...line.matchAll(/(?<=[\s,;，；。、|/)）])(?=[^\s,;，；。、|/)）])/gu)]
    .slice(0, mostStarts)
    .map(({ index }) => index),
];

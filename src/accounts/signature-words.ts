/** What a piece of a signature is, as far as its own words say it. */
export type Said = 'name' | 'title' | 'company' | 'address';

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The commonest family names of one character; together they are those of nearly everybody. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const doubleSurnames = '欧阳|上官|司马|诸葛|司徒|东方|夏侯|尉迟|皇甫|令狐|慕容|端木|公孙|轩辕|南宫|长孙|宇文';
/** How people are called who are not called by their given name. */
const address =
  '先生|女士|小姐|老师|博士|教授|总经理|副总|总监|经理|主任|主管|部长|处长|科长|院长|厂长|总工|总|工|董|姐|哥';
const chineseName = new RegExp(
  `^(?:(?:${doubleSurnames})\\p{Script=Han}{1,2}|[${surnames}]\\p{Script=Han}{1,2}|(?:${doubleSurnames}|[${surnames}])(?:${address}))(?:先生|女士|小姐|老师|博士|教授)?$`,
  'u',
);
/** Two or three characters that end like this are a place or a part of a company. */
const noGivenName = /[部区市省县镇路街号楼室厂店所局处科组司]$/;

const chineseTitle =
  /(?:经理|总监|主任|主管|工程师|设计师|总裁|总工|董事长?|专员|助理|顾问|[部处科院厂所校行店馆会组]长|首席|代表|秘书|会计|采购员?|业务员|销售员?|主席|合伙人|创始人|负责人|教授|研究员|老板|负责|架构师|分析师|培训师|督导)$/;
const latinTitle =
  /\b(?:manager|director|head|chief|officer|c[a-z]o|president|vp|svp|evp|engineer|buyer|purchaser|consultant|analyst|assistant|lead|leader|specialist|coordinator|partner|founder|co-founder|owner|secretary|advisor|adviser|representative|executive|accountant|architect|supervisor|technician|professor|scientist|developer|designer|managing|md|controller|administrator|leiter|leiterin|leitung|gesch(?:ä|ae)ftsf(?:ü|ue)hrer|gesch(?:ä|ae)ftsf(?:ü|ue)hrerin|eink(?:ä|ae)ufer|eink(?:ä|ae)uferin|vertrieb|prokurist|ingenieur|directeur|directrice|responsable|gerente)\b/i;
const department =
  /\b(?:department|dept|division|team|sales|marketing|purchasing|procurement|development|engineering|operations|finance|logistics|service|support|office)\b/i;

const chineseCompany =
  /(?:公司|集团|事务所|研究院|研究所|设计院|医院|大学|学院|银行|工厂|合作社|协会|有限合伙)(?:[(（].{1,20}[)）])?$/;
const latinCompany =
  /(?:^|[\s,])(?:inc|incorporated|ltd|limited|llc|llp|gmbh|ag|kg|ohg|se|plc|corp|corporation|company|co|group|holdings?|s\.?a|s\.?a\.?s|s\.?r\.?l|s\.?l|b\.?v|n\.?v|a\/s|aps|ab|oy|pty|pte|k\.?k|sp\.? z o\.? ?o)\.?$/i;

const chinesePlace = /[省市区县镇乡]|[路街道巷弄]|[号楼层室座栋幢]|大厦|广场|园区/g;
const latinStreet =
  /(?:\b(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|square|sq|floor|suite|building|bldg|highway|hwy|quay|court|place|platz|allee|ring|rue|via|calle|weg|room|unit|park|way)\b|stra(?:ß|ss)e\b|str\.|straat\b)/i;
const withPostcode = [
  /^(?:[A-Z]{1,2}-)?\d{4,5}(?: ?[A-Z]{2})? [\p{Lu}][\p{L} .'()-]{1,40}$/u,
  /^[\p{Lu}][\p{L} .'-]{1,40},? [A-Z]{2} \d{5}(?:-\d{4})?$/u,
  /^[\p{Lu}][\p{L} .'-]{1,40},? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/u,
];

/** Is the piece nothing but a Chinese person's name, or how they are called (李伟, 李总, 欧阳娜娜)? */
export const isChineseName = (text: string): boolean =>
  chineseName.test(text) &&
  !noGivenName.test(text) &&
  !/^(?:顾问|董事|高管|高工|经理|主任|安全|全国|文员|方案)/.test(text);

const particle = /^(?:de|van|der|den|von|zu|la|le|di|da|del|dos|bin|al|el|ten|ter|y|e)$/;
const honorific = /^(?:(?:dr|mr|mrs|ms|prof|herr|frau|ing|dipl)\.?-?(?:ing\.?)? )+/i;
const nameWord = /^\p{Lu}[\p{L}'’-]*\.?$/u;

/** Two to five capitalised words that are nothing else. */
function isLatinName(text: string): boolean {
  const bare = text.replace(honorific, '').replace(/,? (?:ph\.?d\.?|mba|msc|m\.a\.)$/i, '');
  const words = bare.split(' ');
  const isWords = words.every((word) => nameWord.test(word) || particle.test(word));
  const isEnough = words.length > 1 || bare !== text;
  return isEnough && words.length <= 5 && isWords && nameWord.test(words[0] ?? '') && !hasHan(text);
}

/** A Chinese name with its Latin spelling beside it: 李伟 (Li Wei), Li Wei 李伟. */
function isDoubleName(text: string): boolean {
  const words = text
    .replace(/[()（）]/g, ' ')
    .split(' ')
    .filter(Boolean);
  const han = words.filter(hasHan);
  const latin = words.filter((word) => !hasHan(word));
  return (
    han.length === 1 &&
    isChineseName(han[0] ?? '') &&
    latin.length > 0 &&
    latin.length < 4 &&
    latin.every((word) => nameWord.test(word))
  );
}

const isTitle = (text: string): boolean =>
  hasHan(text)
    ? text.length <= 30 &&
      (chineseTitle.test(text) || (/^[^ ]{0,12}部$/.test(text.split(' ')[0] ?? '') && chineseTitle.test(text)))
    : text.split(' ').length <= 8 && latinTitle.test(text) && !/[.!?]$/.test(text) && !/\d/.test(text);

const isCompany = (text: string): boolean =>
  text.length <= 80 && (hasHan(text) ? text.length >= 4 && chineseCompany.test(text) : latinCompany.test(text));

function isAddress(text: string): boolean {
  if (hasHan(text)) return text.length >= 6 && (text.match(chinesePlace)?.length ?? 0) >= 2;
  if (
    text.split(',').some((part) => withPostcode.some((form) => form.test(part.trim()))) ||
    withPostcode.some((form) => form.test(text))
  )
    return true;
  return /\d/.test(text) && (latinStreet.test(text) || /\bp\.? ?o\.? box\b/i.test(text));
}

/** What the piece says it is; null where it says nothing. */
export function saidBy(text: string): Said | null {
  if (isChineseName(text) || isDoubleName(text)) return 'name';
  if (isAddress(text)) return 'address';
  if (isCompany(text)) return 'company';
  if (isTitle(text)) return 'title';
  return isLatinName(text) && !department.test(text) ? 'name' : null;
}

/** The city that an address names beyond doubt: before 市, or beside a postcode. */
export function cityIn(address: string): string | null {
  const chinese = /^(?:中国)?(?:\p{Script=Han}{2,7}?(?:省|自治区))?(\p{Script=Han}{2,4}?)市/u.exec(address)?.[1];
  if (chinese) return chinese;
  for (const part of address.split(/[,\n]/).map((each) => each.trim())) {
    const found = /^(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? (\p{Lu}[\p{L} .'-]{1,40})$/u.exec(part)?.[1];
    if (found) return found;
  }
  const american = /(?:^|, )(\p{Lu}[\p{L} .'-]{1,40}), [A-Z]{2} \d{5}(?:-\d{4})?(?:,|$)/u.exec(address)?.[1];
  const british = /(?:^|, )(\p{Lu}[\p{L} .'-]{1,40}?),? [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?:,|$)/u.exec(address)?.[1];
  return american ?? british ?? null;
}

/** Words around a signature: they say nothing about anybody. */
export const isNoise = (text: string): boolean =>
  text.length <= 60 &&
  (/^[-_=*~•·|#\s]*$/.test(text) ||
    /^(?:(?:best|kind|kindest|warm|many)? ?(?:regards|wishes)|all the best|best|sincerely|yours .{0,20}|cheers|thanks?(?: you)?.{0,20}|br|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|viele gr(?:ü|ue)(?:ß|ss)e|cordialement|sent from .{0,30}|先生|女士|小姐|mr|mrs|ms|此致|敬礼|祝好|祝商祺|顺颂商祺|谢谢|致礼|商祺|发自.{0,20}|名片|business card)[,!.，！。]?$/i.test(
      text,
    ));

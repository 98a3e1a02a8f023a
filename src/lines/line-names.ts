/** Surnames of two characters. */
const compound =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 歐陽 司馬 諸葛';
export const compoundSurnames: readonly string[] = compound.split(' ');

/** Surnames of one character, but for those that are little words as well (和, 于, 向): these count where a contact has them. */
export const surnames: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄辛管祝左涂耿牟卜詹苗凌费纪靳盛童裴项祁骆蒙屈鲍覃霍翁隋路甘景薄单柏宁柯阮桂闵欧褚臧麦娄卓房栾冼裘宫古池晏狄瞿佟虞應陳張劉楊黃趙吳孫馬羅鄭謝韓馮許鄧蕭葉閻鍾盧蔣賈譚鄒陸龍萬錢湯賀賴龔龐蘭顏嚴溫蘆魯韋畢聶齊莊項駱閔婁',
);

/** What Chinese people are called by their work; longer forms first. */
export const titles: readonly string[] =
  '董事长 副总裁 总经理 副总 总裁 总监 经理 主任 处长 科长 局长 部长 院长 校长 厂长 行长 会长 厅长 司长 市长 区长 县长 镇长 站长 组长 班长 店长 馆长 所长 队长 社长 书记 秘书 老师 先生 女士 小姐 博士 教授 医生 大夫 律师 会计 助理 老板 师傅 主管 专员 顾问 代表 工程师 护士 店员 總經理 經理 主任 董事長 總 总 董 工 局 哥 姐'.split(
    ' ',
  );
/** A title that goes on is another word: 高总价, 张工期, 王工作. */
export const notTitle =
  /^(?:[总總](?:价(?![格位])|额|部(?![署门分])|量|共(?![进同享])|结(?![束婚])|体|来[说看]|之[，,]|算[是了]|金额|数|成本|包(?!括)|承包|经销|装)|工(?:[厂作艺期业人具资地程种序伤装况商]|时(?![间候])|单位?)|董事会|局[面部势域]|哥伦|姐妹|经理[部办]|主任务|代表[团作性])/u;

/** Which titles of contacts somebody means by that form of address. */
export function fitsTitle(said: string, title: string): boolean {
  const called = title.toLowerCase();
  if (/^[总總]$|^副总$|总裁|总经理|总监/.test(said))
    return /[总總]|老板|董事长|(?<![a-z])(?:ceo|cfo|cto|coo|gm|md|vp|chief|president|director|head|owner|founder)(?![a-z])/.test(
      called,
    );
  if (said === '工' || said === '工程师') return /工程|技术|engineer/.test(called);
  if (said.startsWith('董')) return /董事|chair/.test(called);
  if (said === '经理' || said === '經理') return /经理(?<!总经理)|經理|manager/.test(called);
  return called.includes(said.toLowerCase());
}

/** Words that are names and words: as a name only with a capital and where a name stands. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    'may april june august jan mar march mark will grace hope rose bill art frank rich pat sue jack drew chase sky dawn faith joy guy iris ' +
    'lane miles pierce ray rob ruby summer victor ward wade chip dean duke earl gene grant jay king lance max nick norm penny rusty skip stone ' +
    'sun win mat tom wed sat mon sunny star angel amber autumn brook charity christian crystal daisy eve fern ginger harmony holly honey ivy ' +
    'jade jewel lily melody mercy olive opal pearl poppy robin sandy sage sterling tiffany violet young brown price cook long white black green ' +
    'hill wood baker fisher miller banks best bell day field ford gold hand head hunt law little love major mason north south east west page ' +
    'park parks pope power reed rice sharp short small smart snow stock strong swift sweet wall waters wise wolf man men song fan pan can so he ' +
    'she you an a me be do go no he in on it is as at by or to up us we bin ping pong tan van den der dick harry don dot ken kit lee les lou lot ' +
    'bay berry buck carol cash chance cherry clay cliff colt cotton cross dale dash davis ed era forest gale glen gray grey heath heather herb hunter ' +
    'jean jet jewel josh junior justice kelvin kent lark laurel linen lionel lynn major marina marshal merit misty nova ocean page parker paris phil ' +
    'piper porter prince princess queen rain randy raven reed reese rex river rock rod rowan royal russell sierra sonny spike teddy terry trinity true ' +
    'viola wayne woody york call mail post note next new plan team sales order offer quote demo pilot test'
  ).split(' '),
);

/** Words behind which somebody's name is expected. */
export const beforeName =
  /(?:^|[^\p{L}])(?:met|meet|meeting|with|w\/|called|call|calling|phoned|rang|saw|seen|see|visited|visit|visiting|e-?mailed|e-?mail|mailed|wrote|texted|told|asked|ask|tell|thanked|invited|introduced|spoke to|talked to|talk to|to|from|and|&|by|for|dinner|lunch|coffee|wechat|via|cc|plus|attendees?:?|,)\s*$/iu;
/** Behind these a name of a month is the month. */
export const beforeMonth =
  /(?:^|[^\p{L}])(?:in|by|of|until|till|since|this|next|last|early|late|mid|before|after|during|through|end of|from|for)[\s-]+$/iu;
export const monthWords: ReadonlySet<string> = new Set(['may', 'april', 'june', 'august', 'jan', 'mar', 'march']);

/** Given names that are everyday words, so that alone they say nothing. */
export const ordinaryGiven: ReadonlySet<string> = new Set(
  '国庆 建国 和平 建设 光明 胜利 春节 元旦 中华 东方 华东 华北 华南 华中 海洋 世界 平安 长春 新华 文化 天津 上海 北京 南京 发展 成功 高兴 前进 建军 青年 明天 晓得 立刻 立春 太平 小时 文明 永远 保证 志愿 正好 长江 黄河 泰山 红星 方向 先进 新年'.split(
    ' ',
  ),
);

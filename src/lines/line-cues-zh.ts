import type { Cue } from './line-cue.ts';

const chinese = (words: string): RegExp => new RegExp(words, 'gu');

/** Chinese words for each kind. */
export const chineseCues: readonly Cue[] = [
  { kind: 'wechat', words: chinese('企业微信|企微|微信(?!号|公众|支付|小程序)|发微|语音微信') },
  {
    kind: 'call',
    words: chinese(
      '打了?(?:个|一个|通|几个|好几个)?(?:电话|手机)|(?:去|来|回|通|接|挂|致)了?(?:个|一个|通)?电(?:话)?(?![脑器力子气缆池机源动梯网站商厂邮])|电话(?!号|是|改|簿|机|本|费|线|中心|：?[0-9])|通了?(?:个|一个)?话(?!题)|打给|语音通话|连线|视频通话|电联|电询',
    ),
  },
  {
    kind: 'email',
    words: chinese(
      '(?:发|写|去|回|来|寄)了?(?:一?封|份)?(?:电?邮件?|信(?![息用任心号]|贷))|电?邮件(?!地址|系统)|电邮|发邮',
    ),
  },
  { kind: 'social', words: chinese('朋友圈|领英|微博|抖音|小红书|脉脉|知乎|社交媒体|私信') },
  {
    kind: 'event',
    words: chinese(
      '展会|展览会?|博览会|广交会|进博会|交易会|[\\p{Script=Han}]{1,4}展(?=上|[，,。；;\\s]|$)|参展|论坛|峰会|沙龙|酒会|晚宴|午宴|宴请|宴会|饭局|吃了?(?:个|顿)?(?:饭|午饭|晚饭|火锅|工作餐)|聚餐|请客|请吃饭|聚了?(?:一?下|会)|午餐|晚餐|共进|年会|发布会|研讨会|订货会|推介会|招商会|酒局|喝酒|高尔夫|打球|答谢会|团建',
    ),
  },
  {
    kind: 'visit',
    words: chinese(
      '拜访|走访|回访了|登门|上门|到访|来访|造访|探访|实地|参观|考察|驻场|到现场|去现场|现场(?:拜|走|勘|查|看|交)|(?:去|到|跑)了?(?:一趟|趟)?(?:他们|对方|客户|他|她|贵)?[\\p{Script=Han}]{0,4}(?:公司|工厂|厂里|厂区|办公室|总部|车间|门店|仓库|医院|学校|工地|现场|基地)(?!的?(?:人|同事|员工))|去了一趟|跑了一趟',
    ),
  },
  {
    kind: 'meeting',
    words: chinese(
      '(?:线上|视频|云)(?:拜访|走访|参观)|开了?(?:个|一个|一次|场|一场|完|过)?(?:[\\p{Script=Han}]{0,4})会(?![议计员谈面]?[室费])|会议(?!室|纪要|日程|材料)|例会|周会|评审会|启动会|沟通会|交流会|碰头会|视频会|线上会|座谈|会谈|会面|会晤|见面|见了|见到|碰面|碰了?个?头|面谈|面聊|当面|洽谈|谈判|约见|喝茶|喝咖啡|茶叙|坐了坐|汇报了|演示了|交流了',
    ),
  },
];

const planWords =
  /(?:(?<![合契条大节制签违特])约(?:了|好|定|在)?|预约|计划|打算|准备(?!了)|拟|将|想|希望|要求|需要|安排|邀请?|定于|商定|确定|敲定|下次|下回|改天|回头|明天|后天|下周|下个?月|改到|推迟|取消|争取|等)[^，,；;。]{0,12}$/u;
/** 定了周五开会: to come, unless the deed is told as done. */
const isTold = (words: string, after: string): boolean => /[了过]/.test(words) || /^(?:了|过|完|回来|结束)/.test(after);

/** Whether what stands before a cue makes it something that is to come. */
export const chineseIntent = (before: string, words: string, after: string): boolean =>
  planWords.test(before) && !isTold(words, after);

/** What says that the deed did not happen. */
export const chineseNegation = {
  before:
    /(?:没有?|未|未能|没能|没来得及|没去|别|不用|不必|无需|还没|尚未|忘了|来不及)(?:去|给[^，,；;。]{0,6}|和[^，,；;。]{0,6}|跟[^，,；;。]{0,6}|再|时间)?$/u,
  after: /^[^，,；;。了]{0,6}(?:取消|推迟|延期|改期|没开成|没去成|未成行|改到|改约)/u,
};

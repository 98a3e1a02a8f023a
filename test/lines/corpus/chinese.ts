import type { CorpusLine } from './line.ts';

type Told = Omit<CorpusLine, 'line' | 'to' | 'language'>;

/** A line typed by somebody who works in Chinese. */
const zh = (line: string, to: string | null, told: Told = {}): CorpusLine => ({ line, to, language: 'zh', ...told });

const huatai = '华泰科技有限公司';
const ruifeng = '瑞丰化工';

/** Lines in Chinese: verbs glued to names, surnames with titles, attempts, two accounts of one name. */
export const chineseLines: readonly CorpusLine[] = [
  // how they met
  zh('记录 华泰科技 拜访李总，确认试点', huatai, { kind: 'visit', people: ['李伟'] }),
  zh('记录华泰科技 拜访李总，确认试点', huatai, { kind: 'visit', people: ['李伟'] }),
  zh('记录华泰科技拜访李总，确认试点', huatai, { kind: 'visit', people: ['李伟'] }),
  zh('记录：华泰科技：拜访李总，确认试点', huatai, { kind: 'visit', people: ['李伟'] }),
  zh('记录 华泰科技，与王工开会讨论接口', huatai, { kind: 'meeting', people: ['王芳'] }),
  zh('记录 华泰科技 见了张敏，价格还要谈', huatai, { kind: 'meeting', people: ['张敏'] }),
  zh('记录 华泰科技 电话张经理，下周付款', huatai, { kind: 'call', people: ['张敏'] }),
  zh('记录 华泰科技 给王芳打了个电话，设备已到货', huatai, { kind: 'call', people: ['王芳'] }),
  zh('记录 华泰科技 王工来电说样品合格', huatai, { kind: 'call', people: ['王芳'] }),
  zh('记录 华泰科技 微信联系李总，回复说可以', huatai, { kind: 'wechat', people: ['李伟'] }),
  zh('记录 华泰科技 发邮件给张敏，附报价单', huatai, { kind: 'email', outcome: 'attempt', people: ['张敏'] }),
  zh('记录 华泰科技 发邮件给张敏，她已回复同意', huatai, { kind: 'email', people: ['张敏'] }),
  zh('记录 华泰科技 展会上碰到李总，聊了新产线', huatai, { kind: 'event', people: ['李伟'] }),
  zh('记录 华泰科技 晚上宴请李总和张经理', huatai, { kind: 'event', people: ['李伟', '张敏'] }),
  zh('记录 华泰科技 领英私信王芳，未回复', huatai, { kind: 'social', outcome: 'attempt', people: ['王芳'] }),
  zh('记录 华泰科技 视频会议，李伟、王芳、张敏都在', huatai, { kind: 'meeting', people: ['李伟', '王芳', '张敏'] }),
  zh('记录 华泰科技 和Li Wei开会', huatai, { kind: 'meeting', people: ['李伟'] }),
  zh('记录 华泰科技 met wang fang，样品ok', huatai, { kind: 'meeting', people: ['王芳'] }),
  zh('记录 Huatai 拜访李总', huatai, { kind: 'visit', people: ['李伟'] }),
  zh('记录 瑞丰化工 上门拜访李厂长，谈续约', ruifeng, { kind: 'visit', people: ['李伟'] }),
  zh('记录 瑞丰 拜访李厂长', ruifeng, { kind: 'visit', people: ['李伟'] }),
  zh('记录 瑞丰化工 李总同意续约', ruifeng, { kind: null, people: ['李强'] }),
  zh('记录 瑞丰化工 和李强吃了顿饭', ruifeng, { kind: 'event', people: ['李强'] }),
  zh('记录 瑞丰化工 电话赵工，已离职', ruifeng, { kind: 'call' }),
  zh('记录 瑞丰化工 电话赵磊，他已离职', ruifeng, { kind: 'call', people: ['赵磊'] }),
  zh('记录 长城汽车 走访工厂，孙经理陪同', '长城汽车', { kind: 'visit', people: ['孙丽'] }),
  zh('记录 长城汽车 孙经理说预算批了', '长城汽车', { kind: null, people: ['孙丽'] }),
  zh('记录 明德 拜访陈董，产能不足', '明德', { kind: 'visit', people: ['陈东'] }),
  zh('记录 明德：陈董事长来访', '明德', { kind: 'visit', people: ['陈东'] }),
  zh('记录 新华 和刘主任通话，合同走流程', '新华', { kind: 'call', people: ['刘洋'] }),
  zh('记录 电信集团 拜访吴处长，沟通扩容', '电信集团', { kind: 'visit', people: ['吴刚'] }),
  zh('记录 今天广告 何经理来访，看了样片', '今天广告', { kind: 'visit', people: ['何静'] }),
  zh('记录 待办科技 和高飞开会', '待办科技', { kind: 'meeting', people: ['高飞'] }),
  zh('记录 记录传媒 见了周杰', '记录传媒', { kind: 'meeting', people: ['周杰'] }),
  zh('记录 新建区医院 拜访陈主任，设备验收', '新建区医院', { kind: 'visit', people: ['陈晓东'] }),
  zh('记录新建区医院 陈主任来电，要发票', '新建区医院', { kind: 'call', people: ['陈晓东'] }),
  zh('log 华泰科技 拜访李总', huatai, { kind: 'visit', people: ['李伟'] }),
  zh('记录 华泰科技有限公司 开会，确认范围', huatai, { kind: 'meeting' }),
  zh('记录 “华泰科技有限公司” 开会', huatai, { kind: 'meeting' }),
  zh('记录 =明德 开会', '明德', { kind: 'meeting' }),
  zh('记录 华泰科技：见面聊了半小时，老李很满意', huatai, { kind: 'meeting', people: ['李伟'] }),
  zh('记录 华泰科技 没去拜访，改电话沟通', huatai, { kind: 'call' }),
  zh('记录 华泰科技 拜访取消，发了微信', huatai, { kind: 'wechat' }),
  zh('记录 华泰科技 约李总下周拜访', huatai, { kind: null, people: ['李伟'] }),
  zh('记录 华泰科技 预算通过', huatai, { kind: null }),
  zh('记录 华泰科技 拜访钱总，新来的采购总监', huatai, { kind: 'visit' }),
  zh('记录 华泰科技 拜访,李总確認試點', huatai, { kind: 'visit', people: ['李伟'] }),

  // nobody was reached
  zh('记录 华泰科技 电话没打通', huatai, { kind: 'call', outcome: 'attempt' }),
  zh('记录 华泰科技 李总没接电话', huatai, { kind: 'call', outcome: 'attempt', people: ['李伟'] }),
  zh('记录 华泰科技 打给张经理，无人接听', huatai, { kind: 'call', outcome: 'attempt', people: ['张敏'] }),
  zh('记录 华泰科技 未接', huatai, { kind: 'call', outcome: 'attempt' }),
  zh('记录 华泰科技 微信王工，没回', huatai, { kind: 'wechat', outcome: 'attempt', people: ['王芳'] }),
  zh('记录 华泰科技 拜访李总扑空', huatai, { kind: 'visit', outcome: 'attempt', people: ['李伟'] }),
  zh('记录 华泰科技 电话占线，后来李总回电了', huatai, { kind: 'call', people: ['李伟'] }),

  // in an account's channel
  zh('记录 电话没打通', '华泰科技有限公司', { channel: 'huatai', kind: 'call', outcome: 'attempt' }),
  zh('记录 拜访李总，确认试点', '华泰科技有限公司', { channel: 'huatai', kind: 'visit', people: ['李伟'] }),
  zh('记录 今天和王工开会', '华泰科技有限公司', { channel: 'huatai', kind: 'meeting', people: ['王芳'] }),
  zh('记录：见了张敏', '华泰科技有限公司', { channel: 'huatai', kind: 'meeting', people: ['张敏'] }),
  zh('记录 明德 拜访陈董', '明德', { channel: 'huatai', kind: 'visit', people: ['陈东'] }),

  // asked: nobody, somebody else, or several
  zh('记录华泰 拜访李总，确认试点；下一步：周五发报价', null),
  zh('记录 华泰 拜访李总', null),
  zh('记录 华泰：拜访李总', null),
  zh('记录 华泰：拜访李总', null, { channel: 'huatai' }),
  zh('记录 华太科技 拜访李总', null),
  zh('记录 华泰集团：拜访李总', null),
  zh('记录 万达：拜访王总', null, { channel: 'huatai' }),
  zh('记录 拜访李总，确认试点', null),
  zh('记录 电话没打通', null),
  zh('记路 华泰科技：拜访李总', null),
  zh('记录 htkj 拜访李总', null),
  zh('记录 明得：拜访陈董', null),
];

/**
 * Words with which a note begins, so that they are not taken for somebody's name: in `log first meeting with Bob` the first
 * word is not First Bank. The lists need not be whole: what is not in them is asked about.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What was done: behind a name, these say that the name has ended. */
export const deeds = list(`
  met meets called phoned rang visited emailed mailed wrote sent saw spoke talked chatted discussed agreed agrees signed replied
  answered texted messaged wechatted left asked asks wants wanted told said says confirmed confirms reviewed presented showed
  demoed pitched joined hosted invited had has have is was were will did didn't didnt does doesn't wasn't won't couldn't can't
  cannot dropped stopped went came got received gave shared reported complained renewed ordered approved rejected declined
  cancelled canceled postponed moved paid promised needs needed likes liked loves hates tried reached missed voicemail
  skyped zoomed pinged caught checked followed reminded thanked congratulated introduced negotiated closed won lost delivered
  installed trained tested started finished extended expects expected reads read planned plans considers considering looks
  looking ran held took brought bought toured attended walked dined lunched`);

/** Words that stand at the beginning of a note and are hardly a name by themselves. */
export const fillers = list(`
  a an the i we they he she it you my our their his her this that these those there here today yesterday tomorrow tonight
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun morning afternoon evening
  just also again finally briefly recently already still now then later earlier once twice first second third last next todo
  previous before after during over at on in with without to from by for about via per re regarding and or but so as no not
  nobody none never yes ok okay quick quickly short shortly long brief mr mrs ms miss dr prof sir madam dear left lots some
  several both all each every another other more less very too only even two three four five six seven eight nine ten one
  week month quarter year day jan feb mar apr jun jul aug sep sept oct nov dec january february march april june july august
  september october november december`);

/** Ordinary words of business that begin a note as well as they begin a company's name. */
export const ordinary = list(`
  good great nice bad poor fine well excellent productive useful helpful positive negative tough difficult hard easy
  constructive friendly warm cold happy unhappy sad angry big small large high low new old early late open closed full fast
  slow strong weak free busy important urgent key main major minor annual monthly weekly daily quarterly regular routine
  initial final follow follow-up followup catch catch-up catchup check check-in intro introduction introductory kick-off
  kickoff kick onboarding internal external video phone online remote onsite on-site site office lunch dinner breakfast
  coffee tea drinks drink beer meal show conference seminar webinar workshop training demo demonstration presentation pitch
  talk talks chat call calls meeting meetings meet visit visits email emails mail letter message messages text sms
  voicemail linkedin social event events party reception discussion discussions negotiation negotiations review reviews
  update updates status report feedback complaint complaints question questions request requests issue issues problem
  problems ticket support help service services pilot trial test poc project projects plan plans planning budget budgets
  price prices pricing quote quotes quotation offer offers proposal proposals contract contracts agreement deal deals order
  orders purchase payment payments invoice invoices delivery deliveries shipment shipping stock product products sample
  samples catalogue catalog brochure deck slides document documents nda procurement purchasing management board ceo cfo cto
  coo team teams staff people customer customers client clients partner partners supplier suppliers vendor competitor
  competitors user users buyer manager director head boss secretary assistant receptionist contact contacts renewal
  renewals upsell expansion churn risk targets goal goals date dates deadline deadlines time schedule agenda minutes notes
  note summary result results outcome decision decisions answer reply response news info information data holiday christmas
  congratulations thanks thank sorry waiting wait asking called-back callback back could would should may might can must
  shall let make made do done go going gone see seen come keep kept put set sit sat stand stay turn look find found think
  thought know known believe feel felt hear heard hope interest interested possible ready sure clear approval approved
  signature signed`);

/** Ordinary words that are as often part of a company's name: a note may begin with them, but behind a name they may go on it. */
export const nameLike = list(`
  special global international national local regional royal united general trade fair golf factory plant joint bank energy
  power water food paper steel oil gas air sun star point center centre central north south east west city house home park
  street market store shop express prime direct apple orange shell block square stripe gap delta visa oracle signal summit
  bridge spring summer autumn winter fall green red blue black white golden silver target legal finance financial tech
  technical sales marketing engineering production quality supply system systems software hardware machine machines line
  lines first-time quick-win`);

/** In Chinese: what was done, which ends the name before it. Never one character alone: 华泰会 may go on as a name. */
export const chineseDeeds: readonly string[] = [
  ...'拜访 走访 打了 打过 打给 送了 送样 寄样 陪同 碰到 遇到 加了 看了 去了 到了 来了 说了 上门 回访 到访 来访 登门 考察 参观 打电话 电话 致电 来电 去电 通话 通了 电联 回电 未接 没接 没打通 打不通 无人接 没人接'.split(
    ' ',
  ),
  ...'开会 开了 会议 会面 会谈 会见 面谈 见面 见了 见到 约见 碰面 碰头 洽谈 座谈 聊了 聊天 谈了 谈到 谈妥 谈好 沟通 交流 联系 对接 讨论'.split(
    ' ',
  ),
  ...'发邮件 邮件 发信 写信 回信 来信 收到 发了 寄了 寄出 微信 加了微信 发微信 朋友圈 领英 点赞 评论 私信 展会 参展 宴请 请客 吃饭 饭局 聚餐 晚宴 午餐 晚餐'.split(
    ' ',
  ),
  ...'同意 确认 答应 签约 签了 签订 续约 续签 下单 订货 付款 催款 回款 报价 询价 试点 试用 演示 介绍 反馈 投诉 抱怨 要求 提出 表示 希望 想要 决定 拒绝 推迟 取消 没回 没有 还没 未回 已经 回复 回应'.split(
    ' ',
  ),
];

/** Words that begin a Chinese note and say when, who or how. */
export const chineseFillers: readonly string[] = [
  ...'今天 昨天 前天 明天 今早 今晚 昨晚 上午 下午 中午 早上 晚上 傍晚 刚刚 刚才 刚 本周 上周 这周 周一 周二 周三 周四 周五 周六 周日 星期 礼拜'.split(
    ' ',
  ),
  ...'我们 我 咱们 对方 客户 他们 他 她 双方 大家 老板 领导 经理 主任 前台 秘书 助理 门卫 保安'.split(' '),
  ...'已 没 未 无人 没人 无法 不在 又 再 再次 第一次 首次 初次 顺利 临时 简单 短暂 一起 顺便 顺路 路过 线上 线下 现场 视频 远程 内部'.split(
    ' ',
  ),
  ...'合同 样品 价格 预算 方案 订单 发票 货款 交货 售后 问题 需求 计划 进度 新品 年度 季度 月度 例会 培训 关于'.split(
    ' ',
  ),
];

/** Nouns that begin a Chinese note, and end a company's name as well: 明德服务. */
export const chineseNouns: readonly string[] =
  '项目 产品 物流 服务 质量 系统 设备 培训 采购 技术 财务 市场 销售 电话 会议 微信 展会 交流'.split(' ');

/** What a Chinese organisation's name ends with: then it has not ended before. */
export const chineseOrganisation =
  /(?:公司|集团|中心|医院|学校|大学|学院|银行|研究院|研究所|设计院|事务所|工厂|厂|局|部|店|馆|社|协会|基金|酒店|科技|电子|股份|实业|传媒|机械|能源|医药|食品|物流|制造|工业|设备)$/u;

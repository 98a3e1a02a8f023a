import { staff } from '../support/app.ts';

/** A week of somebody who reads this language: what they type, press and read. */
export interface Week {
  readonly language: 'en' | 'zh';
  readonly who: string;
  /** Another manager, who gets accounts and steps. */
  readonly colleague: { readonly id: string; readonly name: string };
  /** An account of theirs with a history, as they type it, and as it is called. */
  readonly account: { readonly typed: string; readonly name: string };
  readonly words: Readonly<Record<Word, string>>;
}
type Word =
  | 'new'
  | 'met'
  | 'paper'
  | 'person'
  | 'wish'
  | 'theirCard'
  | 'whatTheyWant'
  | 'create'
  | 'addContact'
  | 'added'
  | 'line'
  | 'said'
  | 'uncertain'
  | 'logTo'
  | 'logLine'
  | 'takenBack'
  | 'restore'
  | 'log'
  | 'whatWasSaid'
  | 'summary'
  | 'nextStep'
  | 'step'
  | 'save'
  | 'logged'
  | 'message'
  | 'steps'
  | 'brief'
  | 'done'
  | 'undo'
  | 'more'
  | 'tomorrow'
  | 'giveTo'
  | 'give'
  | 'assignee'
  | 'cardHistory'
  | 'putBackCity'
  | 'putBack'
  | 'myDay'
  | 'teamDay'
  | 'team'
  | 'handover'
  | 'toWhom'
  | 'askApproval'
  | 'waits';

export const weeks: readonly Week[] = [
  {
    language: 'en',
    who: staff.manager,
    colleague: { id: staff.chineseManager, name: '李琦' },
    account: { typed: 'acme', name: 'Acme Corporation' },
    words: {
      new: '/account new',
      met: 'Halcyon Optics',
      paper: 'Jane Doe\nHead of Purchasing\nHarbour Street 12, 07745 Jena, Germany\nM +49 151 2345670',
      person: 'Jane Doe',
      wish: '40 sensors by May',
      theirCard: 'Their card',
      whatTheyWant: 'What they want',
      create: 'Create',
      addContact: 'Add contact',
      added: 'is added as a contact',
      line: '/account log acme: met Dana, pilot agreed; next: send pilot plan friday',
      said: 'met Dana, pilot agreed',
      uncertain: '/account log tidewter: called Sanne, no answer',
      logTo: 'Log to Tidewater Logistics',
      logLine: 'Tidewater Logistics',
      takenBack: 'Taken back for',
      restore: 'Restore',
      log: 'Log',
      whatWasSaid: 'What was said',
      summary: 'Went through the tender. Price is still open.',
      nextStep: 'Next step',
      step: 'Send the tender',
      save: 'Save',
      logged: 'Logged for',
      message: 'Acme Corporation: Dana called, she needs the drawings before Monday',
      brief: '/account brief',
      steps: '/account tasks',
      done: 'Done',
      undo: 'Undo',
      more: 'More',
      tomorrow: 'Tomorrow',
      giveTo: 'Give to…',
      give: 'Give',
      assignee: 'Who sees to it',
      cardHistory: 'History',
      putBackCity: 'Put back City: Ulm',
      putBack: 'Put back',
      myDay: 'My day',
      teamDay: '团队今天',
      team: '我的团队',
      handover: '/account handover',
      toWhom: 'To whom',
      askApproval: 'Ask for approval',
      waits: 'Nothing has moved yet',
    },
  },
  {
    language: 'zh',
    who: staff.chineseManager,
    colleague: { id: staff.manager, name: 'Maya Fischer' },
    account: { typed: '华泰', name: '华泰科技有限公司' },
    words: {
      new: '/account 新建',
      met: '展台仪器',
      paper: '钱多多\n采购经理\n手机：1380013907\n地址：浙江省杭州市西湖区文三路 8 号',
      person: '钱多多',
      wish: '五月前要 40 个传感器',
      theirCard: '对方名片',
      whatTheyWant: '客户需求',
      create: '创建',
      addContact: '添加联系人',
      added: '已添加联系人',
      line: '/account 记录华泰 拜访李总，确认试点；下一步：周五发报价',
      said: '拜访李总，确认试点',
      uncertain: '/account 记录云帆公司 给周婷打电话，没打通',
      logTo: '记到 云帆软件',
      logLine: '云帆软件',
      takenBack: '已撤销',
      restore: '恢复',
      log: '记录',
      whatWasSaid: '聊了什么',
      summary: '和李总过了一遍标书，价格未定。',
      nextStep: '下一步',
      step: '发标书',
      save: '保存',
      logged: '已记到',
      message: '华泰科技：李伟来电，周一前要图纸',
      brief: '/account 简报',
      steps: '/account 待办',
      done: '完成',
      undo: '撤销',
      more: '更多',
      tomorrow: '明天',
      giveTo: '转给…',
      give: '转给',
      assignee: '负责人',
      cardHistory: '历史',
      putBackCity: '恢复城市：Ulm',
      putBack: '恢复',
      myDay: '今天',
      teamDay: '团队今天',
      team: '我的团队',
      handover: '/account 移交',
      toWhom: '移交给',
      askApproval: '提交审批',
      waits: '目前没有任何变动',
    },
  },
];

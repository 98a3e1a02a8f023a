import type { CorpusLine } from './line.ts';

/** A visit to 李总 of 华泰科技 with one next step, in the words behind the note. */
const step = (
  words: string,
  title: string,
  on: string | null,
  more: { day?: string; time?: string } = {},
): CorpusLine => ({
  line: `记录 华泰科技 拜访李总，确认试点${words}`,
  language: 'zh',
  to: '华泰科技有限公司',
  kind: 'visit',
  people: ['李伟'],
  ...(more.day && { on: more.day }),
  steps: [{ title, on, ...(more.time && { time: more.time }) }],
});

/** Next steps in Chinese, with days in every form. Typed on a Friday unless a day is given. */
export const chineseSteps: readonly CorpusLine[] = [
  step('；下一步：周五发报价', '发报价', '2026-12-04'),
  step('；下一步:下周三前发方案', '发方案', '2026-12-02'),
  step('。下一步，下下周一签合同', '签合同', '2026-12-07'),
  step('，下一步月底前回款', '回款', '2026-11-30'),
  step(' 下一步：两周后回访', '回访', '2026-12-11'),
  step('；待办：十五号发样品', '发样品', '2026-12-15'),
  step('；待办 明天上午发会议纪要', '发会议纪要', '2026-11-28', { time: '09:00' }),
  step('；下一步：下周二下午3点半演示', '演示', '2026-12-01', { time: '15:30' }),
  step('；下一步：12月5日给王工打电话', '给王工打电话', '2026-12-05'),
  step('；下一步：发报价（下周一前）', '发报价', '2026-11-30'),
  step('；下一步：３天内回复', '回复', '2026-11-30'),
  step('；下一步：年底前续约', '续约', '2026-12-31'),
  step('；下一步：下个月15号复盘', '复盘', '2026-12-15'),
  step('；下一步：后天寄合同', '寄合同', '2026-11-29'),
  step('；下一步：2027年1月8日验收', '验收', '2027-01-08'),
  step('；下一步：3/4 回访', '回访', null),
  step('；下一步：元旦前发方案', '元旦前发方案', null),
  step('；下一步：尽快发样品', '尽快发样品', null),
  step('；下一步：准备5号楼的报价', '准备5号楼的报价', null),
  step('；下一步：send quote friday', 'send quote', '2026-12-04'),
  step('；next: 周三发报价', '发报价', '2026-12-02'),
  step('；下一步：周三发报价', '发报价', '2026-11-25', { day: '2026-11-23' }),
  step('；下一步：月底前发报价', '发报价', '2026-12-31', { day: '2026-12-31' }),
  step('；下一步：明天发报价', '发报价', '2027-01-01', { day: '2026-12-31' }),
  step('；下一步：30号发报价', '发报价', '2027-03-30', { day: '2027-01-31' }),
  step('；下一步：下周五发报价', '发报价', '2026-12-04', { day: '2026-11-29' }),
  step('；下一步：一年后续约', '续约', '2029-02-28', { day: '2028-02-29' }),
  {
    line: '记录 华泰科技 拜访李总；下一步：周一发报价；待办：月底开票',
    language: 'zh',
    to: '华泰科技有限公司',
    kind: 'visit',
    people: ['李伟'],
    steps: [
      { title: '发报价', on: '2026-11-30' },
      { title: '开票', on: '2026-11-30' },
    ],
  },
  {
    line: '记录 讨论了下一步的合作，李总很积极',
    channel: 'huatai',
    language: 'zh',
    to: '华泰科技有限公司',
    kind: null,
    people: ['李伟'],
  },
  {
    line: '记录 待办科技 开会，下一步：周一寄样',
    language: 'zh',
    to: '待办科技',
    kind: 'meeting',
    steps: [{ title: '寄样', on: '2026-11-30' }],
  },
];

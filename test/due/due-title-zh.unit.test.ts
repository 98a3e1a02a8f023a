import { expect, test } from 'vitest';
import { readDue } from '../../src/due/due-words.ts';

/** Friday 27 November 2026, ten in the morning in Shanghai. */
const friday = new Date('2026-11-27T02:00:00Z');
const zone = 'Asia/Shanghai';

test.each([
  ['周五发报价', '发报价'],
  ['周五前发报价', '发报价'],
  ['周五之前，发报价', '发报价'],
  ['在周五前给李总发报价', '给李总发报价'],
  ['请于12月3日前回复', '请回复'],
  ['最迟下周三给方案', '给方案'],
  ['截止月底完成验收', '完成验收'],
  ['给李总打电话，明天上午10点', '给李总打电话'],
  ['发报价（周五前）', '发报价'],
  ['发报价，周五，抄送王工', '发报价，抄送王工'],
  ['周五前往北京', '前往北京'],
  ['12月10日前提交方案', '提交方案'],
  ['三天内回电话', '回电话'],
  ['一个月后续约', '续约'],
  ['两周后续签合同', '续签合同'],
  ['后天 发 Acme 报价', '发 Acme 报价'],
  ['周五', '周五'],
  ['在周五前', '在周五前'],
  ['每周五发周报', '每周五发周报'],
  ['现在周五发报价', '现在发报价'],
])('of %s the title is %s (R12)', (text, title) => {
  expect(readDue(text, { now: friday, zone, language: 'zh' }).title).toBe(title);
});

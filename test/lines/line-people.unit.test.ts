import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchPeople } from '../../src/lines/line-people.ts';

const contact = (name: string, title: string | null = null, leftOn: string | null = null) => ({
  id: name,
  name,
  title,
  leftOn,
});

/** An account whose people have everything that makes names hard. */
const people = [
  contact('李伟', '总经理'),
  contact('李强', '工程师'),
  contact('王芳'),
  contact('陈晓明', '采购经理'),
  contact('欧阳明'),
  contact('刘洋', '采购经理'),
  contact('刘波', '采购经理'),
  contact('赵丽', null, '2026-01-01'),
  contact('单国强'),
  contact('Zhang San'),
  contact('Dana Whitfield', 'CFO'),
  contact('May Chen'),
  contact('Mark Ortega'),
  contact('Jean-Luc Picard'),
  contact("Sean O'Brien"),
  contact('Hans van Dyke'),
  contact('José García'),
  contact('Tom Baker', null, '2026-01-01'),
  contact('Anna Kelly'),
  contact('Kelly Brook'),
];

const read = (note: string): string => {
  const { found, ambiguous, unknown } = matchPeople(note, people);
  return [
    found.join(', '),
    ...ambiguous.map(({ said, contactIds }) => `${said}? ${contactIds.join('/')}`),
    ...unknown.map((said) => `new ${said}`),
  ]
    .filter(Boolean)
    .join('; ');
};

test.each([
  ['met Dana Whitfield', 'Dana Whitfield'],
  ['met dana whitfield', 'Dana Whitfield'],
  ['met Whitfield, Dana', 'Dana Whitfield'],
  ['met Dana', 'Dana Whitfield'],
  ['met dana and mark', 'Dana Whitfield, Mark Ortega'],
  ['Dana’s boss agreed', 'Dana Whitfield'],
  ['met Ms. Whitfield', 'Dana Whitfield'],
  ['met Mr Ortega and Dr van Dyke', 'Mark Ortega, Hans van Dyke'],
  ['called Whitfield', 'Dana Whitfield'],
  ['met jose garcia', 'José García'],
  ['met José', 'José García'],
  ['met Jean Luc Picard', 'Jean-Luc Picard'],
  ["call with O'Brien", "Sean O'Brien"],
  ['call with O’Brien', "Sean O'Brien"],
  ['met Li Wei', '李伟'],
  ['met Wei Li', '李伟'],
  ['met liwei', '李伟'],
  ['met LI WEI', '李伟'],
  ['met Chen Xiaoming', '陈晓明'],
  ['met Xiaoming Chen', '陈晓明'],
  ['met chen xiao ming', '陈晓明'],
  ['met Ouyang Ming', '欧阳明'],
  ['met Shan Guoqiang', '单国强'],
  ['met Ms Wang', '王芳'],
  ['met zhang san', 'Zhang San'],
  ['met San Zhang', 'Zhang San'],
  ['和张三开会', 'Zhang San'],
  ['拜访李伟，确认试点', '李伟'],
  ['拜访李总，确认试点', '李伟'],
  ['李工说设备正常', '李强'],
  ['王总同意', '王芳'],
  ['王女士来电', '王芳'],
  ['欧阳总在场', '欧阳明'],
  ['和陈经理、欧阳明开会', '陈晓明, 欧阳明'],
  ['晓明说可以', '陈晓明'],
  ['小王收了样品', '王芳'],
  ['跟张总吃饭', 'Zhang San'],
  ['Zhang总同意', 'Zhang San'],
  ['拜访李伟（李总）', '李伟'],
  ['met May', 'May Chen'],
  ['met May and April', 'May Chen'],
  ['met May in May', 'May Chen'],
  ['sat with Mark', 'Mark Ortega'],
  ['Mark didn’t pick up', 'Mark Ortega'],
])('"%s" names %s', (note, found) => {
  expect(read(note)).toBe(found);
});

test.each([
  ['met Li', 'Li? 李伟/李强'],
  ['刘经理来电', '刘经理? 刘洋/刘波'],
  ['met Mr Liu', 'Mr Liu? 刘洋/刘波'],
  ['met Kelly', 'Kelly? Kelly Brook/Anna Kelly'],
])('"%s" fits several, who are asked: %s', (note, asked) => {
  expect(read(note)).toBe(asked);
});

test.each([
  ['left voicemail for Mr Miller', 'new Mr Miller'],
  ['met Dr. van der Berg', 'new Dr. van der Berg'],
  ['吴总来电', 'new 吴总'],
  ['见了孙经理和周工', 'new 孙经理; new 周工'],
  ['met Dana Smith', 'new Dana Smith'],
  ['拜访李文经理', 'new 李文经理'],
  ['诸葛总介绍了产品', 'new 诸葛总'],
])('"%s" speaks of somebody whom nobody here is: %s', (note, said) => {
  expect(read(note)).toBe(said);
});

test.each([
  'prices go up in May',
  'delivery by 5 May',
  'may need approval',
  'mark the date',
  'He confirmed the order',
  'they will ask the board',
  '提高总价',
  '王工作报告已发',
  '完成总结',
  '双方总体满意',
  '最高总额',
  '公司总部搬迁',
  '展会人多',
  '对总包方案不满',
  '订单总量增加',
  '小时工太贵',
  'pilot agreed',
  '向总经理汇报',
])('"%s" names nobody', (note) => {
  expect(read(note)).toBe('');
});

test('who has left is meant only by the whole name', () => {
  expect(read('met Tom Baker')).toBe('Tom Baker');
  expect(read('met Tom')).toBe('');
  expect(read('拜访赵丽')).toBe('赵丽');
  expect(read('拜访赵总')).toBe('new 赵总');
  const both = [contact('Tom Baker', null, '2026-01-01'), { ...contact('Tom Baker'), id: 'here' }];
  expect(matchPeople('met Tom Baker', both).found).toEqual(['here']);
});

test('without a title to tell them apart, two of one surname are asked', () => {
  const two = [contact('李伟', '总经理'), contact('李强')];
  expect(matchPeople('李总同意', two).ambiguous).toEqual([{ said: '李总', contactIds: ['李伟', '李强'] }]);
  expect(matchPeople('李伟介绍，李总同意', two)).toEqual({ found: ['李伟'], ambiguous: [], unknown: [] });
});

test('two contacts of one name are asked', () => {
  const two = [contact('李伟'), { ...contact('李伟'), id: 'other' }];
  expect(matchPeople('拜访李伟', two).ambiguous).toEqual([{ said: '李伟', contactIds: ['李伟', 'other'] }]);
});

test('whatever is typed and whatever contacts are called, only contacts are found, and what is said stands in the note', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 20, unit: 'binary' }),
    fc.constantFrom('李', '总', 'Li', '', 'May', '1', '王 Li', '%'),
  );
  const note = fc.oneof(
    fc.string({ maxLength: 80, unit: 'binary' }),
    fc
      .array(fc.constantFrom('李', '总', '工', 'Mr ', 'Li ', 'Wei', '王', '欧阳', '经理', ' ', ',', "'s", 'May'), {
        maxLength: 20,
      })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(note, fc.array(name, { maxLength: 6 }), (text, names) => {
      const contacts = names.map((each, at) => ({ id: String(at), name: each, title: null, leftOn: null }));
      const { found, ambiguous, unknown } = matchPeople(text, contacts);
      const ids = [...found, ...ambiguous.flatMap(({ contactIds }) => contactIds)];
      expect(ids.every((id) => contacts.some((each) => each.id === id))).toBe(true);
      expect([...ambiguous.map(({ said }) => said), ...unknown].every((said) => text.includes(said))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test.each(['李', 'Li ', 'Mr ', '李总', 'Dana ', "O'", ' '])('a note of 100 kB of "%s" is read (T-47)', (piece) => {
  expect(matchPeople(piece.repeat(100_000 / piece.length), people)).toBeDefined();
});

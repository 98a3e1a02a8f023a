import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interactionKinds, outcomes } from '../../src/interactions/interaction.ts';
import { readCues } from '../../src/lines/line-cues.ts';

const read = (note: string): string => {
  const { kind, outcome } = readCues(note);
  return `${kind ?? '?'} ${outcome ?? '-'}`;
};

test.each([
  ['met Li Wei, pilot agreed', 'meeting -'],
  ['Met Li Wei, will email the deck', 'meeting -'],
  ['meeting with Li, budget is fine', 'meeting -'],
  ['had a meeting with Dana about renewal', 'meeting -'],
  ['QBR with the ops team', 'meeting -'],
  ['kick-off with Dana and Mark', 'meeting -'],
  ['coffee with Dana, she is worried about price', 'meeting -'],
  ['sat down with their CFO', 'meeting -'],
  ['demo’d the new module, they liked it', 'meeting -'],
  ['met Li, no answer yet on the budget', 'meeting -'],
  ['met Dana on Zoom', 'meeting -'],
  ['met Dana, then called Mark', 'meeting -'],
  ['Dana did not show up for the meeting', 'meeting attempt'],
  ['call with Dana, price is ok', 'call -'],
  ['called to arrange a meeting', 'call -'],
  ['called Li to confirm the visit next week', 'call -'],
  ['phoned Mr Miller re: invoice', 'call -'],
  ['rang Dana', 'call -'],
  ['quick call - they met the target', 'call -'],
  ['video call with the lab', 'call -'],
  ['spoke with Dana by phone', 'call reached'],
  ['agreed by phone to meet friday', 'call -'],
  ['conference call about Q3', 'call -'],
  ['call Dana, no answer', 'call attempt'],
  ['called, no answer', 'call attempt'],
  ['called twice, didn’t pick up', 'call attempt'],
  ['left voicemail', 'call attempt'],
  ['left a voicemail for Dana', 'call attempt'],
  ['tried to call Dana', 'call attempt'],
  ['phone off', 'call attempt'],
  ['called Dana, line busy', 'call attempt'],
  ['could not reach Dana by phone', 'call attempt'],
  ['called, went straight to voicemail, she called back', 'call reached'],
  ['call Dana, no answer on pricing yet', 'call -'],
  ['emailed Dana the offer', 'email attempt'],
  ['e-mail to Dana with the deck', 'email attempt'],
  ['wrote to Dana about the renewal', 'email attempt'],
  ['sent them an email with prices', 'email attempt'],
  ['emailed Dana, she replied: fine', 'email reached'],
  ['mail to Li, answered at once', 'email reached'],
  ['emailed Dana, no reply', 'email attempt'],
  ['emailed Dana, not replied yet', 'email attempt'],
  ['emailed, hasn’t replied', 'email attempt'],
  ['agreed on the price by email', 'email attempt'],
  ['visited their plant in Ulm', 'visit -'],
  ['visit to the warehouse, forklift broken', 'visit -'],
  ['site visit, safety is an issue', 'visit -'],
  ['dropped by, reception took the samples', 'visit -'],
  ['met Li at their office', 'visit -'],
  ['went to see Dana in Leeds', 'visit -'],
  ['visited, nobody there', 'visit attempt'],
  ['WeChat with Li, sample ok', 'wechat -'],
  ['wechat call with Li', 'wechat -'],
  ['texted on wechat, no reply', 'wechat attempt'],
  ['LinkedIn message to Mark', 'social attempt'],
  ['messaged Mark on LinkedIn, he replied', 'social reached'],
  ['met Dana at the Hannover trade fair', 'event -'],
  ['trade fair: stand visit by Dana', 'event -'],
  ['dinner with Li and Wang', 'event -'],
  ['lunch with Dana', 'event -'],
  ['took Dana out to dinner', 'event -'],
  ['conference in Lyon, met the new CTO', 'event -'],
  ['met over dinner', 'event -'],
  ['Dana no-show', 'meeting attempt'],
  ['video conference with Dana', 'meeting -'],
  ['emailed Dana, she agreed', 'email reached'],
])('"%s": %s', (note, said) => {
  expect(read(note)).toBe(said);
});

test.each([
  ['拜访李总，确认试点', 'visit -'],
  ['上门拜访王工，设备正常', 'visit -'],
  ['去他们工厂看了产线', 'visit -'],
  ['走访客户，反馈不错', 'visit -'],
  ['上门，李总不在', 'visit attempt'],
  ['拜访扑空', 'visit attempt'],
  ['拜访未果', 'visit attempt'],
  ['到访公司总部，见了张董', 'visit -'],
  ['和李总开会，谈了预算', 'meeting -'],
  ['开会讨论方案', 'meeting -'],
  ['会议：确认需求', 'meeting -'],
  ['见了李总和王工', 'meeting -'],
  ['跟张经理见面聊了价格', 'meeting -'],
  ['线上会议，演示了新版', 'meeting -'],
  ['腾讯会议沟通进度', 'meeting -'],
  ['与采购部座谈', 'meeting -'],
  ['当面确认了合同条款', 'meeting -'],
  ['见面后约了下周拜访', 'meeting -'],
  ['和李总开会，对方没回复预算', 'meeting -'],
  ['电话李总，约下周拜访', 'call -'],
  ['打电话给王工，说样品收到', 'call -'],
  ['给李总打了个电话', 'call -'],
  ['致电张主任确认时间', 'call -'],
  ['跟刘经理通话半小时', 'call -'],
  ['李总来电，要求降价', 'call -'],
  ['电话会议讨论交期', 'call -'],
  ['电话没打通', 'call attempt'],
  ['没打通', 'call attempt'],
  ['打电话给李总，未接', 'call attempt'],
  ['李总没接电话', 'call attempt'],
  ['打了两次电话都没人接', 'call attempt'],
  ['无人接听', 'call attempt'],
  ['电话占线', 'call attempt'],
  ['手机关机', 'call attempt'],
  ['没打通，后来李总回电了', 'call reached'],
  ['电话打通了，说下周付款', 'call reached'],
  ['发邮件给李总，附上报价', 'email attempt'],
  ['邮件发了合同草案', 'email attempt'],
  ['发邮件给王总，没回', 'email attempt'],
  ['发邮件给王总，还没回复', 'email attempt'],
  ['发邮件给王总，他回复了，同意', 'email reached'],
  ['邮件沟通，对方已回复', 'email reached'],
  ['微信联系李总，样品可以', 'wechat -'],
  ['微信发了报价', 'wechat -'],
  ['微信上李总没回', 'wechat attempt'],
  ['发了微信给李总，暂无回复', 'wechat attempt'],
  ['发邮件给李总，对方同意了', 'email reached'],
  ['发微信问进度，回复说下周', 'wechat reached'],
  ['加了微信', 'wechat -'],
  ['朋友圈点赞评论', 'social attempt'],
  ['领英私信采购总监，未回复', 'social attempt'],
  ['广交会展位上碰到王总', 'event -'],
  ['展会上见了李总', 'event -'],
  ['晚上宴请李总一行', 'event -'],
  ['和张主任吃了顿饭', 'event -'],
  ['参加他们的年会', 'event -'],
  ['饭局，李总介绍了新采购', 'event -'],
])('%s: %s', (note, said) => {
  expect(read(note)).toBe(said);
});

test.each([
  'pilot agreed, budget approved',
  'wants a meeting next week',
  'did not call yet',
  'haven’t met them yet',
  'meeting cancelled',
  'visit postponed to March',
  'will email the deck',
  'price too high',
  'their call center is closing',
  'asked for his email address',
  'confirmed the order',
  '同意试点，预算通过',
  '约李总下周拜访',
  '还没去拜访',
  '没见面',
  '会议取消',
  '计划下周开会',
  '价格太高',
  '要了电话号码',
  '签了合约',
  '展望明年',
  '有机会合作',
  '李总不接受报价',
])('"%s" does not say how they met: asked, not guessed', (note) => {
  expect(readCues(note).kind).toBeNull();
});

test.each([
  ['did not call, emailed instead', 'email attempt'],
  ['meeting cancelled, called Dana instead', 'call -'],
  ['没打电话，发了微信', 'wechat -'],
  ['取消了拜访，改电话沟通', 'call -'],
])('what did not happen gives way to what did: "%s"', (note, said) => {
  expect(read(note)).toBe(said);
});

test('whatever is typed, the answer is a kind and an outcome or that there is none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (note) => {
      const { kind, outcome, cue } = readCues(note);
      expect(kind === null || interactionKinds.includes(kind)).toBe(true);
      expect(outcome === null || outcomes.includes(outcome)).toBe(true);
      expect(note.includes(cue)).toBe(true);
    }),
  );
});

test.each(['met ', '电话', '没', 'to ', 'at the ', '约', 'sent an ', ' '])(
  'a note of 100 kB of "%s" is read (T-47)',
  (piece) => {
    expect(readCues(piece.repeat(100_000 / piece.length))).toBeDefined();
  },
);

import type { InteractionKind, Outcome } from '../interactions/interaction.ts';

/** What a note says about whether somebody answered. */
export interface SaidOutcome {
  /** `null`: it says both, or that nothing happened. */
  readonly outcome: Outcome | null;
  /** The kind that the words are used of, where no other word says one. */
  readonly implies: InteractionKind | null;
  readonly words: string;
}

const en = (words: string): RegExp =>
  new RegExp(`(?<![\\p{Script=Latin}\\p{N}_])(?:${words})(?![\\p{Script=Latin}\\p{N}_])`, 'iu');

/** Nobody was at the other end of the line. */
const unreachedLine = [
  en(
    "voice ?mails?|vm|tried (?:to (?:call|phone|ring)|calling|phoning|ringing)|attempted to (?:call|phone|ring)|answering machine|left (?:(?:him|her|them|\\p{L}+) )?(?:an? )?(?:message|msg|vm)|rang out|(?:line|number) (?:was )?(?:busy|engaged|dead)|engaged tone|busy (?:tone|signal)|(?:did|does|do|was|is|has|have)(?:n['’]?t| not) (?:pick(?:ing)? up|picked up|answer(?:ing)? (?:the |his |her )?(?:phone|call)s?)|not picking up|no pick-?up|nobody (?:picked up|home)|no ?one picked up|no dial tone|phone (?:was )?(?:off|switched off)|missed (?:each other|(?:him|her|them)(?! out))|(?:could|can|did)(?:n['’]?t| not) get through|did(?:n['’]?t| not) connect|straight to voicemail",
  ),
  /没打通|未打通|打不通|没通(?=$|[，,。；;\s])|没有?接(?!受|待|触|到通知|手)|未接(?!受|待|触)|没人接(?!待|手)|无人接(?!待|手)|没有人接|拒接|(?:手机|电话|对方)?(?:已?关机|停机)|占线|忙音|语音信箱|留了?言|不接(?!受|待|触)|接不通|没接通|未接通|无法接通|不在服务区|空号|挂断/u,
];
/** Nobody said anything back. */
const unanswered = [
  en(
    "(?:no|without) (?:answer|reply|response|feedback|reaction)(?: (?:yet|so far|from \\p{L}+|again))?(?! (?:on|about|to|regarding|for|as))|unanswered|not? (?:one )?(?:answered|answering|replied|responded)|(?:did|does|do|has|have|is|was)(?:n['’]?t| not)(?: yet)? (?:answer|answered|answering|reply|replied|respond|responded|come back|came back|get back|write back|react)(?:ed)?(?! to (?:the|our) question)|(?:never|yet to) (?:answer|repl|respond|came back|wrote back|c[ao]me back|get back)\\p{L}*|nobody (?:answered|replied|responded)|no ?one (?:answered|replied|responded|there)|(?:could|can|did)(?:n['’]?t| not) (?:reach|get hold of|get a hold of|catch|find)|cannot reach|unable to (?:reach|contact|catch)|un(?:reachable|available)|not reach(?:ed|able)|failed to reach|tried (?:to (?:reach|contact|catch)|reaching|contacting)|attempted to (?:reach|contact)|no (?:luck|contact)|ghosted|radio silence|not (?:available|reached|in|there)|out of (?:the )?office|(?:was|were) (?:out|away|busy)|silence",
  ),
  /(?:没有?|未|还没|尚未|一直没|不)(?:有)?(?:回复|回应|回信|回音|答复|反应|回电|回消息|回邮件|回微信|回我|搭理|理我)|(?:没|未|不)回(?=$|[，,。；;！!\s了我])|没动静|没消息|没下文|(?:没|未|无法|没能|未能)(?:有)?联系(?:到|上)|联系不(?:到|上)|没找到人|找不到人|石沉大海|已读不回|已读未回|没有?音讯|(?:暂|仍|尚|毫)?无(?:回复|回音|回应|反馈|人应答|人回)/u,
];
/** Nobody came, or was there. */
const absent = [
  en(
    "no[- ]?show(?:ed)?|did(?:n['’]?t| not) (?:show(?: up)?|turn up|come|appear|make it)|stood (?:me|us) up|never showed(?: up)?|(?:was|were)(?:n['’]?t| not) (?:there|in|available|at (?:his|her|their) desk)|nobody (?:there|was there|in)|not (?:there|in)",
  ),
  /没见到|未见到|没见着|没碰到|没碰上|扑了?个?空|爽约|放了?鸽子|没来(?!得及)|没到场|(?:人|他|她|总|工|经理|主任|都)不在|不在(?:公司|办公室|家|厂里)?(?=$|[，,。；;\s])|外出了?(?=$|[，,。；;\s])|吃了?闭门羹|没让进|未果|未遇|没人在|没有人在/u,
];
const noShow = /no[- ]?show|stood|爽约|鸽子/i;
/** Somebody did say something. */
const reached = [
  en(
    '(?:replied|answered|responded|wrote back|called back|rang back|phoned back|got back to (?:me|us)|came back (?:to (?:me|us)|with)|picked up|got through|returned (?:my|our|the) call|confirmed by return|spoke (?:to|with)|reached (?:him|her|them)|(?:got|received) (?:an? |the )?(?:reply|answer|response)|exchanged (?:e-?mails|messages))|reply:|(?<=[,;.:] )(?:(?:and|but) )?(?:he|she|they|\\p{Lu}\\p{Ll}+)(?: has| have)? (?:confirmed|agreed|agrees|accepted|accepts|declined|said|says|asked|asks|refused)|(?:e-?mail|mail) exchange',
  ),
  /(?:已|有|就|也|后来|随后|马上|立刻|很快|终于)?(?:回复|答复|回信|回电|回邮件|回消息)(?:了|说|称|同意|确认|表示|我|道|：|:)|(?:已|马上|立刻|很快|当天|秒)(?:回|回复|答复)|回了(?:邮件|信|消息|微信|电话|我)?|他回|她回|打通了|接通了|接了|联系上了|[，,；;。]\s?(?:对方|他|她|客户|[\p{Script=Han}]{1,2}[总工])(?:也|已|就)?(?:同意|确认|接受|答应|拒绝|说)|收到(?:了)?[\p{Script=Han}]{0,6}(?:回复|回信|答复)|往来邮件/u,
];
const negated =
  /(?:没有?|未|不|尚未|还没|(?:(?<![\p{L}])(?:not|never|no ?one|nobody|yet to|to be)|n['’]t)(?: \p{L}+)?)\s?$/iu;

/** What the note says about an answer; `null` when nothing. `kind` is how people met by its other words, if they say. */
export function outcomeIn(text: string, kind: InteractionKind | null): SaidOutcome | null {
  const isMeeting = kind === 'meeting' || kind === 'visit' || kind === 'event';
  const line = isMeeting ? null : firstOf(text, unreachedLine);
  const silent = isMeeting ? null : firstOf(text, unanswered);
  const gone = kind === null || isMeeting ? firstOf(text, absent) : null;
  const missed = line ?? silent ?? gone;
  const answer = isMeeting ? null : lastAnswer(text);
  if (missed && answer && answer.at > missed.at) return { outcome: 'reached', implies: null, words: answer.words };
  if (missed && answer) return { outcome: null, implies: null, words: missed.words };
  if (missed)
    return {
      outcome: 'attempt',
      implies: line ? 'call' : gone && noShow.test(gone.words) ? 'meeting' : null,
      words: missed.words,
    };
  return answer ? { outcome: 'reached', implies: null, words: answer.words } : null;
}

interface Said {
  readonly at: number;
  readonly words: string;
}

function firstOf(text: string, patterns: readonly RegExp[]): Said | null {
  const found = patterns.flatMap((pattern): Said[] => {
    const match = pattern.exec(text);
    return match ? [{ at: match.index, words: match[0] }] : [];
  });
  return found.sort((one, other) => one.at - other.at)[0] ?? null;
}

/** The last answer that was one: not "not answered", 没回复. */
function lastAnswer(text: string): Said | null {
  const all = reached.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))]
      .filter(({ index }) => !negated.test(text.slice(Math.max(0, index - 20), index)))
      .map((match): Said => ({ at: match.index, words: match[0] })),
  );
  return all.sort((one, other) => other.at - one.at)[0] ?? null;
}

import type { Cue } from './line-cue.ts';

const english = (words: string): RegExp =>
  new RegExp(`(?<![\\p{Script=Latin}\\p{N}_])(?:${words})(?![\\p{Script=Latin}\\p{N}_])`, 'giu');
/** A base form that opens the note: "call Li, no answer". */
const opening = (words: string): RegExp => new RegExp(`^\\s*(?:${words})(?![\\p{Script=Latin}\\p{N}_])`, 'giu');

const social = 'linked-?in|facebook|instagram|twitter|social media|weibo|xing';
const fair =
  '(?:trade|book|job|auto|motor)? ?(?:fair|(?<!no[- ])show(?! (?:up|him|her|them|me|us|that|how|the))|expo)|exhibition|(?<!(?:video|tele|web|audio) ?)conference(?! (?:call|room))|congress|summit|forum|symposium|webinar|workshop|seminar|gala|banquet|reception|roadshow|canton fair|convention|product launch|launch event|event';

/** English words for each kind. */
export const englishCues: readonly Cue[] = [
  {
    kind: 'wechat',
    words: english('(?:wechatted|wechat|we chat|weixin)(?! (?:id|number|no\\b|qr|contact))'),
  },
  {
    kind: 'call',
    words: english(
      '(?:by|over the|on the|via|per) (?:tele)?phone|(?:by|over a|on a|in a|via) (?:(?:quick|short|long|video|zoom|teams) )?call(?! for)',
    ),
    isMeans: true,
  },
  { kind: 'email', words: english('(?:by|via|over|per|in an|through) e-?mail|by mail'), isMeans: true },
  { kind: 'social', words: english(`(?:on|via|over|through) (?:${social})`), isMeans: true },
  {
    kind: 'call',
    words: english(
      '(?:re)?called(?! (?:off|for|it|him a|her a|in sick|out|on us|\\p{Lu}\\p{L}+ corp))|calling|phoned|telephoned|phoning|rang(?! true)|ringed|dialled|dialed|facetimed|skyped|(?:skype|facetime) with|gave (?:\\S+ ){1,3}(?:a )?(?:call|ring|buzz|bell)|spoke on|got (?:\\S+ ){1,3}on the (?:phone|line)|(?:phone|video|conference|telephone|voice|conf|zoom|teams|skype|follow-?up|intro|discovery|sales|check-?in|quick|cold|weekly|monthly)[- ]calls?(?! cent)|telco|teleconference|telephone(?! (?:number|no\\b))|phone(?! (?:number|no\\b|is|line))|tel|call(?! (?:cent(?:er|re)|off|for))',
    ),
  },
  {
    kind: 'email',
    words: english(
      '(?:e-?mailed|emailled|e-?mailing|wrote(?! off)|mailed|sent (?:\\S+ ){0,4}(?:an? )?(?:e-?mails?|mails?|letter)|e-?mails?(?! (?:address|is\\b|signature))|mail(?! (?:address|order|room)))',
    ),
  },
  { kind: 'email', words: opening('write to|email|e-mail|mail') },
  {
    kind: 'visit',
    words: english(
      "visited|visiting|visits?(?! card)|dropped (?:by|in)|stopped by|called on|popped in|(?:site|plant|factory|office|on-?site|customer|field|store|courtesy) (?:visit|tour)s?|on-?site|toured|went to (?:see|their|his|her|the (?:plant|factory|site|office|warehouse|shop|store))|at (?:their|his|her|the client['’]s|the customer['’]s) (?:\\p{L}+ )?(?:office|site|plant|factory|premises|warehouse|headquarters|hq|place|shop|store|lab)|at the (?:plant|factory|warehouse|customer|client)",
    ),
  },
  {
    kind: 'event',
    words: english(
      `${fair}|dinner|dined|lunch(?:ed)?|drinks|golf(?:ed)?|banquet|cocktails?|reception|(?:met|at|over|for) breakfast|had breakfast`,
    ),
  },
  { kind: 'social', words: english(`${social}|dm['’]?d|direct message`) },
  {
    kind: 'meeting',
    words: english(
      "met(?! (?:the|all|our|their|its) (?:targets?|deadlines?|goals?|requirements?|needs?|criteria|quota|budget|spec\\w*|terms?|expectations?))|meetings?(?! (?:rooms?|minutes))|mtg|sat down with|sat with|workshop(?:ped)?|review session|kick-?off|qbr|face[- ]to[- ]face|f2f|in person|(?:video|web) ?conference|(?:ran|bumped) into|(?:had|over|for|grabbed) (?:a )?(?:coffee|tea)|coffee with|sit-?down|catch[- ]?up|caught up|demo(?:ed|['’]d)|presented|zoom(?:ed)?|teams session|get-?together|1:1|one[- ]on[- ]one|had (?:them|him|her) over",
    ),
  },
  { kind: 'meeting', words: opening('meet|saw|seen|see') },
  { kind: 'visit', words: opening('visit') },
];

/** What makes the words behind it a plan rather than a deed; at the end of what stands before them in their clause. */
export const englishIntent = new RegExp(
  '(?<![\\p{L}])(?:' +
    [
      // Something is to be done: a verb follows at once, or a few words on.
      "(?:to|will|would|should|could|can|may|might|must|shall|let['’]?s|gonna|i['’]?ll|we['’]?ll|he['’]?ll|she['’]?ll|they['’]?ll|please|pls|then|and) (?:also |then |now |soon |have |do |set up |arrange |schedule |book |hold |have |get |be |plan )?(?:an? |the |another |our |their )?(?:(?:new|next|second|follow-?up|short|quick|longer|proper|first) )?",
      '(?:wants?|wanted|needs?|needed|(?<!(?:the|a|an|our|their|his|her|this|project|pilot|action) )plan(?:s|ned|ning)?|agree(?:s|d)?|arrang(?:e|es|ed|ing)|schedul(?:e|es|ed|ing)|book(?:s|ed|ing)?|set up|propos(?:e|es|ed|ing)|request(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:us |me |him |her |them )?(?:for|to)|invit(?:e|es|ed|ing)(?: \\S+){0,3}(?: to)?|prepar(?:e|es|ed|ing)(?: for)?|confirm(?:s|ed|ing)?|expect(?:s|ed|ing)?|promis(?:e|es|ed|ing)|hop(?:e|es|ed|ing) (?:to|for)|looking forward to|prior to|ahead of|before|until|regarding|about|re|suggest(?:s|ed|ing)?|discuss(?:ed|ing)?|mov(?:e|ed|ing)|postpon(?:e|ed|ing)|cancel(?:l?ed|l?ing)?|reschedul(?:e|ed|ing))(?: \\S+){0,3} ?',
      "(?:next|upcoming|future|tomorrow['’]s|another|a new|planned)(?: \\S+)? ?",
    ].join('|') +
    ')$',
  'iu',
);

/** What says that the deed did not happen. */
export const englishNegation = {
  before:
    /(?<![\p{L}])(?:(?:did|do|does|have|has|had|was|were|is|are|could|can)(?: not|n['’]?t)|never|no|without|cannot|can['’]?t|instead of|skipped|missed|forgot to|failed to|too busy to)(?: (?:yet|even|really|a|an|the|been|any|able to|manage to|get to|have|had|hold)){0,3} ?$/iu,
  after:
    /^(?: \S+){0,3} (?:(?:was|is|got|has been|were|been) )?(?:cancel(?:l?ed)?|postponed|moved to|rescheduled|pushed|fell through|did(?:n['’]?t| not) (?:happen|take place)|called off)(?![\p{L}])|^ (?:(?:is|was) )?(?:planned|scheduled|booked|set|fixed) (?:for|on|at)(?![\p{L}])|^ (?:next week|tomorrow|next month)(?![\p{L}])/iu,
};

import { logWords, undoWords } from '../lines/log-verb.ts';

/**
 * The words that `/account` understands as its first token, in both languages. New verbs go here; they never outrank
 * an account that is called so.
 */
const verbWords = {
  new: ['new', '新建'],
  edit: ['edit', '编辑'],
  log: logWords,
  undo: undoWords,
  contacts: ['contacts', '联系人'],
  history: ['history', '历史'],
  tasks: ['tasks', '待办'],
  brief: ['brief', '简报'],
  handover: ['handover', '移交', '交接'],
  admin: ['admin', '管理'],
  help: ['help', '帮助'],
} as const satisfies Record<string, readonly string[]>;

export type VerbKey = keyof typeof verbWords;
export const verbKeys = Object.keys(verbWords) as readonly VerbKey[];

const byWord: ReadonlyMap<string, VerbKey> = new Map(
  verbKeys.flatMap((key) => verbWords[key].map((word) => [word, key] as const)),
);

/** The verb that this token is, whatever its case. */
export const verbOf = (token: string): VerbKey | null => byWord.get(token.toLowerCase()) ?? null;

/** A Chinese verb at the start of a token that goes on without a space: 编辑华泰. */
export function gluedVerb(token: string): { verb: VerbKey; rest: string } | null {
  for (const [word, verb] of byWord) {
    if (/^\p{Script=Han}/u.test(word) && token.length > word.length && token.startsWith(word)) {
      return { verb, rest: token.slice(word.length) };
    }
  }
  return null;
}

/** The verbs that are about one account. `card` is what no verb at all means. */
export const accountVerbs = ['card', 'edit', 'contacts', 'history', 'tasks', 'brief', 'handover'] as const;
export type AccountVerb = (typeof accountVerbs)[number];
export const isAccountVerb = (key: VerbKey): key is VerbKey & AccountVerb => accountVerbs.some((verb) => verb === key);

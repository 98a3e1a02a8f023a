import type { Check } from './block-rules-check.ts';
import {
  booleanMember,
  checkLength,
  objectsMember,
  oneOfMember,
  onlyMembers,
  refuse,
  stringMember,
} from './block-rules-check.ts';
import type { Json } from './json.ts';
import { isJson, objectsOf } from './json.ts';
import { asStored } from './slack-text.ts';

export type TextKind = 'plain_text' | 'mrkdwn';
export const PLAIN: readonly TextKind[] = ['plain_text'];
export const MRKDWN: readonly TextKind[] = ['mrkdwn'];
export const EITHER: readonly TextKind[] = ['plain_text', 'mrkdwn'];

interface TextRule {
  readonly kinds: readonly TextKind[];
  readonly max: number;
  readonly required?: boolean;
}

/** Checks a member that must be a text object. Its length counts as Slack keeps it, escaped. */
export function textMember(check: Check, holder: Json, member: string, at: string, rule: TextRule): void {
  const value = holder[member];
  if (value === undefined || value === null) {
    if (rule.required) refuse(check, at, `missing required field: ${member}`);
    return;
  }
  checkText(check, value, `${at}/${member}`, rule);
}

export function checkText(check: Check, value: unknown, at: string, rule: TextRule): void {
  if (!isJson(value)) {
    refuse(check, at, 'must provide an object');
    return;
  }
  const kind = rule.kinds.find((each) => each === value['type']);
  if (!kind) {
    refuse(check, `${at}/type`, `must be one of: ${rule.kinds.join(', ')}`);
    return;
  }
  onlyMembers(check, value, at, kind === 'plain_text' ? ['type', 'text', 'emoji'] : ['type', 'text', 'verbatim']);
  booleanMember(check, value, 'emoji', at);
  booleanMember(check, value, 'verbatim', at);
  const text = value['text'];
  if (typeof text !== 'string') {
    refuse(check, at, 'missing required field: text');
    return;
  }
  checkLength(check, asStored(text, kind), `${at}/text`, rule);
}

export function checkConfirm(check: Check, holder: Json, at: string): void {
  const confirm = holder['confirm'];
  if (confirm === undefined) return;
  const pointer = `${at}/confirm`;
  if (!isJson(confirm)) {
    refuse(check, pointer, 'must provide an object');
    return;
  }
  onlyMembers(check, confirm, pointer, ['title', 'text', 'confirm', 'deny', 'style']);
  textMember(check, confirm, 'title', pointer, { kinds: PLAIN, max: 100 });
  textMember(check, confirm, 'text', pointer, { kinds: EITHER, max: 300, required: true });
  textMember(check, confirm, 'confirm', pointer, { kinds: PLAIN, max: 30 });
  textMember(check, confirm, 'deny', pointer, { kinds: PLAIN, max: 30 });
  oneOfMember(check, confirm, 'style', pointer, ['primary', 'danger']);
}

interface OptionRule {
  readonly kinds: readonly TextKind[];
  readonly max: number;
  readonly url?: boolean;
}

/** Checks `options`: how many, how long, and that no value comes twice. */
export function checkOptions(check: Check, holder: Json, at: string, rule: OptionRule): void {
  const values = new Set<string>();
  for (const { item, at: place } of objectsMember(check, holder, 'options', at, { max: rule.max, required: true })) {
    checkOption(check, item, place, rule);
    const value = item['value'];
    if (typeof value !== 'string') continue;
    if (values.has(value)) refuse(check, `${place}/value`, `option value is not unique: ${value}`);
    values.add(value);
  }
}

export function checkOption(check: Check, option: Json, at: string, rule: Omit<OptionRule, 'max'>): void {
  onlyMembers(check, option, at, ['text', 'value', 'description', ...(rule.url ? ['url'] : [])]);
  textMember(check, option, 'text', at, { kinds: rule.kinds, max: 75, required: true });
  textMember(check, option, 'description', at, { kinds: rule.kinds, max: 75 });
  stringMember(check, option, 'value', at, { max: 75, required: true });
  if (rule.url) stringMember(check, option, 'url', at, { max: 3000 });
}

/** `options` or `option_groups`, exactly one of the two, at most 100 (groups of at most 100). */
export function checkOptionsOrGroups(check: Check, holder: Json, at: string): void {
  const hasGroups = holder['option_groups'] !== undefined;
  if (hasGroups === (holder['options'] !== undefined)) {
    refuse(check, at, 'must define either `options` or `option_groups`');
    return;
  }
  if (!hasGroups) {
    checkOptions(check, holder, at, { kinds: PLAIN, max: 100 });
    return;
  }
  for (const { item, at: place } of objectsMember(check, holder, 'option_groups', at, { max: 100 })) {
    onlyMembers(check, item, place, ['label', 'options']);
    textMember(check, item, 'label', place, { kinds: PLAIN, max: 75, required: true });
    checkOptions(check, item, place, { kinds: PLAIN, max: 100 });
  }
}

/** Each initially chosen option must be one of those offered, word for word. */
export function checkInitialOptions(check: Check, holder: Json, at: string, member: string): void {
  const initial = holder[member];
  if (initial === undefined) return;
  const offered = [
    ...objectsOf(holder['options']),
    ...objectsOf(holder['option_groups']).flatMap((group) => objectsOf(group['options'])),
  ].map(sameAs);
  const chosen = Array.isArray(initial) ? initial : [initial];
  if (chosen.length === 0) refuse(check, `${at}/${member}`, 'no fewer than 1 items allowed');
  for (const option of chosen)
    if (!isJson(option) || !offered.includes(sameAs(option)))
      refuse(check, `${at}/${member}`, 'must be an exact match of one of the options');
}

function sameAs(option: Json): string {
  const text = isJson(option['text']) ? option['text'] : {};
  return JSON.stringify([option['value'], text['type'], text['text']]);
}

export function checkImageSource(check: Check, holder: Json, at: string): void {
  stringMember(check, holder, 'alt_text', at, { max: 2000, required: true });
  if ((holder['image_url'] === undefined) === (holder['slack_file'] === undefined))
    refuse(check, at, 'must define either `image_url` or `slack_file`');
  stringMember(check, holder, 'image_url', at, { max: 3000 });
}

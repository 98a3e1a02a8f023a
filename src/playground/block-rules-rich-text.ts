import type { Check } from './block-rules-check.ts';
import { integerMember, objectsMember, oneOfMember, onlyMembers, refuse, stringMember } from './block-rules-check.ts';
import type { Json } from './json.ts';

/** Required members of each inline element. */
const INLINE: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  link: ['url'],
  emoji: ['name'],
  user: ['user_id'],
  usergroup: ['usergroup_id'],
  channel: ['channel_id'],
  team: ['team_id'],
  broadcast: ['range'],
  color: ['value'],
  date: ['timestamp', 'format'],
};

const PARTS = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];

/** Checks a `rich_text` block: its parts and everything in them. */
export function checkRichText(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'elements']);
  if (block['type'] !== 'rich_text') refuse(check, `${at}/type`, 'must be rich_text');
  for (const part of objectsMember(check, block, 'elements', at, { min: 0, max: 1000, required: true }))
    checkPart(check, part.item, part.at);
}

function checkPart(check: Check, part: Json, at: string): void {
  const type = part['type'];
  if (typeof type !== 'string' || !PARTS.includes(type)) {
    refuse(check, `${at}/type`, `unsupported type: ${String(type)}`);
    return;
  }
  onlyMembers(check, part, at, ['type', 'elements', 'style', 'indent', 'border', 'offset', 'language']);
  integerMember(check, part, 'border', at, { min: 0, max: 1 });
  const elements = objectsMember(check, part, 'elements', at, { min: 0, max: 1000, required: true });
  if (type === 'rich_text_list') {
    checkList(check, part, at, elements);
    return;
  }
  const inline = type === 'rich_text_preformatted' ? ['text', 'link'] : Object.keys(INLINE);
  for (const { item, at: place } of elements) checkInline(check, item, place, inline);
}

function checkList(check: Check, part: Json, at: string, elements: ReturnType<typeof objectsMember>): void {
  oneOfMember(check, { style: part['style'] ?? '' }, 'style', at, ['bullet', 'ordered']);
  integerMember(check, part, 'indent', at, { min: 0, max: 8 });
  for (const { item, at: place } of elements) {
    if (item['type'] !== 'rich_text_section') refuse(check, `${place}/type`, 'must be rich_text_section');
    else checkPart(check, item, place);
  }
}

function checkInline(check: Check, element: Json, at: string, allowed: readonly string[]): void {
  const type = String(element['type']);
  if (!allowed.includes(type)) {
    refuse(check, `${at}/type`, `unsupported type: ${type}`);
    return;
  }
  for (const member of INLINE[type] ?? []) {
    if (member === 'timestamp') integerMember(check, { timestamp: element[member] ?? -1 }, member, at, { min: 0 });
    else stringMember(check, element, member, at, { max: 12_000, required: true });
  }
  if (type === 'broadcast') oneOfMember(check, element, 'range', at, ['here', 'channel', 'everyone']);
}

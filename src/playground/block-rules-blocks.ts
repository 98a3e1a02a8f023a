import type { Check, Surface } from './block-rules-check.ts';
import { booleanMember, listMember, oneOfMember, onlyMembers, refuse, stringMember } from './block-rules-check.ts';
import { ALLOWED, checkElement } from './block-rules-elements.ts';
import { checkCard, checkCarousel, checkContainer, checkDataTable, checkTable } from './block-rules-layout.ts';
import { checkImageSource, checkText, EITHER, PLAIN, textMember } from './block-rules-objects.ts';
import { checkRichText } from './block-rules-rich-text.ts';
import type { Json } from './json.ts';
import { isJson } from './json.ts';

interface BlockRule {
  readonly on: readonly Surface[];
  readonly check: (check: Check, block: Json, at: string) => void;
}

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];
const MESSAGE: readonly Surface[] = ['message'];
/** What may stand in a `container`. */
const CHILDREN = [
  ...['actions', 'context', 'divider', 'file', 'header', 'image', 'input', 'rich_text', 'section', 'table', 'video'],
];

const RULES: Readonly<Record<string, BlockRule>> = {
  actions: { on: EVERYWHERE, check: checkActions },
  alert: {
    on: ['modal'],
    check: (check, block, at) => {
      onlyMembers(check, block, at, ['type', 'block_id', 'text', 'level']);
      textMember(check, block, 'text', at, { kinds: EITHER, max: 3000, required: true });
      oneOfMember(check, block, 'level', at, ['default', 'info', 'warning', 'error', 'success']);
    },
  },
  card: { on: MESSAGE, check: checkCard },
  carousel: { on: MESSAGE, check: checkCarousel },
  container: {
    on: EVERYWHERE,
    check: (check, block, at) => {
      checkContainer(check, block, at);
      for (const { item, at: place } of listMember(check, block, 'child_blocks', at, { max: 10, required: true }))
        checkBlock(check, item, place, CHILDREN);
    },
  },
  context: { on: EVERYWHERE, check: checkContext },
  context_actions: {
    on: MESSAGE,
    check: (check, block, at) => {
      onlyMembers(check, block, at, ['type', 'block_id', 'elements']);
      for (const { item, at: place } of listMember(check, block, 'elements', at, { max: 5, required: true }))
        checkElement(check, item, place, ALLOWED.contextActions);
    },
  },
  data_table: { on: ['message', 'home'], check: checkDataTable },
  divider: { on: EVERYWHERE, check: (check, block, at) => onlyMembers(check, block, at, ['type', 'block_id']) },
  header: {
    on: EVERYWHERE,
    check: (check, block, at) => {
      onlyMembers(check, block, at, ['type', 'block_id', 'text']);
      textMember(check, block, 'text', at, { kinds: PLAIN, max: 150, required: true });
    },
  },
  image: {
    on: EVERYWHERE,
    check: (check, block, at) => {
      onlyMembers(check, block, at, ['type', 'block_id', 'image_url', 'slack_file', 'alt_text', 'title']);
      checkImageSource(check, block, at);
      textMember(check, block, 'title', at, { kinds: PLAIN, max: 2000 });
    },
  },
  input: { on: EVERYWHERE, check: checkInput },
  markdown: {
    on: MESSAGE,
    check: (check, block, at) => stringMember(check, block, 'text', at, { max: 12_000, required: true }),
  },
  rich_text: { on: EVERYWHERE, check: checkRichText },
  section: { on: EVERYWHERE, check: checkSection },
  table: { on: MESSAGE, check: checkTable },
};

/** Checks one block: its type on this surface, its ids, its members. */
export function checkBlock(
  check: Check,
  block: unknown,
  at: string,
  allowed: readonly string[] = Object.keys(RULES),
): void {
  if (!isJson(block)) {
    refuse(check, at, 'must provide an object');
    return;
  }
  const type = block['type'];
  const rule = typeof type === 'string' && allowed.includes(type) ? RULES[type] : undefined;
  if (!rule?.on.includes(check.surface)) {
    refuse(check, `${at}/type`, `unsupported type: ${String(type)}`);
    return;
  }
  checkBlockId(check, block, at);
  checkActionIds(check, block, at);
  rule.check(check, block, at);
}

function checkBlockId(check: Check, block: Json, at: string): void {
  stringMember(check, block, 'block_id', at, { max: 255 });
  const id = block['block_id'];
  if (typeof id !== 'string') return;
  if (check.blockIds.has(id)) refuse(check, `${at}/block_id`, `\`block_id\` must be unique: ${id}`);
  check.blockIds.add(id);
}

function checkActionIds(check: Check, block: Json, at: string): void {
  const seen = new Set<string>();
  for (const element of Array.isArray(block['elements']) ? block['elements'] : []) {
    const id = isJson(element) ? element['action_id'] : undefined;
    if (typeof id !== 'string') continue;
    if (seen.has(id)) refuse(check, `${at}/elements`, `\`action_id\` must be unique in its block: ${id}`);
    seen.add(id);
  }
}

function checkActions(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'elements']);
  for (const { item, at: place } of listMember(check, block, 'elements', at, { max: 25, required: true }))
    checkElement(check, item, place, ALLOWED.actions);
}

function checkContext(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'elements']);
  for (const { item, at: place } of listMember(check, block, 'elements', at, { max: 10, required: true })) {
    if (isJson(item) && item['type'] === 'image') checkElement(check, item, place, ALLOWED.image);
    else checkText(check, item, place, { kinds: EITHER, max: 3000 });
  }
}

function checkInput(check: Check, block: Json, at: string): void {
  check.inputs.push(at);
  onlyMembers(check, block, at, ['type', 'block_id', 'label', 'element', 'hint', 'optional', 'dispatch_action']);
  textMember(check, block, 'label', at, { kinds: PLAIN, max: 2000, required: true });
  textMember(check, block, 'hint', at, { kinds: PLAIN, max: 2000 });
  booleanMember(check, block, 'optional', at);
  booleanMember(check, block, 'dispatch_action', at);
  if (block['element'] === undefined) refuse(check, at, 'missing required field: element');
  else checkElement(check, block['element'], `${at}/element`, ALLOWED.input);
}

function checkSection(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'text', 'fields', 'accessory', 'expand']);
  if (block['text'] === undefined && block['fields'] === undefined)
    refuse(check, at, 'must define either `text` or `fields`');
  textMember(check, block, 'text', at, { kinds: EITHER, max: 3000 });
  booleanMember(check, block, 'expand', at);
  for (const { item, at: place } of listMember(check, block, 'fields', at, { max: 10 }))
    checkText(check, item, place, { kinds: EITHER, max: 2000 });
  if (block['accessory'] !== undefined) checkElement(check, block['accessory'], `${at}/accessory`, ALLOWED.accessory);
}

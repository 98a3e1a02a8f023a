import type { Check } from './block-rules-check.ts';
import {
  booleanMember,
  integerMember,
  listMember,
  objectsMember,
  onlyMembers,
  refuse,
  stringMember,
} from './block-rules-check.ts';
import { ALLOWED, checkElement } from './block-rules-elements.ts';
import { EITHER, MRKDWN, PLAIN, textMember } from './block-rules-objects.ts';
import { checkRichText } from './block-rules-rich-text.ts';
import type { Json } from './json.ts';
import { isJson } from './json.ts';

/** A `card`, alone or in a `carousel`. */
export function checkCard(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'hero_image', 'icon', 'title', 'subtitle', 'body', 'actions']);
  const filled = ['hero_image', 'title', 'actions', 'body'].some((member) => block[member] !== undefined);
  if (!filled) refuse(check, at, 'must define one of: hero_image, title, actions, body');
  textMember(check, block, 'title', at, { kinds: MRKDWN, max: 150 });
  textMember(check, block, 'subtitle', at, { kinds: MRKDWN, max: 150 });
  textMember(check, block, 'body', at, { kinds: MRKDWN, max: 200 });
  for (const member of ['hero_image', 'icon'])
    if (block[member] !== undefined) checkElement(check, block[member], `${at}/${member}`, ALLOWED.image);
  for (const { item, at: place } of listMember(check, block, 'actions', at, { max: 25 }))
    checkElement(check, item, place, ALLOWED.cardActions);
}

export function checkCarousel(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'elements']);
  for (const { item, at: place } of objectsMember(check, block, 'elements', at, { max: 10, required: true })) {
    if (item['type'] !== 'card') refuse(check, `${place}/type`, `unsupported type: ${String(item['type'])}`);
    else checkCard(check, item, place);
  }
}

/** A `container`'s own members; its child blocks are checked by whoever knows all blocks. */
export function checkContainer(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, [
    ...['type', 'block_id', 'title', 'rich_text_title', 'subtitle', 'child_blocks', 'width', 'icon'],
    ...['is_collapsible', 'default_collapsed', 'has_header_divider'],
  ]);
  if (block['title'] === undefined && block['rich_text_title'] === undefined)
    refuse(check, at, 'must define either `title` or `rich_text_title`');
  textMember(check, block, 'title', at, { kinds: PLAIN, max: 150 });
  textMember(check, block, 'subtitle', at, { kinds: EITHER, max: 150 });
  if (isJson(block['rich_text_title'])) checkRichText(check, block['rich_text_title'], `${at}/rich_text_title`);
  if (block['icon'] !== undefined) checkElement(check, block['icon'], `${at}/icon`, ALLOWED.image);
  for (const member of ['is_collapsible', 'default_collapsed', 'has_header_divider'])
    booleanMember(check, block, member, at);
  if (block['default_collapsed'] === true && block['is_collapsible'] !== true)
    refuse(check, `${at}/default_collapsed`, 'requires is_collapsible');
}

export function checkTable(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'rows', 'column_settings']);
  for (const row of listMember(check, block, 'rows', at, { max: 100, required: true })) checkRow(check, row, 20);
  for (const { item, at: place } of listMember(check, block, 'column_settings', at, { max: 20 })) {
    if (item === null) continue;
    if (!isJson(item)) refuse(check, place, 'must provide an object');
    else onlyMembers(check, item, place, ['align', 'is_wrapped']);
  }
}

export function checkDataTable(check: Check, block: Json, at: string): void {
  onlyMembers(check, block, at, ['type', 'block_id', 'rows', 'caption', 'page_size', 'row_header_column_index']);
  stringMember(check, block, 'caption', at, { max: 3000, required: true });
  integerMember(check, block, 'page_size', at, { min: 1, max: 100 });
  integerMember(check, block, 'row_header_column_index', at, { min: 0, max: 19 });
  const rows = listMember(check, block, 'rows', at, { min: 2, max: 101, required: true });
  for (const row of rows) checkRow(check, row, 20);
  const widths = new Set(rows.map(({ item }) => (Array.isArray(item) ? item.length : -1)));
  if (widths.size > 1) refuse(check, `${at}/rows`, 'all rows must have the same number of cells');
  if (JSON.stringify(block['rows'] ?? []).length > 10_000)
    refuse(check, `${at}/rows`, 'must be less than 10001 characters');
}

function checkRow(check: Check, row: { readonly item: unknown; readonly at: string }, columns: number): void {
  const { item, at } = row;
  if (!Array.isArray(item)) {
    refuse(check, at, 'must provide an array');
    return;
  }
  if (item.length > columns) refuse(check, at, `no more than ${columns} items allowed`);
  if (item.length === 0) refuse(check, at, 'no fewer than 1 items allowed');
  for (const [index, cell] of item.entries()) checkCell(check, cell, `${at}/${index}`);
}

function checkCell(check: Check, cell: unknown, at: string): void {
  if (!isJson(cell)) {
    refuse(check, at, 'must provide an object');
    return;
  }
  if (cell['type'] === 'rich_text') {
    checkRichText(check, cell, at);
    return;
  }
  if (cell['type'] !== 'raw_text' && cell['type'] !== 'raw_number') {
    refuse(check, `${at}/type`, `unsupported type: ${String(cell['type'])}`);
    return;
  }
  stringMember(check, cell, 'text', at, { max: 3000, required: true });
  if (cell['type'] === 'raw_number' && typeof cell['value'] !== 'number')
    refuse(check, at, 'missing required field: value');
}

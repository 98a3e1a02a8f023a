import type { Check } from './block-rules-check.ts';
import { booleanMember, integerMember, listMember, onlyMembers, refuse, stringMember } from './block-rules-check.ts';
import type { ElementRule } from './block-rules-elements.ts';
import {
  checkConfirm,
  checkInitialOptions,
  checkOption,
  checkOptionsOrGroups,
  PLAIN,
  textMember,
} from './block-rules-objects.ts';
import type { Json } from './json.ts';
import { isJson, objectsOf } from './json.ts';

type Source = 'static' | 'external' | 'users' | 'conversations' | 'channels';

const INITIAL: Record<Source, { one: string; many: string }> = {
  static: { one: 'initial_option', many: 'initial_options' },
  external: { one: 'initial_option', many: 'initial_options' },
  users: { one: 'initial_user', many: 'initial_users' },
  conversations: { one: 'initial_conversation', many: 'initial_conversations' },
  channels: { one: 'initial_channel', many: 'initial_channels' },
};

const OWN_MEMBERS: Record<Source, readonly string[]> = {
  static: ['options', 'option_groups'],
  external: ['min_query_length'],
  users: [],
  conversations: ['filter', 'default_to_current_conversation', 'response_url_enabled'],
  channels: ['response_url_enabled'],
};

const SOURCES: readonly Source[] = ['static', 'external', 'users', 'conversations', 'channels'];

/** The rule of each select menu, single and multi. */
export const SELECTS: Readonly<Record<string, ElementRule>> = Object.fromEntries(
  SOURCES.flatMap((source): [string, ElementRule][] => [
    [`${source}_select`, (check, element, at) => checkSelect(check, element, at, source, false)],
    [`multi_${source}_select`, (check, element, at) => checkSelect(check, element, at, source, true)],
  ]),
);

function checkSelect(check: Check, element: Json, at: string, source: Source, multi: boolean): void {
  const initial = INITIAL[source][multi ? 'many' : 'one'];
  onlyMembers(check, element, at, [
    ...['type', 'action_id', 'placeholder', 'confirm', 'focus_on_load', initial],
    ...(multi ? ['max_selected_items'] : []),
    ...OWN_MEMBERS[source].filter((member) => !multi || member !== 'response_url_enabled'),
  ]);
  textMember(check, element, 'placeholder', at, { kinds: PLAIN, max: 150 });
  integerMember(check, element, 'max_selected_items', at, { min: 1, max: 100 });
  checkConfirm(check, element, at);
  if (source === 'static') {
    checkStatic(check, element, at, initial);
    return;
  }
  if (source === 'external') {
    checkExternal(check, element, at, initial);
    return;
  }
  checkChosenIds(check, element, at, initial, multi);
  checkResponseUrl(check, element, at);
  checkFilter(check, element, at);
}

function checkStatic(check: Check, element: Json, at: string, initial: string): void {
  checkOptionsOrGroups(check, element, at);
  checkInitialOptions(check, element, at, initial);
}

function checkExternal(check: Check, element: Json, at: string, initial: string): void {
  integerMember(check, element, 'min_query_length', at, { min: 0 });
  const chosen = isJson(element[initial]) ? [element[initial]] : objectsOf(element[initial]);
  for (const option of chosen) checkOption(check, option, `${at}/${initial}`, { kinds: PLAIN });
}

function checkChosenIds(check: Check, element: Json, at: string, initial: string, multi: boolean): void {
  if (!multi) {
    stringMember(check, element, initial, at, { max: 255 });
    return;
  }
  for (const { item, at: place } of listMember(check, element, initial, at, { max: 100 }))
    if (typeof item !== 'string') refuse(check, place, 'must provide a string');
}

function checkResponseUrl(check: Check, element: Json, at: string): void {
  booleanMember(check, element, 'response_url_enabled', at);
  if (element['response_url_enabled'] !== true) return;
  const inInputOfModal = check.surface === 'modal' && at.endsWith('/element');
  if (!inInputOfModal) refuse(check, `${at}/response_url_enabled`, 'is allowed in input blocks of modals only');
}

function checkFilter(check: Check, element: Json, at: string): void {
  const filter = element['filter'];
  if (filter === undefined) return;
  if (!isJson(filter)) {
    refuse(check, `${at}/filter`, 'must provide an object');
    return;
  }
  const members = ['include', 'exclude_external_shared_channels', 'exclude_bot_users'];
  onlyMembers(check, filter, `${at}/filter`, members);
  if (Object.keys(filter).length === 0) refuse(check, `${at}/filter`, 'must not be empty');
  for (const { item, at: place } of listMember(check, filter, 'include', `${at}/filter`, { max: 4 }))
    if (typeof item !== 'string' || !['im', 'mpim', 'private', 'public'].includes(item))
      refuse(check, place, 'must be one of: im, mpim, private, public');
}

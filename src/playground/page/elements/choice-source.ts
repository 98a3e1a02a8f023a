import type { MultiSelect, Select } from '@slack/types';
import { useEffect, useState } from 'preact/hooks';
import type { UiChannel, UiOption } from '../../protocol.ts';
import { type Desk, useDesk } from '../desk.ts';
import { type Spot, useSurface } from '../surface.ts';
import { plainOf } from '../text.tsx';

/** One line of a select's list. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly note: string;
  readonly group: string;
  /** What the app gave for it; people and channels are told by id alone. */
  readonly option: UiOption | null;
}

export type Found =
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'searching' }
  | { readonly kind: 'too-short'; readonly least: number }
  | { readonly kind: 'failed' };

type Selectable = Select | MultiSelect;
const SEARCH_AFTER_MS = 150;
/** Slack's own default of `min_query_length`. */
const LEAST_QUERY = 3;

/** What a select offers for what is typed in it: its own options, people, channels, or what the app answers. */
export function useChoices(of: Selectable, spot: Spot, query: string, open: boolean): Found {
  const desk = useDesk();
  const searched = useSearch(of, spot, query, open);
  if (of.type === 'external_select' || of.type === 'multi_external_select') return searched;
  const wanted = query.trim().toLowerCase();
  const choices = ownChoices(of, desk).filter((each) => `${each.text} ${each.note}`.toLowerCase().includes(wanted));
  return { kind: 'choices', choices };
}

export function choiceOfOption(option: UiOption, group = ''): Choice {
  return { value: option.value, text: plainOf(option.text), note: plainOf(option.description), group, option };
}

/** People and channels by id, as lines of a list; used for the chosen ones as well. */
export function choiceOfId(id: string, desk: Desk): Choice {
  const { people, channels, app } = desk.state.snapshot;
  const person = people.find((each) => each.id === id);
  const channel = channels.find((each) => each.id === id);
  const text = person?.realName ?? (channel ? (channel.kind === 'dm' ? app.name : `#${channel.name}`) : id);
  return { value: id, text, note: person?.title ?? '', group: '', option: null };
}

function ownChoices(of: Selectable, desk: Desk): Choice[] {
  const { people, channels } = desk.state.snapshot;
  switch (of.type) {
    case 'static_select':
    case 'multi_static_select': {
      const loose = (of.options ?? []).map((option) => choiceOfOption(option as UiOption));
      const grouped = (of.option_groups ?? []).flatMap((group) =>
        group.options.map((option) => choiceOfOption(option as UiOption, plainOf(group.label))),
      );
      return [...loose, ...grouped];
    }
    case 'users_select':
    case 'multi_users_select':
      return people.filter((each) => each.kind !== 'app' && !each.deleted).map((each) => choiceOfId(each.id, desk));
    case 'channels_select':
    case 'multi_channels_select':
      return channels.filter((each) => each.kind === 'public').map((each) => choiceOfId(each.id, desk));
    case 'conversations_select':
    case 'multi_conversations_select':
      return channels.filter((each) => passes(each, of.filter)).map((each) => choiceOfId(each.id, desk));
    default:
      return [];
  }
}

type ConversationFilter = Extract<Selectable, { type: 'conversations_select' }>['filter'];

function passes(channel: UiChannel, filter: ConversationFilter): boolean {
  const kind = channel.kind === 'dm' ? 'im' : channel.kind;
  if (filter?.include && !filter.include.includes(kind)) return false;
  if (filter?.exclude_bot_users && channel.kind === 'dm') return false;
  return !(filter?.exclude_external_shared_channels && channel.shared);
}

function useSearch(of: Selectable, spot: Spot, query: string, open: boolean): Found {
  const { gestures } = useDesk();
  const { place } = useSurface();
  const [found, setFound] = useState<Found>({ kind: 'searching' });
  const external = of.type === 'external_select' || of.type === 'multi_external_select';
  const least = external ? (of.min_query_length ?? LEAST_QUERY) : 0;
  const actionId = of.action_id ?? '';

  useEffect(() => {
    if (!external || !open) return;
    if (query.trim().length < least) {
      setFound({ kind: 'too-short', least });
      return;
    }
    let current = true;
    setFound({ kind: 'searching' });
    const timer = setTimeout(async () => {
      const answer = await gestures.search(place, spot.blockId, actionId, query.trim());
      if (!current) return;
      if (!answer?.ok) {
        setFound({ kind: 'failed' });
        return;
      }
      const choices = answer.groups
        ? answer.groups.flatMap((group) => group.options.map((each) => choiceOfOption(each, plainOf(group.label))))
        : answer.options.map((each) => choiceOfOption(each));
      setFound({ kind: 'choices', choices });
    }, SEARCH_AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, open, external, least, actionId, spot.blockId, 'viewId' in place ? place.viewId : place.ts]);
  return found;
}

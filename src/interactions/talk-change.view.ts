import type { KnownBlock } from '@slack/types';
import { formatMoment } from '../accounts/account-form.view.ts';
import type { Reader } from '../accounts/card.ts';
import { shortened } from '../lib/text.ts';
import { button, section } from '../slack/blocks.ts';
import { joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { interactionIds } from './interaction.ids.ts';
import { interactionText } from './interaction.text.ts';
import { interactionKinds, outcomes, tones } from './interaction.ts';
import { talkChangeText } from './talk-change.text.ts';
import type { TalkChange, TalkNames } from './talk-change.ts';

/** How much of a note is shown of each side of a change, in characters. */
const noteShown = 300;
const fields = ['kind', 'at', 'outcome', 'tone', 'contactIds', 'memberIds', 'summary'] as const;
type FieldId = (typeof fields)[number];

/** One change of a talk in words; one that was taken back says what it was, and can be put back by who may. */
export function talkChangeBlock(entry: TalkChange, names: TalkNames, reader: Reader): KnownBlock {
  const { language, zone } = reader;
  const t = talkChangeText[language];
  const words = interactionText[language];
  const { id: interactionId, values } = entry.interaction;
  const who = entry.actor ? mention(entry.actor) : rich`${t.somebody}`;
  const about = t.about(words.kinds[values.kind], formatMoment(new Date(values.at), zone, language));
  const head = rich`*${formatMoment(entry.at, zone, language)}* · ${who} ${t.did[entry.verb]} ${about}`;
  const isChange = entry.verb === 'interaction.changed';
  const lines = isChange ? changeLines(entry, names, reader) : [rich`${shortened(values.summary, noteShown)}`];
  const restore = button(interactionIds.restore, words.restore, { value: { interactionId, from: 'timeline' } });
  return section(joinRich([head, ...lines], '\n'), entry.mayRestore ? restore : undefined);
}

function changeLines({ changes }: TalkChange, names: TalkNames, reader: Reader): readonly Rich[] {
  const t = talkChangeText[reader.language];
  return fields.flatMap((field) => {
    const change = changes[field];
    if (!change) return [];
    const words = (value: unknown): string => valueWords(field, value, names, reader) || t.nothing;
    return [t.set(interactionText[reader.language].fields[field], words(change.from), words(change.to))];
  });
}

/** A stored value as it is read; empty where there is none. */
function valueWords(field: FieldId, value: unknown, names: TalkNames, { language, zone }: Reader): string {
  const t = interactionText[language];
  const known = <K extends string>(keys: readonly K[], labels: Readonly<Record<K, string>>): string => {
    const key = keys.find((one) => one === value);
    return key === undefined ? '' : labels[key];
  };
  const named = (all: ReadonlyMap<string, string>): string =>
    (Array.isArray(value) ? value : []).flatMap((id) => all.get(String(id)) ?? []).join(t.comma);
  switch (field) {
    case 'kind':
      return known(interactionKinds, t.kinds);
    case 'outcome':
      return known(outcomes, t.outcomes);
    case 'tone':
      return known(tones, t.tones);
    case 'at':
      return typeof value === 'string' ? formatMoment(new Date(value), zone, language) : '';
    case 'contactIds':
      return named(names.contacts);
    case 'memberIds':
      return named(names.members);
    case 'summary':
      return shortened(String(value ?? ''), noteShown);
  }
}

import type { KnownBlock, Overflow } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import { formatMoment } from '../accounts/account-form.view.ts';
import type { Reader } from '../accounts/card.ts';
import type { Changes } from '../audit/audit.ts';
import { option, overflow, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { channelLink, joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { formatValue } from '../templates/field.format.ts';
import type { Field, FieldFacts, FieldValue } from '../templates/field.ts';
import { type Change, fieldsOf, hasBefore, isHidden, isPutBack, toldFields } from './change.ts';
import { timelineText } from './timeline.text.ts';

/** One change in words, with a menu to put its fields back. */
export function changeBlock(entry: Change, facts: FieldFacts, reader: Reader): KnownBlock {
  const { language, zone } = reader;
  const t = timelineText[language];
  const who = entry.actor ? mention(entry.actor) : rich`${t.somebody}`;
  // A new contact's name stands below, among what was noted.
  const about = entry.about === null || entry.verb === 'contact.created' ? '' : t.about(entry.about);
  const did = isPutBack(entry.changes) ? t.didPutBack : t.did[entry.verb];
  const head = joinRich([rich`*${formatMoment(entry.at, zone, language)}* · ${who} ${did}`, about], ' ');
  const lines = changeLines(entry, facts, language);
  return section(joinRich([head, ...lines], '\n'), putBackMenu(entry, facts, language));
}

function changeLines(entry: Change, facts: FieldFacts, language: Reader['language']): readonly Rich[] {
  const t = timelineText[language];
  const { verb, changes } = entry;
  if (verb === 'account.shared') return channelOf(changes);
  const hidden = fieldsOf(verb).filter(({ id }) => changes[id] && isHidden(changes[id]));
  const labels = hidden.map(({ label }) => label[language]);
  return [
    ...toldFields(entry).map((field) => {
      const { from = null, to = null } = changes[field.id] ?? {};
      const words = (value: unknown): Rich | string => valueWords(field, value, facts, language);
      const label = field.label[language];
      return from === null ? t.setTo(label, words(to)) : t.fromTo(label, words(from), words(to));
    }),
    ...(labels.length === 0 ? [] : [t.hidden(labels.join(language === 'zh' ? '、' : ', '))]),
  ];
}

/** A stored value as it is shown. */
export function valueWords(
  field: Field,
  value: unknown,
  facts: FieldFacts,
  language: Reader['language'],
): Rich | string {
  if (field.type === 'channel' && typeof value === 'string') return channelLink(value);
  return formatValue(field, value as FieldValue, { language, facts });
}

const channelOf = (changes: Changes): readonly Rich[] =>
  typeof changes['channel']?.to === 'string' ? [channelLink(changes['channel'].to)] : [];

/** A choice for each field that can be put back; where they are more than a menu takes, the last one leads to all. */
function putBackMenu(entry: Change, facts: FieldFacts, language: Reader['language']): Overflow | undefined {
  const fields = entry.mayPutBack && hasBefore(entry.verb) ? toldFields(entry) : [];
  if (fields.length === 0) return undefined;
  const t = timelineText[language];
  const choice = (field: Field) => {
    const then = entry.changes[field.id]?.from;
    // A menu shows plain text, in which a channel would be an id.
    const isId = field.type === 'channel' && then !== null;
    const words = isId ? null : formatValue(field, then as FieldValue, { language, facts });
    return option(t.putBackField(field.label[language], words), `${entry.id}:${field.id}`);
  };
  const all = fields.length <= limits.overflowOptions;
  const shown = all ? fields : fields.slice(0, limits.overflowOptions - 1);
  return overflow(accountIds.putBack, [...shown.map(choice), ...(all ? [] : [option(t.putBackOther, `${entry.id}:`)])]);
}

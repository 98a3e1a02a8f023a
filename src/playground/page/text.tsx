import type { TextObject } from '@slack/types';
import type { UiText } from '../protocol.ts';
import { glyphFor } from './emoji.ts';
import { decodeEntities } from './entities.ts';
import { Inlines, Mrkdwn } from './mrkdwn.tsx';
import { parsePlain } from './mrkdwn-inline.ts';

/** A text object, as Slack shows it. */
export function Text({ of }: { of: TextObject | UiText }) {
  if (of.type === 'mrkdwn') return <Mrkdwn text={of.text} />;
  return (
    <span class="plain">
      <Inlines nodes={parsePlain(of.text, of.emoji !== false)} />
    </span>
  );
}

/** A text object as one string, for attributes and options: markup stays as typed, entities and emoji are decoded. */
export function plainOf(of: TextObject | UiText | undefined): string {
  if (!of) return '';
  return decodeEntities(of.text.replace(/:([a-z0-9_+'-]{1,60}):/g, (_, name: string) => glyphFor(name)));
}

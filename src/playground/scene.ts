import { isJson } from './json.ts';
import { isVisible, visibleTo } from './messages.ts';
import { shown } from './slack-text.ts';
import { modalsOf } from './views.ts';
import type { Channel, Message, Person, World } from './world.ts';

/** One person's screen in a few lines, for the text of a failure. */
export function scene(world: World, person: Person): string {
  const home = world.homes.get(person.id);
  const lines = [
    ...[...world.channels.values()]
      .filter((channel) => isVisible(channel, person.id))
      .flatMap((each) => inChannel(each, person)),
    ...modalsOf(world, person.id).map(
      (view) =>
        `modal ${view.id} "${view.source.title?.text}": ${wordsOf(view.source.blocks)}${errorsOf(view.fieldErrors)}`,
    ),
    ...(home ? [`Home: ${wordsOf(home.source.blocks)}`] : []),
    ...(world.notes.get(person.id) ?? []).map((note) => `note ${note.kind}: ${note.text}`),
  ];
  return lines.map((line) => `  ${line.slice(0, 500)}`).join('\n') || '  an empty screen';
}

function inChannel(channel: Channel, person: Person): readonly string[] {
  const last = visibleTo(channel, person.id).slice(-5);
  return last.map((message) => `${channel.name} ${channel.id}: ${describe(message)}`);
}

function describe({ user, text, blocks, onlyFor }: Message): string {
  return `<${user}${onlyFor ? ', ephemeral' : ''}> ${shown(text)} | ${wordsOf(blocks)}`;
}

function errorsOf(errors: Readonly<Record<string, string>>): string {
  return Object.keys(errors).length > 0 ? ` errors: ${JSON.stringify(errors)}` : '';
}

/** Every text of blocks, and the action ids that can be pressed. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(' / ');
  if (!isJson(value)) return '';
  const text = typeof value['text'] === 'string' ? shown(value['text']) : '';
  const action = typeof value['action_id'] === 'string' ? `[${value['action_id']}]` : '';
  const inner = Object.values(value).map((member) => (typeof member === 'object' ? wordsOf(member) : ''));
  return [text, action, ...inner].filter(Boolean).join(' ');
}

import type { Json } from './json.ts';
import type { Channel, Message, Person, StateValues, View, World } from './world.ts';

/** The members that every interaction payload has. */
export function fromPerson(world: World, person: Person): Json {
  const { team, app } = world.company;
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: teamOf(world, person) },
    api_app_id: app.id,
    token: world.tokens.verification,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Somebody from another company has a team of their own. */
export function teamOf(world: World, person: Person): string {
  return person.kind === 'outsider' ? `${world.company.team.id}X` : world.company.team.id;
}

export function channelRef(channel: Channel): Json {
  return { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : channel.name };
}

/** A slash command's form fields. */
export function commandPayload(
  world: World,
  person: Person,
  channel: Channel,
  said: { command: string; text: string; triggerId: string; responseUrl: string },
): Json {
  const { team, app } = world.company;
  return {
    token: world.tokens.verification,
    team_id: teamOf(world, person),
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelRef(channel)['name'],
    user_id: person.id,
    user_name: person.name,
    command: said.command,
    text: said.text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: said.responseUrl,
    trigger_id: said.triggerId,
  };
}

/** A message as Slack shows it to apps. */
export function messagePayload(world: World, message: Message): Json {
  const { team, app } = world.company;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(message.byApp ? { bot_id: botId(world), app_id: app.id } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.edited } } : {}),
  };
}

/** A view as the Web API and the payloads give it. */
export function viewPayload(world: World, view: View): Json {
  const { team, app } = world.company;
  const { source } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: source.type,
    blocks: source.blocks,
    private_metadata: source.privateMetadata,
    callback_id: source.callbackId,
    state: { values: view.state },
    hash: view.hash,
    title: source.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: source.clearOnClose,
    notify_on_close: source.notifyOnClose,
    close: source.close,
    submit: source.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: app.id,
    external_id: source.externalId,
    app_installed_team_id: team.id,
    bot_id: botId(world),
  };
}

/** Where a gesture happened, for `block_actions` and `block_suggestion`. */
function containerOf(place: View | Message): Json {
  if ('id' in place) return { type: 'view', view_id: place.id };
  const { ts, channelId, onlyFor, threadTs } = place;
  const thread = threadTs ? { thread_ts: threadTs } : {};
  return { type: 'message', message_ts: ts, channel_id: channelId, is_ephemeral: onlyFor !== undefined, ...thread };
}

/** A gesture in a message names channel, message and state; one in a view names the view. */
export function placePayload(
  world: World,
  place: View | Message,
  channel: Channel | undefined,
  state: StateValues,
): Json {
  if ('id' in place) return { container: containerOf(place), view: viewPayload(world, place) };
  return {
    container: containerOf(place),
    ...(channel ? { channel: channelRef(channel) } : {}),
    message: messagePayload(world, place),
    state: { values: state },
  };
}

export function botId(world: World): string {
  return `B${world.company.app.id.slice(1)}`;
}

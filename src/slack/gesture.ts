import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { authorise, type Verb } from '../access/policy.ts';
import type { Language } from '../i18n/language.ts';
import { once } from '../inbox/once.store.ts';
import { answerPerson, directMessage, type Reach } from './answer.ts';
import type { Arrival } from './arrival.ts';
import { call, post, SlackRefused } from './errors.ts';
import type { Gesture, Place } from './handler.ts';
import { posted } from './message.ts';
import type { ListenPorts, Met } from './ports.ts';

/** What a gesture is made of. `key` names it for `once`. */
export interface GestureParts {
  readonly arrival: Arrival;
  readonly met: Met;
  readonly needs: Verb;
  readonly reference: string;
  readonly key: string;
}

/** Everything a handler may do for the person who acted. Every call to Slack that fails throws `SlackRefused`, a
 * message that may be there all the same `PostUnconfirmed`. */
export function makeGesture(ports: ListenPorts, { arrival, met, needs, reference, key }: GestureParts): Gesture {
  const { interactive, posts } = ports.clients;
  let onces = 0;
  const who = { workspaceId: met.workspaceId, slackUserId: met.slackUserId };
  const inWorkspace: Gesture['inWorkspace'] = (fn) =>
    ports.inWorkspace(who, async (work) => {
      authorise(work.actor, needs);
      return fn(work);
    });
  return {
    who,
    place: placeOf(arrival),
    language: met.language,
    reference,
    inWorkspace,
    once(fn) {
      onces += 1;
      // A second `once` of the same handler is another change; a redelivery counts the same way.
      const own = onces === 1 ? key : `${key}:${onces}`;
      return inWorkspace((work) => once(work.db, who.workspaceId, own, () => fn(work)));
    },
    answer: (message, how) => answerPerson(reachOf(ports, arrival, met.language), message, how?.replace ?? false),
    async open(view, how) {
      const trigger_id = arrival.triggerId;
      if (trigger_id === null) throw new SlackRefused('no_trigger_id');
      const push = how?.push ?? arrival.view?.type === 'modal';
      if (push) return pushed(interactive, arrival, view);
      return (await call(interactive.views.open({ trigger_id, view }))).view?.id ?? '';
    },
    async update(viewId, view, hash) {
      await call(interactive.views.update({ view_id: viewId, view, ...(hash !== undefined && { hash }) }));
    },
    async publishHome(blocks, meta) {
      const view = { type: 'home' as const, blocks: [...blocks], private_metadata: JSON.stringify(meta ?? null) };
      await call(interactive.views.publish({ user_id: who.slackUserId, view }));
    },
    tell: (slackUserId, message) => directMessage(ports.clients, slackUserId, message),
    async post(channelId, message) {
      await post(posts.chat.postMessage({ channel: channelId, ...posted(message) }));
    },
    channel: (channelId) => channelFacts(ports, channelId),
    permalink: (channelId, messageTs) => permalinkOf(ports, channelId, messageTs),
  };
}

/** Pushes a window over the one that the gesture came from. Slack stacks three: over the third it takes that one's place. */
async function pushed(client: WebClient, { triggerId, view: from }: Arrival, view: ModalView): Promise<string> {
  try {
    const opened = await call(client.views.push({ trigger_id: triggerId ?? '', view }));
    return opened.view?.id ?? '';
  } catch (error) {
    if (from === null || !(error instanceof SlackRefused) || error.code !== 'push_limit_reached') throw error;
    await call(client.views.update({ view_id: from.id, view }));
    return from.id;
  }
}

/** How the person of an arrival is reached. */
export const reachOf = (ports: ListenPorts, arrival: Arrival, language: Language): Reach => ({
  clients: ports.clients,
  apiUrl: ports.apiUrl,
  fetch: ports.fetch ?? globalThis.fetch,
  slackUserId: arrival.caller.slackUserId,
  channelId: arrival.channelId,
  responseUrl: arrival.responseUrl,
  language,
});

function placeOf({ channelId, messageTs, view }: Arrival): Place {
  if (view === null) return { channelId, messageTs, view };
  const { id, hash, type, meta, values } = view;
  return { channelId, messageTs, view: { id, hash, type, meta, values } };
}

/** A channel that the app cannot see is null. */
async function channelFacts(ports: ListenPorts, channelId: string): ReturnType<Gesture['channel']> {
  try {
    const { channel } = await call(ports.clients.interactive.conversations.info({ channel: channelId }));
    if (!channel) return null;
    return {
      name: channel.name ?? '',
      shared: (channel.is_ext_shared ?? false) || (channel.is_pending_ext_shared ?? false),
      private: (channel.is_private ?? false) || (channel.is_im ?? false) || (channel.is_mpim ?? false),
    };
  } catch (error) {
    if (error instanceof SlackRefused && error.code === 'channel_not_found') return null;
    throw error;
  }
}

/** The address of a message, or null where Slack does not tell it: nothing that waits for it hangs on it. */
async function permalinkOf(ports: ListenPorts, channel: string, message_ts: string): Promise<string | null> {
  try {
    return (await call(ports.clients.interactive.chat.getPermalink({ channel, message_ts }))).permalink ?? null;
  } catch (error) {
    if (error instanceof SlackRefused) return null;
    throw error;
  }
}

import type { App } from '@slack/bolt';
import type { Handler, Handling } from './handler.ts';
import { listenToActions } from './listen-action.ts';
import { listenToCommands } from './listen-command.ts';
import { listenToEvents } from './listen-event.ts';
import { listenToOptions } from './listen-options.ts';
import { listenToShortcuts } from './listen-shortcut.ts';
import { listenToSubmissions } from './listen-submit.ts';
import type { ListenPorts } from './ports.ts';
import { recentIds } from './recent.ts';

/**
 * Registers the handlers. Whatever Slack sends is acknowledged, also what nobody handles; whatever fails is logged under
 * a reference and told to the person. `slowAfterMs`: how long a submission may take before the modal says "Saving…"
 * (Slack gives up after three seconds).
 */
export function listen(
  app: App,
  handlers: readonly Handler[],
  ports: ListenPorts,
  { slowAfterMs = 2_000 }: { slowAfterMs?: number } = {},
): void {
  const recent = recentIds();
  listenToCommands(app, only(handlers, 'command')[0], ports, recent);
  listenToActions(app, byId(only(handlers, 'action')), ports, recent);
  listenToShortcuts(app, byId(only(handlers, 'shortcut')), ports, recent);
  listenToSubmissions(app, byId(only(handlers, 'submit')), ports, slowAfterMs);
  listenToOptions(app, byId(only(handlers, 'options')), ports, slowAfterMs);
  listenToEvents(app, byId(only(handlers, 'event')), ports);
}

const only = <On extends Handler['on']>(handlers: readonly Handler[], on: On): readonly Handling<On>[] =>
  handlers.filter((handler): handler is Handling<On> => handler.on === on);

/** @throws when two handlers claim one id: a mistake in the wiring that should stop the start. */
function byId<H extends { readonly on: string; readonly id: string }>(handlers: readonly H[]): ReadonlyMap<string, H> {
  const map = new Map<string, H>();
  for (const handler of handlers) {
    if (map.has(handler.id)) throw new Error(`two handlers for the ${handler.on} ${handler.id}`);
    map.set(handler.id, handler);
  }
  return map;
}

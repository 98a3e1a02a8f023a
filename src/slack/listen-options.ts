import type { App } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { within } from '../lib/within.ts';
import { acknowledge, gestureKey } from './acknowledge.ts';
import { interactionArrival } from './arrival.ts';
import { attend } from './attend.ts';
import type { Choice, Handling, OptionsInput } from './handler.ts';
import { limits } from './limits.ts';
import type { ListenPorts } from './ports.ts';
import { plain } from './text.ts';

const suggestion = z.object({ action_id: z.string().default(''), value: z.string().nullish() });

/** What external selects offer. Nothing is offered where the handler fails or is too slow: Slack shows "no results". */
export function listenToOptions(
  app: App,
  handlers: ReadonlyMap<string, Handling<'options'>>,
  ports: ListenPorts,
  slowAfterMs: number,
): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ ack, body }) => {
    const { action_id: id, value } = suggestion.parse(body);
    const handler = handlers.get(id);
    if (!handler) ports.log.warn('nobody offers options for this', { id });
    const sent: OptionsInput = { query: value ?? '' };
    const arrival = interactionArrival(body);
    const attendance =
      handler && (await within(slowAfterMs, attend(ports, { arrival, handler, id, sent, key: gestureKey(arrival) })));
    const choices = attendance?.how === 'done' ? attendance.out : [];
    await acknowledge(ports.log, () => ack({ options: choices.slice(0, limits.selectOptions).map(offered) }));
  });
}

const offered = ({ text, value, description }: Choice): PlainTextOption => ({
  text: plain(text, limits.optionText),
  value,
  ...(description && { description: plain(description, limits.optionText) }),
});

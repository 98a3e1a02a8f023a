import { z } from 'zod';
import { type Handler, onEvent } from '../slack/handler.ts';
import type { Introductions } from './introductions.slack.ts';

const user = z.looseObject({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  locale: z.string().optional(),
  tz: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
});

/** Somebody was deactivated, became a guest, or moved: what they may do follows at once (T-63). */
export function presenceHandlers(people: Pick<Introductions, 'refresh'>): readonly Handler[] {
  return [
    onEvent('user_change', {
      needs: 'access.ask',
      accepts: z.object({ user }),
      run: (_gesture, event) => people.refresh(event.user),
    }),
  ];
}

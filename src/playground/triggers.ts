import type { World } from './world.ts';

/** A trigger id works for three seconds. */
const LIVES_MS = 3000;

export interface Trigger {
  readonly userId: string;
  /** The root of the modal stack that the gesture was made in, if it was made in one. */
  readonly rootViewId: string | undefined;
}

type TriggerProblem = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Hands out trigger ids and takes each back once. */
export interface Triggers {
  issue(trigger: Trigger): string;
  /** Uses the trigger up. */
  exchange(id: string): Trigger | TriggerProblem;
}

export function newTriggers(world: World): Triggers {
  const issued = new Map<string, Trigger & { readonly at: number; used: boolean }>();
  const now = () => world.clock.real().getTime();
  const forgetOld = () => {
    for (const [id, { at }] of issued) if (now() - at > 100 * LIVES_MS) issued.delete(id);
  };
  return {
    issue(trigger) {
      forgetOld();
      const id = world.id(`${now()}.${world.company.team.id.length}.`);
      issued.set(id, { ...trigger, at: now(), used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (now() - trigger.at > LIVES_MS) return 'expired_trigger_id';
      trigger.used = true;
      return trigger;
    },
  };
}

import type { Confirm } from '@slack/types';
import type { UiStateValue } from '../protocol.ts';
import { useDesk } from './desk.ts';
import { gestureValue, shownValue } from './element-value.ts';
import { draftKey, withDraft } from './store.ts';
import { draftValues, type Spot, useSurface } from './surface.ts';

interface ElementLike {
  readonly type: string;
  readonly action_id?: string;
  readonly confirm?: Confirm;
}

export interface ElementHandle {
  /** The id that a `<label>` points at. */
  readonly id: string;
  readonly value: UiStateValue;
  /** The app has been told and has not answered yet. */
  readonly pending: boolean;
  /** Keeps what is being typed, on this page alone. */
  keep(value: UiStateValue): void;
  /** Lets the server keep what stands here now; for the moment a field is left. */
  settle(): void;
  /** A finished choice: asks "are you sure?" where the app wants that, keeps it, and tells the app where the element does. */
  choose(value: UiStateValue): void;
  /** Tells the app, with a value that is not kept (a button has none; an overflow menu has its option). */
  press(value?: UiStateValue): void;
}

/** The id of the field that an `input` block's label names. */
export function fieldId(surfaceKey: string, blockId: string): string {
  return `field ${surfaceKey} ${blockId}`.replace(/[^\w-]+/g, '-');
}

/** Joins an element to the page's drafts and to the app. */
export function useElement(element: ElementLike, spot: Spot): ElementHandle {
  const { state, store, gestures } = useDesk();
  const surface = useSurface();
  const at = { blockId: spot.blockId, actionId: element.action_id ?? '' };
  const key = draftKey(at.blockId, at.actionId);
  const waiting = `${surface.key}\n${key}`;
  const viewId = 'viewId' in surface.place ? surface.place.viewId : null;

  const typed = () => draftValues(surface, store.get().drafts);
  const keep = (value: UiStateValue) => store.update((now) => withDraft(now, surface.key, key, value));
  const settle = () => {
    const values = typed();
    if (viewId !== null && Object.keys(values).length > 0) void gestures.keep(viewId, values);
  };
  const tell = (value: UiStateValue | undefined) =>
    void gestures.make(waiting, 'click', {
      in: surface.place,
      ...at,
      ...(value && { value: gestureValue(value) }),
      ...(viewId !== null && { values: typed() }),
    });
  const sure = (accept: () => void) => {
    const ask = element.confirm;
    if (ask) store.update((now) => ({ ...now, confirm: { ask, accept } }));
    else accept();
  };

  return {
    id: spot.label === '' ? fieldId(surface.key, spot.blockId) : fieldId(surface.key, `${key} element`),
    value: shownValue(state.drafts[surface.key]?.[key], surface.state, at, { ...element }),
    pending: state.pending.has(waiting),
    keep,
    settle,
    choose(value) {
      if (!spot.tells) {
        keep(value);
        settle();
        return;
      }
      sure(() => {
        keep(value);
        tell(value);
      });
    },
    press: (value) => sure(() => tell(value)),
  };
}

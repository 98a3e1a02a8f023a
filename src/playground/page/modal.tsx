import { useLayoutEffect, useRef } from 'preact/hooks';
import type { UiView } from '../protocol.ts';
import { Blocks } from './blocks/blocks.tsx';
import { useDesk } from './desk.ts';
import { draftValues, type Surface } from './surface.ts';
import { plainOf, Text } from './text.tsx';
import { fieldId } from './use-element.ts';

const FIELDS = 'input:not([type=hidden]), textarea, [role=combobox]';

/** The front modal of the stack. What is typed in the ones below stays in the page's drafts. */
export function Modal({ view, depth }: { view: UiView; depth: number }) {
  const { state, store, words, gestures } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const sending = state.pending.has(`submit ${view.id}`);
  const closing = state.pending.has(`close ${view.id}`);
  const surface: Surface = {
    key: view.id,
    place: { viewId: view.id },
    state: view.state,
    errors: view.fieldErrors,
    blocks: view.blocks,
  };

  useLayoutEffect(() => {
    (firstField(box.current, view) ?? box.current)?.focus();
  }, [view.id]);
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [view.fieldErrors]);
  // What the app puts above a form that it shows again is new to the person, however far down they are.
  useLayoutEffect(() => {
    box.current?.querySelector('.modal-body')?.scrollTo({ top: 0 });
  }, [view.id, view.blocks[0]?.block_id]);

  const close = (all: boolean) => {
    if (!closing) void gestures.make(`close ${view.id}`, 'close', { viewId: view.id, all });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (sending || !view.submit) return;
    const values = draftValues(surface, store.get().drafts);
    void gestures.make(`submit ${view.id}`, 'submit', { viewId: view.id, values });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) close(false);
  };

  return (
    <div class="overlay">
      <div
        class="modal"
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby="modal-title"
        tabIndex={-1}
        inert={state.confirm !== null}
        onKeyDown={onKeyDown}
      >
        <form noValidate onSubmit={submit}>
          <header class="modal-head">
            {depth > 0 && (
              <button type="button" class="icon" aria-label={words.back} onClick={() => close(false)}>
                ←
              </button>
            )}
            <h2 id="modal-title">{view.title && <Text of={view.title} />}</h2>
            <button
              type="button"
              class="icon"
              aria-label={depth > 0 ? words.closeAll : words.close}
              onClick={() => close(true)}
            >
              ✕
            </button>
          </header>
          <div class="modal-body">
            <Blocks surface={surface} />
          </div>
          <footer class="modal-foot">
            <button type="button" class="button" onClick={() => close(false)}>
              {plainOf(view.close ?? undefined) || words.cancel}
            </button>
            {view.submit && (
              <button type="submit" class={sending ? 'button primary busy' : 'button primary'} aria-busy={sending}>
                <Text of={view.submit} />
              </button>
            )}
          </footer>
        </form>
      </div>
    </div>
  );
}

/** The field that the app wants the cursor in, else the first one. */
function firstField(box: HTMLElement | null, view: UiView): HTMLElement | null {
  const wanted = view.blocks.find(
    (block) => (block['element'] as { focus_on_load?: boolean } | undefined)?.focus_on_load,
  );
  const named = wanted && document.getElementById(fieldId(view.id, wanted.block_id));
  return named ?? box?.querySelector<HTMLElement>(`.modal-body :is(${FIELDS})`) ?? null;
}

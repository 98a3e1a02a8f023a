import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk.ts';
import type { PageState } from './store.ts';
import { plainOf, Text } from './text.tsx';

/** "Are you sure?", in the app's own words. */
export function ConfirmDialog({ of }: { of: NonNullable<PageState['confirm']> }) {
  const { store, words } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const { ask, accept } = of;
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.querySelector('button')?.focus();
    return () => before?.focus();
  }, []);
  const done = () => store.update((state) => ({ ...state, confirm: null }));
  const confirm = () => {
    done();
    accept();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') done();
  };
  return (
    <div class="overlay top">
      <div
        class="modal small"
        ref={box}
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="confirm-title"
        aria-describedby="confirm-text"
        onKeyDown={onKeyDown}
      >
        <header class="modal-head">
          <h2 id="confirm-title">{plainOf(ask.title) || words.confirmTitle}</h2>
        </header>
        <div class="modal-body" id="confirm-text">
          <Text of={ask.text} />
        </div>
        <footer class="modal-foot">
          <button type="button" class="button" onClick={done}>
            {plainOf(ask.deny) || words.cancel}
          </button>
          <button type="button" class={`button ${ask.style ?? 'primary'}`} onClick={confirm}>
            {plainOf(ask.confirm) || words.confirmYes}
          </button>
        </footer>
      </div>
    </div>
  );
}

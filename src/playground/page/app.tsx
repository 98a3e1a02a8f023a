import { useEffect, useRef } from 'preact/hooks';
import { ConfirmDialog } from './confirm.tsx';
import { type Desk, DeskContext } from './desk.ts';
import { Modal } from './modal.tsx';
import { Pane } from './pane.tsx';
import { Sidebar } from './sidebar.tsx';
import { Toasts } from './toasts.tsx';

/** The whole page. While a dialog is open the rest is inert: no key and no press reaches it. */
export function App({ desk }: { desk: Desk }) {
  const { state, store } = desk;
  const { views } = state.snapshot;
  const front = views.at(-1);
  const covered = front !== undefined || state.confirm !== null;
  useFocusBack(covered);
  return (
    <DeskContext.Provider value={desk}>
      <div class="app" inert={covered}>
        <Sidebar />
        {state.drawerOpen && (
          <div
            class="drawer-shade"
            aria-hidden="true"
            onClick={() => store.update((now) => ({ ...now, drawerOpen: false }))}
          />
        )}
        <Pane />
      </div>
      {front && <Modal key={front.id} view={front} depth={views.length - 1} />}
      {state.confirm && <ConfirmDialog of={state.confirm} />}
      <Toasts />
    </DeskContext.Provider>
  );
}

/** When the last dialog is gone, the focus returns to where it was, or to the composer if that is gone too. */
function useFocusBack(covered: boolean): void {
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (covered) return;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) before.current = event.target;
    };
    const target = before.current?.isConnected
      ? before.current
      : document.querySelector<HTMLElement>('.composer textarea');
    if (before.current) target?.focus();
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [covered]);
}

import { useEffect } from 'preact/hooks';
import { useDesk } from './desk.ts';
import type { Toast } from './store.ts';

const SHOWN_MS = 12_000;

/** Short notices about what went wrong; read out as they come, gone after a while or at a press. */
export function Toasts() {
  const { state, words } = useDesk();
  return (
    <section class="toasts" aria-label={words.notices}>
      {state.toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastView({ toast }: { toast: Toast }) {
  const { store, words } = useDesk();
  const gone = () =>
    store.update((state) => ({ ...state, toasts: state.toasts.filter((each) => each.id !== toast.id) }));
  useEffect(() => {
    const timer = setTimeout(gone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="toast" role="alert">
      <p>{toast.kind === null ? toast.text : words.problems[toast.kind]}</p>
      {toast.kind === 'invalid_answer' && <p class="toast-detail">{toast.text}</p>}
      <button type="button" class="icon" aria-label={words.close} onClick={gone}>
        ✕
      </button>
    </div>
  );
}

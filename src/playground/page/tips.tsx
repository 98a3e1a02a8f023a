import { useDesk } from './desk.ts';

/** What a newcomer can try first. */
export function Tips() {
  const { state, store, words, gestures } = useDesk();
  const { app, commands, channels } = state.snapshot;
  if (state.tipsHidden) return null;
  const command = commands[0]?.command;
  const dm = channels.find((channel) => channel.kind === 'dm');
  const writeCommand = () => {
    const at = state.pane.kind === 'channel' ? state.pane.id : dm?.id;
    if (at === undefined || command === undefined) return;
    store.update((now) => ({ ...now, lines: { ...now.lines, [at]: command } }));
    if (state.pane.kind === 'home') void gestures.goTo({ kind: 'channel', id: at });
    else document.querySelector<HTMLElement>('.composer textarea')?.focus();
  };
  return (
    <aside class="tips" aria-label={words.tryTitle(app.name)}>
      <h3>{words.tryTitle(app.name)}</h3>
      <ol>
        {command && (
          <li>
            <button type="button" class="link" onClick={writeCommand}>
              {words.tryCommand(command)}
            </button>
          </li>
        )}
        <li>
          <button type="button" class="link" onClick={() => void gestures.goTo({ kind: 'home' })}>
            {words.tryHome(app.name)}
          </button>
        </li>
        <li>{words.tryPeople}</li>
        <li>{words.tryClock}</li>
      </ol>
      <p class="tips-why">{words.standInWhy}</p>
      <button
        type="button"
        class="icon"
        aria-label={words.hideTips}
        onClick={() => store.update((now) => ({ ...now, tipsHidden: true }))}
      >
        ✕
      </button>
    </aside>
  );
}

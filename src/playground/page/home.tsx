import { Blocks } from './blocks/blocks.tsx';
import { useDesk } from './desk.ts';

/** The app's Home tab. */
export function Home() {
  const { state, words } = useDesk();
  const { home, app } = state.snapshot;
  const waiting = state.pending.has('home');
  if (!home) {
    return <p class={waiting ? 'empty busy' : 'empty'}>{waiting ? words.loading : words.homeEmpty(app.name)}</p>;
  }
  return (
    <div class="home" aria-busy={waiting}>
      <Blocks
        surface={{
          key: home.id,
          place: { viewId: home.id },
          state: home.state,
          errors: home.fieldErrors,
          blocks: home.blocks,
        }}
      />
    </div>
  );
}

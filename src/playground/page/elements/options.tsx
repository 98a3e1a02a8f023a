import { useDesk } from '../desk.ts';
import type { Choice, Found } from './choice-source.ts';

/** The open list of a combobox. */
export function Options(props: {
  id: string;
  found: Found;
  /** The line that Enter would pick. */
  at: number;
  chosen: readonly Choice[];
  many: boolean;
  pick: (choice: Choice) => void;
}) {
  const { words } = useDesk();
  const { found } = props;
  if (found.kind === 'searching') return <Note id={props.id} text={words.searching} />;
  if (found.kind === 'too-short') return <Note id={props.id} text={words.typeMore(found.least)} />;
  if (found.kind === 'failed') return <Note id={props.id} text={words.problems.operation_timeout} />;
  if (found.choices.length === 0) return <Note id={props.id} text={words.noResults} />;
  const chosen = new Set(props.chosen.map((each) => each.value));
  return (
    <div class="options" id={props.id} role="listbox" aria-multiselectable={props.many}>
      {found.choices.map((choice, i) => (
        <div key={`${choice.group} ${choice.value}`}>
          {choice.group !== '' && choice.group !== found.choices[i - 1]?.group && (
            <div class="option-group" role="presentation">
              {choice.group}
            </div>
          )}
          <Line
            id={`${props.id}-${i}`}
            choice={choice}
            active={i === props.at}
            chosen={chosen.has(choice.value)}
            pick={props.pick}
          />
        </div>
      ))}
    </div>
  );
}

function Line(props: { id: string; choice: Choice; active: boolean; chosen: boolean; pick: (choice: Choice) => void }) {
  // The press must not take the focus from the text field, or the list would close before the choice is made.
  return (
    <div
      id={props.id}
      class={`option ${props.active ? 'active' : ''}`}
      role="option"
      aria-selected={props.chosen}
      tabIndex={-1}
      onMouseDown={(event) => {
        event.preventDefault();
        props.pick(props.choice);
      }}
    >
      <span>{props.choice.text}</span>
      {props.choice.note !== '' && <span class="option-note">{props.choice.note}</span>}
    </div>
  );
}

function Note({ id, text }: { id: string; text: string }) {
  return (
    <div class="options note" id={id} role="status">
      {text}
    </div>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import type { Choice, Found } from './choice-source.ts';
import { Options } from './options.tsx';

interface ComboboxProps {
  /** Attributes of the text field: its id, and what names and describes it. */
  field: Readonly<Record<string, string | boolean>> & { readonly id: string };
  chosen: readonly Choice[];
  many: boolean;
  /** No more can be chosen. */
  full: boolean;
  clearable: boolean;
  pending: boolean;
  placeholder: string;
  useFound: (query: string, open: boolean) => Found;
  onChange: (chosen: readonly Choice[]) => void;
}

/** A text field over a list: typing narrows the list, arrow keys move, Enter picks, Esc closes, Backspace takes back. */
export function Combobox(props: ComboboxProps) {
  const { words } = useDesk();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const found = props.useFound(query, open);
  const choices = found.kind === 'choices' ? found.choices : [];
  const single = props.many ? undefined : props.chosen[0];
  const listId = `${props.field.id}-list`;

  useEffect(() => setAt(0), [query, found.kind]);
  useEffect(() => {
    if (open) root.current?.querySelector('.options')?.scrollIntoView({ block: 'nearest' });
  }, [open, found.kind]);
  useEffect(() => {
    if (open) root.current?.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }, [open, at]);

  const shut = () => {
    setOpen(false);
    setQuery('');
  };
  const pick = (choice: Choice) => {
    if (!props.many) {
      shut();
      props.onChange([choice]);
      return;
    }
    setQuery('');
    const without = props.chosen.filter((each) => each.value !== choice.value);
    if (without.length < props.chosen.length) props.onChange(without);
    else if (!props.full) props.onChange([...props.chosen, choice]);
  };
  const step = (by: 1 | -1) => {
    if (open && choices.length > 0) setAt((at + by + choices.length) % choices.length);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const here = choices[at];
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: open ? () => here && pick(here) : () => setOpen(true),
      Escape: open ? shut : undefined,
      Backspace: query === '' && props.many ? () => props.onChange(props.chosen.slice(0, -1)) : undefined,
    };
    const act = keys[event.key];
    if (!act) return;
    if (event.key !== 'Backspace') event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onBlur = (event: FocusEvent) => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) shut();
  };

  return (
    <div class={`combobox ${open ? 'open' : ''} ${props.pending ? 'busy' : ''}`} ref={root}>
      <div class="combobox-box">
        {props.many &&
          props.chosen.map((each) => (
            <span class="chip" key={each.value}>
              {each.text}
              <button
                type="button"
                aria-label={words.remove(each.text)}
                onClick={() => props.onChange(props.chosen.filter((other) => other.value !== each.value))}
              >
                ×
              </button>
            </span>
          ))}
        <input
          {...props.field}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          {...(open && choices[at] && { 'aria-activedescendant': `${listId}-${at}` })}
          placeholder={props.many && props.chosen.length > 0 ? '' : (open && single?.text) || props.placeholder}
          value={open ? query : (single?.text ?? '')}
          onInput={(event) => {
            setOpen(true);
            setQuery(event.currentTarget.value);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        {props.clearable && single && !open && (
          <button type="button" class="clear" aria-label={words.clear} onClick={() => props.onChange([])}>
            ×
          </button>
        )}
        <span class="caret" aria-hidden="true" />
      </div>
      {open && <Options id={listId} found={found} at={at} chosen={props.chosen} many={props.many} pick={pick} />}
    </div>
  );
}

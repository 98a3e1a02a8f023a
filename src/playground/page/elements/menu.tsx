import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface MenuItem {
  readonly key: string;
  readonly text: string;
  readonly note?: string;
  readonly href?: string;
  readonly pick: () => void;
}

/** A button that opens a menu: arrow keys move, Enter picks, Esc and a press elsewhere close. */
export function Menu(props: {
  label: string;
  items: readonly MenuItem[];
  empty?: string;
  busy?: boolean;
  class?: string;
  children: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  useLayoutEffect(() => {
    if (!open) return;
    root.current?.querySelector('[role=menu]')?.scrollIntoView({ block: 'nearest' });
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const onPress = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      moveFocus(root.current, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Tab') {
      setOpen(false);
    }
  };

  return (
    <div class={`menu ${props.class ?? ''}`} ref={root}>
      <button
        type="button"
        class={props.busy ? 'menu-button busy' : 'menu-button'}
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
      >
        {props.children}
      </button>
      {open && (
        <div class="menu-list" role="menu" tabIndex={-1} aria-label={props.label} onKeyDown={onKeyDown}>
          {props.items.map((item) => (
            <Item key={item.key} item={item} close={close} />
          ))}
          {props.items.length === 0 && <p class="menu-empty">{props.empty}</p>}
        </div>
      )}
    </div>
  );
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const pick = () => {
    close();
    item.pick();
  };
  const inside = (
    <>
      <span>{item.text}</span>
      {item.note && <span class="menu-note">{item.note}</span>}
    </>
  );
  if (item.href) {
    return (
      <a role="menuitem" tabIndex={-1} href={item.href} target="_blank" rel="noreferrer noopener" onClick={pick}>
        {inside}
      </a>
    );
  }
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={pick}>
      {inside}
    </button>
  );
}

function moveFocus(root: HTMLElement | null, step: 1 | -1): void {
  const items = [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items.at((at + step) % items.length)?.focus();
}

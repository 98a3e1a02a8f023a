import type { Overflow } from '@slack/types';
import type { UiOption } from '../../protocol.ts';
import { useDesk } from '../desk.ts';
import type { Spot } from '../surface.ts';
import { plainOf } from '../text.tsx';
import { useElement } from '../use-element.ts';
import { Menu } from './menu.tsx';

/** The "⋯" menu of an element: one press tells the app which option it was. */
export function OverflowElement({ of, spot }: { of: Overflow; spot: Spot }) {
  const { words } = useDesk();
  const element = useElement(of, spot);
  const items = of.options.map((option, i) => ({
    key: option.value ?? String(i),
    text: plainOf(option.text),
    ...(option.description && { note: plainOf(option.description) }),
    ...(option.url && { href: option.url }),
    pick: () => element.press({ type: of.type, selected_option: option as UiOption }),
  }));
  return (
    <Menu label={words.moreOptions} items={items} busy={element.pending} class="overflow">
      ⋯
    </Menu>
  );
}

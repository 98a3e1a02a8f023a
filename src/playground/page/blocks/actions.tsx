import type { ActionsBlock as Actions } from '@slack/types';
import { type AnyElement, Element } from '../elements/element.tsx';
import { plainOf } from '../text.tsx';

export function ActionsBlock({ of, id }: { of: Actions; id: string }) {
  return (
    <div class="block actions">
      {of.elements.map((element, i) => (
        <Element
          key={element.action_id ?? String(i)}
          of={element}
          spot={{ blockId: id, tells: true, optional: false, label: labelOf(element), invalid: false, describedBy: '' }}
        />
      ))}
    </div>
  );
}

function labelOf(element: AnyElement): string {
  const words = 'placeholder' in element ? plainOf(element.placeholder) : '';
  return words || (element.type === 'image' ? element.alt_text : (element.action_id ?? element.type));
}

import type { ContextBlock as Context } from '@slack/types';
import { Picture } from '../elements/picture.tsx';
import { Text } from '../text.tsx';

export function ContextBlock({ of }: { of: Context }) {
  return (
    <div class="block context">
      {of.elements.map((element, i) =>
        element.type === 'image' ? <Picture key={String(i)} of={element} /> : <Text key={String(i)} of={element} />,
      )}
    </div>
  );
}

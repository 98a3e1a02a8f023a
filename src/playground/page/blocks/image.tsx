import type { ImageBlock as Image } from '@slack/types';
import { Picture } from '../elements/picture.tsx';
import { Text } from '../text.tsx';

export function ImageBlock({ of }: { of: Image }) {
  return (
    <figure class="block image">
      {of.title && (
        <figcaption>
          <Text of={of.title} />
        </figcaption>
      )}
      <Picture of={of} />
    </figure>
  );
}

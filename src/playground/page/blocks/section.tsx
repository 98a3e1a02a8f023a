import type { SectionBlock as Section } from '@slack/types';
import { Element } from '../elements/element.tsx';
import { plainOf, Text } from '../text.tsx';

export function SectionBlock({ of, id }: { of: Section; id: string }) {
  const spot = {
    blockId: id,
    tells: true,
    optional: false,
    // Slack gives an accessory no name of its own; the words beside it are the best there is.
    label: accessoryLabel(of),
    invalid: false,
    describedBy: '',
  };
  return (
    <div class={of.accessory?.type === 'image' ? 'block section with-image' : 'block section'}>
      <div class="section-text">
        {of.text && <Text of={of.text} />}
        {of.fields && (
          <div class="fields">
            {of.fields.map((field, i) => (
              <div class="section-field" key={String(i)}>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {of.accessory && (
        <div class="accessory">
          <Element of={of.accessory} spot={spot} />
        </div>
      )}
    </div>
  );
}

function accessoryLabel(of: Section): string {
  const own = of.accessory && 'placeholder' in of.accessory ? plainOf(of.accessory.placeholder) : '';
  return own || plainOf(of.text).replace(/[*_~`]/g, '') || of.type;
}

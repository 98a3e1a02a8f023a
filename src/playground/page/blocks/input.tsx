import type { InputBlock as Input } from '@slack/types';
import { useDesk } from '../desk.ts';
import { Element } from '../elements/element.tsx';
import { useSurface } from '../surface.ts';
import { Text } from '../text.tsx';
import { fieldId } from '../use-element.ts';

/** A labelled field with its hint and, after a refused submit, what is wrong with it. */
export function InputBlock({ of, id }: { of: Input; id: string }) {
  const { words } = useDesk();
  const surface = useSurface();
  const field = fieldId(surface.key, id);
  const error = surface.errors[id];
  const described = [of.hint ? `${field}-hint` : '', error ? `${field}-error` : ''].filter(Boolean).join(' ');
  const spot = {
    blockId: id,
    tells: of.dispatch_action === true,
    optional: of.optional === true,
    label: '',
    invalid: error !== undefined,
    describedBy: described,
  };
  return (
    <div class={error ? 'block field wrong' : 'block field'}>
      <div class="field-head">
        <label id={`${field}-label`} for={field}>
          <Text of={of.label} />
        </label>
        {of.optional && <span class="optional">{words.optional}</span>}
      </div>
      <Element of={of.element} spot={spot} />
      {error && (
        <p class="field-error" id={`${field}-error`} role="alert">
          {error}
        </p>
      )}
      {of.hint && (
        <p class="hint" id={`${field}-hint`}>
          <Text of={of.hint} />
        </p>
      )}
    </div>
  );
}

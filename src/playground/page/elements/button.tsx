import type { Button } from '@slack/types';
import type { Spot } from '../surface.ts';
import { Text } from '../text.tsx';
import { useElement } from '../use-element.ts';

/** A button, or a link that looks like one; Slack tells the app of both. */
export function ButtonElement({ of, spot }: { of: Button; spot: Spot }) {
  const element = useElement(of, spot);
  const look = `button ${of.style ?? ''} ${element.pending ? 'busy' : ''}`;
  const label = of.accessibility_label ? { 'aria-label': of.accessibility_label } : {};
  if (of.url) {
    return (
      <a
        class={look}
        href={of.url}
        target="_blank"
        rel="noreferrer noopener"
        onClick={() => element.press()}
        {...label}
      >
        <Text of={of.text} />
      </a>
    );
  }
  return (
    <button
      type="button"
      class={look}
      aria-busy={element.pending}
      onClick={() => element.pending || element.press()}
      {...label}
    >
      <Text of={of.text} />
    </button>
  );
}

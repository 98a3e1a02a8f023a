import type { ImageElement } from '@slack/types';
import { useDesk } from '../desk.ts';

/** An image by its address. Slack's own files have none here: their description stands in. */
export function Picture({ of }: { of: ImageElement }) {
  const { words } = useDesk();
  if ('image_url' in of && /^(https?:\/\/|\/)/.test(of.image_url)) return <img src={of.image_url} alt={of.alt_text} />;
  return <span class="not-drawn">{of.alt_text || words.imageMissing}</span>;
}

import type { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from '@slack/types';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { typedText } from '../element-value.ts';
import type { Spot } from '../surface.ts';
import { plainOf } from '../text.tsx';
import { type ElementHandle, useElement } from '../use-element.ts';

type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput | RichTextInput;

const MODES = { email_text_input: 'email', url_text_input: 'url', number_input: 'decimal' } as const;
const TELL_AFTER_MS = 300;

/** A field for text, e-mail, URL or number. The app and Slack check the words; the browser leaves them as typed. */
export function TextInput({ of, spot }: { of: TextElement; spot: Spot }) {
  const element = useElement(of, spot);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const text = typedText(element.value);
  const tells = (when: 'on_enter_pressed' | 'on_character_entered') =>
    spot.tells && (of.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']).includes(when);

  const onInput = (event: { currentTarget: { value: string } }) => {
    const value = { type: of.type, value: event.currentTarget.value };
    element.keep(value);
    if (!tells('on_character_entered')) return;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => element.press(value), TELL_AFTER_MS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const multiline = isMultiline(of);
    if (multiline && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
    } else if (!multiline && tells('on_enter_pressed')) {
      event.preventDefault();
      element.press({ type: of.type, value: text });
    }
  };
  const shared = {
    ...fieldAttributes(element, spot),
    value: text,
    placeholder: plainOf(of.placeholder),
    onInput,
    onKeyDown,
    onBlur: element.settle,
  };
  return (
    <>
      {isMultiline(of) ? (
        <textarea class="input" rows={rowsOf(of)} {...shared} />
      ) : (
        <input class="input" type="text" inputMode={modeOf(of)} autocomplete="off" {...shared} />
      )}
      <Remaining of={of} text={text} />
    </>
  );
}

/** Attributes that bind a control to its label, hint and error. */
export function fieldAttributes(element: ElementHandle, spot: Spot) {
  return {
    id: element.id,
    'aria-invalid': spot.invalid,
    'aria-required': !spot.optional,
    ...(spot.describedBy && { 'aria-describedby': spot.describedBy }),
    ...(spot.label ? { 'aria-label': spot.label } : { 'aria-labelledby': `${element.id}-label` }),
  };
}

/** Slack counts down only when the end is near; nothing that was typed or pasted is cut. */
function Remaining({ of, text }: { of: TextElement; text: string }) {
  const { words } = useDesk();
  const max = of.type === 'plain_text_input' ? of.max_length : undefined;
  if (max === undefined || text.length < max * 0.8) return null;
  const left = max - text.length;
  return (
    <span class={left < 0 ? 'remaining over' : 'remaining'} role="status">
      {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
    </span>
  );
}

function isMultiline(of: TextElement): boolean {
  return of.type === 'rich_text_input' || (of.type === 'plain_text_input' && of.multiline === true);
}

function rowsOf(of: TextElement): number {
  return of.type === 'rich_text_input' ? (of.min_lines ?? 3) : 4;
}

function modeOf(of: TextElement) {
  return of.type in MODES ? MODES[of.type as keyof typeof MODES] : 'text';
}

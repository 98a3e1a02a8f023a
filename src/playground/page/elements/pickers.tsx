import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { useDesk } from '../desk.ts';
import type { Spot } from '../surface.ts';
import { useElement } from '../use-element.ts';
import { fromWallClock, toWallClock } from '../zoned.ts';
import { fieldAttributes } from './text-input.tsx';

type Changed = { currentTarget: HTMLInputElement };

export function DateInput({ of, spot }: { of: Datepicker; spot: Spot }) {
  const element = useElement(of, spot);
  const onChange = ({ currentTarget }: Changed) =>
    element.choose({ type: of.type, selected_date: currentTarget.value || null });
  return (
    <input
      class="input picker"
      type="date"
      {...fieldAttributes(element, spot)}
      value={element.value.selected_date ?? ''}
      onChange={onChange}
    />
  );
}

export function TimeInput({ of, spot }: { of: Timepicker; spot: Spot }) {
  const element = useElement(of, spot);
  const onChange = ({ currentTarget }: Changed) =>
    element.choose({ type: of.type, selected_time: currentTarget.value || null });
  return (
    <input
      class="input picker"
      type="time"
      {...fieldAttributes(element, spot)}
      value={element.value.selected_time ?? ''}
      onChange={onChange}
    />
  );
}

/** Shows and reads the wall clock of the person's own zone, whatever zone the browser is in. */
export function DateTimeInput({ of, spot }: { of: DateTimepicker; spot: Spot }) {
  const { zone } = useDesk().state.snapshot.me;
  const element = useElement(of, spot);
  const seconds = element.value.selected_date_time;
  const onChange = ({ currentTarget }: Changed) =>
    element.choose({ type: of.type, selected_date_time: fromWallClock(currentTarget.value, zone) });
  return (
    <input
      class="input picker"
      type="datetime-local"
      {...fieldAttributes(element, spot)}
      value={typeof seconds === 'number' ? toWallClock(seconds, zone) : ''}
      onChange={onChange}
    />
  );
}

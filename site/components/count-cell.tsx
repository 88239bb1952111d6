// A number in a table of figures; zeros stay quiet.
import type { JSX } from 'preact';
import { formatNumber } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';

interface CountCellProps {
  readonly of: number;
  readonly t: Messages;
}

export function CountCell({ of, t }: CountCellProps): JSX.Element {
  return <td class={of === 0 ? 'number zero' : 'number'}>{formatNumber(of, t.lang)}</td>;
}

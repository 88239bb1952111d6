// How many a list leaves out, or nothing where it shows all.
import type { JSX } from 'preact';
import type { Capped } from '../../src/model/capped.ts';
import { formatNumber } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';

interface RestNoteProps {
  readonly of: Capped<unknown>;
  readonly t: Messages;
}

export function RestNote({ of: { rest }, t }: RestNoteProps): JSX.Element | null {
  return rest === 0 ? null : <p class="chart-note">{t.health.rest(rest, formatNumber(rest, t.lang))}</p>;
}

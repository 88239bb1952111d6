// The drawn parts of charts that are tables: bars and columns in SVG beside the numbers that they show. Each state has a pattern of its own,
// so that none depends on colour, on a screen or on paper.
import type { JSX } from 'preact';
import type { Trust } from '../../src/model/trust.ts';
import type { Validity } from '../../src/model/validity.ts';

export type ChartState = Validity | Trust | 'invalid';

/** Strokes on a tile of 6 × 6; states without any are plain. */
const strokes: Readonly<Record<ChartState, string>> = {
  expired: 'M0 0L6 6M6 0L0 6',
  due: 'M-1 1L1 -1M0 6L6 0M5 7L7 5',
  undated: 'M1.5 1.5h.01M4.5 4.5h.01',
  scheduled: 'M3 0V6',
  current: '',
  unvalidated: 'M-1 5L1 7M0 0L6 6M5 -1L7 1',
  changed: 'M0 3H6',
  draft: 'M1.5 1.5h.01M4.5 4.5h.01',
  validated: '',
  archived: 'M0 5.5H6M5.5 0V6',
  invalid: '',
};

const idOf = (state: ChartState) => `Pattern-${state}`;

/** The patterns that the page's charts refer to; once per page, before the first chart. */
export function ChartPatterns(): JSX.Element {
  return (
    <svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(strokes).map(([state, path]) => (
          <pattern
            key={state}
            id={idOf(state as ChartState)}
            class={`pattern pattern-${state}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
          >
            <rect width="6" height="6" />
            {path !== '' && <path d={path} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** A sample of a state's pattern, for the head of its column. */
export function Swatch({ of }: { readonly of: ChartState }): JSX.Element {
  return (
    <svg class="swatch" width="12" height="12" aria-hidden="true" focusable="false">
      <rect class={`segment segment-${of}`} width="12" height="12" fill={`url(#${idOf(of)})`} />
    </svg>
  );
}

interface BarPart {
  readonly state: ChartState;
  readonly count: number;
}

const percent = (part: number, whole: number) =>
  `${whole === 0 ? 0 : Number(((part / whole) * 100).toFixed(2))}%`;

/** A bar cut into the shares of states, in their order. */
export function StackedBar({ parts }: { readonly parts: readonly BarPart[] }): JSX.Element {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const before = (index: number) => parts.slice(0, index).reduce((sum, { count }) => sum + count, 0);
  return (
    <svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">
      {parts.map(
        ({ state, count }, index) =>
          count > 0 && (
            <rect
              key={state}
              class={`segment segment-${state}`}
              x={percent(before(index), total)}
              width={percent(count, total)}
              height="14"
              fill={`url(#${idOf(state)})`}
            />
          ),
      )}
    </svg>
  );
}

/** A bar as long as `value` is of `most`. */
export function LevelBar({ value, most }: { readonly value: number; readonly most: number }): JSX.Element {
  return (
    <svg class="level" width="100%" height="10" aria-hidden="true" focusable="false">
      <rect width={percent(value, most)} height="10" />
    </svg>
  );
}

/** Where a bar should be and none is. */
export function HoleBar(): JSX.Element {
  return (
    <svg class="level" width="100%" height="10" aria-hidden="true" focusable="false">
      <rect class="level-hole" width="100%" height="10" fill={`url(#${idOf('due')})`} />
    </svg>
  );
}

interface ColumnProps {
  readonly value: number;
  readonly most: number;
  /** In pixels, for `most`. */
  readonly height: number;
  readonly exceeds?: boolean;
}

/** A column as high as `value` is of `most`. */
export function Column({ value, most, height, exceeds = false }: ColumnProps): JSX.Element {
  const top = Math.max(3, Math.round((value / Math.max(1, most)) * height));
  return (
    <svg class="column" width="100%" height={height} aria-hidden="true" focusable="false">
      <rect
        class={exceeds ? 'column-exceeds' : undefined}
        x="14%"
        width="72%"
        y={height - top}
        height={top}
        fill={exceeds ? `url(#${idOf('expired')})` : undefined}
      />
    </svg>
  );
}

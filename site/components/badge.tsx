// The small marks for an article's type, validity and trust: always an icon and a word, never a colour alone.
import type { JSX } from 'preact';
import type { ArticleType } from '../../src/model/article.ts';
import type { Trust } from '../../src/model/trust.ts';
import type { Validity } from '../../src/model/validity.ts';
import type { Messages } from '../locales/messages.ts';
import { Icon } from './icon.tsx';

interface BadgeProps<State> {
  readonly of: State;
  readonly t: Messages;
}

export function TypeLabel({ of, t }: BadgeProps<ArticleType>): JSX.Element {
  return (
    <span class="type-label">
      <Icon name={of} />
      {t.types[of]}
    </span>
  );
}

export function ValidityBadge({ of, t }: BadgeProps<Validity>): JSX.Element {
  return (
    <span class={`badge badge-${of}`}>
      <Icon name={of} />
      {t.validities[of]}
    </span>
  );
}

export function TrustBadge({ of, t }: BadgeProps<Trust>): JSX.Element {
  return (
    <span class={`badge badge-${of}`}>
      <Icon name={of} />
      {t.trusts[of]}
    </span>
  );
}

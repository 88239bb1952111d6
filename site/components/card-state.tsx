// Where an article in a list stands: its validity, judged again in the browser, and its trust where that has something to say.
import type { JSX } from 'preact';
import type { Messages } from '../locales/messages.ts';
import type { ArticleCard } from '../view.ts';
import { TrustBadge, ValidityBadge } from './badge.tsx';
import { Judged, showsValidity } from './judged.tsx';

export function CardState({
  card,
  t,
}: {
  readonly card: Pick<ArticleCard, 'validity' | 'trust'>;
  readonly t: Messages;
}): JSX.Element {
  return (
    <>
      {showsValidity(card.trust) && (
        <Judged place="badge">
          <ValidityBadge of={card.validity.state} t={t} />
        </Judged>
      )}
      {card.trust !== 'validated' && <TrustBadge of={card.trust} t={t} />}
    </>
  );
}

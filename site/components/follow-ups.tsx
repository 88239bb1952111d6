// What an agent checks once the contact is over, below the article; a script gives it its days and a reminder.
import type { JSX } from 'preact';
import { followUpWordsFor, sayPeriod } from '../locales/follow-up-words.ts';
import type { ArticleView } from '../view.ts';
import { Section } from './section.tsx';

export function FollowUps({ view }: { readonly view: ArticleView }): JSX.Element | null {
  const { followUps } = view;
  if (followUps.length === 0) return null;
  const words = followUpWordsFor(view.lang);
  return (
    <Section name="followUps" title={words.title}>
      <p class="page-note">{words.note}</p>
      <ul class="follow-ups" data-pagefind-ignore="">
        {followUps.map(({ after, check, next }) => (
          <li key={`${after.amount}${after.unit} ${check}`}>
            <span class="follow-up-after">{sayPeriod(after, words.lang)}</span>
            <span class="follow-up-check" lang={view.lang}>
              {check}
            </span>
            {next !== undefined && (
              <span class="follow-up-next">
                {words.next}
                {words.lang === 'fr' ? '\u00a0: ' : ': '}
                <span lang={view.lang}>{next}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

// What an agent checks once the contact is over, below the article; its buttons give the days of it, as text and as a reminder.
import type { JSX } from 'preact';
import { followUpWordsFor } from '../locales/follow-up-words.ts';
import { sayFromNow } from '../locales/say-period.ts';
import type { ArticleView } from '../view.ts';
import { hrefFrom } from './href.ts';
import { ownWordsLang } from './page-shell.tsx';
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
            <span class="follow-up-after">{sayFromNow(after, words.lang)}</span>
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
      {/* In the page from the start, so that nothing moves when a script comes; what they do is fetched with the first press. */}
      <p
        class="follow-ups-ways"
        data-press-script={hrefFrom(view, view.site.assets.followUps)}
        data-press-failed={words.loadFailed}
        lang={ownWordsLang(view)}
      >
        <button type="button" class="button button-quiet" data-way="remind">
          {words.remind}
        </button>
        <button type="button" class="button button-quiet" data-way="copy">
          {words.copy}
        </button>
        <span class="follow-ups-status" role="status" />
      </p>
    </Section>
  );
}

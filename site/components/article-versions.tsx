// The last versions of an article, folded away: when, by whom, why, what each was worth, and how to read one.
import type { JSX } from 'preact';
import { formatDate } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { pageWordsFor } from '../locales/page-words.ts';
import type { ArticleView } from '../view.ts';

export function ArticleVersions({ view }: { readonly view: ArticleView }): JSX.Element {
  const t = messagesFor(view.lang);
  const words = pageWordsFor(view.lang).versions;
  const before = view.versions[1] ?? view.versions[0];
  return (
    <details class="versions">
      <summary>{words.title}</summary>
      <ol>
        {view.versions.map((version) => (
          <li key={`${version.day} ${version.subject}`}>
            <time dateTime={version.day}>{formatDate(version.day, t.lang)}</time>
            <span class="version-author">{version.author}</span>
            <span class="version-subject">{version.subject}</span>
            <span class="version-state">
              {version.trust === undefined ? words.unreadable : t.trusts[version.trust]}
            </span>
          </li>
        ))}
      </ol>
      {before !== undefined && (
        <p>
          {words.see}{' '}
          <code>
            kb show {view.id} --language {view.lang} --as-of {before.day}
          </code>
        </p>
      )}
    </details>
  );
}

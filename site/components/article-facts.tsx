// What else is known of an article: reasons, audience, tags, last review, identifier.
import type { ComponentChildren, JSX } from 'preact';
import { formatDate } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { publicWordsFor } from '../locales/public-words.ts';
import type { ArticleView } from '../view.ts';
import { hrefFrom } from './href.ts';

export function ArticleFacts({ view }: { readonly view: ArticleView }): JSX.Element {
  const t = messagesFor(view.lang).article;
  const { lang } = messagesFor(view.lang);
  return (
    <dl class="facts">
      {view.reasons.length > 0 && (
        <Fact term={publicWordsFor(view)?.reasons ?? t.reasons}>
          {view.reasons.map((reason) => (
            <a key={reason.url} class="chip" href={hrefFrom(view, reason.url)}>
              {reason.label}
            </a>
          ))}
        </Fact>
      )}
      {view.tags.length > 0 && (
        <Fact term={t.tags}>
          {view.tags.map((tag) =>
            tag.url === undefined ? (
              <span key={tag.label} class="tag">
                {tag.label}
              </span>
            ) : (
              <a key={tag.label} class="tag" href={hrefFrom(view, tag.url)}>
                {tag.label}
              </a>
            ),
          )}
        </Fact>
      )}
      {view.audience.length > 0 && <Fact term={t.audience}>{view.audience.join(', ')}</Fact>}
      {view.reviewed !== undefined && <Fact term={t.reviewed}>{formatDate(view.reviewed, lang)}</Fact>}
      <Fact term={t.identifier}>
        <code>{view.id}</code>
      </Fact>
    </dl>
  );
}

function Fact({
  term,
  children,
}: {
  readonly term: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

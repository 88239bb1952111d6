// One article: what state it is in, what it says, what belongs to it.
import type { JSX } from 'preact';
import { formatPeriod } from '../../src/model/iso-date.ts';
import { ArticleFacts } from '../components/article-facts.tsx';
import { ArticleList } from '../components/article-list.tsx';
import { TrustNotice, ValidityNotice } from '../components/article-notices.tsx';
import { ArticleTools } from '../components/article-tools.tsx';
import { ArticleVersions } from '../components/article-versions.tsx';
import { TypeLabel } from '../components/badge.tsx';
import { ContextBar } from '../components/context-bar.tsx';
import { CopyTemplates } from '../components/copy-templates.tsx';
import { FieldBar } from '../components/field-bar.tsx';
import { FollowUps } from '../components/follow-ups.tsx';
import { feedbackUrl, hrefFrom } from '../components/href.ts';
import { Judged, judgedAttributes, LaterContent, laterStates, showsValidity } from '../components/judged.tsx';
import { ownWordsLang, PageShell } from '../components/page-shell.tsx';
import { RemarkList } from '../components/remark-list.tsx';
import { Section } from '../components/section.tsx';
import { StatusBar, ValidityStatus } from '../components/status-bar.tsx';
import { TableOfContents } from '../components/table-of-contents.tsx';
import { contextDataUrl } from '../context-data.ts';
import { bodyWordsFor } from '../locales/body-words.ts';
import { fieldWordsFor } from '../locales/field-words.ts';
import { formatNumber } from '../locales/format.ts';
import { keypadWordsFor } from '../locales/keypad-words.ts';
import { messagesFor } from '../locales/messages-for.ts';
import type { NoteReceiver } from '../note-message.ts';
import type { ArticleView } from '../view.ts';

export function ArticlePage({ view }: { readonly view: ArticleView }): JSX.Element {
  const t = messagesFor(view.lang);
  const lang = ownWordsLang(view);
  const { assets } = view.site;
  const states = showsValidity(view.trust) ? laterStates(view.validity) : [];
  return (
    <PageShell
      view={view}
      layout="article"
      sendsTo={view.guides > 0 ? view.site.webhook?.url : undefined}
      head={
        <>
          {view.diagrams > 0 && (
            <>
              <link rel="stylesheet" href={hrefFrom(view, assets.pictureStyle)} />
              <script src={hrefFrom(view, assets.picture)} defer />
            </>
          )}
          {view.remarks !== undefined && <link rel="stylesheet" href={hrefFrom(view, assets.fieldStyle)} />}
          {view.cases > 0 && (
            <>
              <link rel="stylesheet" href={hrefFrom(view, assets.casesStyle)} />
              <script src={hrefFrom(view, assets.cases)} defer />
            </>
          )}
          {view.macros > 0 && (
            <>
              <link rel="stylesheet" href={hrefFrom(view, assets.macrosStyle)} />
              <link rel="stylesheet" href={hrefFrom(view, assets.contextStyle)} />
              {view.site.context && <script src={hrefFrom(view, contextDataUrl(view.lang))} defer />}
              <script src={hrefFrom(view, assets.macros)} defer />
            </>
          )}
          {view.values > 0 && <script src={hrefFrom(view, assets.values)} defer />}
          {view.followUps.length > 0 && (
            <link rel="stylesheet" href={hrefFrom(view, assets.followUpsStyle)} />
          )}
          {view.quiz !== undefined && (
            <>
              <link rel="stylesheet" href={hrefFrom(view, assets.quizStyle)} />
              <script src={hrefFrom(view, assets.quiz)} defer />
            </>
          )}
        </>
      }
    >
      <article
        class={`article article-${view.type}`}
        data-id={view.id}
        data-version={shortDigest(view.digest)}
        data-versions={view.acknowledged?.join(' ')}
        data-acknowledge={view.acknowledge ? '' : undefined}
        data-guide-script={view.guides > 0 ? hrefFrom(view, assets.guide) : undefined}
        data-guide-style={view.guides > 0 ? hrefFrom(view, assets.guideStyle) : undefined}
        data-webhook={webhookOf(view)}
        data-follow-ups={view.followUps.length > 0 ? JSON.stringify(view.followUps) : undefined}
        data-resolve-within={
          view.guides > 0 && view.resolveWithin.length > 0
            ? view.resolveWithin.map(formatPeriod).join(' ')
            : undefined
        }
        data-keypad={view.keypad && JSON.stringify(view.keypad)}
        data-draw={view.quiz?.draw}
        data-pass={view.quiz?.pass}
        {...judgedAttributes(view.validity)}
      >
        <header class="article-header">
          <div class="notices" lang={lang}>
            {showsValidity(view.trust) && (
              <Judged place="notice">
                <ValidityNotice view={view} state={view.validity.state} />
              </Judged>
            )}
            <TrustNotice view={view} />
          </div>
          <div class="article-top" lang={lang}>
            <p class="eyebrow">
              <TypeLabel of={view.type} t={t} />
            </p>
            <ArticleTools view={view} />
          </div>
          <h1>{view.title}</h1>
          {view.summary !== undefined && <p class="lead">{view.summary}</p>}
          <div lang={lang}>
            <StatusBar view={view} />
          </div>
          <ContextBar view={view} />
          {view.guides > 0 && (
            <p class="guide-start" lang={lang}>
              <a class="button" href="#guide">
                {bodyWordsFor(view.lang).flow.follow}
              </a>
              {view.keypad !== undefined && <KeypadStart view={view} />}
            </p>
          )}
        </header>
        <TableOfContents view={view} lang={lang} />
        <ArticleBody view={view} />
        <footer class="article-footer" lang={lang}>
          <FollowUps view={view} />
          <FieldBar view={view} />
          <Remarks view={view} />
          <Section name="about" title={t.article.about}>
            <ArticleFacts view={view} />
          </Section>
          {view.related.length > 0 && (
            <Section name="related" title={t.article.related}>
              <ArticleList view={view} articles={view.related} />
            </Section>
          )}
          {view.versions.length > 0 && <ArticleVersions view={view} />}
        </footer>
      </article>
      <LaterContent
        place="notice"
        states={states}
        show={(state) => <ValidityNotice view={view} state={state} />}
      />
      <LaterContent
        place="status"
        states={states}
        show={(state) => <ValidityStatus view={view} state={state} />}
      />
      <CopyTemplates t={t} lang={lang} />
    </PageShell>
  );
}

/** Shown by a script, and what it opens is fetched when it is pressed. */
function KeypadStart({ view }: { readonly view: ArticleView }): JSX.Element {
  const { keypad, keypadStyle } = view.site.assets;
  const words = keypadWordsFor(view.lang);
  return (
    <button
      class="button button-quiet keypad-start"
      type="button"
      data-press-script={hrefFrom(view, keypad)}
      data-press-style={hrefFrom(view, keypadStyle)}
      data-press-failed={words.loadFailed}
      hidden
    >
      {words.start}
    </button>
  );
}

function Remarks({ view }: { readonly view: ArticleView }): JSX.Element | null {
  const { lang, feedback } = fieldWordsFor(view.lang);
  const { shown, rest } = view.remarks ?? { shown: [], rest: 0 };
  if (shown.length === 0) return null;
  return (
    <Section name="remarks" title={feedback.ofArticle}>
      <div data-field-look>
        <RemarkList view={view} remarks={shown} named={false} />
      </div>
      {rest > 0 && <p class="page-note">{feedback.rest(rest, formatNumber(rest, lang))}</p>}
      <p class="page-note">
        <a href={hrefFrom(view, feedbackUrl(view.lang))}>{feedback.see}</a>
      </p>
    </Section>
  );
}

/** Where the end of this article's guide may send its note; undefined where it has none or the site sends nothing. */
function webhookOf({ guides, lang, site: { webhook } }: ArticleView): string | undefined {
  if (guides === 0 || webhook === undefined) return undefined;
  const { url, timeout, names } = webhook;
  const receiver: NoteReceiver = { url, name: names[lang] ?? new URL(url).hostname, timeout };
  return JSON.stringify(receiver);
}

/** Enough of a digest to name one version of one article, in a case note too. */
function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12);
}

/** The only place of the site that puts a string into a page as it is: the body was sanitised before it came here. */
function ArticleBody({ view }: { readonly view: ArticleView }): JSX.Element {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: view.bodyHtml }} />;
}

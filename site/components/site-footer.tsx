// The bottom of every page: whose base it is and how old this copy is; the ways to what is new, to those who write it and, in the internal site, to its health.
import type { JSX } from 'preact';
import { fieldWordsFor } from '../locales/field-words.ts';
import { formatDate } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { pageWordsFor } from '../locales/page-words.ts';
import { publicWordsFor } from '../locales/public-words.ts';
import { readingWordsFor } from '../locales/reading-words.ts';
import { usageWordsFor } from '../locales/usage-words.ts';
import type { PageView } from '../view.ts';
import { feedbackUrl, hrefFrom, mailtoOf, newsUrl, usageUrl } from './href.ts';

export function SiteFooter({
  view,
  lang,
}: {
  readonly view: PageView;
  readonly lang: string | undefined;
}): JSX.Element {
  const t = messagesFor(view.lang);
  const words = pageWordsFor(view.lang);
  const { contact } = view.site;
  const builtOn = formatDate(view.site.builtOn, t.lang);
  return (
    <>
      <footer class="site-footer" lang={lang}>
        <p>
          {view.site.name} · {t.footer.builtOn(builtOn)}
          {' · '}
          <a href={hrefFrom(view, newsUrl(view.lang))}>{words.news.title}</a>
          {view.site.health && (
            <>
              {' · '}
              <a href={hrefFrom(view, `${view.lang}/health.html`)}>{t.health.title}</a>
            </>
          )}
          {view.site.health && view.site.field !== undefined && (
            <>
              {' · '}
              <a href={hrefFrom(view, feedbackUrl(view.lang))}>{fieldWordsFor(view.lang).feedback.title}</a>
            </>
          )}
          {view.site.usage && (
            <>
              {' · '}
              <a href={hrefFrom(view, usageUrl(view.lang))}>{usageWordsFor(view.lang).title}</a>
            </>
          )}
          {contact !== undefined && (
            <>
              {' · '}
              <a href={mailtoOf(contact) ?? contact}>{publicWordsFor(view)?.contact ?? words.writers}</a>
            </>
          )}
        </p>
        {view.site.field !== undefined && (
          <p>
            <button type="button" class="tool" data-field-ask="outbox" hidden>
              {fieldWordsFor(view.lang).outbox.title}
            </button>
          </p>
        )}
        {view.site.field?.usage && (
          <p hidden>
            <label class="tool">
              <input type="checkbox" id="usageChoice" /> {usageWordsFor(view.lang).countMe}
            </label>
          </p>
        )}
        {!view.site.asOf && <p id="judgedNote">{readingWordsFor(view.lang).judged.atBuild(builtOn)}</p>}
        {view.site.offline && <p class="offline-status" id="offlineStatus" role="status" />}
      </footer>
      {/* At the foot of the window, where it moves nothing: filled where the reader's clock can't be right. */}
      <p id="clockNote" class="clock-note" role="status" lang={lang} hidden />
    </>
  );
}

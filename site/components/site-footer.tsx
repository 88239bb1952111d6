// The bottom of every page: whose base it is and how old this copy is; in the internal site, the way to its health.
import type { JSX } from 'preact';
import { formatDate } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';

export function SiteFooter({
  view,
  lang,
}: {
  readonly view: PageView;
  readonly lang: string | undefined;
}): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <footer class="site-footer" lang={lang}>
      <p>
        {view.site.name} · {t.footer.builtOn(formatDate(view.site.builtOn, t.lang))}
        {view.site.health && (
          <>
            {' · '}
            <a href={hrefFrom(view, `${view.lang}/health.html`)}>{t.health.title}</a>
          </>
        )}
      </p>
      {view.site.offline && <p class="offline-status" id="offlineStatus" role="status" />}
    </footer>
  );
}

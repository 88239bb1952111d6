// The first line of every page of a site that shows a past day: nobody may take it for the base in force.
import type { JSX } from 'preact';
import { formatDate } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import type { PageView } from '../view.ts';

export function AsOfNotice({
  view,
  lang,
}: {
  readonly view: PageView;
  readonly lang: string | undefined;
}): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <aside class="as-of-notice" aria-labelledby="asOfNotice" lang={lang}>
      <p id="asOfNotice">{t.asOf(formatDate(view.site.builtOn, t.lang))}</p>
    </aside>
  );
}

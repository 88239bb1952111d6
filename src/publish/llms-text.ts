// `llms.txt`: what the base is and where its articles are, for a language model (llmstxt.org): a title, a summary, then lists of links. Pure.
import { formatDate, formatNumber, languageName } from '../../site/locales/format.ts';
import { messagesFor } from '../../site/locales/messages-for.ts';
import { pageWordsFor } from '../../site/locales/page-words.ts';
import { sayValidity } from '../../site/locales/validity-words.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { printable } from '../model/printable.ts';
import { placeOfType } from './answer-order.ts';
import type { PlanContext } from './plan-context.ts';
import { categoryOf, groupBy } from './select-articles.ts';
import { absoluteUrl, rootFrom } from './site-plan.ts';

/** How many articles a section names; the rest is behind a link. */
const namedPerSection = 40;

/** Text on one line in which nothing is Markdown. */
function plain(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .trim();
}

/** Address of the file of `lang`: the first language's is the site's own. */
export function llmsUrl(lang: string, languages: readonly string[]): string {
  return lang === languages[0] ? 'llms.txt' : `${lang}/llms.txt`;
}

export interface LlmsTerms {
  readonly baseUrl: string | undefined;
  /** Whether its readers may know which articles are not approved. */
  readonly tellsTrust: boolean;
}

/** Renders the file of `lang` from the articles that are listed; expired ones are left out, for they are no rule any more. */
export function renderLlmsText(
  lang: string,
  listed: readonly ArticleDocument[],
  context: PlanContext,
  { baseUrl, tellsTrust }: LlmsTerms,
): string {
  const { site, topics } = context;
  const url = llmsUrl(lang, site.languages);
  const href = (to: string) => (baseUrl === undefined ? `${rootFrom(url)}${to}` : absoluteUrl(baseUrl, to));
  const t = messagesFor(lang);
  const words = pageWordsFor(lang).machine;
  const inForce = listed.filter(
    (document) =>
      document.article.lang === lang &&
      document.article.status === 'published' &&
      !context.isObsolete(document),
  );
  const line = (document: ArticleDocument): string => {
    const { url: to, label, summary, validity, trust } = context.cardOf(document);
    const doubt = tellsTrust && trust !== 'validated' ? t.trusts[trust] : undefined;
    const said = [summary, sayValidity(validity, validity.state, t), doubt].filter(
      (text) => text !== undefined,
    );
    return `- [${plain(label)}](${href(to)}): ${said.map((text) => plain(text).replace(/\.?$/, '.')).join(' ')}`;
  };
  const collator = new Intl.Collator(lang, { numeric: true });
  const sections = [...groupBy(inForce, (document) => [categoryOf(document)[0] ?? ''])]
    .map(([folder, members]) => ({
      link: folder === '' ? undefined : topics.category(lang, [folder]),
      members,
    }))
    .sort((a, b) => collator.compare(a.link?.label ?? '', b.link?.label ?? ''))
    .map(({ link, members }) => {
      const sorted = [...members].sort(
        (a, b) =>
          placeOfType(a.article.type) - placeOfType(b.article.type) ||
          collator.compare(a.article.title, b.article.title) ||
          (a.path < b.path ? -1 : 1),
      );
      const rest = sorted.length - namedPerSection;
      const more = href(link?.url ?? `${lang}/index.html`);
      return [
        `## ${plain(link?.label ?? words.uncategorized)}`,
        '',
        ...sorted.slice(0, namedPerSection).map(line),
        ...(rest > 0 ? [`- [${words.rest(formatNumber(rest, t.lang))}](${more})`] : []),
      ].join('\n');
    });
  const others = site.languages.filter((other) => other !== lang);
  const count = t.articleCount(inForce.length, formatNumber(inForce.length, t.lang));
  const head = `# ${plain(site.name)}\n\n> ${words.about(count, formatDate(site.builtOn, t.lang))}\n\n${words.rule}`;
  const more = [
    `## ${words.more}`,
    '',
    `- [articles.json](${href('articles.json')}): ${words.json}.`,
    ...others.map((other) => `- [${languageName(other)}](${href(llmsUrl(other, site.languages))})`),
  ].join('\n');
  return `${[head, ...sections, more].join('\n\n')}\n`;
}

// An article → the HTML that the search index reads in the place of its page. It needs nothing of the rest of the base.
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { caseWordsFor } from '../../site/locales/case-words.ts';
import { macroWordsFor } from '../../site/locales/macro-words.ts';
import { renderSearchDocument } from '../../site/search-document.tsx';
import { flowchartsOf } from '../content/document.ts';
import { withoutAnswers } from '../content/fold-quiz.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { placeCases } from '../content/place-cases.ts';
import { placeMacros } from '../content/place-macros.ts';
import { placeValues } from '../content/place-values.ts';
import { prepareTree } from '../content/prepare-tree.ts';
import { renderSearchText } from '../content/render-search-text.ts';
import { articleUrl } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { keywordsOfReason, withReasonsAbove } from '../model/reasons.ts';
import { type Variables, valuesFrom } from '../model/variable.ts';
import { planCard } from './article-card.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';
import { renderFlowchartText } from './render-flowchart.ts';
import type { SearchDocument } from './search-index.ts';
import { categoryOf, tellsTeam } from './select-articles.ts';
import { planTopics } from './topics.ts';

/** Renders an article for the index; `flowcharts` holds what became of its flowcharts, by source. */
export type RenderForSearch = (
  document: ArticleDocument,
  flowcharts: ReadonlyMap<string, DrawnFlowchart>,
) => SearchDocument;

/** The steps of those of `variables` that change after `today`, as `findValueChanges` reads them; undefined where none does. */
function writeValueSteps(variables: Variables, lang: string, today: IsoDate): string | undefined {
  const changing = [...variables.values()]
    .map((variable) => valuesFrom(variable, lang, today).map(({ from, text }) => [from, text]))
    .filter(({ length }) => length > 1);
  return changing.length === 0 ? undefined : JSON.stringify(changing);
}

export interface SearchTerms {
  readonly today: IsoDate;
  readonly audience: string;
}

/** A function that renders the articles of a base with this configuration for `audience`, judged on `today`. */
export function createSearchRenderer(config: Config, { today, audience }: SearchTerms): RenderForSearch {
  const topics = planTopics(config);
  const forTeam = tellsTeam(config, audience);
  return (document, flowcharts) => {
    const { article } = document;
    const { lang } = article;
    const words = bodyWordsFor(lang);
    const sources = flowchartsOf(document);
    const reading = document.parseReading();
    const shown = article.type === 'quiz' ? withoutAnswers(reading) : reading;
    placeValues(shown, document.variables, { lang, today });
    placeCases(shown, config.context, caseWordsFor(lang));
    placeMacros(shown, config.context, { ...macroWordsFor(lang), lang });
    const tree = prepareTree(shown, words.alerts);
    const text = renderSearchText(tree, (index) => {
      const code = sources[index]?.code ?? '';
      const place = { lang, words, index, several: sources.length > 1 };
      return renderFlowchartText(code, flowcharts.get(code), place);
    });
    const folders = categoryOf(document);
    const known = article.reasons.filter((reason) => Object.hasOwn(config.reasons, reason));
    // The public is told what a reason is called, not what colleagues call it.
    const reasons = withReasonsAbove(config, known).map((reason) => ({
      ...topics.reason(lang, reason),
      keywords: forTeam ? keywordsOfReason(config, reason, lang) : [],
    }));
    const facts = {
      ...planCard(article, config, { today, tellsTeam: forTeam }),
      title: article.title,
      keywords: article.keywords,
      // Who filters by a reason wants those below it too.
      reasons: withReasonsAbove(config, known),
      valueSteps: writeValueSteps(document.variables, lang, today),
      category: folders.map((_, depth) => topics.category(lang, folders.slice(0, depth + 1)).label),
    };
    const url = articleUrl(article);
    const { title, keywords, summary = '' } = article;
    return {
      url,
      html: renderSearchDocument(facts, text),
      entry: { lang, title, keywords, reasons, html: `${summary}\n${text}` },
    };
  };
}

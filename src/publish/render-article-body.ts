// An article's Markdown → the HTML of its body, for a page of the site or for paper: where links and pictures lead is the caller's to say.
import { posix } from 'node:path';
import type { GuideData } from '../../site/guide-data.ts';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { caseWordsFor } from '../../site/locales/case-words.ts';
import { macroWordsFor } from '../../site/locales/macro-words.ts';
import { trainingWordsFor } from '../../site/locales/training-words.ts';
import { flowchartsOf } from '../content/document.ts';
import { foldQuiz } from '../content/fold-quiz.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { placeCases } from '../content/place-cases.ts';
import { placeMacros } from '../content/place-macros.ts';
import { placeValues } from '../content/place-values.ts';
import { prepareTree } from '../content/prepare-tree.ts';
import { renderBody } from '../content/render-body.ts';
import { imageExtensions, resolveLink } from '../content/resolve-link.ts';
import type { Flow } from '../model/flow.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';
import { renderFlowchart } from './render-flowchart.ts';

export interface BodyPlace {
  readonly base: KnowledgeBase;
  /** The day whose values of variables are shown. */
  readonly today: IsoDate;
  /** What became of each flowchart, by its Mermaid source. */
  readonly flowcharts: ReadonlyMap<string, DrawnFlowchart>;
  /** Where an article is, its own page included; undefined where the reader can't go there. */
  readonly articleHref: (document: ArticleDocument, anchor: string | undefined) => string | undefined;
  /** Where a file of the base is; undefined where the reader can't have it. */
  readonly mediaHref: (path: string) => string | undefined;
  /** What the page holds for following a flowchart step by step; nothing on paper. */
  readonly guideOf?: ((flow: Flow | undefined) => GuideData | undefined) | undefined;
  /** How many flowcharts stand before it in the same document. */
  readonly flowchartsBefore?: number | undefined;
  /** Whether it is for a page of another tool. */
  readonly bare?: boolean | undefined;
  /** Put before every id, where several articles share a document. */
  readonly idPrefix?: string | undefined;
}

export interface ArticleBody {
  /** Sanitised. */
  readonly html: string;
  /** How many conditional sections it has. */
  readonly cases: number;
  /** How many texts for customers it has. */
  readonly macros: number;
  /** How many values of variables change on a later day. */
  readonly values: number;
}

/** Renders the body of `document`. */
export function renderArticleBody(document: ArticleDocument, place: BodyPlace): ArticleBody {
  const {
    base,
    today,
    flowcharts,
    articleHref,
    mediaHref,
    guideOf,
    flowchartsBefore = 0,
    idPrefix,
    bare,
  } = place;
  const { lang, type } = document.article;
  const words = bodyWordsFor(lang);
  const sources = flowchartsOf(document);
  const reading = document.parseReading();
  const tree = type === 'quiz' ? foldQuiz(reading, trainingWordsFor(lang)) : reading;
  const values = placeValues(tree, document.variables, { lang, today });
  const cases = placeCases(tree, base.config.context, caseWordsFor(lang));
  const macros = placeMacros(tree, base.config.context, { ...macroWordsFor(lang), lang });
  const html = renderBody(prepareTree(tree, words.alerts), {
    words,
    bare,
    idPrefix,
    hrefOf: (url) => {
      const target = resolveLink(url, document, base);
      if (target.kind === 'external') return target.href;
      if (target.kind === 'asset') return mediaHref(target.path);
      return target.kind === 'broken' ? undefined : articleHref(target.document, target.anchor);
    },
    srcOf: (url) => {
      const target = resolveLink(url, document, base);
      const shown =
        target.kind === 'asset' && imageExtensions.includes(posix.extname(target.path).toLowerCase());
      return shown ? mediaHref(target.path) : undefined;
    },
    flowchart: (index) => {
      const source = sources[index];
      const drawn = source && flowcharts.get(source.code);
      return renderFlowchart(source?.code ?? '', drawn, {
        lang,
        words,
        index: flowchartsBefore + index,
        several: sources.length > 1,
        guide: guideOf?.(drawn?.flow),
      });
    },
  });
  return { html, cases, macros, values };
}

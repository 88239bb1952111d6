// The texts for customers that may be used on a day: from articles in force, validated unless the others are asked for.
import { caseWordsFor } from '../../site/locales/case-words.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import { nameCase } from '../content/place-cases.ts';
import { placeValues } from '../content/place-values.ts';
import { readMacros } from '../content/read-macros.ts';
import type { Article } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Macro } from '../model/macro.ts';
import { judgeTrust, type Trust } from '../model/trust.ts';

export interface UsableMacro extends Macro {
  /** What the cases are called that it stands in, from the outermost on: it is for these alone. */
  readonly cases: readonly string[];
  readonly article: Article;
  readonly trust: Trust;
}

export interface UsableMacros {
  readonly macros: readonly UsableMacro[];
  /** Articles whose texts were left out because nobody answers for them as they are. */
  readonly unvalidated: readonly ArticleDocument[];
}

/** The macros of those of `documents` that are in force on `today`. */
export function collectMacros(
  base: KnowledgeBase,
  documents: readonly ArticleDocument[],
  { today, unvalidated: wanted }: { readonly today: IsoDate; readonly unvalidated: boolean },
): UsableMacros {
  const macros: UsableMacro[] = [];
  const unvalidated: ArticleDocument[] = [];
  for (const document of documents) {
    if (judgeAbsence(document, base, today) !== undefined) continue;
    const { article } = document;
    const words = caseWordsFor(article.lang);
    const reading = document.parseReading();
    placeValues(reading, document.variables, { lang: article.lang, today });
    const found = readMacros(reading);
    const trust = judgeTrust(article);
    if (found.length > 0 && trust !== 'validated' && !wanted) unvalidated.push(document);
    else
      macros.push(
        ...found.map(({ node: _, cases, ...macro }) => ({
          ...macro,
          cases: cases.map((written) => nameCase(written, base.config.context, words)),
          article,
          trust,
        })),
      );
  }
  return { macros, unvalidated };
}

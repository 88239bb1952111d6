// Counts of answers → how each guide is followed: which way readers take at a question, and where they leave.
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { articleOf, byCount, nameOf, sumBy, type UsedArticle } from './counted-article.ts';
import type { UsageEntry } from './usage-ledger.ts';

export interface GuideAnswer {
  readonly answer: string;
  readonly count: number;
}

/** A step of a guide at which somebody answered or left. */
export interface GuideQuestion {
  /** The node's id in the flowchart, behind `<n>/` in the n-th one of an article from the second on. */
  readonly node: string;
  /** The most given first. */
  readonly answers: readonly GuideAnswer[];
  /** How often the guide was left there. */
  readonly left: number;
}

export interface UsedGuide extends UsedArticle {
  /** Answers given in all. */
  readonly count: number;
  readonly left: number;
  readonly questions: readonly GuideQuestion[];
}

/** The parts of `<lang>/<id>#<node>` and, of an answer, of ` → <way>` behind it. */
function readGuidePlace(
  what: string,
): { readonly article: string; readonly node: string; readonly way: string } | undefined {
  const [, article, node, way = ''] = /^([^#\s]+)#(\S+?)(?: → (.*))?$/s.exec(what) ?? [];
  return article === undefined || node === undefined ? undefined : { article, node, way };
}

/** The guides that somebody followed, the most followed first. Pure. */
export function buildGuideUsage(entries: readonly UsageEntry[], base: KnowledgeBase): UsedGuide[] {
  const guides = new Map<ArticleDocument, Map<string, { answers: Map<string, number>; left: number }>>();
  const questionOf = (what: string) => {
    const place = readGuidePlace(what);
    const document = place && articleOf(place.article, base);
    if (!place || !document) return undefined;
    const questions = guides.get(document) ?? new Map();
    guides.set(document, questions);
    const question = questions.get(place.node) ?? { answers: new Map<string, number>(), left: 0 };
    questions.set(place.node, question);
    return { question, way: place.way };
  };
  for (const [what, count] of sumBy(entries, 'answer')) {
    const found = questionOf(what);
    if (found) found.question.answers.set(found.way, count + (found.question.answers.get(found.way) ?? 0));
  }
  for (const [what, count] of sumBy(entries, 'guide-left')) {
    const found = questionOf(what);
    if (found) found.question.left += count;
  }
  return [...guides]
    .map(([document, questions]) => {
      const listed = [...questions].map(
        ([node, { answers, left }]): GuideQuestion => ({
          node,
          answers: [...answers]
            .map(([answer, count]) => ({ answer, count }))
            .sort(byCount(({ answer }) => answer)),
          left,
        }),
      );
      const given = listed.flatMap(({ answers }) => answers).reduce((sum, { count }) => sum + count, 0);
      const left = listed.reduce((sum, question) => sum + question.left, 0);
      return { ...nameOf(document), count: given, left, questions: listed.sort(byTaken) };
    })
    .sort(byCount(({ path }) => path));
}

/** The questions that most came to first, which is the order in which a guide goes. */
function byTaken(a: GuideQuestion, b: GuideQuestion): number {
  const taken = ({ answers, left }: GuideQuestion) => answers.reduce((sum, { count }) => sum + count, left);
  return taken(b) - taken(a) || (a.node < b.node ? -1 : 1);
}

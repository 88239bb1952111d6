// Counts of answers → how each guide is followed: which way readers take at a question, and where they leave.
import { flowchartsOf } from '../content/document.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { Flow } from '../model/flow.ts';
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
  /** What the flowchart writes there today; null where it has no such node any more. */
  readonly text: string | null;
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
  const [, article, node, way = ''] = /^([^#\s]+)#(\S+?)(?: →(?: (.*))?)?$/s.exec(what) ?? [];
  return article === undefined || node === undefined ? undefined : { article, node, way };
}

/** What each flowchart's source says, as far as somebody asked the parser. */
export type KnownFlows = ReadonlyMap<string, { readonly flow?: Flow | undefined }>;

/** The flow of the n-th guide of `document`, counted from 1: flowcharts in which nothing leads on are no guides. */
export function flowOfGuide(document: ArticleDocument, number: number, known: KnownFlows): Flow | undefined {
  const flows = flowchartsOf(document).flatMap(({ code }) => known.get(code)?.flow ?? []);
  return flows.filter(({ edges }) => edges.length > 0)[number - 1];
}

/** Number of the guide, and the node's own id, in a name such as `q2` or `3/q2`. */
export function readNodeName(name: string): { readonly number: number; readonly node: string } {
  const [, number = '1', node = name] = /^([2-9]|[1-9]\d{1,2})\/(.+)$/s.exec(name) ?? [];
  return { number: Number(number), node };
}

function textOf(document: ArticleDocument, name: string, flows: KnownFlows): string | null {
  const { number, node } = readNodeName(name);
  return flowOfGuide(document, number, flows)?.nodes.find(({ id }) => id === node)?.text ?? null;
}

/** Paths of the articles whose guides somebody followed: those whose flowcharts are worth parsing. */
export function followedPaths(entries: readonly UsageEntry[], base: KnowledgeBase): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const what of [...sumBy(entries, 'answer').keys(), ...sumBy(entries, 'guide-left').keys()]) {
    const place = readGuidePlace(what);
    const document = place && articleOf(place.article, base);
    if (document) paths.add(document.path);
  }
  return paths;
}

/** The guides that somebody followed, the most followed first. Pure. */
export function buildGuideUsage(
  entries: readonly UsageEntry[],
  base: KnowledgeBase,
  flows: KnownFlows,
): UsedGuide[] {
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
          text: textOf(document, node, flows),
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

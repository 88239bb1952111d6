// Runs the rules over open texts, with what they need to know beside the base.
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import type { ContentHistory } from '../history/content-history.ts';
import { readContentHistory } from '../history/read-content-history.ts';
import { type FixableFinding, lintKnowledgeBase } from '../lint/lint.ts';
import { readDiagrams } from '../lint/read-diagrams.ts';
import { historyRules, needsHistory, readMedia } from '../lint/read-surroundings.ts';
import { rules } from '../lint/rules/index.ts';
import type { IsoDate } from '../model/iso-date.ts';

/** A base, and which reading of its files it comes from. */
export interface ReadBase {
  readonly base: KnowledgeBase;
  readonly reading: number;
}

/** The findings on the documents at `paths`, sorted by path and place. */
export type CheckTexts = (
  from: ReadBase,
  paths: ReadonlySet<string>,
  today: IsoDate,
) => Promise<readonly FixableFinding[]>;

/** The answer of Mermaid's parser on each flowchart of the texts; those of the last check are not asked for again. */
function createDiagramReader() {
  let known: ReadonlyMap<string, DiagramResult> = new Map();
  return async (base: KnowledgeBase, paths: ReadonlySet<string>) => {
    known = await readDiagrams(base, paths, known);
    return known;
  };
}

interface Past {
  readonly reading: number;
  /** Whether git has answered. */
  known: boolean;
  history: ContentHistory | undefined;
}

/** Asks git once for each reading of a base's files, and nobody waits: `onHistory` is told of the answer. */
function createHistoryReader(onHistory: () => void) {
  const pasts = new Map<string, Past>();
  return ({ base: { root, config }, reading }: ReadBase): Past => {
    const past = pasts.get(root);
    if (past?.reading === reading) return past;
    const needed = needsHistory(config);
    const next: Past = { reading, known: !needed || past?.known === true, history: past?.history };
    pasts.set(root, next);
    if (needed) {
      void readContentHistory(root, config.content).then((history) => {
        Object.assign(next, { known: true, history });
        onHistory();
      });
    }
    return next;
  };
}

/** A check for one editor's session; `onHistory` is called when there is more to find. */
export function createTextCheck(onHistory: () => void): CheckTexts {
  const readNewDiagrams = createDiagramReader();
  const readHistory = createHistoryReader(onHistory);
  const withoutPast = Object.keys(rules).filter((name) => !historyRules.includes(name));
  return async (from, paths, today) => {
    const { base } = from;
    const { known, history } = readHistory(from);
    const [diagrams, media] = [await readNewDiagrams(base, paths), await readMedia(base, paths)];
    return lintKnowledgeBase(base, {
      today,
      diagrams,
      media,
      history,
      only: paths,
      // Until git has answered, what would be judged by guesses is left out.
      rules: known ? undefined : withoutPast,
    });
  };
}

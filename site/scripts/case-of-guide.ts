// A guide as it was followed → the part of a case note that tells it.
import { currentNode, type Guide, goBack, isAtEnd, stepsOf, waysOn } from '../../src/model/guide.ts';
import { answeredFromContext } from '../../src/model/guide-context.ts';
import type { CasePart } from '../case-note.ts';
import type { GuideData } from '../guide-data.ts';
import { followUpWordsFor } from '../locales/follow-up-words.ts';
import { formatDate } from '../locales/format.ts';
import type { GuideWords } from '../locales/guide-words.ts';
import { articleFacts, articleTitle } from './article-state.ts';
import { readContext } from './context/context-values.ts';
import { readDeadline, readDueFollowUps, writeFollowUps } from './follow-ups/page-follow-ups.ts';
import type { Memory, ReturnTicket } from './guide-history.ts';

/** A guide, where it was followed to, and what the history remembers of it. */
export interface FollowedGuide {
  readonly guide: Guide;
  readonly data: GuideData;
  readonly memory: Memory;
}

/** How far a guide was followed in this page, with the guides of other articles that were followed on the way. */
export function caseOf({ guide, data, memory: { visits } }: FollowedGuide, words: GuideWords): CasePart {
  const fromContext = answeredFromContext(guide, data.asks ?? [], readContext());
  const partsAt = (depth: number) => visits.filter((visit) => visit.depth === depth).map(({ part }) => part);
  const steps = stepsOf(guide).map(({ node, way }, depth) => {
    const chosen = way.answer !== '' || waysOn(goBack(guide, guide.path.length - depth)).length > 1;
    const answer = chosen ? way.answer || way.node.text : undefined;
    return {
      text: node?.text ?? words.whereToStart,
      answer: answer !== undefined && fromContext[depth] ? words.fromContext(answer) : answer,
      parts: partsAt(depth),
    };
  });
  const about = followUpWordsFor(words.lang);
  const followUps = writeFollowUps(readDueFollowUps(), about);
  const deadline = readDeadline();
  const after = [
    ...(deadline === undefined ? [] : [about.resolveBy(formatDate(deadline, about.lang))]),
    ...(followUps.length > 0 ? [about.title, ...followUps] : []),
  ];
  return {
    title: articleTitle(),
    facts: articleFacts(words.note),
    steps,
    after: isAtEnd(guide) ? after : undefined,
    last: {
      text: currentNode(guide)?.text ?? words.whereToStart,
      isOutcome: isAtEnd(guide),
      parts: partsAt(guide.path.length),
    },
  };
}

/** `part` below the steps of the guides that led to it: the whole case, told from its first article. */
export function caseFromTrail(trail: readonly ReturnTicket[], part: CasePart): CasePart {
  return trail.reduceRight<CasePart>(
    (inner, { part: outer }) => ({
      ...outer,
      last: { ...outer.last, parts: [...outer.last.parts, inner] },
    }),
    part,
  );
}

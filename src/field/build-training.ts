// Paths, roster and receipts → who has done what of their training: steps, scores, and a challenge between teams.
import { findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { percentOf, type Score } from '../model/quiz.ts';
import { isPresent, type Roster } from '../model/roster.ts';
import type { TrainingPath } from '../model/training-path.ts';
import { pickLabel } from '../model/wording.ts';
import type { Receipt } from './receipt-ledger.ts';

export interface TrainingStep {
  readonly id: string;
  readonly title: string;
  /** Whether a receipt can tell that it was done: a quiz, or an article that asks to be acknowledged. */
  readonly tracked: boolean;
  readonly quiz: boolean;
}

export interface StepDone {
  readonly id: string;
  /** The first day on which a receipt says so, of any version. */
  readonly doneOn: IsoDate | null;
  /** Of a quiz. */
  readonly best: Score | null;
  readonly last: Score | null;
}

export interface Trainee {
  readonly reader: string;
  readonly name: string;
  readonly team: string;
  readonly done: number;
  /** How many steps are tracked. */
  readonly of: number;
  /** By tracked step, in the path's order. */
  readonly steps: readonly StepDone[];
}

export interface TeamTraining {
  readonly team: string;
  readonly name: string;
  readonly people: number;
  readonly begun: number;
  readonly finished: number;
}

/** A team in a challenge: the best score of each person in each quiz between its dates, added up. */
export interface TeamScore extends Score {
  readonly team: string;
  readonly name: string;
  readonly people: number;
  /** How many of them took part. */
  readonly taking: number;
  /** Of right answers; null where nobody took part. */
  readonly percent: number | null;
}

export interface PathTraining {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly TrainingStep[];
  readonly teams: readonly TeamTraining[];
  /** In the roster's order, by team. */
  readonly people: readonly Trainee[];
  readonly challenge: {
    readonly from: IsoDate;
    readonly until: IsoDate;
    /** The best first. */
    readonly teams: readonly TeamScore[];
  } | null;
}

export interface Training {
  readonly today: IsoDate;
  readonly paths: readonly PathTraining[];
}

/** Receipts by reader and article, its present id. */
type ReceiptsOf = (reader: string, id: string) => readonly Receipt[];

function indexReceipts(receipts: readonly Receipt[], base: KnowledgeBase): ReceiptsOf {
  const index = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const { id, lang } = receipt.about;
    const name = `${receipt.reader ?? ''} ${findArticle(base, id, lang)?.article.id ?? id}`;
    index.set(name, [...(index.get(name) ?? []), receipt]);
  }
  return (reader, id) => index.get(`${reader} ${id}`) ?? [];
}

function bestOf(receipts: readonly Receipt[]): Score | null {
  const scores = receipts.flatMap(({ score }) => (score && score.of > 0 ? [score] : []));
  return scores.reduce<Score | null>(
    (best, score) => (best && best.right * score.of >= score.right * best.of ? best : score),
    null,
  );
}

function judgeStep(id: string, receipts: readonly Receipt[]): StepDone {
  const inOrder = receipts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    id,
    doneOn: inOrder[0]?.on ?? null,
    best: bestOf(inOrder),
    last: inOrder.findLast(({ score }) => score !== undefined)?.score ?? null,
  };
}

/** The steps of `path`, a guide being one with its article. */
function stepsOf(path: TrainingPath, base: KnowledgeBase): readonly TrainingStep[] {
  const ids = [...new Set(path.steps.map(({ id }) => id))];
  return ids.flatMap((named) => {
    const article = findArticle(base, named, base.config.lang)?.article;
    if (!article) return [];
    const { id, title, type, acknowledge } = article;
    return [{ id, title, quiz: type === 'quiz', tracked: type === 'quiz' || acknowledge }];
  });
}

function scoreTeam(
  team: string,
  name: string,
  quizzes: readonly TrainingStep[],
  readers: readonly string[],
  within: (reader: string, id: string) => readonly Receipt[],
): TeamScore {
  const bests = readers.map((reader) => quizzes.flatMap(({ id }) => bestOf(within(reader, id)) ?? []));
  const all = bests.flat();
  const sum = (part: keyof Score) => all.reduce((total, score) => total + score[part], 0);
  const score = { right: sum('right'), of: sum('of') };
  const taking = bests.filter(({ length }) => length > 0).length;
  return {
    team,
    name,
    people: readers.length,
    taking,
    ...score,
    percent: taking === 0 ? null : percentOf(score),
  };
}

function trainOn(
  path: TrainingPath,
  base: KnowledgeBase,
  roster: Roster,
  receiptsOf: ReceiptsOf,
  today: IsoDate,
): PathTraining {
  const steps = stepsOf(path, base);
  const tracked = steps.filter((step) => step.tracked);
  const people: Trainee[] = [];
  const teams: TeamTraining[] = [];
  const scores: TeamScore[] = [];
  for (const [team, { name: teamName, audience }] of roster.teams) {
    if (!path.audience.includes(audience)) continue;
    const members = [...roster.people].filter(([, each]) => each.team === team && isPresent(each, today));
    const own = members.map(([reader, { name }]): Trainee => {
      const done = tracked.map(({ id }) => judgeStep(id, receiptsOf(reader, id)));
      const count = done.filter(({ doneOn }) => doneOn !== null).length;
      return { reader, name, team, done: count, of: tracked.length, steps: done };
    });
    people.push(...own);
    const begun = own.filter(({ done }) => done > 0).length;
    const finished = own.filter(({ done, of }) => of > 0 && done === of).length;
    teams.push({ team, name: teamName, people: own.length, begun, finished });
    const { challenge } = path;
    if (!challenge) continue;
    const within = (reader: string, id: string) =>
      receiptsOf(reader, id).filter(({ on }) => challenge.from <= on && on <= challenge.until);
    const quizzes = steps.filter(({ quiz }) => quiz);
    scores.push(
      scoreTeam(
        team,
        teamName,
        quizzes,
        members.map(([reader]) => reader),
        within,
      ),
    );
  }
  scores.sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1) || b.taking - a.taking);
  return {
    id: path.id,
    title: pickLabel(path.title, base.config.lang, base.config.lang),
    steps,
    teams,
    people,
    challenge: path.challenge ? { ...path.challenge, teams: scores } : null,
  };
}

/** Who has done what of their training on `today`. Pure. */
export function buildTraining(
  base: KnowledgeBase,
  roster: Roster,
  receipts: readonly Receipt[],
  today: IsoDate,
): Training {
  const receiptsOf = indexReceipts(receipts, base);
  const paths = base.paths.flatMap(({ training }) =>
    training ? [trainOn(training, base, roster, receiptsOf, today)] : [],
  );
  return { today, paths };
}

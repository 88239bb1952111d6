// Who has done what of their training, as a table for a terminal, JSON for programs, CSV for a spreadsheet.
import { createColors } from 'picocolors';
import type { PathTraining, TeamScore, Trainee, Training } from '../field/build-training.ts';
import { wrapText } from '../lint/formats/wrap-text.ts';
import { printable } from '../model/printable.ts';
import type { Score } from '../model/quiz.ts';
import type { UiLanguage } from '../model/wording.ts';
import { formatInertCsv } from '../report/formats/inert-csv.ts';

export interface TrainingFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  readonly width: number;
}

export type TrainingFormat = (training: Training, options: TrainingFormatOptions) => string;

/** Widest table, in columns. */
const widest = 100;

const scoreWords = (score: Score | null) => (score === null ? '–' : `${score.right}/${score.of}`);

function personWords({ name, done, of, steps }: Trainee, path: PathTraining, lang: UiLanguage): string {
  const quizzes = path.steps.filter(({ quiz }) => quiz).map(({ id }) => id);
  const scores = steps
    .filter(({ id, doneOn }) => doneOn !== null && quizzes.includes(id))
    .map(
      ({ id, best, last }) =>
        ({
          fr: `${id} : meilleur ${scoreWords(best)}, dernier ${scoreWords(last)}`,
          en: `${id}: best ${scoreWords(best)}, last ${scoreWords(last)}`,
        })[lang],
    );
  return [`${name} ${done}/${of}`, ...scores].join(' ; ');
}

function teamWords({ name, taking, people, right, of, percent }: TeamScore, lang: UiLanguage): string {
  const score = percent === null ? '–' : `${right}/${of} (${percent}${lang === 'fr' ? '\u202f' : ''}%)`;
  return {
    fr: `${name} : ${score}, ${taking} sur ${people} ont participé`,
    en: `${name}: ${score}, ${taking} of ${people} took part`,
  }[lang];
}

function pathLines(path: PathTraining, { lang, color, width }: TrainingFormatOptions): string[] {
  const colors = createColors(color);
  const wide = Math.min(width, widest);
  const wrap = (text: string, indent: string) =>
    wrapText(printable(text), wide - indent.length - 2).map(
      (line, at) => `${indent}${at > 0 ? '  ' : ''}${line}`,
    );
  const untracked = path.steps.filter(({ tracked }) => !tracked).map(({ id }) => id);
  const lines = ['', ...wrap(path.title, '').map(colors.bold)];
  if (untracked.length > 0)
    lines.push(
      ...wrap(
        {
          fr: `Sans accusé, donc non suivies : ${untracked.join(', ')}`,
          en: `Without a receipt, so not followed: ${untracked.join(', ')}`,
        }[lang],
        '  ',
      ),
    );
  for (const { team, name, people, begun, finished } of path.teams) {
    lines.push(
      ...wrap(
        {
          fr: `${name} : fini ${finished}, commencé ${begun}, sur ${people}`,
          en: `${name}: finished ${finished}, begun ${begun}, of ${people}`,
        }[lang],
        '  ',
      ),
    );
    const own = path.people.filter((person) => person.team === team);
    for (const person of own.filter(({ done }) => done > 0))
      lines.push(...wrap(personWords(person, path, lang), '    '));
    const waiting = own.filter(({ done }) => done === 0).map((person) => person.name);
    if (waiting.length > 0)
      lines.push(
        ...wrap(
          { fr: `pas commencé : ${waiting.join(', ')}`, en: `not begun: ${waiting.join(', ')}` }[lang],
          '    ',
        ),
      );
  }
  if (path.challenge) {
    const { from, until, teams } = path.challenge;
    lines.push(`  ${{ fr: `Défi du ${from} au ${until}`, en: `Challenge from ${from} to ${until}` }[lang]}`);
    for (const team of teams) lines.push(...wrap(teamWords(team, lang), '    '));
  }
  return lines;
}

export const formatTrainingTable: TrainingFormat = (training, options) => {
  const { paths, today } = training;
  const heading =
    paths.length === 0
      ? { fr: 'Aucun parcours de formation dans paths/', en: 'No training path in paths/' }
      : { fr: `Formation au ${today}`, en: `Training on ${today}` };
  const { bold } = createColors(options.color);
  return `${[bold(heading[options.lang]), ...paths.flatMap((path) => pathLines(path, options))].join('\n')}\n`;
};

const trainingVersion = 1;

export const formatTrainingJson: TrainingFormat = (training) =>
  `${JSON.stringify({ version: trainingVersion, ...training }, null, 2)}\n`;

const columns = ['path', 'team', 'reader', 'name', 'step', 'doneOn', 'best', 'last'] as const;

export const formatTrainingCsv: TrainingFormat = ({ paths }) =>
  formatInertCsv(
    columns,
    paths.flatMap(({ id: path, people }) =>
      people.flatMap(({ team, reader, name, steps }) =>
        steps.map(({ id: step, doneOn, best, last }) => ({
          path,
          team,
          reader,
          name,
          step,
          doneOn,
          best: best && `${best.right} / ${best.of}`,
          last: last && `${last.right} / ${last.of}`,
        })),
      ),
    ),
  );

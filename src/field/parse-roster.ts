// `roster.yaml` → Roster; anything wrong in it is a problem with the place of the mistake.
import * as z from 'zod';
import { describeIssues, didYouMean, type Expectations } from '../config/schema-issue.ts';
import { parseYaml } from '../config/yaml-source.ts';
import type { ReadProblem } from '../content/document.ts';
import { fieldLimits } from '../model/field-item.ts';
import { Problem } from '../model/problem.ts';
import type { Roster } from '../model/roster.ts';
import { day } from './parse-field-items.ts';

export const rosterFile = 'roster.yaml';

const key = z
  .string()
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/)
  .max(fieldLimits.name);
const name = z.string().trim().min(1).max(fieldLimits.name);
const team = z.strictObject({ name, audience: z.string().min(1).optional() });
const person = z.strictObject({ name, team: key, from: day.optional(), until: day.optional() });
const schema = z.strictObject({ teams: z.record(key, team), people: z.record(key, person) });

const dayExpectation = { fr: 'un jour réel, comme 2026-11-16', en: 'a real day, such as 2026-11-16' };
const expectations: Expectations = {
  '': { fr: 'un groupe de clés (teams, people)', en: 'a mapping (teams, people)' },
  teams: {
    fr: 'des équipes, comme lille: { name: Lille }',
    en: 'teams, such as leeds: { name: Leeds }',
  },
  people: {
    fr: 'des personnes, comme lea-martin: { name: Léa Martin, team: lille }',
    en: 'people, such as lea-martin: { name: Léa Martin, team: leeds }',
  },
  'people.*.team': { fr: 'une équipe de « teams »', en: 'a team of `teams`' },
  'people.*.from': dayExpectation,
  'people.*.until': dayExpectation,
};

function knownKeys(path: string): readonly string[] {
  if (path === '') return Object.keys(schema.shape);
  if (path.startsWith('teams.')) return Object.keys(team.shape);
  return path.startsWith('people.') ? Object.keys(person.shape) : [];
}

function stop({ wording, line, column }: ReadProblem): Problem {
  return new Problem(wording, `${rosterFile}:${line}:${column}`);
}

/** Turns the text of a roster into `Roster`; a team that names no audience is asked to read what the first of `audiences` may. Raises a `Problem` at the first mistake. */
export function parseRoster(text: string, audiences: readonly string[]): Roster {
  const yaml = parseYaml(text.replace(/^\uFEFF/, ''));
  const [problem] = yaml.problems;
  if (problem) throw stop(problem);
  const result = schema.safeParse(yaml.data ?? {});
  if (!result.success) {
    const [issue] = describeIssues(result.error, yaml.data ?? {}, yaml.placeOf, expectations, knownKeys);
    throw issue ? stop(issue) : result.error;
  }
  const { teams, people } = result.data;
  for (const [of, { audience }] of Object.entries(teams)) {
    if (audience === undefined || audiences.includes(audience)) continue;
    const hint = didYouMean(audience, audiences);
    const wording = {
      fr: `Public inconnu « ${audience} », attendu : ${audiences.join(', ')}${hint.fr}`,
      en: `Unknown audience \`${audience}\`, expected one of ${audiences.join(', ')}${hint.en}`,
    };
    throw stop({ ...yaml.placeOf(['teams', of, 'audience']), wording });
  }
  for (const [of, { team: named, from, until }] of Object.entries(people)) {
    const known = Object.keys(teams);
    const hint = didYouMean(named, known);
    if (!known.includes(named)) {
      const wording = {
        fr: `Équipe inconnue « ${named} », attendu : ${known.join(', ')}${hint.fr}`,
        en: `Unknown team \`${named}\`, expected one of ${known.join(', ')}${hint.en}`,
      };
      throw stop({ ...yaml.placeOf(['people', of, 'team']), wording });
    }
    if (from !== undefined && until !== undefined && until < from) {
      const wording = {
        fr: `Départ inattendu le ${until}, attendu : à partir de l’arrivée (${from})`,
        en: `Unexpected end on ${until}, expected a day from the start (${from}) on`,
      };
      throw stop({ ...yaml.placeOf(['people', of, 'until']), wording });
    }
  }
  const first = audiences[0] ?? '';
  return {
    teams: new Map(
      Object.entries(teams).map(([of, { name, audience }]) => [of, { name, audience: audience ?? first }]),
    ),
    people: new Map(Object.entries(people)),
  };
}

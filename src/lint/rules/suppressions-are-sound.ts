// suppressions-are-sound: a comment that silences a rule says why, names a rule that it may silence, and silences something.
import { didYouMean } from '../../config/schema-issue.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import type { Suppression } from '../suppressions.ts';
import { rules } from './index.ts';

const form = '<!-- kb-disable-next-line rule: … -->';

function* judge({ rules: names, reason, used }: Suppression, active: ReadonlySet<string>): Iterable<Wording> {
  if (names.length === 0) {
    yield {
      fr: `Commentaire « kb- » illisible, attendu : ${form}`,
      en: `Unreadable \`kb-\` comment, expected ${form}`,
    };
    return;
  }
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    yield {
      fr: `Exception sans raison, attendu : la raison après « : », comme ${form}`,
      en: `Unexpected suppression without a reason, expected one after the colon, as in ${form}`,
    };
  }
  for (const name of names) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const hint = didYouMean(name, Object.keys(rules));
    if (!rule) {
      yield { fr: `Règle inconnue « ${name} »${hint.fr}`, en: `Unknown rule \`${name}\`${hint.en}` };
    } else if (rule.suppressible === false) {
      yield {
        fr: `La règle « ${name} » ne peut pas être suspendue : la validité de l’article en dépend`,
        en: `Unexpected suppression of \`${name}\`: the validity of the article rests on it`,
      };
    } else if (!used.has(name) && active.has(name)) {
      yield {
        fr: `Exception inutile : « ${name} » n’a rien à signaler ici, retirez-la`,
        en: `Unused suppression: \`${name}\` has nothing to say here, remove it`,
      };
    }
  }
}

export const suppressionsAreSound: Rule = {
  group: 'comments',
  severity: 'warning',
  fragments: true,
  suppressible: false,
  why: {
    fr: 'Une exception que plus personne ne sait expliquer cache la prochaine erreur ; avec sa raison dans le texte, le prochain rédacteur peut en juger.',
    en: 'An exception that nobody can explain any more hides the next mistake; with its reason in the text, the next writer can judge it.',
  },
  *check(_, { suppressions, activeRules }) {
    for (const suppression of suppressions) {
      const { line, column, endLine, endColumn } = suppression;
      for (const message of judge(suppression, activeRules)) {
        yield { line, column, endLine, endColumn, message };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '<!-- kb-disable-next-line links-resolve: page du prestataire en préparation -->\n[Suivi](id:suivi)\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          [
            '<!-- kb-disable-next-line links-resolve -->',
            '[Suivi](id:suivi)',
            '',
            '<!-- kb-disable link-resolve: en préparation -->',
            '<!-- kb-disable-file not-expired: en préparation -->',
            '<!-- kb-disable-next-line anchors-resolve: en préparation -->',
            '[Étapes](#étapes)',
            '',
            '<!-- kb-ignore -->',
            '',
            '## Étapes',
            '',
          ].join('\n'),
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: `Exception sans raison, attendu : la raison après « : », comme ${form}`,
          en: `Unexpected suppression without a reason, expected one after the colon, as in ${form}`,
        },
        {
          path: 'content/a.md',
          line: 12,
          column: 1,
          fr: 'Règle inconnue « link-resolve » ; vouliez-vous dire « links-resolve » ?',
          en: 'Unknown rule `link-resolve`; did you mean `links-resolve`?',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 1,
          fr: 'La règle « not-expired » ne peut pas être suspendue : la validité de l’article en dépend',
          en: 'Unexpected suppression of `not-expired`: the validity of the article rests on it',
        },
        {
          path: 'content/a.md',
          line: 14,
          column: 1,
          fr: 'Exception inutile : « anchors-resolve » n’a rien à signaler ici, retirez-la',
          en: 'Unused suppression: `anchors-resolve` has nothing to say here, remove it',
        },
        {
          path: 'content/a.md',
          line: 17,
          column: 1,
          fr: `Commentaire « kb- » illisible, attendu : ${form}`,
          en: `Unreadable \`kb-\` comment, expected ${form}`,
        },
      ],
    },
  ],
};

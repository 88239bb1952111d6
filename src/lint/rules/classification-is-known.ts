// classification-is-known: contact reasons, audiences and language are those of the configuration.
import { didYouMean } from '../../config/schema-issue.ts';
import { exampleArticle, type Rule, type RuleFinding } from '../rule.ts';

export const classificationIsKnown: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Un motif inconnu ne mène aucun agent à l’article, et un public inconnu le cache partout ou, pire, le montrerait à qui ne doit pas le lire.',
    en: 'An unknown reason leads no agent to the article, and an unknown audience hides it from every site or, worse, would show it to the wrong one.',
  },
  *check(document, { base }) {
    const { article } = document;
    if (!article) return;
    const { reasons, audiences, languages } = base.config;
    const fields = [
      { field: 'reasons', fr: 'Motif', en: 'reason', values: article.reasons, known: Object.keys(reasons) },
      { field: 'audience', fr: 'Public', en: 'audience', values: article.audience, known: audiences },
      { field: 'lang', fr: 'Code de langue', en: 'language', values: [article.lang], known: languages },
    ];
    for (const { field, fr, en, values, known } of fields) {
      for (const [index, value] of values.entries()) {
        if (known.includes(value)) continue;
        const hint = didYouMean(value, known);
        const finding: RuleFinding = {
          ...document.fieldPlace(field, index),
          message: {
            fr: `${fr} inconnu « ${value} », attendu : une clé de kb.config.yaml${hint.fr}`,
            en: `Unknown ${en} \`${value}\`, expected a key of kb.config.yaml${hint.en}`,
          },
        };
        yield finding;
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]', audience: '[internal, partner]' }),
      },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle({ reasons: '[delivery.late, delivery.lated]' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 26,
          fr: 'Motif inconnu « delivery.lated », attendu : une clé de kb.config.yaml ; vouliez-vous dire « delivery.late » ?',
          en: 'Unknown reason `delivery.lated`, expected a key of kb.config.yaml; did you mean `delivery.late`?',
        },
      ],
    },
    {
      files: { 'content/a.md': exampleArticle({ audience: '[public]' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 12,
          fr: 'Public inconnu « public », attendu : une clé de kb.config.yaml',
          en: 'Unknown audience `public`, expected a key of kb.config.yaml',
        },
      ],
    },
    {
      files: { 'content/a.md': exampleArticle({ lang: 'de' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 7,
          fr: 'Code de langue inconnu « de », attendu : une clé de kb.config.yaml',
          en: 'Unknown language `de`, expected a key of kb.config.yaml',
        },
      ],
    },
  ],
};

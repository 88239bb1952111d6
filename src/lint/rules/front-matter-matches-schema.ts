// front-matter-matches-schema: every field is known and holds what it is meant to hold.
import { exampleArticle, type Rule } from '../rule.ts';

export const frontMatterMatchesSchema: Rule = {
  group: 'structure',
  severity: 'error',
  suppressible: false,
  why: {
    fr: 'Une clé mal écrite est ignorée de tous : `expire:` au lieu de `expires:` laisserait une procédure sans fin.',
    en: 'A misspelt key is ignored by every tool that reads it: `expire:` instead of `expires:` would leave a procedure without an end.',
  },
  *check(document) {
    for (const { kind, wording, line, column, endLine, endColumn } of document.issues) {
      if (kind !== 'date') yield { line, column, endLine, endColumn, message: wording };
    }
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ tags: '[retard, colis]' }) }, findings: [] },
    {
      files: { 'content/a.md': exampleArticle({ expires: null, expire: '2027-03-31', type: 'reference' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 1,
          fr: 'Clé inconnue « expire » ; vouliez-vous dire « expires » ?',
          en: 'Unknown key `expire`; did you mean `expires`?',
        },
      ],
    },
    {
      files: { 'content/a.md': exampleArticle({ type: 'procedur' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 4,
          column: 7,
          fr: 'Valeur inattendue dans « type » : « procedur » ; vouliez-vous dire « procedure » ?',
          en: 'Unexpected `procedur` in `type`; did you mean `procedure`?',
        },
      ],
    },
    {
      files: { 'content/a.md': exampleArticle({ owner: null }) },
      findings: [
        {
          path: 'content/a.md',
          line: 2,
          column: 1,
          fr: 'Clé « owner » absente, attendu : un responsable de la configuration',
          en: 'Missing key `owner`, expected an owner of the configuration',
        },
      ],
    },
  ],
};

// article-is-readable: a file that can't be read as an article must be seen, not skipped.
import { exampleArticle, type Rule } from '../rule.ts';

export const articleIsReadable: Rule = {
  group: 'structure',
  severity: 'error',
  suppressible: false,
  why: {
    fr: 'Un fichier illisible manquerait au site sans un mot : l’agent chercherait une procédure que quelqu’un croit publiée.',
    en: 'A file that cannot be read would silently be missing from the site: an agent would search for a procedure that someone believes is published.',
  },
  *check(document) {
    for (const { wording, ...place } of document.problems) yield { ...place, message: wording };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle() }, findings: [] },
    {
      files: { 'content/a.md': `\n${exampleArticle()}` },
      findings: [
        {
          path: 'content/a.md',
          line: 1,
          column: 1,
          fr: 'Ligne vide inattendue avant l’en-tête, attendu : « --- » seul sur la première ligne',
          en: 'Unexpected blank line before the front matter, expected `---` alone on the first line',
        },
      ],
    },
    {
      files: { 'content/a.md': '---js\n{ id: 1 + 1 }\n---\n' },
      findings: [
        {
          path: 'content/a.md',
          line: 1,
          column: 1,
          fr: 'Ouverture d’en-tête inattendue « ---js », attendu : « --- » seul sur la première ligne',
          en: 'Unexpected front matter opener `---js`, expected `---` alone on the first line',
        },
      ],
    },
    {
      files: { 'content/a.md': '---\nid: a\nid: b\n---\n' },
      findings: [
        {
          path: 'content/a.md',
          line: 3,
          column: 1,
          fr: 'YAML illisible (Map keys must be unique)',
          en: 'Unreadable YAML (Map keys must be unique)',
        },
      ],
    },
  ],
};

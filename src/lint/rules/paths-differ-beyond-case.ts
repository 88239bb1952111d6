// paths-differ-beyond-case: two files must stay two files on a disk that ignores case.
import { exampleArticle, type Rule } from '../rule.ts';

export const pathsDifferBeyondCase: Rule = {
  severity: 'error',
  why: 'On Windows and macOS `Index.md` and `index.md` are one file: whoever checks the base out there loses one of the two without a word.',
  *check(document, { base }) {
    const twin = base.firstOfFoldedPath.get(document.path.toLowerCase());
    if (twin === undefined || twin === document.path) return;
    yield {
      line: 1,
      column: 1,
      message: {
        fr: `Nom de fichier inattendu à côté de ${twin}, attendu : un nom qui diffère par plus que la casse`,
        en: `Unexpected file name beside ${twin}, expected a name that differs by more than case`,
      },
    };
  },
  examples: [
    {
      files: { 'content/index.md': exampleArticle(), 'content/index-2.md': exampleArticle({ id: 'b' }) },
      findings: [],
    },
    {
      files: { 'content/Index.md': exampleArticle(), 'content/index.md': exampleArticle({ id: 'b' }) },
      findings: [
        {
          path: 'content/index.md',
          line: 1,
          column: 1,
          fr: 'Nom de fichier inattendu à côté de content/Index.md, attendu : un nom qui diffère par plus que la casse',
          en: 'Unexpected file name beside content/Index.md, expected a name that differs by more than case',
        },
      ],
    },
  ],
};

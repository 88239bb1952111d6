// paths-differ-beyond-case: two files must stay two files on a disk that ignores case.
import { pathAndFolders } from '../../content/knowledge-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const pathsDifferBeyondCase: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Sous Windows et macOS, `Index.md` et `index.md` sont un seul fichier : qui récupère la base y perd l’un des deux sans un mot.',
    en: 'On Windows and macOS `Index.md` and `index.md` are one file: whoever checks the base out there loses one of the two without a word.',
  },
  *check(document, { base }) {
    const twin = pathAndFolders(document.path)
      .map((path) => ({ path, first: base.firstOfFoldedPath.get(path.toLowerCase()) }))
      .find(({ path, first }) => first !== path)?.first;
    if (twin === undefined) return;
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
      files: {
        'content/Livraison/a.md': exampleArticle(),
        'content/livraison/b.md': exampleArticle({ id: 'b' }),
      },
      findings: [
        {
          path: 'content/livraison/b.md',
          line: 1,
          column: 1,
          fr: 'Nom de fichier inattendu à côté de content/Livraison, attendu : un nom qui diffère par plus que la casse',
          en: 'Unexpected file name beside content/Livraison, expected a name that differs by more than case',
        },
      ],
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

// images-resolve: every image is a picture file of the base.
import { posix } from 'node:path';
import { imageExtensions, resolveLink } from '../../content/resolve-link.ts';
import { quote } from '../../model/quote.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { describeBroken } from './links-resolve.ts';

export const imagesResolve: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Une image absente laisse un trou dans la procédure ; une image distante dirait à un autre serveur qui lit quoi, et manquerait sans réseau.',
    en: 'A missing picture leaves a hole in the procedure; a remote one would tell another server who reads what, and be gone when the network is.',
  },
  *check(document, { base }) {
    for (const { url, text: _, ...place } of document.markdown?.images ?? []) {
      const target = resolveLink(url, document, base);
      if (target.kind === 'broken') {
        yield { ...place, message: describeBroken(target.reason, target.target, base) };
      } else if (
        target.kind !== 'asset' ||
        !imageExtensions.includes(posix.extname(target.path).toLowerCase())
      ) {
        const shown = quote(url);
        yield {
          ...place,
          message: {
            fr: `Image inattendue « ${shown} », attendu : une image de la base (${imageExtensions.slice(0, 3).join(' ')}…)`,
            en: `Unexpected image \`${shown}\`, expected a picture of the base (${imageExtensions.slice(0, 3).join(' ')}…)`,
          },
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, '![Étiquette](images/etiquette.svg)\n'),
        'content/images/etiquette.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '![Étiquette](images/etiquette.svg)\n\n![Logo](https://mirandelle.example/l.png)\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Fichier introuvable « images/etiquette.svg », attendu : un fichier de la base',
          en: 'No file `images/etiquette.svg`, expected a file of the base',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 1,
          fr: 'Image inattendue « https://mirandelle.example/l.png », attendu : une image de la base (.png .jpg .jpeg…)',
          en: 'Unexpected image `https://mirandelle.example/l.png`, expected a picture of the base (.png .jpg .jpeg…)',
        },
      ],
    },
  ],
};

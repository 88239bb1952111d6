// images-have-alt: every picture says in words what it shows.
import { posix } from 'node:path';
import type { Image, ImageReference } from 'mdast';
import type { Place } from '../../model/finding.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';

const fileName = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** What cameras, systems and editors call a picture. */
const givenName = new RegExp(
  [
    /^(?:img|dsc[nf]?|pict?|image|photo|capture|screenshot|figure|picture)[-_ ]?\d+$/,
    /^(?:capture d.écran|copie d.écran|screenshot|screen shot)(?: (?:from|du|de|le))? \d{4}-\d\d-\d\d\b.*$/,
    // A name of two words or more that are joined as no sentence is: `etiquette_retour_v2`.
    /^[p{L}\d]+(?:_[p{L}\d]+)+$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);

/** Words that say that there is a picture, and not what it shows. */
const emptyWords = new Set(
  [
    ...['image', 'img', 'photo', 'picture', 'pic', 'illustration', 'figure', 'alt', 'alt text', 'screen'],
    ...['capture', 'capture d’écran', 'copie d’écran', 'écran', 'visuel', 'texte alternatif', 'description'],
    ...['screenshot', 'screen shot', 'screen capture', 'sans titre', 'untitled', 'diagram', 'schéma'],
  ].map((words) => words.normalize('NFC')),
);

function isEmptyWord(alt: string): boolean {
  const words = alt
    .normalize('NFC')
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/^(?:une?|an?|the|l’|la|le) ?/, '')
    .replace(/[\s.:…-]+$/, '');
  return emptyWords.has(words);
}

/** What is wrong with the alternative text of a picture at `url`; undefined where nothing is. */
function judgeAlt(alt: string, url: string | undefined): Wording | undefined {
  const shown = quote(alt);
  if (shown === '') {
    return {
      fr: 'Image sans texte inattendue, attendu : ![ce qu’elle montre](…)',
      en: 'Unexpected picture without text, expected ![what it shows](…)',
    };
  }
  const ownName = url === undefined ? '' : posix.basename(url);
  const isName =
    fileName.test(shown) ||
    givenName.test(shown) ||
    (/[-_\d]/.test(shown) && !shown.includes(' ') && ownName.startsWith(`${shown}.`));
  if (isName) {
    return {
      fr: `Nom de fichier « ${shown} » inattendu, attendu : ce que montre l’image, en mots`,
      en: `Unexpected file name \`${shown}\`, expected what the picture shows, in words`,
    };
  }
  if (!isEmptyWord(shown)) return undefined;
  return {
    fr: `Texte d’image « ${shown} » inattendu, attendu : ce que l’image montre`,
    en: `Unexpected picture text \`${shown}\`, expected what the picture shows`,
  };
}

/** The place of the alternative text, between `![` and `]`; of the whole picture where it is empty or written with escapes. */
function placeOfAlt(image: Image | ImageReference, text: string, { parts }: RuleContext): Place {
  const { start } = parts.rangeOf(image);
  const alt = image.alt ?? '';
  const written = alt.trim() !== '' && text.startsWith(alt, start + 2);
  return written ? parts.placeAt(start + 2, start + 2 + alt.length) : parts.placeOf(image);
}

export const imagesHaveAlt: Rule = {
  group: 'structure',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'L’agent qui ne voit pas l’image, ou dont le réseau ne la charge pas, n’a que son texte ; la recherche ne lit rien d’autre non plus.',
    en: 'An agent who can’t see the picture, or whose network does not load it, has only its text; search reads nothing else of it either.',
  },
  *check({ text }, context) {
    if (!text.includes('![')) return;
    const { parts } = context;
    for (const image of [...nodesOf(parts, 'image'), ...nodesOf(parts, 'imageReference')]) {
      const message = judgeAlt(image.alt ?? '', image.type === 'image' ? image.url : undefined);
      if (message) yield { ...placeOfAlt(image, text, context), message };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '![Étiquette : le numéro de retour est en haut à gauche](etiquette.svg)\n',
        ),
        'content/etiquette.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '![](etiquette.svg)\n\n![Capture d’écran](etiquette.svg)\n\nLisez ![etiquette.svg][e] avant.\n\n[e]: etiquette.svg\n',
        ),
        'content/etiquette.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Image sans texte inattendue, attendu : ![ce qu’elle montre](…)',
          en: 'Unexpected picture without text, expected ![what it shows](…)',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 3,
          fr: 'Texte d’image « Capture d’écran » inattendu, attendu : ce que l’image montre',
          en: 'Unexpected picture text `Capture d’écran`, expected what the picture shows',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 9,
          fr: 'Nom de fichier « etiquette.svg » inattendu, attendu : ce que montre l’image, en mots',
          en: 'Unexpected file name `etiquette.svg`, expected what the picture shows, in words',
        },
      ],
    },
  ],
};

// link-text-says-where: the words of a link say where it leads, even out of their sentence.
import type { Link, LinkReference } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Place } from '../../model/finding.ts';
import { quote } from '../../model/quote.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';

/** Texts that lead anywhere, by language: lower case, apostrophes `’`, no punctuation around them. */
const vague: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set([
    ...['ici', 'cliquez ici', 'cliquez-ici', 'cliquer ici', 'clique ici', 'clic ici', 'en cliquant ici'],
    ...['par ici', 'voir ici', 'c’est ici', 'c’est par ici', 'lien', 'le lien', 'ce lien', 'lien ici', 'là'],
    ...[
      'via ce lien',
      'sur ce lien',
      'cliquez sur ce lien',
      'cliquer sur ce lien',
      'en cliquant sur ce lien',
    ],
    ...['suivez ce lien', 'suivre ce lien', 'le lien suivant', 'lien suivant', 'le lien ci-dessous'],
    ...[
      'en savoir plus',
      'savoir plus',
      'pour en savoir plus',
      'plus d’infos',
      'plus d’informations',
      'plus',
    ],
    ...['lire la suite', 'la suite', 'suite', 'lire', 'voir', 'voir plus', 'voir le lien', 'consulter'],
    ...['cette page', 'la page', 'page', 'sur cette page', 'cet article', 'ce document', 'url', 'cliquez'],
  ]),
  en: new Set([
    ...[
      'here',
      'click here',
      'click',
      'right here',
      'over here',
      'by clicking here',
      'clicking here',
      'go here',
    ],
    ...[
      'see here',
      'see this',
      'link',
      'the link',
      'this link',
      'follow this link',
      'click this link',
      'this',
    ],
    ...['click on this link', 'via this link', 'the following link', 'the link below', 'the page', 'page'],
    ...[
      'more',
      'read more',
      'learn more',
      'find out more',
      'see more',
      'view more',
      'more info',
      'more details',
    ],
    ...['more information', 'for more information', 'read this', 'continue reading', 'read on', 'url'],
    ...['this page', 'on this page', 'see this page', 'this article', 'this document', 'these', 'there'],
  ]),
};

function isVague(text: string, words: ReadonlySet<string> | undefined): boolean {
  // No vague text is longer, and most links are.
  if (words === undefined || text.length > 40) return false;
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replaceAll("'", '’')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return words.has(bare);
}

/** The place of what stands between the brackets, or of the whole link where nothing does. */
function placeOfText(link: Link | LinkReference, { parts }: RuleContext): Place {
  const [first, last] = [link.children[0], link.children.at(-1)];
  if (!first || !last) return parts.placeOf(link);
  return parts.placeAt(parts.rangeOf(first).start, parts.rangeOf(last).end);
}

/** Pictures answer for their own text: see `images-have-alt`. */
function showsPicture({ children }: Link | LinkReference): boolean {
  return children.some(({ type }) => type === 'image' || type === 'imageReference');
}

export const linkTextSaysWhere: Rule = {
  group: 'structure',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'L’agent parcourt une page par ses liens, et les lecteurs d’écran les énumèrent : dix fois « ici », c’est dix devinettes, et la recherche n’en apprend rien.',
    en: 'Agents scan a page for its links, and screen readers list them: ten times “here” is ten guesses, and search learns nothing from it.',
  },
  *check(_, context) {
    const { parts, lang } = context;
    const words = vague[lang.split('-')[0] ?? ''];
    for (const link of [...nodesOf(parts, 'link'), ...nodesOf(parts, 'linkReference')]) {
      const text = textOf(link).trim();
      if (text === '' && !showsPicture(link)) {
        yield {
          ...parts.placeOf(link),
          message: {
            fr: 'Lien sans texte inattendu, attendu : des mots qui disent où il mène',
            en: 'Unexpected link without text, expected words that say where it leads',
          },
        };
      } else if (isVague(text, words)) {
        const shown = quote(text);
        yield {
          ...placeOfText(link, context),
          message: {
            fr: `Texte de lien « ${shown} » inattendu, attendu : des mots qui disent où il mène`,
            en: `Unexpected link text \`${shown}\`, expected words that say where it leads`,
          },
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, 'Suivez [Colis perdu](b.md), ou [rappelez](b.md) le client.\n'),
        'content/b.md': exampleArticle({ id: 'b', lang: 'en' }, 'See [late parcels](a.md#ici).\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Colis perdu : [cliquez **ici**](b.md) !\n\nPour le reste, [En savoir plus…][suite] [](b.md)\n\n[suite]: b.md\n',
        ),
        'content/b.md': exampleArticle({ id: 'b', lang: 'en' }, 'For late parcels, [click here](a.md).\n'),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 16,
          fr: 'Texte de lien « cliquez ici » inattendu, attendu : des mots qui disent où il mène',
          en: 'Unexpected link text `cliquez ici`, expected words that say where it leads',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 17,
          fr: 'Texte de lien « En savoir plus… » inattendu, attendu : des mots qui disent où il mène',
          en: 'Unexpected link text `En savoir plus…`, expected words that say where it leads',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 41,
          fr: 'Lien sans texte inattendu, attendu : des mots qui disent où il mène',
          en: 'Unexpected link without text, expected words that say where it leads',
        },
        {
          path: 'content/b.md',
          line: 10,
          column: 20,
          fr: 'Texte de lien « click here » inattendu, attendu : des mots qui disent où il mène',
          en: 'Unexpected link text `click here`, expected words that say where it leads',
        },
      ],
    },
  ],
};

// links-have-text: a link is a few words, not a bare address.
import type { Link, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Document } from '../../content/document.ts';
import type { DocumentParts } from '../../content/document-parts.ts';
import { walkTree } from '../../content/walk-tree.ts';
import { quote } from '../../model/quote.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** A site's name, as in “sur www.mirandelle.example”: read as a name, and short enough to be read out. */
const siteName = /^[\p{L}\d.-]+\/?$/u;

/** Whether the link shows its address, as written or without its protocol; what it shows of `mailto:` and `tel:` is meant to be read. */
function isBare(link: Link): boolean {
  const { url } = link;
  if (/^(?:mailto|tel):/i.test(url)) return false;
  const text = textOf(link);
  return text !== '' && !siteName.test(text) && (text === url || url.replace(/^https?:\/\//i, '') === text);
}

/** Links in the replies that a macro's readers copy: copied as text, words would lose their address. */
function linksInReplies({ article }: Document, { tree }: DocumentParts): ReadonlySet<Nodes> {
  const links = new Set<Nodes>();
  if (article?.type !== 'macro') return links;
  for (const reply of tree.children) {
    if (reply.type !== 'blockquote') continue;
    walkTree<Nodes>(reply, (node) => {
      if (node.type === 'link') links.add(node);
      return undefined;
    });
  }
  return links;
}

export const linksHaveText: Rule = {
  group: 'structure',
  severity: 'info',
  fragments: true,
  why: {
    fr: 'Une adresse dit peu à qui la lit et prend une minute à voix haute ; quelques mots disent où elle mène.',
    en: 'An address says little to the one who reads and takes a minute when it is read aloud; a few words say where it leads.',
  },
  *check(document, { parts }) {
    const links = nodesOf(parts, 'link').filter(isBare);
    if (links.length === 0) return;
    const inReplies = linksInReplies(document, parts);
    for (const link of links) {
      if (inReplies.has(link)) continue;
      const shown = quote(link.url);
      yield {
        ...parts.placeOf(link),
        message: {
          fr: `Adresse nue « ${shown} » inattendue, attendu : [des mots](l’adresse)`,
          en: `Unexpected bare address \`${shown}\`, expected [words](the address)`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Sur www.mirandelle.example, ouvrez [le suivi](https://suivi.mirandelle.example), ou écrivez à livraison@mirandelle.example.\n',
        ),
        'content/b.md': exampleArticle(
          { id: 'b', type: 'macro' },
          '> Suivez votre colis : https://suivi.mirandelle.example\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Ouvrez https://suivi.mirandelle.example, puis <https://stock.mirandelle.example>.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 8,
          fr: 'Adresse nue « https://suivi.mirandelle.example » inattendue, attendu : [des mots](l’adresse)',
          en: 'Unexpected bare address `https://suivi.mirandelle.example`, expected [words](the address)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 47,
          fr: 'Adresse nue « https://stock.mirandelle.example » inattendue, attendu : [des mots](l’adresse)',
          en: 'Unexpected bare address `https://stock.mirandelle.example`, expected [words](the address)',
        },
      ],
    },
  ],
};

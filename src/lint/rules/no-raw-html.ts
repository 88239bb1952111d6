// no-raw-html: articles hold Markdown, and no HTML but comments.
import type { Html } from 'mdast';
import { blankComments } from '../../content/html-comments.ts';
import type { Place } from '../../model/finding.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { markdownFor } from '../html-tags.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';

/** A piece of an HTML node that readers should not get to see. */
interface Piece {
  readonly written: string;
  readonly message: Wording;
}

const tags = /<(\/?)([a-z][a-z\d-]*)(?:\s[^<>]*)?\/?>?/gi;

function describeTag(written: string, instead: Wording): Wording {
  const shown = quote(written, 28);
  return {
    fr: `Balise HTML « ${shown} » inattendue, montrée telle quelle, attendu : ${instead.fr}`,
    en: `Unexpected HTML tag \`${shown}\`, shown as it is, expected ${instead.en}`,
  };
}

/** The first tag of `html` that HTML knows; a name that it does not know, as in `<numéro>`, is a word in brackets, and shown as one. */
function findTag(html: string, closed: (name: string) => boolean): Piece | undefined {
  let first: Piece | undefined;
  for (const [written, slash, tagName = ''] of html.matchAll(tags)) {
    const name = tagName.toLowerCase();
    const instead = markdownFor(name, written);
    // The end of an element goes with its beginning: one finding for both.
    if (instead === undefined || (slash === '/' && closed(name))) continue;
    first ??= { written, message: describeTag(written, instead) };
  }
  return first;
}

/** What is wrong with an HTML node whose comments were taken out, `html`; undefined where nothing is. */
function judgeHtml(html: string, value: string, closed: (name: string) => boolean): Piece | undefined {
  const text = html.trim();
  if (text === '') return undefined;
  if (text.startsWith('<!--')) {
    return {
      written: '<!--',
      message: {
        fr: 'Commentaire sans fin, que le site montre, attendu : « --> » après le dernier mot',
        en: 'Unexpected comment without an end, which the site shows, expected `-->` after its last word',
      },
    };
  }
  const tag = findTag(html, closed);
  if (tag) return tag;
  if (/^<[!?]/.test(text))
    return { written: text, message: describeTag(text, { fr: 'du Markdown', en: 'Markdown' }) };
  if (html === value) return undefined;
  return {
    written: text,
    message: {
      fr: `Texte « ${quote(text)} » à côté d’un commentaire, que le site montre, attendu : une ligne à lui`,
      en: `Unexpected text \`${quote(text)}\` beside a comment, which the site shows, expected a line of its own`,
    },
  };
}

/** The place of `written` in the node; HTML in a block quote has marks between its lines, so only its first line is looked for. */
function placeOfPiece(node: Html, written: string, text: string, { parts }: RuleContext): Place {
  const { start, end } = parts.rangeOf(node);
  const line = written.split(/[\r\n]/, 1)[0] ?? '';
  const at = text.indexOf(line, start);
  return at === -1 || at >= end ? parts.placeOf(node) : parts.placeAt(at, at + line.length);
}

export const noRawHtml: Rule = {
  group: 'structure',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Les articles ne peuvent pas apporter leur propre balisage au site : le lecteur voit les balises telles quelles, au milieu d’une étape.',
    en: 'Articles can’t bring markup of their own into the site, so readers see the tags as the writer typed them, in the middle of a step.',
  },
  *check({ text }, context) {
    if (!text.includes('<')) return;
    /** Elements that were begun and reported. */
    const begun = new Set<string>();
    for (const node of nodesOf(context.parts, 'html')) {
      const html = blankComments(node.value);
      const piece = judgeHtml(html, node.value, (name) => begun.has(name));
      for (const [, slash, name = ''] of html.matchAll(tags)) if (slash === '') begun.add(name.toLowerCase());
      if (piece) yield { ...placeOfPiece(node, piece.written, text, context), message: piece.message };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '<!-- Relu par les transports. -->\n\nÉcrivez <numéro> sans espace, puis `<br>`. Poids < 30 kg, **colis** compris.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          [
            'Ouvrez la <b>commande</b>.',
            '',
            '<!-- à revoir --> Appelez le transporteur.',
            '',
            '<table>',
            '<tr><td>Rapidonde</td></tr>',
            '</table>',
            '',
            '<!-- sans fin',
            '',
          ].join('\n'),
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 11,
          fr: 'Balise HTML « <b> » inattendue, montrée telle quelle, attendu : **…**',
          en: 'Unexpected HTML tag `<b>`, shown as it is, expected **…**',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 19,
          fr: 'Texte « Appelez le transporteur. » à côté d’un commentaire, que le site montre, attendu : une ligne à lui',
          en: 'Unexpected text `Appelez le transporteur.` beside a comment, which the site shows, expected a line of its own',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 1,
          fr: 'Balise HTML « <table> » inattendue, montrée telle quelle, attendu : un tableau avec « | »',
          en: 'Unexpected HTML tag `<table>`, shown as it is, expected a table with `|`',
        },
        {
          path: 'content/a.md',
          line: 17,
          column: 1,
          fr: 'Commentaire sans fin, que le site montre, attendu : « --> » après le dernier mot',
          en: 'Unexpected comment without an end, which the site shows, expected `-->` after its last word',
        },
      ],
    },
  ],
};

// links-are-secure: links out of the base use https.
import type { Definition, Link } from 'mdast';
import { quote } from '../../model/quote.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';

const insecure = /http:\/\//i;

/** Addresses that never leave the reader’s own computer (RFC 6890). */
const loopback = /^http:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/?#]|$)/i;

/** Where the address of `node` begins in the file: behind the link's text, which may be an address itself, or a definition's label. */
function findAddress(node: Link | Definition, text: string, { parts }: RuleContext): number | undefined {
  const { start, end } = parts.rangeOf(node);
  let from = start;
  if (node.type === 'definition') from += (node.label ?? '').length;
  else if (text[start] === '[') {
    const last = node.children.at(-1);
    if (last) from = parts.rangeOf(last).end;
  }
  const at = text.slice(from, end).search(insecure);
  // An autolink as `www.…` names no protocol: `links-have-text` speaks of it.
  return at === -1 ? undefined : from + at;
}

export const linksAreSecure: Rule = {
  group: 'structure',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Ce qui passe par http peut être lu et changé en chemin ; les agents envoient ces liens aux clients et y tapent des mots de passe.',
    en: 'What goes over http can be read and changed on its way; agents paste such links to customers and type passwords behind them.',
  },
  *check({ text }, context) {
    if (!insecure.test(text)) return;
    const { parts } = context;
    for (const node of [...nodesOf(parts, 'link'), ...nodesOf(parts, 'definition')]) {
      if (!/^http:\/\//i.test(node.url) || loopback.test(node.url)) continue;
      const at = findAddress(node, text, context);
      if (at === undefined) continue;
      const shown = quote(node.url);
      yield {
        ...parts.placeAt(at, at + 'http://'.length),
        message: {
          fr: `Lien non chiffré « ${shown} » inattendu, attendu : la même adresse en https://`,
          en: `Unexpected unencrypted link \`${shown}\`, expected the same address with https://`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Ouvrez [le suivi](https://suivi.mirandelle.example), ou <http://localhost:8080>.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Ouvrez [http://suivi](http://suivi.mirandelle.example) ou [le stock][s].\n\n[s]: http://stock.mirandelle.example/a-la-une-de-la-semaine\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 23,
          fr: 'Lien non chiffré « http://suivi.mirandelle.example » inattendu, attendu : la même adresse en https://',
          en: 'Unexpected unencrypted link `http://suivi.mirandelle.example`, expected the same address with https://',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 6,
          fr: 'Lien non chiffré « http://stock.mirandelle.example/a-la-un… » inattendu, attendu : la même adresse en https://',
          en: 'Unexpected unencrypted link `http://stock.mirandelle.example/a-la-un…`, expected the same address with https://',
        },
      ],
    },
  ],
};

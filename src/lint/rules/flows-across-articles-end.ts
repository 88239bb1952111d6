// flows-across-articles-end: articles whose flowcharts hand over to each other come to an end somewhere.
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { checkedFlows } from '../checked-flows.ts';
import { circleOf, handsOverTo, mainFlow } from '../flow-links.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function describeCircle(paths: readonly string[]): Wording {
  const names = paths.slice(0, 2).map((path) => quote(path.split('/').at(-1) ?? '', 22));
  const more = paths.length > 2 ? '…' : '';
  return {
    fr: `Cercle d’articles sans fin (${names.map((name) => `« ${name} »`).join(', ')}${more}), attendu : une fin dans l’un d’eux`,
    en: `Unexpected circle of articles (${names.map((name) => `\`${name}\``).join(', ')}${more}), expected an end in one of them`,
  };
}

const handsOver = (address: string) =>
  `\`\`\`mermaid\nflowchart TD\n  a[Lire le dossier] --> b([Passer la main])\n  click b href "${address}"\n\`\`\`\n`;

export const flowsAcrossArticlesEnd: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Deux procédures qui se renvoient l’une à l’autre sans jamais conclure promènent le client de service en service.',
    en: 'Two procedures that refer to each other and never conclude send the customer from team to team.',
  },
  *check(document, context) {
    const { base, diagrams } = context;
    const main = mainFlow(document, diagrams);
    if (!main?.nodes.some(({ link }) => link !== undefined)) return;
    const circle = circleOf(document, base, diagrams);
    if (circle.length === 0) return;
    const left = new Set(main.edges.map(({ from }) => from));
    const places = checkedFlows(document, context).find(({ flow }) => flow === main)?.places;
    for (const { id, link } of main.nodes) {
      if (link === undefined || left.has(id)) continue;
      const next = handsOverTo(link, document, base, diagrams);
      if (places && next && circle.includes(next.path))
        yield { ...places.link(id), message: describeCircle(circle) };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, handsOver('b.md')),
        'content/b.md': exampleArticle(
          { id: 'b' },
          '```mermaid\nflowchart TD\n  a{Dossier complet ?} -->|Oui| b([Clore])\n  a -->|Non| c([Compléter])\n  click c href "a.md"\n```\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({}, handsOver('b.md')),
        'content/b.md': exampleArticle({ id: 'b' }, handsOver('id:colis-en-retard')),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 12,
          column: 17,
          fr: 'Cercle d’articles sans fin (« a.md », « b.md »), attendu : une fin dans l’un d’eux',
          en: 'Unexpected circle of articles (`a.md`, `b.md`), expected an end in one of them',
        },
        {
          path: 'content/b.md',
          line: 12,
          column: 17,
          fr: 'Cercle d’articles sans fin (« b.md », « a.md »), attendu : une fin dans l’un d’eux',
          en: 'Unexpected circle of articles (`b.md`, `a.md`), expected an end in one of them',
        },
      ],
    },
  ],
};

// headings-are-unique: no two sections below the same heading bear the same name.
import { quote } from '../../model/quote.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** A heading that is still open, with the headings directly below it: text → line of the first. */
interface OpenHeading {
  readonly depth: number;
  readonly below: Map<string, number>;
}

export const headingsAreUnique: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Deux sections de même nom se confondent dans le sommaire, la recherche et les liens : l’agent choisit la mauvaise une fois sur deux.',
    en: 'Two sections of the same name look alike in the table of contents, in search and in a link to one of them: an agent picks the wrong one half of the time.',
  },
  *check({ markdown }) {
    const open: OpenHeading[] = [{ depth: 0, below: new Map() }];
    for (const { depth, text, slug: _, ...place } of markdown?.headings ?? []) {
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
      const siblings = open.at(-1)?.below;
      const name = text.trim().replace(/\s+/g, ' ').toLowerCase();
      const first = siblings?.get(name);
      if (name !== '' && first !== undefined) {
        const shown = quote(text);
        yield {
          ...place,
          message: {
            fr: `Titre « ${shown} » répété, déjà à la ligne ${first}, attendu : un autre titre`,
            en: `Unexpected second heading \`${shown}\`, first at line ${first}, expected another one`,
          },
        };
      } else siblings?.set(name, place.line);
      open.push({ depth, below: new Map() });
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '## Colibri Express\n\n### Délais\n\nTrois jours.\n\n## Rapidonde\n\n### Délais\n\nCinq jours.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '## Délais\n\nTrois jours en France.\n\n## Exceptions\n\nAucune.\n\n## Délais\n\nCinq jours en Corse.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 17,
          column: 1,
          fr: 'Titre « Délais » répété, déjà à la ligne 9, attendu : un autre titre',
          en: 'Unexpected second heading `Délais`, first at line 9, expected another one',
        },
      ],
    },
  ],
};

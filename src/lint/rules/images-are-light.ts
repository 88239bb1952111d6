// images-are-light: no picture weighs or measures more than the team allows itself.
import { resolveLink } from '../../content/resolve-link.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';

/** What is too heavy or too large about the picture at `path`; undefined where nothing is, or nothing is known. */
function judgeWeight(path: string, { media, base }: RuleContext): Wording | undefined {
  const facts = media.get(path);
  if (!facts) return undefined;
  const { maxKilobytes, maxPixels } = base.config.images;
  const kilobytes = Math.ceil(facts.bytes / 1000);
  // The units of a drawing are no pixels: it is drawn at any size from the same few numbers.
  const pixels = /\.svg$/i.test(path) ? 0 : Math.max(facts.width ?? 0, facts.height ?? 0);
  const found = [
    ...(kilobytes > maxKilobytes ? [{ fr: `${kilobytes} ko`, en: `${kilobytes} kB` }] : []),
    ...(pixels > maxPixels ? [{ fr: `${pixels} pixels`, en: `${pixels} pixels` }] : []),
  ];
  if (found.length === 0) return undefined;
  return {
    fr: `Image de ${found.map(({ fr }) => fr).join(' et ')} inattendue, attendu : ${maxKilobytes} ko et ${maxPixels} pixels au plus`,
    en: `Unexpected picture of ${found.map(({ en }) => en).join(' and ')}, expected at most ${maxKilobytes} kB and ${maxPixels} pixels`,
  };
}

export const imagesAreLight: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Une photo sortie d’un téléphone fait attendre la page sur un mauvais réseau, client en ligne, et alourdit la copie que les équipes transportent sur une clé.',
    en: 'A photo straight from a phone keeps an agent on a poor link waiting for the page, with the customer on the line, and swells the copy that teams carry on a stick.',
  },
  *check(document, context) {
    if (context.media.size === 0) return;
    const seen = new Set<string>();
    for (const { url, text: _, ...place } of document.markdown?.images ?? []) {
      const target = resolveLink(url, document, context.base);
      if (target.kind !== 'asset' || seen.has(target.path)) continue;
      seen.add(target.path);
      const message = judgeWeight(target.path, context);
      if (message) yield { ...place, message };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '![Étiquette du colis](etiquette.svg)\n\n![Colis ouvert](images/colis%20ouvert.jpg)\n',
        ),
        'content/etiquette.svg': '',
        'content/images/colis ouvert.jpg': '',
      },
      media: {
        'content/etiquette.svg': { bytes: 4_000, width: 9000, height: 9000 },
        'content/images/colis ouvert.jpg': { bytes: 500_000, width: 1200, height: 2500 },
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '![Colis ouvert](colis.jpg)\n\nPuis, de plus près : ![Colis, le dessous](dessous.jpg)\n',
        ),
        'content/colis.jpg': '',
        'content/dessous.jpg': '',
      },
      media: {
        'content/colis.jpg': { bytes: 6_240_100, width: 3024, height: 4032 },
        'content/dessous.jpg': { bytes: 700_000 },
      },
      config: 'images: { max_kilobytes: 600 }\n',
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Image de 6241 ko et 4032 pixels inattendue, attendu : 600 ko et 2500 pixels au plus',
          en: 'Unexpected picture of 6241 kB and 4032 pixels, expected at most 600 kB and 2500 pixels',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 22,
          fr: 'Image de 700 ko inattendue, attendu : 600 ko et 2500 pixels au plus',
          en: 'Unexpected picture of 700 kB, expected at most 600 kB and 2500 pixels',
        },
      ],
    },
  ],
};

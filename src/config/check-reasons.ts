// What no schema of a single reason sees: two reasons that are called the same.
import { foldKeyword } from '../model/keyword.ts';
import { quote } from '../model/quote.ts';
import { anyLanguage } from '../model/reasons.ts';
import type { Wording } from '../model/wording.ts';
import type { WrittenReasons } from './reasons-schema.ts';

/** A mistake in the reasons; `path` leads to it from the field `reasons`. */
export interface ReasonFault {
  readonly path: readonly (string | number)[];
  readonly wording: Wording;
}

interface WrittenKeyword {
  readonly reason: string;
  readonly lang: string;
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/** The first mistake in `reasons`, undefined where there is none. Pure. */
export function findReasonFault(reasons: WrittenReasons): ReasonFault | undefined {
  return findSharedKeyword(reasons);
}

/** Every keyword in the order of the configuration, with where it stands. */
function listKeywords(reasons: WrittenReasons): WrittenKeyword[] {
  return Object.entries(reasons).flatMap(([reason, { keywords = [] }]) => {
    if (Array.isArray(keywords))
      return keywords.map((text, index) => ({
        reason,
        lang: anyLanguage,
        text,
        path: [reason, 'keywords', index],
      }));
    return Object.entries(keywords).flatMap(([lang, list]) =>
      list.map((text, index) => ({ reason, lang, text, path: [reason, 'keywords', lang, index] })),
    );
  });
}

/** A keyword that leads to two reasons, or stands twice in one, leaves the agent to guess or says nothing. */
function findSharedKeyword(reasons: WrittenReasons): ReasonFault | undefined {
  const claims = new Map<string, WrittenKeyword[]>();
  for (const keyword of listKeywords(reasons)) {
    const folded = foldKeyword(keyword.text);
    const earlier = claims.get(folded) ?? [];
    const other = earlier.find(
      ({ lang }) => lang === keyword.lang || lang === anyLanguage || keyword.lang === anyLanguage,
    );
    if (other) {
      const shown = quote(keyword.text, 30);
      const [first, second] = [quote(other.reason, 40), quote(keyword.reason, 40)];
      return {
        path: keyword.path,
        wording: {
          fr: `Mot-clé « ${shown} » de « ${second} », déjà celui de « ${first} », attendu : un seul motif, une seule fois`,
          en: `Unexpected keyword \`${shown}\` of \`${second}\`, also of \`${first}\`, expected one reason, once`,
        },
      };
    }
    claims.set(folded, [...earlier, keyword]);
  }
  return undefined;
}

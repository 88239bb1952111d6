// What no schema of a single reason sees: a tree that is none, and two reasons that are called the same.
import { foldKeyword } from '../model/keyword.ts';
import { quote } from '../model/quote.ts';
import { anyLanguage, deepestReason } from '../model/reasons.ts';
import type { Wording } from '../model/wording.ts';
import type { WrittenReasons } from './reasons-schema.ts';
import { didYouMean } from './schema-issue.ts';

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
  return findTreeFault(reasons) ?? findSharedKeyword(reasons);
}

/** A parent that does not exist, a circle, or a reason that is too deep. */
function findTreeFault(reasons: WrittenReasons): ReasonFault | undefined {
  const known = new Map(Object.entries(reasons).map(([key, { parent }]) => [key, parent]));
  for (const [reason, parent] of known) {
    if (parent === undefined) continue;
    const path = [reason, 'parent'];
    if (!known.has(parent)) return { path, wording: tellUnknown(parent, [...known.keys()]) };
    const way = [reason];
    for (let above: string | undefined = parent; above !== undefined; above = known.get(above)) {
      way.unshift(above);
      if (above === reason) return { path, wording: tellCircle(way) };
      // A circle further up is told where it is.
      if (way.length > known.size) break;
      if (way.length > deepestReason && known.get(above) === undefined)
        return { path, wording: tellDepth(way) };
    }
  }
  return undefined;
}

function tellUnknown(parent: string, known: readonly string[]): Wording {
  const hint = didYouMean(parent, known);
  const shown = quote(parent, 40);
  return {
    fr: `Motif parent inconnu « ${shown} »${hint.fr || ', attendu : la clé d’un autre motif'}`,
    en: `Unknown parent \`${shown}\`${hint.en || ', expected the key of another reason'}`,
  };
}

function tellCircle(way: readonly string[]): Wording {
  const shown = quote(way.join(' › '), 60);
  return {
    fr: `Motifs en boucle : « ${shown} », attendu : des motifs qui remontent à un motif sans « parent »`,
    en: `Unexpected circle of reasons \`${shown}\`, expected each to lead up to one without \`parent\``,
  };
}

function tellDepth(way: readonly string[]): Wording {
  const shown = quote(way.join(' › '), 60);
  return {
    fr: `Motif au niveau ${way.length} (« ${shown} »), attendu : ${deepestReason} niveaux au plus`,
    en: `Unexpected reason on level ${way.length} (\`${shown}\`), expected ${deepestReason} levels at most`,
  };
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

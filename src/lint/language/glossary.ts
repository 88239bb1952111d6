// The team's glossary as one expression per language: where an article uses a word that the team gave up.
import type { GlossaryTerm } from '../../model/config.ts';

/** A word that the team gave up, where an article uses it. */
export interface TermUse {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** The word to use, with the capital that the found one begins with. */
  readonly prefer: string;
  /** What the found one may be replaced by without a look at the sentence; undefined where a person has to. */
  readonly replacement: string | undefined;
}

export interface Glossary {
  /** The uses of given-up words in `text`, none of them inside a preferred word. */
  readonly find: (text: string) => TermUse[];
}

interface Avoided {
  readonly prefer: string;
  readonly avoid: string;
}

/** `term` as an expression: any space, hyphen and apostrophe of the same kind, and an s or x after the last letter of its words. */
function pattern(term: string): string {
  const escaped = term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const plural = escaped.replace(/(?<=\p{L})(?=\s|$)/gu, '[sx]?');
  return plural
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
    .replace(/[-‐‑](?!\])/g, '[-‐‑]');
}

/** A word goes on before, or after: a letter, a figure, or a part with a hyphen. An apostrophe before is an elision (« l’e-mail »). */
const goesOnBefore = /(?:[\p{L}\p{M}\p{N}_\uFFFC]|[\p{L}\p{N}][-‐‑])$/u;
const goesOnAfter = /^(?:[\p{L}\p{M}\p{N}_\uFFFC]|[-‐‑][\p{L}\p{N}])/u;

/** What of `words` stands in `text` as whole words. Their borders are looked at here, as a look behind every letter would take longest. */
function* findWhole(
  words: RegExp,
  text: string,
): Iterable<{ readonly word: string; readonly start: number }> {
  words.lastIndex = 0;
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const isWhole =
      !goesOnBefore.test(text.slice(Math.max(0, start - 3), start)) &&
      !goesOnAfter.test(text.slice(end, end + 3));
    if (isWhole) yield { word: match[0], start };
    else words.lastIndex = start + 1;
  }
}

const longestFirst = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);

/** The key under which spellings of a word are the same: case, kind of space, hyphen and apostrophe apart. */
function spelling(term: string): string {
  return term.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[‐‑]/g, '-').replace(/’/g, "'");
}

/** The key under which a word and its plural are the same. */
const singular = (term: string): string => spelling(term).replace(/[sx](?=\s|$)/g, '');

/** The letters of a term, without accents, case, spaces, hyphens and apostrophes. */
function letters(term: string): string {
  return term
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function capitalLike(found: string, avoid: string, prefer: string): string {
  const raised = /^\p{Lu}/u.test(found) && /^\p{Ll}/u.test(avoid);
  return raised ? prefer.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : prefer;
}

/**
 * Only another spelling of the same word is replaced (« e-mail » → « email »). Any other word may have another gender, number,
 * first sound or meaning in its sentence: « un ticket » would become « un demande », "a request" "a order", « l’e-mail » « l’courriel ».
 */
function replacementFor(found: string, avoid: string, prefer: string): string | undefined {
  const expected = capitalLike(found, avoid, avoid);
  const exact = found === expected && letters(avoid) === letters(prefer);
  return exact && /^[\p{L}\p{N}’ -]+$/u.test(prefer) ? capitalLike(found, avoid, prefer) : undefined;
}

/** The glossary of the articles in `lang` (a language code); undefined where it has no word for them. */
export function compileGlossary(terms: readonly GlossaryTerm[], lang: string): Glossary | undefined {
  const fitting = terms.filter(
    (term) => term.lang === undefined || lang === term.lang || lang.startsWith(`${term.lang}-`),
  );
  const avoided = new Map<string, Avoided>();
  for (const { prefer, avoid } of fitting) {
    for (const word of avoid.map((written) => written.trim())) {
      if (word === '' || word === prefer.trim()) continue;
      const term = { prefer: prefer.trim(), avoid: word };
      avoided.set(spelling(word), term);
      if (!avoided.has(singular(word))) avoided.set(singular(word), term);
    }
  }
  if (avoided.size === 0) return undefined;
  const words = [...new Set([...avoided.values()].map(({ avoid }) => avoid))].sort(longestFirst);
  const uses = new RegExp(words.map(pattern).join('|'), 'gi');
  const preferred = [...new Set(fitting.map(({ prefer }) => prefer.trim()))].sort(longestFirst);
  const kept = new RegExp(preferred.map(pattern).join('|'), 'gi');
  return {
    find(text) {
      const found = [...findWhole(uses, text)];
      if (found.length === 0) return [];
      const safe = [...findWhole(kept, text)].map(({ word, start }) => ({ start, end: start + word.length }));
      return found.flatMap(({ word, start }) => {
        const end = start + word.length;
        const isPart = safe.some(
          (span) => span.start <= start && end <= span.end && span.end - span.start > end - start,
        );
        const term = avoided.get(spelling(word)) ?? avoided.get(singular(word));
        if (isPart || !term) return [];
        const prefer = capitalLike(word, term.avoid, term.prefer);
        if (word.startsWith(prefer) && singular(word) === singular(prefer)) return [];
        return [
          { start, end, found: word, prefer, replacement: replacementFor(word, term.avoid, term.prefer) },
        ];
      });
    },
  };
}

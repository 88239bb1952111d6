// Finds what a diagram may not hold, because content is written by many hands: settings, scripts, addresses elsewhere.
import { quote } from '../model/quote.ts';
import type { Wording } from '../model/wording.ts';
import { blankLabels } from './blank-labels.ts';
import { frontMatter, normaliseNewlines } from './map-lines.ts';

/** A construct that is refused, with its line in the diagram's source (from 1). */
export interface Forbidden {
  readonly line: number;
  readonly message: Wording;
}

/** Mermaid's own limit (`maxTextSize`), in UTF-16 code units. */
const maxLength = 50_000;

/**
 * What Mermaid takes seconds or minutes for, though no writer needs it: its expressions go back over a run of white space once per
 * character of it, over a line once per pair of them and over a `style` line once per three; its grammars slow down with every line.
 */
const slowTexts = [/\s{500}/, /^.{2000}/m, /^(?=.*(?:style|classDef)).{500}/im, /^(?:.*\n){1500}/];

/** The first construct of `code` that is refused whatever the parser would say, or undefined. */
export function findForbidden(code: string): Forbidden | undefined {
  if (code.length > maxLength) return { line: 1, message: tooLong(code.length) };
  const text = normaliseNewlines(code);
  return findSlowText(text) ?? findDirective(text) ?? findSettings(text) ?? findClick(text);
}

/** The first `img` or `icon` of a node's `@{ … }` block from `id` on: pictures from elsewhere. For nodes that Mermaid read as such. */
export function forbiddenImage(code: string, id: string): Forbidden {
  const text = normaliseNewlines(code);
  const block = Math.max(text.indexOf(`${id}@{`), 0);
  const key = /["']?\b(?:img|icon)\b["']?\s*:/.exec(text.slice(block));
  return {
    line: lineAt(text, block + (key?.index ?? 0)),
    message: {
      fr: `Image ou icône inattendue dans le nœud « ${quote(id, 20)} » : un texte est attendu. Écrivez ce que l’image montre.`,
      en: `Unexpected image or icon in node "${quote(id, 20)}", expected text. Write what the picture shows.`,
    },
  };
}

function findSlowText(text: string): Forbidden | undefined {
  const match = slowTexts.map((slow) => slow.exec(text)).find((found) => found !== null);
  if (!match) return undefined;
  return {
    line: lineAt(text, match.index),
    message: {
      fr: 'Logigramme trop long : ligne de 2 000 signes (500 pour un style), 500 espaces de suite ou 1 500 lignes.',
      en: 'Unexpected line of 2,000 characters (500 for a style), run of 500 spaces, or 1,500 lines in a diagram. Shorten it.',
    },
  };
}

function findDirective(text: string): Forbidden | undefined {
  const at = text.indexOf('%%{');
  if (at < 0) return undefined;
  return {
    line: lineAt(text, at),
    message: {
      fr: 'Directive `%%{…}%%` inattendue : l’apparence des logigrammes est celle du site. Retirez cette ligne.',
      en: 'Unexpected `%%{…}%%` directive, expected none: flowcharts look as the site decides. Remove this line.',
    },
  };
}

/** Front matter may hold the diagram's title and nothing else: a `config` could lift the renderer's limits. */
function findSettings(text: string): Forbidden | undefined {
  const match = frontMatter.exec(text);
  if (match === null) return undefined;
  const lines = match[0].split('\n');
  const index = lines.findIndex((line) => !/^\s*(?:-{3}\s*|title:(?!\s*[&*!|>{[]).*)?$/.test(line));
  if (index < 0) return undefined;
  return {
    line: index + 1,
    message: {
      fr: 'Réglage inattendu dans l’en-tête du logigramme : seul `title` y est admis. Retirez cette ligne.',
      en: 'Unexpected setting in the diagram’s front matter, expected `title` alone. Remove this line.',
    },
  };
}

function findClick(text: string): Forbidden | undefined {
  for (const click of blankLabels(text).matchAll(/(?<=^|[\n;])[^\S\n]*click[^\S\n]+[^\n;]*/g)) {
    const statement = text.slice(click.index, click.index + click[0].length).trim();
    if (isLocalLink(statement)) continue;
    const line = lineAt(text, click.index + click[0].search(/\S/));
    return {
      line,
      message: {
        fr: 'Instruction `click` inattendue : seul un lien vers un article est admis, comme `click a href "id:…"`.',
        en: 'Unexpected `click` statement, expected at most a link to an article, such as `click a href "id:…"`.',
      },
    };
  }
  return undefined;
}

/** `click node "address"` or `click node href "address"`, with an article's id, or an address that names no scheme and no other host. */
function isLocalLink(statement: string): boolean {
  const address = /^click\s+[^\s"]+\s+(?:href\s+)?"([^"]*)"/.exec(statement)?.[1];
  return address !== undefined && /^(?!\s*\/\/)(?:id:)?[\p{L}\p{N}._~/?=&%#@+-]*$/u.test(address);
}

function tooLong(length: number): Wording {
  return {
    fr: `Logigramme inattendu de ${length} caractères : ${maxLength} au plus. Découpez-le en plusieurs.`,
    en: `Unexpected diagram of ${length} characters, expected ${maxLength} at most. Cut it into several.`,
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

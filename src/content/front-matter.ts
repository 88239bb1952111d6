// Splits a file into front matter and body, safely: only an exact `---` opener, only our own YAML, nothing evaluated.
import { createRequire } from 'node:module';
import type matter from 'gray-matter';
import { parseYaml, readPlainYaml, type YamlSource } from '../config/yaml-source.ts';
import type { ReadProblem } from './document.ts';

const require = createRequire(import.meta.url);

export interface SplitFile {
  readonly yaml: YamlSource | undefined;
  readonly body: string;
  /** Line of the file on which `body` begins. */
  readonly bodyLine: number;
  readonly problems: readonly ReadProblem[];
}

function refuse(): never {
  throw new Error('Only YAML front matter is read');
}

function problem(line: number, fr: string, en: string): ReadProblem {
  return { line, column: 1, wording: { fr, en } };
}

const expectedFr = 'attendu : « --- » seul sur la première ligne';
const expectedEn = 'expected `---` alone on the first line';

/** What stands where the opener should be, when it is not exactly `---`. */
function checkOpener(text: string): ReadProblem | undefined {
  const opener = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (opener === '---') return undefined;
  if (text.trim() === '') {
    return problem(
      1,
      'Fichier vide, attendu : un en-tête entre deux lignes « --- »',
      'Unexpected empty file, expected front matter between two `---` lines',
    );
  }
  if (opener.startsWith('---')) {
    const found = opener.slice(0, 40);
    return problem(
      1,
      `Ouverture d’en-tête inattendue « ${found} », ${expectedFr}`,
      `Unexpected front matter opener \`${found}\`, ${expectedEn}`,
    );
  }
  if (/^\s*(\r?\n)+---\r?\n/.test(text)) {
    return problem(
      1,
      `Ligne vide inattendue avant l’en-tête, ${expectedFr}`,
      `Unexpected blank line before the front matter, ${expectedEn}`,
    );
  }
  return problem(1, `En-tête absent, ${expectedFr}`, `Missing front matter, ${expectedEn}`);
}

/** Loads gray-matter when it is first needed: plain front matter is read without it, and it takes as long to load as 500 articles to read. */
const loadMatter = () => require('gray-matter') as typeof matter;

/** The YAML of `keys`, what stands between the two `---` lines. */
function readWithMatter(keys: string): YamlSource {
  let yaml: YamlSource | undefined;
  // Options on every call: without them gray-matter caches results and shares them between files.
  // The opener is ours: after another one, as `---` and a lone carriage return, it would look for the name of a language.
  loadMatter()(`---\n${keys}\n---`, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: (source) => {
          yaml = parseYaml(source.replace(/^\r?\n/, '').replace(/\r$/, ''), 2);
          return {};
        },
        stringify: refuse,
      },
      json: refuse,
      javascript: refuse,
    },
  });
  return yaml ?? parseYaml('', 2);
}

/** Where front matter ends and the body begins, as offsets in a text. */
interface Cut {
  /** End of the keys: where the closing line, or the line end before it, begins. */
  readonly keysEnd: number;
  /** End of the closing line, without its line end. */
  readonly headerEnd: number;
}

/** Finds the closing `---` of a text that begins with `---`; undefined where there is none. */
function findCloser(text: string): Cut | undefined {
  // The usual form, found without an expression: line feeds alone, nothing after the dashes.
  const keysEnd = text.indexOf('\n---', 3);
  if (keysEnd === -1) return undefined;
  const headerEnd = keysEnd + 4;
  if (text[headerEnd] === '\n' && text[keysEnd - 1] !== '\r') return { keysEnd, headerEnd };
  const closer = /\r?\n---[ \t]*(?=\r?\n|$)/.exec(text.slice(3));
  return closer ? { keysEnd: 3 + closer.index, headerEnd: 3 + closer.index + closer[0].length } : undefined;
}

/** Length of the line end at `at`: 0 where there is none. */
function lineEndAt(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Splits `text`; a file whose front matter is not acceptable keeps its whole text as body and says why. */
export function splitFrontMatter(text: string): SplitFile {
  const openerProblem = text.startsWith('---\n') ? undefined : checkOpener(text);
  if (openerProblem) return { yaml: undefined, body: text, bodyLine: 1, problems: [openerProblem] };

  const closer = findCloser(text);
  if (!closer) {
    const unclosed = problem(
      1,
      'En-tête jamais refermé, attendu : une ligne « --- » après les clés',
      'Unclosed front matter, expected a `---` line after the keys',
    );
    return { yaml: undefined, body: text, bodyLine: 1, problems: [unclosed] };
  }
  const { keysEnd, headerEnd } = closer;
  const inner = text.slice(3 + lineEndAt(text, 3), keysEnd);
  const yaml = readPlainYaml(inner, 2) ?? readWithMatter(inner);
  const bodyStart = headerEnd + lineEndAt(text, headerEnd);
  return {
    yaml,
    body: text.slice(bodyStart),
    bodyLine: countLines(text, bodyStart),
    problems: yaml.problems,
  };
}

// The part of a CODEOWNERS file that `kb` keeps, between two marks; the rest is the team's.
import { uiLanguages, type Wording } from '../model/wording.ts';
import type { CodeownersLine } from './plan-codeowners.ts';

/** A CODEOWNERS file, and how the base lies in its repository. */
export interface CodeownersFile {
  /** Path from the base's root, with `/`; it begins with `../` where the base is a folder of the repository. */
  readonly path: string;
  readonly text: string;
  /** The base's folder in the repository: `''`, or a path that ends in `/`. */
  readonly prefix: string;
}

/** A line with its number in the file, from 1. */
export interface PlacedLine extends CodeownersLine {
  readonly number: number;
}

export interface CodeownersBlock {
  readonly kind: 'whole';
  /** Offsets in the text: the first mark's first character, and the end of the last mark's line, without its line end. */
  readonly start: number;
  readonly end: number;
  /** Number of the line of the last mark. */
  readonly lastLine: number;
  /** The lines between the marks that are no comments. */
  readonly lines: readonly PlacedLine[];
}

/** Marks that are not one begin and, after it, one end. */
export interface BrokenBlock {
  readonly kind: 'broken';
  /** Number of the line of the mark that is wrong. */
  readonly line: number;
}

interface TextLine {
  readonly text: string;
  readonly number: number;
  readonly offset: number;
}

/** The marks around the block. Two bases of one repository have a block each. */
function marksOf(prefix: string): { readonly begin: string; readonly end: string } {
  const name = prefix === '' ? '' : ` ${prefix.replace(/\p{Cc}/gu, '?')}`;
  return { begin: `# kb:begin${name}`, end: `# kb:end${name}` };
}

/** The lines of `text` without their line ends and the spaces before them. */
function splitLines(text: string): TextLine[] {
  let offset = 0;
  return text.split('\n').map((line, index) => {
    const found = { text: line.trimEnd(), number: index + 1, offset };
    offset += line.length + 1;
    return found;
  });
}

function parseLine({ text, number }: TextLine): PlacedLine[] {
  const [, pattern, owners = ''] = /^\s*((?:\\.|[^\s\\])+)(?:\s+(.*))?$/.exec(text) ?? [];
  return pattern === undefined || pattern.startsWith('#') ? [] : [{ pattern, owners, number }];
}

/** The block of the base at `prefix` in `text`, a CODEOWNERS file; undefined where it has none. */
export function findBlock({
  text,
  prefix,
}: Pick<CodeownersFile, 'text' | 'prefix'>): CodeownersBlock | BrokenBlock | undefined {
  const { begin, end } = marksOf(prefix);
  const lines = splitLines(text);
  const [first, last, extra] = lines.filter((line) => line.text === begin || line.text === end);
  if (!first) return undefined;
  if (first.text !== begin || !last) return { kind: 'broken', line: first.number };
  if (last.text !== end) return { kind: 'broken', line: last.number };
  if (extra) return { kind: 'broken', line: extra.number };
  return {
    kind: 'whole',
    start: first.offset,
    end: last.offset + last.text.length,
    lastLine: last.number,
    lines: lines.slice(first.number, last.number - 1).flatMap(parseLine),
  };
}

const comment: Wording = {
  fr: '# Qui relit quel article, d’après kb.config.yaml. Ne modifiez pas ces lignes : lancez « kb init --codeowners ».',
  en: '# Who reviews which article, by kb.config.yaml. Do not edit these lines: run `kb init --codeowners`.',
};

/** A section's heading, which only GitLab has: all that follows belongs to the section. */
const sectionHeading = /^\^?\[/m;

/**
 * The text of `file` with `lines` as the base's block; everything else stays as it is, to the byte.
 *
 * A block that is there stays where it is. A new one comes last, since of the lines that match the last one counts, but before
 * GitLab's sections. `lang` is the language of its comment. Undefined where the marks are broken.
 */
export function placeBlock(
  file: Pick<CodeownersFile, 'text' | 'prefix'>,
  lines: readonly CodeownersLine[],
  lang: string,
): string | undefined {
  const { text, prefix } = file;
  const found = findBlock(file);
  if (found?.kind === 'broken') return undefined;
  const { begin, end } = marksOf(prefix);
  const words = comment[uiLanguages.find((known) => known === lang.split('-')[0]) ?? 'en'];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = lines.map(({ pattern, owners }) => `${pattern} ${owners}`);
  const block = [begin, words, ...written, end].join(lineEnd);
  if (found) return text.slice(0, found.start) + block + text.slice(found.end);
  const section = sectionHeading.exec(text)?.index;
  if (section !== undefined) return text.slice(0, section) + block + lineEnd.repeat(2) + text.slice(section);
  if (text === '') return block + lineEnd;
  return text + lineEnd.repeat(text.endsWith('\n') ? 1 : 2) + block + lineEnd;
}

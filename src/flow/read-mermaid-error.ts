// Turns what Mermaid's parsers raise into one line that a writer can act on, with its place in the source.
import type { Wording } from '../model/wording.ts';
import { mapLines, normaliseNewlines } from './map-lines.ts';

/** Where and why a diagram does not parse; line and column count from 1 within the source. */
export interface DiagramError {
  readonly line: number;
  readonly column?: number | undefined;
  readonly message: Wording;
}

/** What Jison's parsers (most diagrams) attach to an error. */
interface JisonHash {
  readonly text: string;
  readonly token: string | number | null;
  readonly loc?: { first_line: number; last_line: number; last_column: number };
  readonly expected?: readonly string[];
}

/** What Langium's parsers (pie, gitGraph and other newer diagrams) attach to an error. */
interface LangiumResult {
  readonly lexerErrors: readonly { line?: number; column?: number; message: string }[];
  readonly parserErrors: readonly { token: { image: string; startLine?: number; startColumn?: number } }[];
}

/** An error as Mermaid counts: lines and columns from 1, in the text that it parses. */
interface Reading {
  readonly line: number;
  readonly column?: number | undefined;
  /** Builds the message once the text before the error is known. */
  readonly message: (before: string) => Wording;
}

const endOfText = 1;
/** Two excerpts and a hint have to fit on a line of 120 columns. */
const longestExcerpt = 20;

/** Reads anything that Mermaid raised on `code`; never raises itself. */
export function readMermaidError(error: unknown, code: string): DiagramError {
  const reading = read(error, code);
  const lines = mapLines(code);
  const place = lines[Math.min(reading.line, lines.length) - 1];
  const written = normaliseNewlines(code).trimEnd().split('\n');
  const line = Math.max(1, Math.min(place?.line ?? 1, written.length));
  const column = place?.verbatim && line === place.line ? reading.column : undefined;
  if (column === undefined) return { line, message: reading.message('') };
  const before = excerpt((written[line - 1] ?? '').slice(0, column - 1), 'end');
  return { line, column, message: reading.message(before) };
}

function read(error: unknown, code: string): Reading {
  if (!(error instanceof Error)) return { line: 1, message: () => quote(String(error)) };
  if (error.name === 'UnknownDiagramError') return { line: 1, message: () => unknownDiagram(code) };
  if ('hash' in error && error.hash) return readJison(error.message, error.hash as JisonHash);
  if ('result' in error && error.result) return readLangium(error.message, error.result as LangiumResult);
  return { line: lineOfShape(error.message, code), message: () => quote(error.message) };
}

function readJison(text: string, hash: JisonHash): Reading {
  const atEnd = hash.token === endOfText;
  const counted = Number(/on line (\d+)/.exec(text)?.[1] ?? 1);
  // At the end of the text, the last thing that was begun (a label, say) tells more than the end itself.
  const line = atEnd ? (hash.loc?.first_line ?? counted) : counted;
  const column = !atEnd && hash.loc?.last_line === line ? hash.loc.last_column + 1 : undefined;
  return { line, column, message: (before) => unexpected(atEnd ? undefined : hash.text, before, hint(hash)) };
}

function readLangium(text: string, result: LangiumResult): Reading {
  const lexer = result.lexerErrors[0];
  if (lexer) return { line: lexer.line ?? 1, column: lexer.column, message: () => quote(lexer.message) };
  const token = result.parserErrors[0]?.token;
  if (token === undefined) return { line: 1, message: () => quote(text) };
  // The end of the text has no place: its line is NaN.
  const line = token.startLine || Number.POSITIVE_INFINITY;
  if (line === Number.POSITIVE_INFINITY) return { line, message: () => unexpected(undefined, '') };
  return { line, column: token.startColumn, message: (before) => unexpected(token.image, before) };
}

/** What to do about the two mistakes that writers make most, told by what the grammar would have accepted. */
function hint({ token, expected }: JisonHash): Wording | undefined {
  if (expected?.includes("'TEXT'") && expected.includes("'SQE'")) {
    return {
      fr: 'Libellé mal fermé, ou signe réservé à Mermaid : écrivez `["…"]`.',
      en: 'Unclosed label, or a sign that Mermaid keeps: write `["…"]`.',
    };
  }
  if (token !== 'end') return undefined;
  return {
    fr: '`end` est un mot de Mermaid : donnez un autre identifiant au nœud.',
    en: '`end` is a word of Mermaid: give the node another id.',
  };
}

/** `got` is undefined at the end of the diagram. */
function unexpected(got: string | undefined, before: string, advice?: Wording): Wording {
  const sign = got === undefined ? '' : excerpt(got, 'start');
  const fr =
    got === undefined
      ? 'Fin du logigramme inattendue'
      : sign === ''
        ? 'Fin de ligne inattendue'
        : `Texte inattendu : \`${sign}\``;
  const en =
    got === undefined
      ? 'Unexpected end of the diagram'
      : sign === ''
        ? 'Unexpected end of the line'
        : `Unexpected \`${sign}\``;
  return {
    fr: `${fr}${before && ` après \`${before}\``}.${advice ? ` ${advice.fr}` : ''}`,
    en: `${en}${before && ` after \`${before}\``}.${advice ? ` ${advice.en}` : ''}`,
  };
}

function unknownDiagram(code: string): Wording {
  const first = excerpt(code.trimStart().split(/[\r\n]/)[0] ?? '', 'start');
  return {
    fr: `Début de logigramme inattendu${first && ` : \`${first}\``}, attendu : une première ligne comme \`flowchart TD\`.`,
    en: `Unexpected start of a diagram${first && ` \`${first}\``}, expected a first line such as \`flowchart TD\`.`,
  };
}

/** Mermaid's own words, which are English, for both languages. */
function quote(message: string): Wording {
  const line = excerpt(message.split('\n')[0] ?? '', 'start', 108);
  return { fr: `Mermaid : ${line}`, en: `Mermaid: ${line}` };
}

/** An error about `@{ … }` tells no line: it is where the shape that it names stands, else at the first such block. */
function lineOfShape(message: string, code: string): number {
  const shape = /^No such shape: (.+?)\.?$/.exec(message)?.[1] ?? '';
  const text = normaliseNewlines(code);
  const index = mapLines(code).findIndex(({ line }) => {
    const content = text.split('\n')[line - 1] ?? '';
    return content.includes('@{') && content.includes(shape);
  });
  return index + 1 || 1;
}

/** One line of at most `longest` characters, control and direction-changing characters stripped, cut at the far side. */
function excerpt(text: string, keep: 'start' | 'end', longest = longestExcerpt): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('`', '’')
    .trim();
  if (line.length <= longest) return line;
  return keep === 'start' ? `${line.slice(0, longest)}…` : `…${line.slice(-longest)}`;
}

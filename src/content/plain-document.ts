// The bytes of one file → Document, by the short way that nearly every article can take: plain front matter, fields as they should be,
// nothing included. The text is decoded when somebody asks for it, which a report does of few articles.
import { isUtf8 } from 'node:buffer';
import type { Root } from 'mdast';
import { readPlainYaml, type YamlSource } from '../config/yaml-source.ts';
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Place } from '../model/finding.ts';
import { Problem } from '../model/problem.ts';
import { noVariables, type Variables } from '../model/variable.ts';
import { type BodyReader, createBodyReader } from './body-reader.ts';
import { buildArticle } from './build-article.ts';
import { type ByteText, sliceBytes, toByteText } from './byte-text.ts';
import { computeBytesDigest } from './digest.ts';
import type { Document, Markdown } from './document.ts';
import { type Included, nothingIncluded } from './fragments.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { dropEmpty, isRecord } from './parse-document.ts';
import { readPlainFields } from './plain-fields.ts';
import { readBytes } from './read-text.ts';

const opener = '---\n';
const closer = '\n---\n';

/** Line of the file on which the front matter begins. */
const firstHeaderLine = 2;

/** The front matter as data; undefined where it is no map. */
function readData(yaml: YamlSource): Document['data'] {
  const data = dropEmpty(yaml.data);
  return isRecord(data) ? data : undefined;
}

/** What is known of a file before its text is wanted. */
interface PlainFile {
  readonly path: string;
  /** UTF-8, the document's own. */
  readonly bytes: Buffer;
  /** The front matter between its `---` lines. */
  readonly header: string;
  readonly article: Article;
  /** The file on the disk, where the text is to be forgotten. */
  readonly file: string | undefined;
}

class PlainDocument implements Document {
  readonly path: string;
  readonly problems: Document['problems'] = [];
  readonly issues: Document['issues'] = [];
  readonly included: Included = nothingIncluded;
  readonly variables: Variables = noVariables;
  readonly article: Article;
  readonly #parse: ParseMarkdown;
  readonly #header: string;
  /** Where the text is read again once it was forgotten; undefined where it is kept. */
  readonly #file: string | undefined;
  /** The bytes until the text is asked for or forgotten, then the text where it was asked for. */
  #content: Buffer | string | undefined;
  #body: string | undefined;
  #yaml: YamlSource | undefined;
  #reader: BodyReader | undefined;

  constructor({ path, bytes, header, article, file }: PlainFile, parse: ParseMarkdown) {
    this.#file = file;
    this.path = path;
    this.article = article;
    this.#parse = parse;
    this.#header = header;
    this.#content = bytes;
  }

  /** The front matter, read again when somebody asks for it: what an article says of itself is in `article`. */
  get #frontMatter(): YamlSource {
    this.#yaml ??= readPlainYaml(this.#header, firstHeaderLine);
    return this.#yaml as YamlSource;
  }

  get data(): Document['data'] {
    return readData(this.#frontMatter);
  }

  /** Where the body begins in the text. */
  get #bodyStart(): number {
    return opener.length + this.#header.length + closer.length;
  }

  get #startInBytes(): number {
    return opener.length + Buffer.byteLength(this.#header) + closer.length;
  }

  /** The file's bytes, read again where they were forgotten. Raises a `Problem` where the disk has something else by now. */
  #bytes(): Buffer {
    if (this.#content instanceof Buffer) return this.#content;
    const read = readBytes(this.#file ?? '');
    const start = this.#startInBytes;
    const isSame =
      read.ok &&
      read.bytes.toString('utf8', opener.length, start - closer.length) === this.#header &&
      computeBytesDigest(this.article, read.bytes, start) === this.article.digest;
    if (isSame) return read.bytes;
    throw new Problem(
      {
        fr: 'Fichier modifié pendant sa lecture ; relancez la commande',
        en: 'The file changed while it was read; run the command again',
      },
      this.path,
    );
  }

  get text(): string {
    if (typeof this.#content !== 'string') this.#content = this.#bytes().toString('utf8');
    return this.#content;
  }

  readonly forget = (): void => {
    if (this.#file !== undefined && typeof this.#content !== 'string') this.#content = undefined;
  };

  get body(): string {
    this.#body ??= this.text.slice(this.#bodyStart);
    return this.#body;
  }

  // Callers take these out of the document, so that each has to know it.
  readonly peekBody = (): string => {
    if (typeof this.#content === 'string') return this.body;
    return this.#bytes().toString('utf8', this.#startInBytes);
  };

  readonly peekBytes = (): ByteText => {
    if (typeof this.#content === 'string') return toByteText(this.body);
    return sliceBytes(this.#bytes(), this.#startInBytes);
  };

  readonly fieldPlace = (field: string, index?: number): Place =>
    this.#frontMatter.placeOf(index === undefined ? [field] : [field, index]);

  readonly parseBody = (): Root => this.#bodyReader.parseBody();

  readonly parseReading = (): Root => this.#bodyReader.parseReading();

  get #bodyReader(): BodyReader {
    const { path, body, included, variables } = this;
    const { lang } = this.article;
    const lineShift = this.text.slice(0, this.#bodyStart).split('\n').length - 1;
    this.#reader ??= createBodyReader({ path, body, lineShift, included, variables, lang }, this.#parse);
    return this.#reader;
  }

  get markdown(): Markdown {
    return this.#bodyReader.markdown();
  }
}

/**
 * What `parseDocument` makes of the file at `path` that holds `bytes`; undefined where that is not certainly an article with
 * nothing to say against it, no fragment in it and no place for a value. The bytes are copied, unless the document is to
 * `forget` them before they change: then it reads them again from `file`, where it has to.
 */
export function readPlainDocument(
  path: string,
  bytes: Buffer,
  config: Config,
  parse: ParseMarkdown,
  file?: string,
): Document | undefined {
  const end = bytes.indexOf('\n---', opener.length - 1);
  if (end < opener.length || bytes.toString('latin1', 0, opener.length) !== opener) return undefined;
  const bodyStart = end + closer.length;
  if (bytes.toString('latin1', end, bodyStart) !== closer || !isUtf8(bytes)) return undefined;
  if (bytes.includes('::include{', bodyStart) || bytes.includes('{{', bodyStart)) return undefined;

  const header = bytes.toString('utf8', opener.length, end);
  const yaml = readPlainYaml(header, firstHeaderLine);
  const fields = yaml && readPlainFields(readData(yaml));
  if (!fields) return undefined;

  const article = buildArticle(path, fields, config);
  const digest = computeBytesDigest(article, bytes, bodyStart);
  if (digest === undefined) return undefined;
  // `bytes` may be a part of something that is used again.
  const own = file === undefined ? Buffer.from(bytes) : bytes;
  return new PlainDocument(
    { path, file, bytes: own, header, article: Object.assign(article, { digest }) },
    parse,
  );
}

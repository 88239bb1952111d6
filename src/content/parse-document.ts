// The text of one file → Document: front matter, Markdown and, when both are sound, the article.
import { describeIssues, type SchemaIssue } from '../config/schema-issue.ts';
import type { PlaceOf } from '../config/yaml-source.ts';
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import { noVariables, type Variables } from '../model/variable.ts';
import {
  type ArticleFields,
  articleExpectations,
  articleSchema,
  knownArticleKeys,
} from './article-schema.ts';
import { type BodyReader, createBodyReader } from './body-reader.ts';
import { buildArticle } from './build-article.ts';
import { type ByteText, toByteText } from './byte-text.ts';
import { computeDigest } from './digest.ts';
import type { Document, Markdown, ReadProblem } from './document.ts';
import { collectIncluded, type Fragments, type Included, noFragments } from './fragments.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { readPlainFields } from './plain-fields.ts';
import { collectUsedVariables } from './used-variables.ts';

/** Empty fields (`expires:`) mean that the field is absent, as they do in a template that a writer has not filled in. */
export function dropEmpty(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data ?? {};
  if (!Object.values(data).includes(null)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A document for a file whose text could not be had at all. */
export function unreadableDocument(path: string, problem: ReadProblem): Document {
  return {
    path,
    text: '',
    body: '',
    peekBody: () => '',
    peekBytes: () => toByteText(''),
    problems: [problem],
    issues: [],
    data: undefined,
    fieldPlace: () => ({ line: 1, column: 1 }),
    included: noFragments,
    variables: noVariables,
    parseBody: () => ({ type: 'root', children: [] }),
    parseReading: () => ({ type: 'root', children: [] }),
    markdown: undefined,
    article: undefined,
  };
}

/** A document whose body is parsed when `markdown` is first asked for; a class for the reason that `DocumentParts` has one. */
class ParsedDocument implements Document {
  readonly path: string;
  readonly text: string;
  readonly body: string;
  readonly problems: Document['problems'];
  readonly issues: Document['issues'];
  readonly data: Document['data'];
  readonly fieldPlace: Document['fieldPlace'];
  readonly article: Document['article'];
  readonly included: Document['included'];
  readonly variables: Document['variables'];
  readonly parseBody: Document['parseBody'];
  readonly parseReading: Document['parseReading'];
  readonly #reader: BodyReader;

  constructor(
    fields: Omit<Document, 'markdown' | 'parseBody' | 'parseReading' | 'peekBody' | 'peekBytes'>,
    reader: BodyReader,
  ) {
    this.path = fields.path;
    this.text = fields.text;
    this.body = fields.body;
    this.problems = fields.problems;
    this.issues = fields.issues;
    this.data = fields.data;
    this.fieldPlace = fields.fieldPlace;
    this.article = fields.article;
    this.included = fields.included;
    this.variables = fields.variables;
    this.parseBody = reader.parseBody;
    this.parseReading = reader.parseReading;
    this.#reader = reader;
  }

  get markdown(): Markdown {
    return this.#reader.markdown();
  }

  readonly peekBody = (): string => this.body;

  readonly peekBytes = (): ByteText => toByteText(this.body);
}

/** What articles share: the texts that they include and the values that they show. A knowledge base is one. */
export interface SharedTexts {
  readonly fragments: Fragments;
  readonly variables: Variables;
}

export const nothingShared: SharedTexts = { fragments: noFragments, variables: noVariables };

/** Parses `text`, the content of the file at `path` (from the root, with `/`), in a base whose articles share `shared`. */
export function parseDocument(
  path: string,
  text: string,
  config: Config,
  parse: ParseMarkdown,
  shared: SharedTexts,
): Document {
  const { yaml, body, bodyLine, problems } = splitFrontMatter(text);
  const included = collectIncluded(body, shared.fragments);
  const variables = collectUsedVariables(body, included, shared.variables);
  const readerIn = (lang: string): BodyReader =>
    createBodyReader({ path, body, lineShift: bodyLine - 1, included, variables, lang }, parse);
  const base = { path, text, body, problems, included, variables };
  if (!yaml || yaml.problems.length > 0) {
    const fieldPlace: Document['fieldPlace'] = () => ({ line: 1, column: 1 });
    return new ParsedDocument(
      { ...base, issues: [], data: undefined, fieldPlace, article: undefined },
      readerIn(config.lang),
    );
  }
  const fieldPlace: Document['fieldPlace'] = (field, index) =>
    yaml.placeOf(index === undefined ? [field] : [field, index]);
  const data = dropEmpty(yaml.data);
  const { article, issues } = readArticle(base, data, config, yaml.placeOf);
  return new ParsedDocument(
    { ...base, issues, data: isRecord(data) ? data : undefined, fieldPlace, article },
    readerIn(article?.lang ?? config.lang),
  );
}

/** The fragment whose file at `path` holds `text`, as checks look at it: a document without front matter, and no article. */
function parseFragment(
  path: string,
  text: string,
  { lang }: Pick<Config, 'lang'>,
  parse: ParseMarkdown,
  shared: SharedTexts,
): Document {
  const included = collectIncluded(text, shared.fragments);
  const variables = collectUsedVariables(text, included, shared.variables);
  const source = { path, body: text, lineShift: 0, included, variables, lang };
  return new ParsedDocument(
    {
      path,
      text,
      body: text,
      problems: [],
      issues: [],
      data: undefined,
      fieldPlace: () => ({ line: 1, column: 1 }),
      included,
      variables,
      article: undefined,
    },
    createBodyReader(source, parse),
  );
}

/** Every fragment of `shared` that can be read, in the order of paths. */
export function parseFragments(config: Config, parse: ParseMarkdown, shared: SharedTexts): Document[] {
  return [...shared.fragments.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, content }) =>
      content.ok ? [parseFragment(path, content.text, config, parse, shared)] : [],
    );
}

/** What front matter says, as far as it stands, and what is wrong with it. */
function readFields(
  data: unknown,
  placeOf: PlaceOf,
): { readonly fields: ArticleFields | undefined; readonly issues: readonly SchemaIssue[] } {
  const plain = readPlainFields(data);
  if (plain) return { fields: plain, issues: [] };
  const strict = articleSchema.safeParse(data);
  if (strict.success) return { fields: strict.data, issues: [] };
  const issues = describeIssues(strict.error, data, placeOf, articleExpectations, knownArticleKeys);
  // A key that nobody knows is worth an error, yet what the other keys say still stands.
  return { fields: articleSchema.strip().safeParse(data).data, issues };
}

function readArticle(
  {
    path,
    body,
    included,
    variables,
  }: {
    readonly path: string;
    readonly body: string;
    readonly included: Included;
    readonly variables: Variables;
  },
  data: unknown,
  config: Config,
  placeOf: PlaceOf,
): { readonly article: Article | undefined; readonly issues: readonly SchemaIssue[] } {
  const { fields, issues } = readFields(data, placeOf);
  if (!fields) return { article: undefined, issues };

  const article = buildArticle(path, fields, config);
  return { article: { ...article, digest: computeDigest(article, body, included, variables) }, issues };
}

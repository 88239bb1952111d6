// The text of one file → Document: front matter, Markdown and, when both are sound, the article.
import { posix } from 'node:path';
import { describeIssues, type SchemaIssue } from '../config/schema-issue.ts';
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import { articleExpectations, articleSchema, knownArticleKeys } from './article-schema.ts';
import { createBodyReader } from './body-reader.ts';
import { computeDigest } from './digest.ts';
import type { Document, ReadProblem } from './document.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { ParseMarkdown } from './markdown-parser.ts';

/** Folders between the content folder and the file, outermost first. */
function categoryOf(path: string, contentFolder: string): string[] {
  const folder = posix.dirname(path).slice(contentFolder.length + 1);
  return folder === '' ? [] : folder.split('/');
}

/** Empty fields (`expires:`) mean that the field is absent, as they do in a template that a writer has not filled in. */
function dropEmpty(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data ?? {};
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A document for a file whose text could not be had at all. */
export function unreadableDocument(path: string, problem: ReadProblem): Document {
  return {
    path,
    text: '',
    body: '',
    problems: [problem],
    issues: [],
    data: undefined,
    fieldPlace: () => ({ line: 1, column: 1 }),
    parseBody: () => ({ type: 'root', children: [] }),
    markdown: undefined,
    article: undefined,
  };
}

/** Parses `text`, the content of the file at `path` (from the root, with `/`). */
export function parseDocument(path: string, text: string, config: Config, parse: ParseMarkdown): Document {
  const split = splitFrontMatter(text);
  const { parseBody, markdown } = createBodyReader(split.body, split.bodyLine - 1, parse);
  const { yaml } = split;
  const base = { path, text, body: split.body, problems: split.problems, parseBody };
  if (!yaml || yaml.problems.length > 0) {
    return {
      ...base,
      get markdown() {
        return markdown();
      },
      issues: [],
      data: undefined,
      fieldPlace: () => ({ line: 1, column: 1 }),
      article: undefined,
    };
  }
  const fieldPlace: Document['fieldPlace'] = (field, index) =>
    yaml.placeOf(index === undefined ? [field] : [field, index]);
  const data = dropEmpty(yaml.data);
  const { article, issues } = readArticle(path, split.body, data, config, yaml.placeOf);
  return {
    ...base,
    get markdown() {
      return markdown();
    },
    issues,
    data: isRecord(data) ? data : undefined,
    fieldPlace,
    article,
  };
}

function readArticle(
  path: string,
  body: string,
  data: unknown,
  config: Config,
  placeOf: Parameters<typeof describeIssues>[2],
): { readonly article: Article | undefined; readonly issues: readonly SchemaIssue[] } {
  const strict = articleSchema.safeParse(data);
  const issues = strict.success
    ? []
    : describeIssues(strict.error, data, placeOf, articleExpectations, knownArticleKeys);
  // A key that nobody knows is worth an error, yet what the other keys say still stands.
  const lenient = strict.success ? strict : articleSchema.strip().safeParse(data);
  if (!lenient.success) return { article: undefined, issues };

  const { replaced_by, ...fields } = lenient.data;
  const audience = fields.audience ?? config.audiences.slice(0, 1);
  const digested = { ...fields, audience };
  const article: Article = {
    ...digested,
    path,
    category: categoryOf(path, config.content),
    lang: fields.lang ?? config.lang,
    replacedBy: replaced_by,
    digest: computeDigest(digested, body),
  };
  return { article, issues };
}

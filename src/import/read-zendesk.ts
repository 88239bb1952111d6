// Articles of a Zendesk help centre, as its API gives them (developer.zendesk.com, Help Center API: articles, sections, categories), → pages.

import path from 'node:path';
import * as z from 'zod';
import { decodeText } from '../content/read-text.ts';
import { Problem } from '../model/problem.ts';
import { parseHtmlPage } from './html-page.ts';
import { readSourceFile } from './read-source-file.ts';
import type { Remark, Source, SourcePage } from './source-page.ts';

/** Largest file, in bytes (256 MiB): some 20,000 articles. */
const largestFile = 256 * 1_048_576;

const id = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
const text = z.string().nullish();

const article = z.object({
  id,
  title: z.string().nullish(),
  body: text,
  locale: text,
  section_id: id.nullish(),
  draft: z.boolean().nullish(),
  label_names: z.array(z.string()).nullish(),
});
const section = z.object({ id, name: z.string(), category_id: id.nullish() });
const category = z.object({ id, name: z.string() });
const envelope = z.object({
  articles: z.array(z.unknown()),
  sections: z.array(section).default([]),
  categories: z.array(category).default([]),
});

type Article = z.output<typeof article>;
type Envelope = z.output<typeof envelope>;

function unexpected(place: string): Problem {
  return new Problem(
    {
      fr: 'Contenu inattendu, attendu : la réponse de l’API du centre d’aide, { "articles": [ … ] }',
      en: 'Unexpected content, expected an answer of the Help Center API, { "articles": [ … ] }',
    },
    place,
  );
}

function parseEnvelope(json: string, place: string): Envelope {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw unexpected(place);
  }
  const result = envelope.safeParse(data);
  if (!result.success) throw unexpected(place);
  return result.data;
}

/** The names of an article's category and section, as far as they are known. */
function foldersOf({ section_id }: Article, { sections, categories }: Envelope): string[] {
  const found = sections.find((each) => each.id === section_id);
  if (!found) return [];
  const above = categories.find((each) => each.id === found.category_id);
  return [...(above ? [above.name] : []), found.name];
}

/** By what links name an article: its number, which its translations share, and its language. */
function keyOfArticle(number: string, locale: string | null | undefined): string {
  return `zendesk:${number}:${(locale ?? '').toLowerCase()}`;
}

function readArticle(raw: Article, whole: Envelope, place: string): SourcePage | undefined {
  const page = parseHtmlPage(raw.body ?? '');
  const title = raw.title?.trim();
  if (!page || !title) return undefined;
  return {
    ...page,
    title,
    lang: raw.locale ?? undefined,
    draft: raw.draft ?? false,
    tags: raw.label_names ?? [],
    folder: foldersOf(raw, whole),
    place: `${place} › ${raw.id}`,
    key: keyOfArticle(raw.id, raw.locale),
    group: raw.id,
    aliases: [],
  };
}

/** Lines of the body are no lines of the file: a place within would mislead. */
function withoutLines(page: SourcePage): SourcePage {
  return { ...page, remarks: page.remarks.map(({ line, ...remark }) => remark) };
}

/** Reads the file at `file`, as typed in `cwd`. Raises a `Problem` where it can't be read or is no answer of the API. */
export async function readZendesk(file: string, cwd: string): Promise<Source> {
  const decoded = decodeText(await readSourceFile(path.resolve(cwd, file), file, largestFile));
  if (!decoded.ok) throw new Problem(decoded.problem.wording, `${file}:${decoded.problem.line}`);
  const whole = parseEnvelope(decoded.text, file);
  const pages = new Map<string, SourcePage>();
  const remarks: Remark[] = [];
  for (const [index, raw] of whole.articles.entries()) {
    const result = article.safeParse(raw);
    const page = result.success ? readArticle(result.data, whole, file) : undefined;
    if (!page || pages.has(page.key)) remarks.push({ code: 'page-unreadable', detail: `articles[${index}]` });
    else pages.set(page.key, withoutLines(page));
  }
  const keyOf = (address: string, page: SourcePage) => {
    const number = /(?:^|\/)hc\/(?:[\w-]+\/)?articles\/(\d+)/i.exec(address)?.[1];
    if (number === undefined) return undefined;
    // Within the same language where there is one: an address names the language of whoever copied it.
    const own = keyOfArticle(number, page.lang);
    return pages.has(own) ? own : [...pages.keys()].find((key) => key.startsWith(`zendesk:${number}:`));
  };
  return { pages: [...pages.values()], keyOf, readAsset: async () => undefined, remarks };
}

// The articles that an export becomes, with an account of each: what it held, what the article holds, what was lost or guessed.
import { posix } from 'node:path';
import type { Root } from 'mdast';
import { idFromTitle } from '../authoring/id-from-title.ts';
import { proposeId } from '../authoring/plan-names.ts';
import { type NewArticlePlan, planNewArticle } from '../authoring/plan-new-article.ts';
import type { TakenNames } from '../authoring/taken-names.ts';
import { collectMarkdown } from '../content/collect-markdown.ts';
import { countKeptWords, type KeptWords } from '../content/count-kept-words.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import type { Config } from '../model/config.ts';
import type { IsoDate, Period } from '../model/iso-date.ts';
import { countMarkdown } from './count-elements.ts';
import { headingsOf, levelHeadings, takeTitle } from './place-headings.ts';
import { cleanTitle, guessSummary, guessType, writeFields } from './propose-fields.ts';
import { type LinkFacts, type PagePlace, rewriteLinks } from './rewrite-links.ts';
import {
  addChanges,
  type ElementCounts,
  elementKinds,
  type Remark,
  type Source,
  type SourcePage,
} from './source-page.ts';
import type { AssetFate, TakenAsset } from './take-assets.ts';
import { writeMarkdown } from './write-markdown.ts';

/** What became of one page. */
export interface ImportedPage {
  readonly place: string;
  /** Path from the knowledge base's root, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly lang: string;
  readonly source: ElementCounts;
  readonly result: ElementCounts;
  readonly words: KeptWords;
  readonly remarks: readonly Remark[];
}

export interface ArticlesPlan {
  readonly pages: readonly ImportedPage[];
  /** Files below the import's folder, with `/`. */
  readonly files: readonly { readonly path: string; readonly text: string | Uint8Array }[];
  /** What belongs to no page. */
  readonly remarks: readonly Remark[];
}

export interface ImportFacts {
  readonly config: Config;
  readonly today: IsoDate;
  readonly taken: TakenNames;
  readonly assets: ReadonlyMap<string, AssetFate>;
  readonly parse: ParseMarkdown;
  readonly owner: string;
  /** The import's folder below the content folder. */
  readonly folder: string;
  readonly expires?: IsoDate | undefined;
  readonly validFor?: Period | undefined;
}

/** A page with its place, before its links are known. */
interface PlacedPage extends PagePlace {
  readonly page: SourcePage;
  readonly plan: NewArticlePlan;
  readonly remarks: readonly Remark[];
}

/** The names given so far. */
interface Names {
  /** `<lang>/<id>` → path. */
  readonly ids: Map<string, string>;
  /** What translations of one page have in common → their id. */
  readonly groups: Map<string, string>;
}

function languageOf(page: SourcePage, { languages, lang }: Config): string {
  const asked = page.lang?.toLowerCase().replaceAll('_', '-');
  const known = languages.find((each) => each.toLowerCase() === asked || each === asked?.split('-')[0]);
  return known ?? lang;
}

/** Anchors of the source's headings → those of the article. `tree` has its last headings. */
function mapAnchors(tree: Root): Map<string, string> {
  const slugs = collectMarkdown(tree, 0).headings.map(({ slug }) => slug);
  return new Map(
    headingsOf(tree).flatMap((heading, index) =>
      (heading.data?.anchors ?? []).map((anchor) => [anchor, slugs[index] ?? ''] as const),
    ),
  );
}

function placePage(page: SourcePage, facts: ImportFacts, names: Names): PlacedPage {
  const { config, today, folder, expires, validFor } = facts;
  const stem = posix.basename(page.key).replace(/\.\w+$/, '');
  const titled = takeTitle(page.tree, page.title, stem);
  const title = cleanTitle(titled.title);
  const lang = languageOf(page, config);
  const taken = { ids: names.ids, paths: facts.taken.paths };
  const shared = page.group === undefined ? undefined : names.groups.get(page.group);
  const id =
    shared !== undefined && !names.ids.has(`${lang}/${shared}`) ? shared : proposeId(title, lang, taken);
  if (page.group !== undefined && shared === undefined) names.groups.set(page.group, id);
  const type = guessType(title, page.tree);
  const folders = [
    folder,
    lang === config.lang ? '' : lang,
    ...page.folder.map((name) => idFromTitle(name, config.lang) || 'section'),
  ];
  const request = { type, title, id, language: lang, folder: posix.join(...folders), expires, validFor };
  const plan = planNewArticle(request, { config, today, taken });
  names.ids.set(`${lang}/${id}`, plan.path);
  const cut = title.endsWith('…') && !titled.title.trim().endsWith('…');
  const remarks: Remark[] = [
    ...titled.remarks,
    ...(cut ? [{ code: 'title-cut', detail: titled.title } as const] : []),
    ...(page.lang !== undefined && !page.lang.toLowerCase().startsWith(lang.toLowerCase())
      ? [{ code: 'language', detail: page.lang } as const]
      : []),
    ...(id === shared || id === (idFromTitle(title, lang) || 'article')
      ? []
      : [{ code: 'id-numbered', detail: id } as const]),
    ...levelHeadings(page.tree),
    { code: 'type', detail: type },
  ];
  const path = posix.relative(posix.join(config.content, folder), plan.path);
  return { page, plan, path, remarks, anchors: mapAnchors(page.tree) };
}

/** Tells of what no remark explains, so that nothing is lost in silence. */
function tellGaps(
  page: SourcePage,
  result: ElementCounts,
  words: KeptWords,
  remarks: readonly Remark[],
): Remark[] {
  const expected = addChanges(page.counts, remarks);
  const gaps = elementKinds.flatMap((kind): Remark[] => {
    const change = result[kind] - expected[kind];
    return change === 0
      ? []
      : [
          {
            code: 'unexplained',
            detail: `${kind} ${change > 0 ? '+' : ''}${change}`,
            change: { [kind]: change },
          },
        ];
  });
  const lost = words.kept === null ? '?' : String(words.total - words.kept);
  return lost === '0' ? gaps : [...gaps, { code: 'words-lost', detail: lost }];
}

function writePage(placed: PlacedPage, links: LinkFacts, { owner, parse }: ImportFacts) {
  const { page, plan, remarks: before } = placed;
  const linked = rewriteLinks(page.tree, page, placed, links);
  const summary = guessSummary(page.tree, plan.lang);
  const fields = { ...plan, owner, summary, tags: page.tags ?? [], draft: page.draft ?? false };
  const body = writeMarkdown(page.tree);
  // The article is read back as any other is: what counts is what the base will make of it.
  const { counts: result, text } = countMarkdown(parse(body));
  const words = countKeptWords(page.text, `${plan.title}\n${text}`);
  const guessed: Remark[] = summary === undefined ? [] : [{ code: 'summary', detail: summary }];
  const known = [...page.remarks, ...before, ...linked, ...guessed];
  const remarks = [...known, ...tellGaps(page, result, words, known)];
  const { path, id, title, type, lang } = plan;
  const account: ImportedPage = {
    place: page.place,
    path,
    id,
    title,
    type,
    lang,
    source: page.counts,
    result,
    words,
    remarks,
  };
  return { account, file: { path: placed.path, text: `${writeFields(fields)}\n${body}` } };
}

/** Plans the articles of `source`, whose trees are edited on the way. Pure otherwise. */
export function planArticles(source: Source, facts: ImportFacts): ArticlesPlan {
  const names: Names = { ids: new Map(facts.taken.ids), groups: new Map() };
  const { config } = facts;
  // The base's own language comes first: translations take the id that it gives.
  const [own, foreign] = [true, false].map((wanted) =>
    source.pages.filter((page) => (languageOf(page, config) === config.lang) === wanted),
  );
  const placed = [...(own ?? []), ...(foreign ?? [])].map((page) => placePage(page, facts, names));
  const places = new Map<string, PagePlace>(
    placed.flatMap((place) =>
      [place.page.key, ...(place.page.aliases ?? [])].map((key) => [key, place] as const),
    ),
  );
  const links: LinkFacts = { source, places, assets: facts.assets };
  const written = placed.map((page) => writePage(page, links, facts));
  const taken = [...facts.assets.values()].filter((fate): fate is TakenAsset => typeof fate === 'object');
  return {
    pages: written.map(({ account }) => account),
    files: [...written.map(({ file }) => file), ...taken.map(({ path, bytes }) => ({ path, text: bytes }))],
    remarks: source.remarks,
  };
}

// What an assistant may ask of a base: to search, to read, to see its shape and its state, to check a draft. Nothing here writes.
import { flowchartsOf } from '../content/document.ts';
import {
  type ArticleDocument,
  findArticle,
  type KnowledgeBase,
  replaceDocuments,
} from '../content/knowledge-base.ts';
import { loadMarkdownParser, type ParserName } from '../content/markdown-parser.ts';
import { parseDocument } from '../content/parse-document.ts';
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { type OutlineStep, outlineFlow } from '../flow/outline.ts';
import { parseDiagram } from '../flow/parse-flow.ts';
import { lintKnowledgeBase } from '../lint/lint.ts';
import { readDiagrams } from '../lint/read-diagrams.ts';
import { readMedia } from '../lint/read-surroundings.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { articleText } from '../publish/article-text.ts';
import { openSiteSearch } from '../publish/query-index.ts';
import { sayValueChanges } from '../publish/say-value-changes.ts';
import { selectArticles } from '../publish/select-articles.ts';
import { checkSiteAudience } from '../publish/site-marker.ts';
import { buildReport, tallyStates } from '../report/report.ts';
import { type StateTerms, type ToldState, tellState, writeState } from './tell-state.ts';

export interface Assistance {
  readonly root: string;
  /** Folder of the built site, whose index is searched. */
  readonly site: string;
  readonly audience: string;
  readonly parser?: ParserName | undefined;
  readonly today: () => IsoDate;
}

/** What a tool answers: text for a model, and the same as data. */
export interface Answer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Theirs extends StateTerms {
  readonly articles: ReadonlySet<ArticleDocument>;
}

/** The base as its files are now, and what the audience may read of it on this day. */
async function openTheirs({ root, parser, audience, today }: Assistance): Promise<Theirs> {
  const base = await readKnowledgeBase(root, { parser, audience });
  const articles = new Set(selectArticles(base, audience, false).published);
  return { base, articles, audience, today: today() };
}

function findTheirs({ base, articles }: Theirs, id: string, lang: string | undefined): ArticleDocument {
  const document = findArticle(base, id, lang ?? base.config.lang);
  if (document && articles.has(document)) return document;
  throw new Problem({
    fr: `Aucun article « ${id.slice(0, 80)} » pour ce public`,
    en: `No article \`${id.slice(0, 80)}\` for this audience`,
  });
}

export interface SearchRequest {
  readonly query: string;
  readonly lang?: string | undefined;
  readonly limit?: number | undefined;
  readonly include_obsolete?: boolean | undefined;
}

/** What the site's own search finds, each with its state of today; of what is obsolete no word of its text. */
export async function searchArticles(
  { query, lang, limit = 5, include_obsolete: obsolete = false }: SearchRequest,
  assistance: Assistance,
): Promise<Answer> {
  await checkSiteAudience(assistance.site, assistance.audience);
  const theirs = await openTheirs(assistance);
  const spoken = lang ?? theirs.base.config.lang;
  const engine = await openSiteSearch(assistance.site, spoken);
  const { hits } = await engine.search(query);
  const found: { readonly state: ToldState; readonly excerpt: string | null }[] = [];
  for (const hit of hits) {
    const { url, excerptHtml } = hit;
    const id = /^[^/]+\/([^/]+)\.html$/.exec(url)?.[1] ?? '';
    const document = findArticle(theirs.base, id, spoken);
    if (!document || !theirs.articles.has(document)) continue;
    const state = tellState(document, theirs);
    const isObsolete =
      state.validity === 'expired' || state.trust === 'archived' || /^REPLACED/.test(state.warning ?? '');
    if (isObsolete && !obsolete) continue;
    const excerpt = plainExcerpt(excerptHtml);
    // The index has the values of the day on which the site was built.
    const changes = sayValueChanges(hit, excerpt, theirs.today, 'en');
    found.push({ state, excerpt: isObsolete ? null : [excerpt, ...changes].join('\n') });
    if (found.length >= limit) break;
  }
  const text = found.map(({ state, excerpt }) =>
    [writeState(state), ...(excerpt ? [excerpt] : [])].join('\n'),
  );
  return {
    text: text.length > 0 ? text.join('\n\n') : 'Nothing found.',
    data: { query, results: found.map(({ state, excerpt }) => ({ ...state, excerpt })) },
  };
}

/** An excerpt without its marks; character references as characters. */
function plainExcerpt(html: string): string {
  const signs: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    amp: '&',
    '#39': '’',
    '#x27': '’',
  };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp|#39|#x27);/g, (_, name: string) => signs[name] ?? '');
}

export interface ArticleRequest {
  readonly id: string;
  readonly lang?: string | undefined;
}

/** An article by its id, in whatever state it is: that stands first. */
export async function readArticle(
  { id, lang, section }: ArticleRequest & { readonly section?: string | undefined },
  assistance: Assistance,
): Promise<Answer> {
  const theirs = await openTheirs(assistance);
  const document = findTheirs(theirs, id, lang);
  const state = tellState(document, theirs);
  const { parse } = await loadMarkdownParser(assistance.parser);
  const text = articleText(document, { ...theirs, parse }, section);
  if (text === undefined)
    throw new Problem({
      fr: `Aucune section « ${section?.slice(0, 80)} », attendu : une ancre de l’outil outline`,
      en: `No section \`${section?.slice(0, 80)}\`, expected an anchor that the tool outline gives`,
    });
  return {
    text: `${writeState(state)}\n\n${text}`,
    data: { ...state, section: section ?? null, markdown: text },
  };
}

/** An article's headings, and its flowcharts as numbered steps. */
export async function outlineArticle({ id, lang }: ArticleRequest, assistance: Assistance): Promise<Answer> {
  const theirs = await openTheirs(assistance);
  const document = findTheirs(theirs, id, lang);
  const state = tellState(document, theirs);
  const headings = (document.markdown?.headings ?? []).map(({ depth, text, slug }) => ({
    depth,
    text,
    slug,
  }));
  const flows: (readonly OutlineStep[])[] = [];
  for (const { code } of flowchartsOf(document)) {
    const parsed = await parseDiagram(code);
    if (parsed.ok && parsed.flow) flows.push(outlineFlow(parsed.flow));
  }
  const lines = [
    writeState(state),
    '',
    ...headings.map(({ depth, text, slug }) => `${'#'.repeat(depth)} ${text} (${slug})`),
    ...flows.flatMap((steps, index) => ['', `Flowchart ${index + 1}:`, ...writeSteps(steps, '')]),
  ];
  return { text: lines.join('\n'), data: { ...state, headings, flowcharts: flows } };
}

function writeSteps(steps: readonly OutlineStep[], indent: string): string[] {
  return steps.flatMap(({ number, text, kind, answers, see }) => [
    `${indent}${number}. ${text}${kind === 'question' ? '' : ` [${kind}]`}${see === undefined ? '' : ` → step ${see}`}`,
    ...answers.flatMap((way) => [
      `${indent}   - ${way.answer}${way.see === undefined ? '' : ` → step ${way.see}`}`,
      ...writeSteps(way.items, `${indent}     `),
    ]),
  ]);
}

/** How many articles are in which state, and what to update first. */
export async function reportBase(
  { owner, limit = 10 }: { readonly owner?: string | undefined; readonly limit?: number | undefined },
  assistance: Assistance,
): Promise<Answer> {
  const { base, articles } = await openTheirs(assistance);
  const report = buildReport(base, { today: assistance.today(), lastChanged: new Map(), owner });
  const paths = new Set([...articles].map(({ path }) => path));
  const first = report.articles
    .filter(({ score, path }) => score > 0 && paths.has(path))
    .slice(0, limit)
    .map(({ id, lang, title, owner: team, validity, trust, expires, why, priority }) => {
      const facts = { id, lang, title, owner: team, validity, trust, expires };
      return { ...facts, why: why.en, priority };
    });
  const { today } = report;
  const { total, validity, trust } = tallyStates(report.articles.filter(({ path }) => paths.has(path)));
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ');
  const text = [
    `${total} articles on ${today}. Validity: ${counted(validity)}. Trust: ${counted(trust)}.`,
    ...first.map(({ priority, lang, id, title, why }) => `${priority}. ${title} [${lang}/${id}]: ${why}`),
  ];
  return { text: text.join('\n'), data: { today, total, validity, trust, articles: first } };
}

export interface LintRequest {
  readonly id?: string | undefined;
  readonly lang?: string | undefined;
  readonly draft?: string | undefined;
  readonly path?: string | undefined;
}

/** The findings on an article, or on `draft`, a whole file that is not in the base yet or is to take the place of one. */
export async function lintArticle(
  { id, lang, draft, path }: LintRequest,
  assistance: Assistance,
): Promise<Answer> {
  const theirs = await openTheirs(assistance);
  const named = id === undefined ? undefined : findTheirs(theirs, id, lang);
  const { base, file } = await draftInto(theirs.base, { draft, path: path ?? named?.path }, assistance);
  const only = new Set([file]);
  const [diagrams, media] = await Promise.all([readDiagrams(base, only), readMedia(base, only)]);
  const findings = lintKnowledgeBase(base, { today: assistance.today(), diagrams, media, only })
    .filter((finding) => finding.path === file)
    .map(({ line, column, severity, rule, message }) => ({
      line,
      column,
      severity,
      rule,
      message: message.en,
    }));
  const text = findings.map(
    ({ line, column, severity, rule, message }) => `${line}:${column} ${severity} ${message} (${rule})`,
  );
  const document = base.byPath.get(file);
  const state = named && draft === undefined ? tellState(named, theirs) : null;
  return {
    text: [...(state ? [writeState(state)] : []), ...(text.length > 0 ? text : ['No findings.'])].join('\n'),
    data: { path: file, isArticle: document?.article !== undefined, findings, ...(state ? { state } : {}) },
  };
}

async function draftInto(
  base: KnowledgeBase,
  { draft, path }: { readonly draft: string | undefined; readonly path: string | undefined },
  { parser }: Assistance,
): Promise<{ readonly base: KnowledgeBase; readonly file: string }> {
  const file = path ?? `${base.config.content}/draft.md`;
  const inside =
    file.startsWith(`${base.config.content}/`) && file.endsWith('.md') && !file.split('/').includes('..');
  if (!inside || (draft === undefined && !base.byPath.has(file)))
    throw new Problem({
      fr: `Attendu : un id, ou draft avec un path comme ${base.config.content}/brouillon.md`,
      en: `Expected an id, or draft with a path such as ${base.config.content}/draft.md`,
    });
  if (draft === undefined) return { base, file };
  const { parse } = await loadMarkdownParser(parser);
  return {
    base: replaceDocuments(base, [parseDocument(file, draft, base.config, parse, base)]),
    file,
  };
}

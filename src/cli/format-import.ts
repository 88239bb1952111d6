// What an import made, lost and guessed: for a terminal, as JSON, as Markdown to keep beside the articles.
import { createColors } from 'picocolors';
import type { ArticlesPlan, ImportedPage } from '../import/plan-articles.ts';
import { type RemarkCode, remarkWords } from '../import/remark-words.ts';
import { type ElementKind, elementKinds, type Remark } from '../import/source-page.ts';
import { columnsOf, wrapText } from '../lint/formats/wrap-text.ts';
import { capAt } from '../model/capped.ts';
import { printable } from '../model/printable.ts';
import { quote } from '../model/quote.ts';
import type { UiLanguage, Wording } from '../model/wording.ts';
import { countNoun } from '../report/explain-priority.ts';
import { escapeMarkdown } from '../report/formats/markdown-text.ts';

export interface ImportFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  readonly width: number;
  /** The import's folder from the root of the base. */
  readonly folder: string;
  readonly dryRun: boolean;
}

/** Pages and remarks that a terminal shows; the files of `--report` and `--format json` have all. */
const mostShown = { pages: 40, details: 3 };

const kindWords: Readonly<Record<ElementKind, Wording>> = {
  heading: { fr: 'titres', en: 'headings' },
  list: { fr: 'listes', en: 'lists' },
  table: { fr: 'tableaux', en: 'tables' },
  link: { fr: 'liens', en: 'links' },
  image: { fr: 'images', en: 'images' },
};

const articleNoun = { fr: ['article', 'articles'], en: ['article', 'articles'] } as const;
const halves = {
  loss: { fr: 'Perdu', en: 'Lost' },
  guess: { fr: 'Deviné, à vérifier', en: 'Guessed, to be checked' },
} as const satisfies Readonly<Record<'loss' | 'guess', Wording>>;

interface RemarkGroup {
  readonly code: RemarkCode;
  readonly count: number;
  /** Where and what, in short: `12: width` */
  readonly details: readonly string[];
}

function groupRemarks(remarks: readonly Remark[], kind: 'loss' | 'guess'): RemarkGroup[] {
  const groups = new Map<RemarkCode, Remark[]>();
  for (const remark of remarks) {
    if (remarkWords[remark.code].kind === kind)
      groups.set(remark.code, [...(groups.get(remark.code) ?? []), remark]);
  }
  return [...groups].map(([code, each]) => ({
    code,
    count: each.length,
    details: each.flatMap(({ line, detail }) => {
      const parts = [
        ...(line === undefined ? [] : [String(line)]),
        ...(detail === undefined ? [] : [quote(detail, 60)]),
      ];
      return parts.length === 0 ? [] : [parts.join(': ')];
    }),
  }));
}

/** Words kept, in percent, rounded down: 100 % is every word. */
function keptPercent({ words: { total, kept } }: Pick<ImportedPage, 'words'>, lang: UiLanguage): string {
  if (kept === null) return '?';
  const tenths = total === 0 ? 1000 : Math.floor((kept * 1000) / total);
  const number = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
  return lang === 'fr' ? `${number.replace('.', ',')}\u00a0%` : `${number}%`;
}

function countsOf({ source, result }: ImportedPage, kind: ElementKind): string {
  return source[kind] === result[kind] ? String(result[kind]) : `${source[kind]}→${result[kind]}`;
}

function groupLines(
  groups: readonly RemarkGroup[],
  label: Wording,
  { lang, width }: ImportFormatOptions,
): string[] {
  return groups.flatMap(({ code, count, details }) => {
    const { shown, rest } = capAt(details, mostShown.details);
    const more = rest > 0 ? [...shown, `… +${rest}`] : shown;
    const times = count === 1 ? '' : ` ×${count}`;
    const tail = more.length === 0 ? '' : ` (${more.join(', ')})`;
    const colon = lang === 'fr' ? ' :' : ':';
    const text = printable(`${label[lang]}${colon} ${remarkWords[code][lang]}${times}${tail}`);
    return wrapText(text, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
  });
}

function pageLines(page: ImportedPage, options: ImportFormatOptions): string[] {
  const { lang, color, width } = options;
  const colors = createColors(color);
  const counts = elementKinds
    .filter((kind) => page.source[kind] + page.result[kind] > 0)
    .map((kind) => `${kindWords[kind][lang]} ${countsOf(page, kind)}`);
  const words = { fr: `mots ${keptPercent(page, lang)}`, en: `words ${keptPercent(page, lang)}` }[lang];
  return [
    '',
    ...wrapText(printable(page.path), width).map(colors.bold),
    ...wrapText(printable(`← ${page.place}`), width - 2).map((line) => `  ${line}`),
    ...wrapText([page.type, ...counts, words].join(' · '), width - 2).map((line) => `  ${line}`),
    ...groupLines(groupRemarks(page.remarks, 'loss'), halves.loss, options).map(colors.yellow),
    ...groupLines(groupRemarks(page.remarks, 'guess'), halves.guess, options).map(colors.dim),
  ];
}

function headline({ pages }: ArticlesPlan, { lang, folder, dryRun }: ImportFormatOptions): string {
  const count = countNoun(pages.length, articleNoun, lang);
  return {
    fr: dryRun ? `${count} à écrire dans ${folder}/` : `${count} dans ${folder}/`,
    en: dryRun ? `${count} to write into ${folder}/` : `${count} in ${folder}/`,
  }[lang];
}

function sum(pages: readonly ImportedPage[], kind: ElementKind, side: 'source' | 'result'): number {
  return pages.reduce((total, page) => total + page[side][kind], 0);
}

function totalLines({ pages }: ArticlesPlan, { lang }: ImportFormatOptions): string[] {
  const wide = Math.max(...elementKinds.map((kind) => columnsOf(kindWords[kind][lang])));
  const head = { fr: ['source', 'article'], en: ['source', 'article'] }[lang];
  return [
    `  ${' '.repeat(wide)}  ${head.map((word) => word.padStart(8)).join('')}`,
    ...elementKinds.map((kind) => {
      const cells = (['source', 'result'] as const).map((side) => String(sum(pages, kind, side)).padStart(8));
      return `  ${kindWords[kind][lang].padEnd(wide)}  ${cells.join('')}`;
    }),
  ];
}

/** For a person at a terminal. */
export function formatImportTable(plan: ArticlesPlan, options: ImportFormatOptions): string {
  const { lang, color } = options;
  const { shown, rest } = capAt(plan.pages, mostShown.pages);
  const more = {
    fr: `… et ${rest} de plus (--report les donne tous)`,
    en: `… and ${rest} more (--report has all)`,
  };
  const lines = [
    createColors(color).bold(headline(plan, options)),
    ...totalLines(plan, options),
    ...groupLines(groupRemarks(plan.remarks, 'loss'), halves.loss, options),
    ...shown.flatMap((page) => pageLines(page, options)),
    ...(rest > 0 ? ['', more[lang]] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const importVersion = 1;

/** `{ version, folder, dryRun, pages, remarks }`; a remark has its `kind`, `loss` or `guess`. */
export function formatImportJson(
  { pages, remarks }: ArticlesPlan,
  { folder, dryRun }: ImportFormatOptions,
): string {
  const withKind = (each: readonly Remark[]) =>
    each.map((remark) => ({ kind: remarkWords[remark.code].kind, ...remark }));
  const told = pages.map((page) => ({ ...page, remarks: withKind(page.remarks) }));
  return `${JSON.stringify({ version: importVersion, folder, dryRun, pages: told, remarks: withKind(remarks) }, null, 2)}\n`;
}

function markdownGroups(remarks: readonly Remark[], lang: UiLanguage): string[] {
  return (['loss', 'guess'] as const).flatMap((kind) =>
    groupRemarks(remarks, kind).map(({ code, count, details }) => {
      const tail = details.length === 0 ? '' : ` (${details.map(escapeMarkdown).join(', ')})`;
      return `- **${halves[kind][lang]}** — ${remarkWords[code][lang]}${count === 1 ? '' : ` ×${count}`}${tail}`;
    }),
  );
}

/** The whole account, in Markdown (GFM). */
export function formatImportMarkdown(plan: ArticlesPlan, options: ImportFormatOptions): string {
  const { lang } = options;
  const words = { fr: 'mots', en: 'words' }[lang];
  const blocks = plan.pages.map((page) => [
    `## ${escapeMarkdown(page.title)}`,
    '',
    `${escapeMarkdown(page.path)} ← ${escapeMarkdown(page.place)}`,
    '',
    `| ${[...elementKinds.map((kind) => kindWords[kind][lang]), words].join(' | ')} |`,
    `| ${[...elementKinds, words].map(() => '---').join(' | ')} |`,
    `| ${[...elementKinds.map((kind) => countsOf(page, kind)), keptPercent(page, lang)].join(' | ')} |`,
    '',
    ...markdownGroups(page.remarks, lang),
    '',
  ]);
  const head = [
    `# ${escapeMarkdown(headline(plan, options))}`,
    '',
    ...markdownGroups(plan.remarks, lang),
    '',
  ];
  return [...head, ...blocks.flat()].join('\n');
}

// The coverage of contact reasons as a tree for a person at a terminal, and as JSON and CSV for programs.
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import { articleTypes } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { printable } from '../model/printable.ts';
import { pickLabel, type UiLanguage, type Wording } from '../model/wording.ts';
import type { Coverage, CoverageHole, ReasonCoverage } from '../report/coverage.ts';
import { formatInertCsv } from '../report/formats/inert-csv.ts';
import type { ReportLabels } from '../report/group-articles.ts';

export interface CoverageFormatOptions {
  readonly today: IsoDate;
  readonly lang: UiLanguage;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly labels: ReportLabels;
}

export type CoverageFormat = (coverage: Coverage, options: CoverageFormatOptions) => string;

const holeWords: Readonly<Record<CoverageHole, Wording>> = {
  nothing: { fr: 'rien en vigueur', en: 'nothing in force' },
  'no-procedure': { fr: 'ni procédure ni aide à la décision', en: 'no procedure or decision aid' },
};

function nameReason({ reason }: ReasonCoverage, { labels, lang }: CoverageFormatOptions): string {
  return pickLabel(labels.reasons[reason] ?? { '': reason }, lang, labels.lang);
}

interface Column {
  readonly title: string;
  readonly cell: (row: ReasonCoverage) => number;
}

/** The figures that a person compares, the second of them what says what to do: procedures and decision aids. Programs are given every type. */
function columnsOf({ audiences, reasons }: Coverage, lang: UiLanguage): Column[] {
  return [
    { title: 'total', cell: ({ total }) => total },
    {
      title: { fr: 'à suivre', en: 'to follow' }[lang],
      cell: ({ types }) => types.procedure + types.decision,
    },
    ...(audiences.length > 1
      ? audiences.map((audience) => ({
          title: audience,
          cell: (row: ReasonCoverage) => row.audiences[audience] ?? 0,
        }))
      : []),
    ...(reasons.some(({ contactsPerMonth }) => contactsPerMonth !== null)
      ? [
          {
            title: { fr: 'contacts/mois', en: 'contacts/month' }[lang],
            cell: ({ contactsPerMonth }: ReasonCoverage) => contactsPerMonth ?? 0,
          },
        ]
      : []),
  ];
}

function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text + ' '.repeat(width - stringWidth(text));
  let cut = '';
  for (const character of text) {
    if (stringWidth(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut}…${' '.repeat(width - 1 - stringWidth(cut))}`;
}

/** Narrower names say nothing. */
const narrowestName = 16;

export const formatCoverageTable: CoverageFormat = (coverage, options) => {
  const { lang, today, width } = options;
  const { bold, dim, red, yellow } = createColors(options.color);
  const columns = columnsOf(coverage, lang);
  const number = new Intl.NumberFormat(lang);
  const widths = columns.map(({ title, cell }) =>
    Math.max(stringWidth(title), ...coverage.reasons.map((row) => number.format(cell(row)).length)),
  );
  const names = coverage.reasons.map((row) => '  '.repeat(row.depth) + printable(nameReason(row, options)));
  const taken = widths.reduce((sum, columnWidth) => sum + columnWidth + 2, 0);
  const longest = Math.max(0, ...names.map((name) => stringWidth(name)));
  const nameWidth = Math.max(narrowestName, Math.min(longest, width - taken));
  const cells = (texts: readonly string[]) =>
    texts
      .map((text, index) => `  ${' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)))}${text}`)
      .join('');
  const heading = {
    fr: `Couverture des motifs de contact au ${today}, articles en ${coverage.lang}`,
    en: `Coverage of contact reasons on ${today}, articles in ${coverage.lang}`,
  }[lang];
  const rows = coverage.reasons.flatMap((row, index) => {
    const figures = cells(columns.map(({ cell }) => number.format(cell(row))));
    const color = row.hole === 'nothing' ? red : yellow;
    const hole = row.hole && `${'  '.repeat(row.depth + 1)}${color(`↳ ${holeWords[row.hole][lang]}`)}`;
    return [cutTo(names[index] ?? '', nameWidth) + figures, ...(hole ? [hole] : [])];
  });
  const none = {
    fr: 'La configuration ne nomme aucun motif.',
    en: 'The configuration names no contact reason.',
  };
  const head = dim(`${' '.repeat(nameWidth)}${cells(columns.map(({ title }) => title))}`);
  const lines = rows.length === 0 ? [none[lang]] : [head, ...rows];
  return `${[bold(heading), ...lines].join('\n')}\n`;
};

const coverageVersion = 1;

export const formatCoverageJson: CoverageFormat = ({ reasons, ...coverage }, options) => {
  const rows = reasons.map((row) => ({ ...row, name: nameReason(row, options), hole: row.hole ?? null }));
  return `${JSON.stringify({ version: coverageVersion, today: options.today, ...coverage, reasons: rows }, null, 2)}\n`;
};

export const formatCoverageCsv: CoverageFormat = ({ reasons, audiences, otherLanguages }, options) =>
  formatInertCsv(
    [
      'reason',
      'parent',
      'name',
      'hole',
      'contactsPerMonth',
      'total',
      'own',
      ...articleTypes,
      ...audiences.map((audience) => `audience ${audience}`),
      ...otherLanguages.map((language) => `language ${language}`),
    ],
    reasons.map((row) => ({
      ...row,
      name: nameReason(row, options),
      ...row.types,
      ...Object.fromEntries(Object.entries(row.audiences).map(([key, count]) => [`audience ${key}`, count])),
      ...Object.fromEntries(
        Object.entries(row.otherLanguages).map(([key, count]) => [`language ${key}`, count]),
      ),
    })),
  );

// Texts for customers for other tools: Zendesk's macros, JSON of our own, a table.
import { fillMacro } from '../model/macro.ts';
import { fillPlaceholders, type Placeholder } from '../model/placeholder.ts';
import { formatInertCsv } from '../report/formats/inert-csv.ts';
import type { UsableMacro } from './collect-macros.ts';

export const macroFormats = ['zendesk', 'json', 'csv'] as const;

export type MacroFormat = (typeof macroFormats)[number];

/** What Zendesk calls what many bases know of a customer (its placeholders for tickets); a configuration may say otherwise. */
const usualZendesk: Readonly<Record<string, string>> = {
  'customer.email': 'ticket.requester.email',
  'customer.first_name': 'ticket.requester.first_name',
  'customer.last_name': 'ticket.requester.last_name',
  'customer.name': 'ticket.requester.name',
};

export interface FormattedMacros {
  readonly text: string;
  /** Variables that the other tool has no name for: the words to fall back on stand in their place. */
  readonly unmapped: readonly string[];
  /** How many were left out: what is said on the phone is pasted nowhere. */
  readonly spoken: number;
}

export function formatMacros(
  macros: readonly UsableMacro[],
  format: MacroFormat,
  zendesk: Readonly<Record<string, string>>,
): FormattedMacros {
  if (format === 'zendesk') return formatZendesk(macros, { ...usualZendesk, ...zendesk });
  const rows = macros.map(({ article, number, cases, channel, title, subject, text, trust }) => ({
    id: article.id,
    lang: article.lang,
    number,
    cases,
    channel,
    title: title === undefined ? article.title : fillMacro(title, new Map()),
    subject: subject ?? null,
    text,
    expires: article.expires ?? null,
    trust,
  }));
  if (format === 'json')
    return { text: `${JSON.stringify({ version: 1, macros: rows }, null, 2)}\n`, unmapped: [], spoken: 0 };
  const columns = [
    'id',
    'lang',
    'number',
    'cases',
    'channel',
    'title',
    'subject',
    'text',
    'expires',
    'trust',
  ] as const;
  return {
    text: formatInertCsv(
      columns,
      rows.map((row) => ({ ...row, cases: row.cases.join(' / ') })),
    ),
    unmapped: [],
    spoken: 0,
  };
}

interface ZendeskMacro {
  readonly title: string;
  readonly description: string;
  readonly active: true;
  readonly actions: readonly { readonly field: string; readonly value: string }[];
}

/** The body of each `POST /api/v2/macros`, in one list (Zendesk Support API, Macros). */
function formatZendesk(
  macros: readonly UsableMacro[],
  names: Readonly<Record<string, string>>,
): FormattedMacros {
  const unmapped = new Set<string>();
  const place = (placeholder: Placeholder): string | undefined => {
    const { name, fallback } = placeholder;
    if (!name.includes('.')) return undefined;
    const theirs = Object.hasOwn(names, name) ? names[name] : undefined;
    if (theirs === undefined) {
      unmapped.add(name);
      return fallback ?? '';
    }
    return fallback === undefined
      ? `{{${theirs}}}`
      : `{{${theirs} | default: "${fallback.replaceAll('"', '”')}"}}`;
  };
  const pasted = macros.filter(({ channel }) => channel !== 'phone');
  const written = pasted.map(({ article, number, cases, channel, title, subject, text }): ZendeskMacro => {
    const filled = fillPlaceholders(text, place);
    return {
      // Zendesk makes levels of a menu from `::`.
      title: [
        article.title,
        ...cases,
        title === undefined ? number > 1 && String(number) : fillMacro(title, new Map()),
      ]
        .flatMap((part) => (part ? [part.replaceAll('::', ':')] : []))
        .join('::'),
      description: `${article.id} (${article.lang}), ${article.digest.replace(/^sha256:/, '').slice(0, 12)}`,
      active: true,
      actions: [
        ...(subject === undefined ? [] : [{ field: 'subject', value: fillPlaceholders(subject, place) }]),
        channel === 'email'
          ? { field: 'comment_value_html', value: toHtml(filled) }
          : { field: 'comment_value', value: filled },
      ],
    };
  });
  return {
    text: `${JSON.stringify({ macros: written }, null, 2)}\n`,
    unmapped: [...unmapped],
    spoken: macros.length - pasted.length,
  };
}

/** Plain text as HTML: an empty line between paragraphs, a break for each other one. */
function toHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}

// What a search answers, as text for a terminal and as JSON for programs.
import { createColors } from 'picocolors';
import { wrapText } from '../lint/formats/wrap-text.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { printable } from '../model/printable.ts';
import type { UiLanguage, Wording } from '../model/wording.ts';
import type { SearchAnswer, SearchHit } from '../publish/query-index.ts';
import { sayValueChanges } from '../publish/say-value-changes.ts';

export interface AnswerFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  readonly width: number;
  readonly today: IsoDate;
}

/** An excerpt as text: `<mark>` becomes bold, character references become characters. */
function plainExcerpt(html: string, bold: (text: string) => string): string {
  const text = (part: string) =>
    printable(
      part
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;|&#x27;/g, '’')
        .replace(/&amp;/g, '&'),
    );
  return html
    .split(/<mark>(.*?)<\/mark>/g)
    .map((part, index) => (index % 2 === 1 ? bold(text(part)) : text(part)))
    .join('');
}

const flowKinds: Readonly<Record<'question' | 'answer', Wording>> = {
  question: { fr: 'Question du logigramme : ', en: 'Question in the flowchart: ' },
  answer: { fr: 'Réponse du logigramme : ', en: 'Answer in the flowchart: ' },
};

/** The hits as a numbered list. */
export function formatHits(
  hits: readonly SearchHit[],
  { lang, color, width, today }: AnswerFormatOptions,
): string {
  const colors = createColors(color);
  const lines = hits.flatMap((hit, index) => {
    const changes = sayValueChanges(hit, plainExcerpt(hit.excerptHtml, String), today, lang);
    const [head = '', ...rest] = wrapText(printable(hit.title), width - 4);
    const details = [
      ...rest.map(colors.bold),
      colors.dim(printable(hit.url)),
      ...(hit.matched
        ? wrapText(`${flowKinds[hit.matched.kind][lang]}${printable(hit.matched.text)}`, width - 4)
        : []),
      ...wrapText(plainExcerpt(hit.excerptHtml, colors.bold), width - 4),
      ...changes.flatMap((change) => wrapText(printable(change), width - 4)),
    ];
    return [
      `${String(index + 1).padStart(2)}. ${colors.bold(head)}`,
      ...details.map((line) => `    ${line}`),
    ];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function quoteIn(lang: UiLanguage, text: string): string {
  return lang === 'fr' ? `« ${text} »` : `“${text}”`;
}

/** What was made of the query, where not every word was looked for as it was typed, and the contact reasons that it names; one remark after the other. */
export function formatRemarks(
  { unknown, corrected, suggestion, reasons = [] }: Omit<SearchAnswer, 'hits'>,
  { lang, width }: Omit<AnswerFormatOptions, 'color'>,
): string {
  const quoted = (text: string) => quoteIn(lang, printable(text));
  const instead = corrected.map(({ typed, used }) =>
    lang === 'fr'
      ? `${quoted(typed)} cherché comme ${quoted(used)}`
      : `${quoted(typed)} looked for as ${quoted(used)}`,
  );
  const named = reasons.map(({ url, label }) => `${quoted(label)} (${printable(url)})`).join(', ');
  const dropped = unknown.map(quoted).join(', ');
  const remarks = [
    instead.length > 0 && `${instead.join(lang === 'fr' ? ' ; ' : '; ')}.`,
    dropped !== '' &&
      (lang === 'fr'
        ? `Laissé de côté, aucun article ne l’a : ${dropped}.`
        : `Left out, no article has it: ${dropped}.`),
    suggestion !== undefined &&
      (lang === 'fr' ? `Vouliez-vous dire ${quoted(suggestion)} ?` : `Did you mean ${quoted(suggestion)}?`),
    named !== '' && (lang === 'fr' ? `Tout sur ce sujet : ${named}.` : `All about it: ${named}.`),
  ];
  return remarks
    .filter((remark) => typeof remark === 'string')
    .flatMap((remark) => wrapText(remark, width))
    .map((line) => `${line}\n`)
    .join('');
}

/** Version 1: `{version, query, lang, hits: [{url, title, type, validity, trust, score, matched?}], unknown, corrected, suggestion?, reasons?: [{url, label}]}`. */
export function formatAnswerJson(query: string, lang: string, answer: SearchAnswer): string {
  const hits = answer.hits.map(({ url, title, filters, score, matched }) => ({
    url,
    title,
    type: filters.type?.[0],
    validity: filters.validity?.[0],
    trust: filters.trust?.[0],
    score: Number(score.toFixed(3)),
    matched,
  }));
  return `${JSON.stringify({ version: 1, query, lang, ...answer, hits }, null, 2)}\n`;
}

// What changed in an article for its readers: two versions of it, as lines that were added, removed or stayed.
import { structuredPatch } from 'diff';
import { formatPeriod } from '../model/iso-date.ts';
import type { ArticleDocument } from './knowledge-base.ts';
import { variablesFile } from './parse-variables.ts';
import { describeVariables } from './used-variables.ts';

export interface DiffLine {
  /** `gap` stands for lines that stayed the same and are left out; its text is empty. */
  readonly kind: 'added' | 'removed' | 'same' | 'gap';
  readonly text: string;
}

/** What a validation answers for, as lines: the facts of the front matter, the text, the fragments that it includes, and the values that it shows. */
function readableText({ article, body, included, variables }: ArticleDocument): string {
  const { title, type, audience, reasons, effective, expires, followUps = [], transfers = {} } = article;
  const facts = {
    title,
    type,
    audience: audience.join(', '),
    reasons: reasons.join(', '),
    effective,
    expires,
  };
  const checks = followUps.map(
    ({ after, check, next }) =>
      `follow_ups: ${[formatPeriod(after), check, ...(next ? [next] : [])].join(' · ')}`,
  );
  const calls = Object.entries(transfers).map(([node, to]) => `transfers: ${node} · ${to}`);
  const fragments = [...included].map(
    ([id, fragment]) => `\n[${id}]\n${fragment?.content.ok ? fragment.content.text : ''}`,
  );
  const shown = describeVariables(variables, article.lang);
  const values = shown.length > 0 ? [`\n[${variablesFile}]`, ...shown] : [];
  const lines = Object.entries(facts).flatMap(([key, value]) => (value ? [`${key}: ${value}`] : []));
  return `${[...lines, ...checks, ...calls, '', body.trim(), ...fragments, ...values].join('\n').replace(/\r\n?/g, '\n').trim()}\n`;
}

/** The lines that differ between two versions of an article, with two lines around each; empty where a reader sees the same. */
export function diffArticles(before: ArticleDocument, after: ArticleDocument): readonly DiffLine[] {
  const { hunks } = structuredPatch('', '', readableText(before), readableText(after), '', '', {
    context: 2,
  });
  return hunks.flatMap(({ lines, oldStart }, index): DiffLine[] => {
    const gap: DiffLine[] = index > 0 || oldStart > 1 ? [{ kind: 'gap', text: '' }] : [];
    const shown = lines
      .filter((line) => !line.startsWith('\\'))
      .map((line): DiffLine => {
        const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same';
        return { kind, text: line.slice(1) };
      });
    return [...gap, ...shown];
  });
}

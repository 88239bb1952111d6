// The digest of an article: what a reader can see or a machine acts on, and nothing of the file's layout.
import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { Digest } from '../model/trust.ts';
import type { Included } from './fragments.ts';

type DigestedFields = Pick<Article, 'title' | 'type' | 'audience' | 'reasons' | 'effective' | 'expires'>;

/** A text as it counts: line ends as `\n`, nothing around it. */
function canonicalText(text: string): string {
  return (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trim();
}

/**
 * SHA-256 over a canonical form: fixed field order, lists sorted, line ends as `\n`.
 *
 * `body` is the Markdown after the front matter, `included` the fragments that it includes; one that there is not counts
 * as such.
 */
export function computeDigest(fields: DigestedFields, body: string, included: Included): Digest {
  const fragments = [...included].map(([id, fragment]) => [
    id,
    fragment?.content.ok ? canonicalText(fragment.content.text) : null,
  ]);
  const canonical = JSON.stringify([
    'kb-article/1',
    fields.title,
    fields.type,
    [...fields.audience].sort(),
    [...fields.reasons].sort(),
    fields.effective ?? null,
    fields.expires ?? null,
    canonicalText(body),
    ...(fragments.length > 0 ? [fragments] : []),
  ]);
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
}

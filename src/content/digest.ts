// The digest of an article: what a reader can see or a machine acts on, and nothing of the file's layout.
import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { Digest } from '../model/trust.ts';

type DigestedFields = Pick<Article, 'title' | 'type' | 'audience' | 'reasons' | 'effective' | 'expires'>;

/**
 * SHA-256 over a canonical form: fixed field order, lists sorted, line ends as `\n`.
 *
 * `body` is the Markdown after the front matter.
 */
export function computeDigest(fields: DigestedFields, body: string): Digest {
  const canonical = JSON.stringify([
    'kb-article/1',
    fields.title,
    fields.type,
    [...fields.audience].sort(),
    [...fields.reasons].sort(),
    fields.effective ?? null,
    fields.expires ?? null,
    (body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body).trim(),
  ]);
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
}

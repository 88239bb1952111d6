// Which version of an article a reader saw, and whether what was read then still holds.
import type { Article } from './article.ts';
import type { Digest } from './trust.ts';

/** The version that a digest stands for, as pages and receipts name it: its first 12 hexadecimal digits. */
export function versionOf(digest: Digest | string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12);
}

/** The versions whose receipts count for the article as it stands: its own, and those from which it differs in nothing that matters. */
export function acknowledgedVersions({
  digest,
  acknowledgedAlso,
}: Pick<Article, 'digest' | 'acknowledgedAlso'>): readonly string[] {
  return [versionOf(digest), ...acknowledgedAlso];
}

// What rules look at beside the base: pictures and the CODEOWNERS file on the disk, and git's past. Asked for only where a rule that is on needs it.
import { readCodeowners } from '../content/find-codeowners.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { readMediaFacts } from '../content/read-media-facts.ts';
import { readContentHistory } from '../history/read-content-history.ts';
import type { Config } from '../model/config.ts';
import type { LintOptions } from './lint.ts';

/** The rules that ask git; in a long past that takes longer than everything else. */
export const historyRules: readonly string[] = [
  'dates-move-one-by-one',
  'reviewer-is-not-author',
  'translations-are-recent',
];

/** Whether a rule that `config` leaves on asks git. */
export function needsHistory({ rules, review, languages }: Config): boolean {
  const idle: Readonly<Record<string, boolean>> = {
    'reviewer-is-not-author': !review.fourEyes,
    'translations-are-recent': languages.length < 2,
  };
  return historyRules.some((name) => rules[name] !== 'off' && !idle[name]);
}

/** The facts on the pictures of the documents at `only`, or of all: none where no rule weighs them. */
export async function readMedia(
  base: KnowledgeBase,
  only: ReadonlySet<string> | undefined,
): Promise<NonNullable<LintOptions['media']>> {
  return base.config.rules['images-are-light'] === 'off' ? new Map() : readMediaFacts(base, only);
}

/** What `lintKnowledgeBase` needs to know beside `base` and its flowcharts. Never raises. */
export async function readSurroundings(
  base: KnowledgeBase,
  only: ReadonlySet<string> | undefined,
): Promise<Pick<LintOptions, 'media' | 'history' | 'codeowners'>> {
  const { root, config } = base;
  const [media, history, codeowners] = await Promise.all([
    readMedia(base, only),
    needsHistory(config) ? readContentHistory(root, config.content) : undefined,
    config.rules['codeowners-is-current'] === 'off' ? undefined : readCodeowners(root),
  ]);
  return { media, history, codeowners };
}

// What was edited in articles since somebody answered for them, for the report to tell and to show.
import { diffText } from '../content/diff-text.ts';
import { setFrontMatterField } from '../content/edit-front-matter.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { loadMarkdownParser } from '../content/markdown-parser.ts';
import { explainGitFailure } from '../history/explain-git.ts';
import type { FileHistories } from '../history/file-history.ts';
import { findValidatedVersions } from '../history/find-validated-version.ts';
import { printable } from '../model/printable.ts';
import type { ArticleChange } from '../report/priority.ts';
import type { Session } from './common-options.ts';
import type { Host } from './host.ts';

/** A validated text without its signature, which always differs: the validation itself is written after what it names. */
function unsigned(text: string): string {
  return setFrontMatterField(text, 'validation', 'validation: …');
}

/** What was edited since each article's validation, by path; what git can't tell is absent, with a warning. */
export async function readChanges(
  base: KnowledgeBase,
  histories: FileHistories,
  session: Session,
  host: Host,
): Promise<ReadonlyMap<string, ArticleChange>> {
  if (!histories.complete) return new Map();
  const { parse } = await loadMarkdownParser(session.parser);
  const found = await findValidatedVersions(
    base.root,
    base.documents,
    histories,
    session.config,
    parse,
  ).catch((error: unknown) => {
    const { fr, en } = explainGitFailure(error);
    const unknown = {
      fr: `${fr} ; modifications depuis les validations inconnues`,
      en: `${en}; what was edited since the validations is unknown`,
    };
    host.err(`kb: ${printable(session.say(unknown))}\n`);
    return new Map<string, never>();
  });
  return new Map(
    [...found].map(([path, { since, by, before }]) => {
      const diff = diffText(path, unsigned(before), unsigned(base.byPath.get(path)?.text ?? before));
      return [path, { since: since ?? null, by: by ?? null, diff: diff === '' ? null : diff }] as const;
    }),
  );
}

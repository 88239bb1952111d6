// `kb archive`: articles leave lists and search; their pages stay and lead on.
import { planArchive } from '../../authoring/plan-archive.ts';
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from '../../content/knowledge-base.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { resolveLink } from '../../content/resolve-link.ts';
import { printable } from '../../model/printable.ts';
import { addMoveOptions, applyMoves, type MoveOptions } from '../apply-moves.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { findNamed } from '../select-articles.ts';

interface ArchiveCommandOptions extends CommonOptions, MoveOptions {
  readonly replacedBy?: string | undefined;
  readonly language?: string | undefined;
}

/** Says which articles in use still link to what was archived: they are the next to edit. */
function tellLinks(
  archived: readonly ArticleDocument[],
  base: KnowledgeBase,
  session: Session,
  host: Host,
): void {
  const linking = articleDocuments(base).filter((document) => {
    if (document.article.status !== 'published' || archived.includes(document)) return false;
    return document.markdown?.links.some(({ url }) => {
      const target = resolveLink(url, document, base);
      return target.kind === 'article' && archived.includes(target.document);
    });
  });
  if (linking.length === 0) return;
  host.err(
    `${session.say({ fr: 'À corriger, ces articles y mènent encore :', en: 'To mend, these articles still link to it:' })}\n`,
  );
  for (const { path } of linking) host.err(`  ${printable(path)}\n`);
}

async function runArchive(
  ids: readonly string[],
  options: ArchiveCommandOptions,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  const base = await readKnowledgeBase(session.root, session);
  const documents = [...findNamed(base, ids, options.language)];
  const results = documents.map((document) => planArchive(document, options.replacedBy, base));
  const code = await applyMoves(results, { fr: 'Archiver', en: 'Archive' }, options, session, host);
  if (code === 0) tellLinks(documents, base, session, host);
  return code;
}

export const addArchiveCommand: AddCommand = (program, host, finish) => {
  const command = program
    .command('archive <ids...>')
    .description('take articles out of use; their pages stay, and lead to their successor');
  addMoveOptions(addCommonOptions(command))
    .option('--replaced-by <id>', 'the article that takes their place')
    .option('--language <code>', 'only the articles in this language (default: every language)')
    .action(async (ids: string[], options: ArchiveCommandOptions) =>
      finish(await runArchive(ids, options, host)),
    );
};

// `kb export jsonl`: the base in pieces, for a retrieval system.
import type { Command } from 'commander';
import { loadMarkdownParser } from '../../content/markdown-parser.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { exportChunks } from '../../publish/export-chunks.ts';
import { chooseAudience, selectArticles } from '../../publish/select-articles.ts';
import { addCommonOptions, type CommonOptions, openSession } from '../common-options.ts';
import type { Host } from '../host.ts';

interface JsonlOptions extends CommonOptions {
  readonly audience?: string | undefined;
  readonly obsolete?: boolean | undefined;
}

/** Prints one line of JSON for each section. */
async function exportJsonl(options: JsonlOptions, host: Host): Promise<number> {
  const { config, root, parser, today } = await openSession(options, host);
  const audience = chooseAudience(config, options.audience);
  const { parse } = await loadMarkdownParser(parser);
  const base = await readKnowledgeBase(root, { parse, knownConfig: config, audience });
  const { published } = selectArticles(base, audience, false);
  const { obsolete = false } = options;
  for (const chunk of exportChunks(base, published, { parse, today, obsolete, audience }))
    host.out(`${JSON.stringify(chunk)}\n`);
  return 0;
}

/** Adds `jsonl` to the command `export`. */
export function addJsonlExport(parent: Command, host: Host, finish: (code: number) => void): void {
  addCommonOptions(
    parent
      .command('jsonl')
      .description(
        'the sections of articles in force with their state, one JSON object a line, to standard output',
      ),
  )
    .option(
      '--audience <name>',
      'only what readers of this audience may have (default: the most restricted one)',
    )
    .option('--obsolete', 'expired, archived and replaced articles, and those not in force yet, too')
    .action(async (options: JsonlOptions) => finish(await exportJsonl(options, host)));
}

// `kb lint`: findings on the base, for a writer at a terminal or for CI.
import path from 'node:path';
import { Option } from 'commander';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { lintFormats } from '../../lint/formats/index.ts';
import { countSeverities, type LintResult } from '../../lint/formats/lint-result.ts';
import { lintKnowledgeBase } from '../../lint/lint.ts';
import { readDiagrams } from '../../lint/read-diagrams.ts';
import { Problem } from '../../model/problem.ts';
import { addCommonOptions, type CommonOptions, openSession, parseCountOption } from '../common-options.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';

interface LintCommandOptions extends CommonOptions {
  readonly format: string;
  readonly maxWarnings?: number | undefined;
}

/** The documents below `paths`, or undefined for all. Raises a `Problem` on a path that holds no article. */
function selectPaths(base: KnowledgeBase, paths: readonly string[], cwd: string): Set<string> | undefined {
  if (paths.length === 0) return undefined;
  const selected = new Set<string>();
  for (const asked of paths) {
    const relative = path.relative(base.root, path.resolve(cwd, asked)).split(path.sep).join('/');
    const found = base.documents.filter(
      (document) => relative === '' || document.path === relative || document.path.startsWith(`${relative}/`),
    );
    if (found.length === 0) {
      throw new Problem(
        {
          fr: 'Aucun article à cet endroit, attendu : un fichier .md ou un dossier du contenu',
          en: 'No article here, expected an .md file or a folder of the content',
        },
        asked,
      );
    }
    for (const document of found) selected.add(document.path);
  }
  return selected;
}

async function runLint(paths: readonly string[], options: LintCommandOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const base = await readKnowledgeBase(session.root, session);
  const only = selectPaths(base, paths, host.cwd);
  const diagrams = await readDiagrams(base, only);
  const findings = lintKnowledgeBase(base, { today: session.today, diagrams, only });
  const result: LintResult = {
    today: session.today,
    articles: only?.size ?? base.documents.length,
    findings,
    texts: new Map(findings.map((finding) => [finding.path, base.byPath.get(finding.path)?.text ?? ''])),
  };
  const format = lintFormats[options.format];
  host.out(
    format?.(result, {
      lang: session.lang,
      color: wantsColor(host.env, host.outIsTerminal),
      width: host.width,
    }) ?? '',
  );
  const { errors, warnings } = countSeverities(findings);
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

export const addLintCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(program.command('lint [paths...]').description('check the articles; exit 1 on errors'))
    .addOption(
      new Option('--format <name>', 'output format').choices(Object.keys(lintFormats)).default('stylish'),
    )
    .option('--max-warnings <n>', 'exit 1 when there are more warnings than this', parseCountOption)
    .action(async (paths: string[], options: LintCommandOptions) =>
      finish(await runLint(paths, options, host)),
    );
};

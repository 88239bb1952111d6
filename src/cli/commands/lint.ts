// `kb lint`: findings on the base, for a writer at a terminal or for CI; with `--fix`, fewer of them.
import { Option } from 'commander';
import { didYouMean } from '../../config/schema-issue.ts';
import { diffText } from '../../content/diff-text.ts';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { loadMarkdownParser } from '../../content/markdown-parser.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { replaceText } from '../../content/replace-text.ts';
import { type FixedFile, fixBase } from '../../lint/fix-base.ts';
import { lintFormats } from '../../lint/formats/index.ts';
import { countSeverities, type LintResult } from '../../lint/formats/lint-result.ts';
import { type LintOptions, lintKnowledgeBase } from '../../lint/lint.ts';
import { readDiagrams } from '../../lint/read-diagrams.ts';
import { readSurroundings } from '../../lint/read-surroundings.ts';
import { renderRulePage } from '../../lint/rule-page.ts';
import { rules } from '../../lint/rules/index.ts';
import { Problem } from '../../model/problem.ts';
import { countWords } from '../../model/wording.ts';
import {
  addCommonOptions,
  type CommonOptions,
  configuredLanguage,
  messageLanguage,
  openSession,
  parseCountOption,
  type Session,
} from '../common-options.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { packageVersion } from '../package-version.ts';
import { selectDocuments } from '../select-documents.ts';
import { showText } from '../show-text.ts';

interface LintCommandOptions extends CommonOptions {
  readonly format: string;
  readonly maxWarnings?: number | undefined;
  readonly changed?: string | true | undefined;
  readonly fix?: true | undefined;
  readonly dryRun?: true | undefined;
  readonly explain?: string | undefined;
}

/** Prints the page of a rule. Raises a `Problem` where there is no such rule. */
async function explainRule(name: string, options: LintCommandOptions, host: Host): Promise<number> {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule) {
    const hint = didYouMean(name, Object.keys(rules));
    throw new Problem({
      fr: `Règle inconnue « ${name} »${hint.fr || ', attendu : une règle de docs/rules.md'}`,
      en: `Unknown rule \`${name}\`${hint.en || ', expected one of docs/rules.md'}`,
    });
  }
  const configured = await configuredLanguage(options.kb, host);
  host.out(renderRulePage(name, rule, messageLanguage(options.lang, host.env, configured)));
  return 0;
}

/** Says what `--fix` wrote, and which validations the edits made void. */
function tellFixed(files: readonly FixedFile[], base: KnowledgeBase, session: Session, host: Host): void {
  if (files.length === 0) return;
  const validated = files.filter(({ path }) => base.byPath.get(path)?.article?.validation !== undefined);
  const again = {
    fr: validated.length === 0 ? '' : `, dont ${validated.length} à valider de nouveau`,
    en: validated.length === 0 ? '' : `, ${validated.length} of them to be validated again`,
  };
  host.err(
    `${session.say({
      fr: `${countWords(files.length, 'fichier', 'fr')} corrigé${files.length > 1 ? 's' : ''}${again.fr}`,
      en: `${countWords(files.length, 'file', 'en')} mended${again.en}`,
    })}\n`,
  );
}

async function runLint(paths: readonly string[], options: LintCommandOptions, host: Host): Promise<number> {
  const started = host.elapsed();
  if (options.explain !== undefined) return explainRule(options.explain, options, host);
  if (options.dryRun && !options.fix) {
    throw new Problem({
      fr: 'Option --dry-run inattendue, attendu : avec --fix',
      en: 'Unexpected --dry-run, expected it with --fix',
    });
  }
  const session = await openSession(options, host);
  const base = await readKnowledgeBase(session.root, session);
  const only = await selectDocuments(base, { paths, changed: options.changed }, session, host);
  const [diagrams, surroundings] = await Promise.all([
    readDiagrams(base, only),
    readSurroundings(base, only),
  ]);
  const lintOptions = { ...surroundings, today: session.today, diagrams, only };
  if (!options.fix) return report(base, lintOptions, options, session, host, started);

  const { parse } = await loadMarkdownParser(session.parser);
  const fixed = fixBase(base, parse, lintOptions);
  if (options.dryRun) {
    for (const { path, before, after } of fixed.files) showText(diffText(path, before, after), host);
    return 0;
  }
  for (const { path, before, after } of fixed.files) await replaceText(session.root, path, before, after);
  const code = report(fixed.base, lintOptions, options, session, host, started);
  tellFixed(fixed.files, base, session, host);
  return code;
}

/** Prints the findings. The result is the exit code. */
function report(
  base: KnowledgeBase,
  lintOptions: LintOptions,
  options: LintCommandOptions,
  session: Session,
  host: Host,
  started: number,
): number {
  const { only, codeowners } = lintOptions;
  const findings = lintKnowledgeBase(base, lintOptions);
  const checked = base.documents.map(({ path }) => path).filter((path) => only?.has(path) ?? true);
  const fragments = new Map(base.fragmentDocuments.map((document) => [document.path, document]));
  const textAt = (path: string) =>
    (path === codeowners?.path ? codeowners.text : (base.byPath.get(path) ?? fragments.get(path))?.text) ??
    '';
  const result: LintResult = {
    today: session.today,
    articles: checked.length,
    findings,
    texts: new Map(findings.map(({ path }) => [path, textAt(path)])),
    paths: checked,
    version: packageVersion(),
    seconds: (host.elapsed() - started) / 1000,
    fixable: findings.filter(({ fix }) => fix !== undefined).length,
  };
  const color = wantsColor(host.env, host.outIsTerminal);
  const format = lintFormats[options.format];
  host.out(format?.(result, { lang: session.lang, color, width: host.width }) ?? '');
  const { errors, warnings } = countSeverities(findings);
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

export const addLintCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(program.command('lint [paths...]').description('check the articles; exit 1 on errors'))
    .addOption(
      new Option('--format <name>', 'output format').choices(Object.keys(lintFormats)).default('stylish'),
    )
    .option(
      '--changed [ref]',
      'only articles that changed since the branch left <ref>, and those that point at them (default: the branch that it is meant for)',
    )
    .option('--fix', 'mend what can be mended without changing the meaning')
    .option('--dry-run', 'with --fix: show the changes and write nothing')
    .option('--max-warnings <n>', 'exit 1 when there are more warnings than this', parseCountOption)
    .option('--explain <rule>', 'print why a rule is there, with examples')
    .action(async (paths: string[], options: LintCommandOptions) =>
      finish(await runLint(paths, options, host)),
    );
};

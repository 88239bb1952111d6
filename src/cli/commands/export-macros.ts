// `kb export macros`: texts for customers, for other tools.
import { type Command, Option } from 'commander';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { Problem } from '../../model/problem.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { collectMacros } from '../../publish/collect-macros.ts';
import { formatMacros, type MacroFormat, macroFormats } from '../../publish/format-macros.ts';
import { chooseAudience, selectArticles } from '../../publish/select-articles.ts';
import { addCommonOptions, type CommonOptions, openSession } from '../common-options.ts';
import { tell } from '../field-problems.ts';
import type { Host } from '../host.ts';

interface MacrosOptions extends CommonOptions {
  readonly format: MacroFormat;
  readonly language?: string | undefined;
  readonly audience?: string | undefined;
  readonly unvalidated?: boolean | undefined;
}

/** Prints the texts; says on stderr what was left out. The result is the exit code. */
async function exportMacros(options: MacrosOptions, host: Host): Promise<number> {
  const { format, language, unvalidated = false } = options;
  const session = await openSession(options, host);
  const { config, root, parser, today } = session;
  if (language !== undefined && !config.languages.includes(language))
    throw new Problem(
      {
        fr: `Langue inconnue « ${quote(language)} », attendu : ${config.languages.join(', ')}`,
        en: `Unknown language \`${quote(language)}\`, expected ${config.languages.join(', ')}`,
      },
      '--language',
    );
  const audience = chooseAudience(config, options.audience);
  const base = await readKnowledgeBase(root, { parser, knownConfig: config, audience });
  const { published } = selectArticles(base, audience, false);
  const asked = published.filter(({ article }) => language === undefined || article.lang === language);
  const usable = collectMacros(base, asked, { today, unvalidated });
  const { text, unmapped, spoken } = formatMacros(usable.macros, format, config.macros.zendesk);
  host.out(text);
  const left = usable.unvalidated.map(({ article }) => article.id);
  const remarks: Wording[] = [
    ...(left.length === 0
      ? []
      : [
          {
            fr: `Laissés de côté, non validés (--unvalidated les prend) : ${left.join(', ')}`,
            en: `Left out, not validated (--unvalidated takes them): ${left.join(', ')}`,
          },
        ]),
    ...(unmapped.length === 0
      ? []
      : [
          {
            fr: `Sans nom chez Zendesk (« macros.zendesk »), remplacés par leur formule : ${unmapped.join(', ')}`,
            en: `Without a name of Zendesk’s (\`macros.zendesk\`), their words to fall back on stand instead: ${unmapped.join(', ')}`,
          },
        ]),
    ...(spoken === 0
      ? []
      : [
          {
            fr: `Laissés de côté, à dire au téléphone : ${spoken}`,
            en: `Left out, to say on the phone: ${spoken}`,
          },
        ]),
  ];
  for (const remark of remarks) tell(remark, session, host);
  return 0;
}

/** Adds `macros` to the command `export`. */
export function addMacrosExport(parent: Command, host: Host, finish: (code: number) => void): void {
  addCommonOptions(
    parent.command('macros').description('texts for customers, from articles in force, to standard output'),
  )
    .addOption(new Option('--format <format>', 'what they are for').choices(macroFormats).default('json'))
    .option('--language <code>', 'only those in this language')
    .option(
      '--audience <name>',
      'only what readers of this audience may have (default: the most restricted one)',
    )
    .option('--unvalidated', 'those of articles that nobody answers for as they are, too')
    .action(async (options: MacrosOptions) => finish(await exportMacros(options, host)));
}

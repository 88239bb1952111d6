// `kb lsp`: findings, fixes and proposals in a writer's editor.
import path from 'node:path';
import { Option } from 'commander';
import { findRoot } from '../../config/read-config.ts';
import { runLanguageServer } from '../../lsp/language-server.ts';
import { dayIn } from '../../model/iso-date.ts';
import { uiLanguages } from '../../model/wording.ts';
import { addCommonOptions, type CommonOptions, messageLanguage } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';

/** Standard output belongs to the protocol: what a library may log goes to standard error. */
function keepOutputClean(): void {
  const { error } = console;
  for (const name of ['log', 'info', 'debug', 'warn'] as const) console[name] = error;
}

async function runLsp(options: CommonOptions, host: Host): Promise<number> {
  const root = options.kb === undefined ? undefined : await findRoot(path.resolve(host.cwd, options.kb));
  keepOutputClean();
  return runLanguageServer({
    root,
    parser: options.parser,
    input: process.stdin,
    output: process.stdout,
    signal: host.signal,
    todayOf: ({ timezone }) => options.today ?? dayIn(timezone, host.now()),
    // The language of the editor says more about the person than that of the base.
    langOf: (locale, configured) => {
      const known = uiLanguages.some((language) => locale?.toLowerCase().split(/[-_]/)[0] === language);
      return messageLanguage(options.lang, host.env, known ? locale : configured);
    },
  });
}

export const addLspCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(program.command('lsp').description('language server: findings and fixes in an editor'))
    .option('--stdio', 'speak over standard input and output, as it always does')
    // Some clients tell it early; the protocol’s own word for it is enough.
    .addOption(new Option('--clientProcessId <pid>').hideHelp())
    .action(async (options: CommonOptions) => finish(await runLsp(options, host)));
};

// The program: commands, and how each way of ending becomes an exit code. 0 fine, 1 findings, 2 could not run, 130 interrupted.
import { Command, CommanderError } from 'commander';
import { printable } from '../model/printable.ts';
import { Problem } from '../model/problem.ts';
import { configuredLanguage, messageLanguage } from './common-options.ts';
import type { Host } from './host.ts';
import { packageVersion } from './package-version.ts';

/** Adds one command to the program; its action hands its exit code to `finish`. */
export type AddCommand = (program: Command, host: Host, finish: (code: number) => void) => void;

/** The commands in the order of the help. Each is loaded when it is asked for: their libraries would cost every command a third of a second. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./commands/init.ts')).addInitCommand,
  new: async () => (await import('./commands/new.ts')).addNewCommand,
  import: async () => (await import('./commands/import.ts')).addImportCommand,
  lint: async () => (await import('./commands/lint.ts')).addLintCommand,
  build: async () => (await import('./commands/build.ts')).addBuildCommand,
  dev: async () => (await import('./commands/dev.ts')).addDevCommand,
  preview: async () => (await import('./commands/preview.ts')).addPreviewCommand,
  serve: async () => (await import('./commands/serve.ts')).addServeCommand,
  report: async () => (await import('./commands/report.ts')).addReportCommand,
  history: async () => (await import('./commands/history.ts')).addHistoryCommand,
  show: async () => (await import('./commands/show.ts')).addShowCommand,
  feedback: async () => (await import('./commands/feedback.ts')).addFeedbackCommand,
  receipts: async () => (await import('./commands/receipts.ts')).addReceiptsCommand,
  usage: async () => (await import('./commands/usage.ts')).addUsageCommand,
  announce: async () => (await import('./commands/announce.ts')).addAnnounceCommand,
  flow: async () => (await import('./commands/flow.ts')).addFlowCommand,
  export: async () => (await import('./commands/export.ts')).addExportCommand,
  validate: async () => (await import('./commands/validate.ts')).addValidateCommand,
  review: async () => (await import('./commands/review.ts')).addReviewCommand,
  archive: async () => (await import('./commands/archive.ts')).addArchiveCommand,
  search: async () => (await import('./commands/search.ts')).addSearchCommand,
  'where-used': async () => (await import('./commands/where-used.ts')).addWhereUsedCommand,
  lsp: async () => (await import('./commands/lsp.ts')).addLspCommand,
  mcp: async () => (await import('./commands/mcp.ts')).addMcpCommand,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctorCommand,
};

/** The commands that have to be known: the one that is named, or all, for the help and for advice on a slip of the pen. */
async function loadCommands(name: string | undefined): Promise<AddCommand[]> {
  if (name === '--version' || name === '-v') return [];
  const named = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  return Promise.all((named ? [named] : Object.values(commands)).map((load) => load()));
}

/** The program with the command that `args` name, or all. */
async function createProgram(
  args: readonly string[],
  host: Host,
  finish: (code: number) => void,
): Promise<Command> {
  const program = new Command('kb')
    .description('Keeps a customer-service team’s procedures true: lint, publish, search, report.')
    .version(packageVersion(), '-v, --version')
    .showHelpAfterError('(kb --help lists the commands)')
    .configureOutput({
      writeOut: host.out,
      writeErr: host.err,
      getOutHelpWidth: () => Math.min(host.width, 100),
    })
    .exitOverride();
  for (const add of await loadCommands(args[0])) add(program, host, finish);
  return program;
}

/** The value of an option as typed, before any parsing: an error has to be told in the reader's language even then. */
function typedOption(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  return at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
}

async function tellProblem(problem: Problem, args: readonly string[], host: Host): Promise<void> {
  const lang = messageLanguage(
    typedOption(args, '--lang'),
    host.env,
    await configuredLanguage(typedOption(args, '--kb'), host),
  );
  const place = problem.place === undefined ? '' : `${printable(problem.place)}: `;
  host.err(`kb: ${place}${printable(problem.wording[lang])}\n`);
}

/** Runs the program with `args` (without node and script). The result is the exit code. */
export async function main(args: readonly string[], host: Host): Promise<number> {
  let code = 0;
  const program = await createProgram(args, host, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has printed its own message by now; help and version are no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (host.signal.aborted) return 130;
    if (error instanceof Error && error.name === 'ExitPromptError') return 130;
    if (error instanceof Problem) {
      await tellProblem(error, args, host);
      return 2;
    }
    host.err(
      `kb: unexpected error, please report it with what you did:\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return 2;
  }
}

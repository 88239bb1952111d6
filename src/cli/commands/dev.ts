// `kb dev`: a live preview for writers, with the findings of each page over it.
import { countSeverities } from '../../lint/formats/lint-result.ts';
import { dayIn } from '../../model/iso-date.ts';
import { printable } from '../../model/printable.ts';
import { countWords } from '../../model/wording.ts';
import { startDev } from '../../serve/dev-server.ts';
import type { Reread } from '../../serve/live-base.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { type AddressOptions, addAddressOptions, serveUntilEnd, tellError } from './preview.ts';

interface DevCommandOptions extends CommonOptions, AddressOptions {
  readonly audience?: string | undefined;
}

/** One line: what changed, and how the whole base stands now. */
function formatReread({ changed, problem, snapshot }: Reread, session: Session): string {
  const others = changed.length > 1 ? ` (+${changed.length - 1})` : '';
  const what = `${printable(changed[0] ?? '')}${others}`;
  if (problem) {
    const place = problem.place === undefined ? '' : `${printable(problem.place)}: `;
    return `${what} → ${place}${printable(session.say(problem.wording))}`;
  }
  const { errors, warnings } = countSeverities(snapshot.findings);
  const { lang } = session;
  const [error, warning] = lang === 'fr' ? ['erreur', 'alerte'] : ['error', 'warning'];
  return `${what} → ${countWords(errors, error, lang)}, ${countWords(warnings, warning, lang)}`;
}

async function runDev(options: DevCommandOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const server = await startDev({
    host: options.host,
    port: options.port,
    root: session.root,
    lang: session.lang,
    audience: options.audience,
    parser: session.parser,
    todayOf: ({ timezone }) => options.today ?? dayIn(timezone, host.now()),
    onReread: (reread) => host.err(`${formatReread(reread, session)}\n`),
    onError: (error) => tellError(error, session, host),
  });
  await serveUntilEnd(server, options, session, host);
  return 0;
}

export const addDevCommand: AddCommand = (program, host, finish) => {
  addAddressOptions(
    addCommonOptions(program.command('dev').description('live preview with findings in the page')),
  )
    .option('--audience <name>', 'show what this audience may read (default: the most restricted)')
    .action(async (options: DevCommandOptions) => finish(await runDev(options, host)));
};

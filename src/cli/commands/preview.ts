// `kb preview`: the built site on this machine, as a web server would show it.
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { printable } from '../../model/printable.ts';
import { isLoopback } from '../../serve/host-header.ts';
import { asProblem } from '../../serve/live-base.ts';
import { startPreview } from '../../serve/preview.ts';
import type { RunningServer } from '../../serve/start-server.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { defaultOut } from './build.ts';

/** Where `kb preview` and `kb dev` listen. */
export interface AddressOptions {
  readonly port: number;
  readonly host: string;
}

interface PreviewCommandOptions extends CommonOptions, AddressOptions {
  readonly site: string;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError(
    `Unexpected ${text}, expected a number from 0 to 65535; 0 takes a free port.`,
  );
}

/** Adds the options that say where to listen. */
export function addAddressOptions(command: Command): Command {
  return command
    .option('--port <n>', 'port to listen on; 0 takes a free one', parsePort, 4321)
    .option('--host <name>', 'address to listen on; the default keeps other machines out', '127.0.0.1');
}

/** Tells of an answer that failed, while the server goes on. */
export function tellError(error: unknown, session: Session, host: Host): void {
  const { place, wording } = asProblem(error);
  const prefix = place === undefined ? '' : `${printable(place)}: `;
  host.err(`kb: ${prefix}${printable(session.say(wording))}\n`);
}

/** Prints the address, and closes the server once the person at the terminal ends the program. */
export async function serveUntilEnd(
  server: RunningServer,
  address: AddressOptions,
  session: Session,
  host: Host,
): Promise<void> {
  host.out(`${server.url}\n`);
  if (!isLoopback(address.host)) {
    const open = {
      fr: 'Attention : tous les ordinateurs du réseau peuvent lire cette base.',
      en: 'Careful: every computer on the network can read this knowledge base.',
    };
    host.err(`${session.say(open)}\n`);
  }
  host.err(`${session.say({ fr: 'Ctrl-C pour arrêter.', en: 'Ctrl-C to stop.' })}\n`);
  const { signal } = host;
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await server.close();
}

async function runPreview(options: PreviewCommandOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const server = await startPreview({
    host: options.host,
    port: options.port,
    site: path.resolve(session.root, options.site),
    onError: (error) => tellError(error, session, host),
  });
  await serveUntilEnd(server, options, session, host);
  return 0;
}

export const addPreviewCommand: AddCommand = (program, host, finish) => {
  addAddressOptions(
    addCommonOptions(program.command('preview').description('serve the built site on this machine')),
  )
    .option('--site <dir>', 'the built site, from the knowledge base’s root', defaultOut)
    .action(async (options: PreviewCommandOptions) => finish(await runPreview(options, host)));
};

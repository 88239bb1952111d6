// `pull`: what the field's server has that this checkout does not, brought into the base as a file would be.
import { type Command, Option } from 'commander';
import { askServer, type PulledKind, type PulledPage, parseServer } from '../field/ask-server.ts';
import { cursorName, readPullCursors, writePullCursors } from '../field/pull-cursors.ts';
import { Problem } from '../model/problem.ts';
import { addCommonOptions, type CommonOptions, openSession } from './common-options.ts';
import { tell } from './field-problems.ts';
import type { Host } from './host.ts';
import { importItems, type ReadSource } from './import-items.ts';

export interface PullOptions extends CommonOptions {
  readonly server?: string | undefined;
  readonly all?: true | undefined;
  readonly dryRun?: true | undefined;
}

/** Adds the options of `PullOptions` to `command`. */
export function addPullOptions(command: Command): Command {
  return addCommonOptions(command)
    .addOption(new Option('--server <url>', 'address of the server (default: KB_SERVER)'))
    .option('--all', 'from the beginning, not from where the last pull ended')
    .option('--dry-run', 'tell what would be added and write nothing');
}

/** Most items of one pull: the next one goes on from there. */
const mostItems = 50_000;

function needed(value: string | undefined, fr: string, en: string): string {
  if (value !== undefined && value.trim() !== '') return value.trim();
  throw new Problem({ fr, en });
}

function toSource({ parsed }: PulledPage, server: URL): ReadSource {
  return { place: server.host, base: parsed.base, items: parsed.items, refused: parsed.refused };
}

/** Pulls items of `kind`. The cursor moves only once what came before it is on the disk. The result is the exit code. */
export async function pullItems(kind: PulledKind, options: PullOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const server = parseServer(
    needed(
      options.server ?? host.env.KB_SERVER,
      'Aucun serveur, attendu : --server ou KB_SERVER',
      'No server, expected --server or KB_SERVER',
    ),
  );
  const token = needed(host.env.KB_TOKEN, 'Aucun jeton, attendu : KB_TOKEN', 'No token, expected KB_TOKEN');
  const cursors = await readPullCursors(session.root);
  const name = cursorName(server, kind);
  const sources: ReadSource[] = [];
  let taken = 0;
  let cursor = options.all ? undefined : cursors[name];
  for await (const page of askServer(kind, cursor, { server, token, signal: host.signal })) {
    sources.push(toSource(page, server));
    cursor = page.next;
    taken += page.parsed.items.length;
    if (taken >= mostItems) {
      tell(
        {
          fr: 'Le serveur en a davantage ; relancez la commande',
          en: 'The server has more; run the command again',
        },
        session,
        host,
      );
      break;
    }
  }
  const code = await importItems(sources, { dryRun: options.dryRun }, session, host);
  if (!options.dryRun && cursor !== undefined)
    await writePullCursors(session.root, { ...cursors, [name]: cursor });
  return code;
}

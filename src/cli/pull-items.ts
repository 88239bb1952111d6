// `pull`: what the field's server has that this checkout does not, brought into the base as a file would be.
import { type Command, Option } from 'commander';
import { askServer, type PulledKind, type PulledPage, parseServer } from '../field/ask-server.ts';
import { cursorName, readPullCursors, writePullCursors } from '../field/pull-cursors.ts';
import { Problem } from '../model/problem.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from './common-options.ts';
import { tell } from './field-problems.ts';
import type { Host } from './host.ts';
import type { ReadSource } from './import-items.ts';

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

/** Brings what was pulled into the base; the result is the exit code. */
export type BringIn = (
  sources: readonly ReadSource[],
  options: Pick<PullOptions, 'dryRun'>,
  session: Session,
  host: Host,
) => Promise<number>;

/** Pulls items of `kinds`. The cursors move only once what came before them is on the disk. The result is the exit code. */
export async function pullItems(
  kinds: readonly PulledKind[],
  bringIn: BringIn,
  options: PullOptions,
  host: Host,
): Promise<number> {
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
  const sources: ReadSource[] = [];
  const reached: Record<string, string> = {};
  let taken = 0;
  for (const kind of kinds) {
    const name = cursorName(server, kind);
    const from = options.all ? undefined : cursors[name];
    for await (const page of askServer(kind, from, { server, token, signal: host.signal })) {
      sources.push(toSource(page, server));
      reached[name] = page.next;
      taken += page.parsed.items.length;
      if (taken >= mostItems) break;
    }
  }
  if (taken >= mostItems)
    tell(
      {
        fr: 'Le serveur en a davantage ; relancez la commande',
        en: 'The server has more; run the command again',
      },
      session,
      host,
    );
  const code = await bringIn(sources, { dryRun: options.dryRun }, session, host);
  if (!options.dryRun && Object.keys(reached).length > 0)
    await writePullCursors(session.root, { ...cursors, ...reached });
  return code;
}

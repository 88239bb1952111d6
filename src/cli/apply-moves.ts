// Writes planned moves of articles: all of them or none, shown first where that was asked for, confirmed once on a terminal.
import type { Command } from 'commander';
import type { ArticleMove, Refusal } from '../authoring/article-move.ts';
import { diffText } from '../content/diff-text.ts';
import { replaceText } from '../content/replace-text.ts';
import { printable } from '../model/printable.ts';
import { countWords, type Wording } from '../model/wording.ts';
import type { Session } from './common-options.ts';
import type { Host } from './host.ts';
import { showText } from './show-text.ts';

export interface MoveOptions {
  readonly dryRun?: true | undefined;
  readonly yes?: true | undefined;
}

/** Adds the options of `MoveOptions` to `command`. */
export function addMoveOptions(command: Command): Command {
  return command
    .option('--dry-run', 'show the changes and write nothing')
    .option('-y, --yes', 'do not ask before several articles are written');
}

function tellRefusals(refusals: readonly Refusal[], session: Session, host: Host): void {
  for (const { path, wording } of refusals)
    host.err(`kb: ${printable(path)}: ${printable(session.say(wording))}\n`);
  const nothing = { fr: 'Rien n’a été écrit.', en: 'Nothing was written.' };
  host.err(`${session.say(nothing)}\n`);
}

/** Whether to go on: on a terminal, a person who moves several articles at once says so once. */
async function confirm(
  moves: readonly ArticleMove[],
  question: Wording,
  options: MoveOptions,
  session: Session,
  host: Host,
): Promise<boolean> {
  if (moves.length < 2 || options.yes || !host.prompts) return true;
  for (const { path } of moves) host.err(`  ${printable(path)}\n`);
  const counted = {
    fr: `${question.fr} (${countWords(moves.length, 'article', 'fr')}) ?`,
    en: `${question.en} (${countWords(moves.length, 'article', 'en')})?`,
  };
  return host.prompts.confirm(session.say(counted));
}

/**
 * Carries `results` out: prints the paths that were written, or why some can't be, and then none is. The result is the
 * exit code. `question` asks for the whole act, such as "Archive". Raises a `Problem` where a file was changed meanwhile.
 */
export async function applyMoves(
  results: readonly (ArticleMove | Refusal)[],
  question: Wording,
  options: MoveOptions,
  session: Session,
  host: Host,
): Promise<number> {
  const refusals = results.filter((result) => result.kind === 'refusal');
  if (refusals.length > 0) {
    tellRefusals(refusals, session, host);
    return 2;
  }
  const moves = results
    .filter((result) => result.kind === 'move')
    .filter(({ before, after }) => before !== after);
  if (options.dryRun) {
    for (const move of moves) showText(diffText(move.path, move.before, move.after), host);
    return 0;
  }
  if (moves.length === 0) {
    host.err(`${session.say({ fr: 'Rien à changer.', en: 'Nothing to change.' })}\n`);
    return 0;
  }
  if (!(await confirm(moves, question, options, session, host))) {
    host.err(`${session.say({ fr: 'Rien n’a été écrit.', en: 'Nothing was written.' })}\n`);
    return 0;
  }
  for (const { path, before, after } of moves) {
    await replaceText(session.root, path, before, after);
    host.out(`${path}\n`);
  }
  return 0;
}

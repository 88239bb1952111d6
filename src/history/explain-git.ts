// Why git could not answer, in words that say what to do about it.
import type { Wording } from '../model/wording.ts';

/** What git said before it gave up, on one short line. */
function fatalLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (/^fatal: (.*)$/m.exec(message)?.[1] ?? message.split('\n')[0] ?? '').slice(0, 80);
}

/** The reason why a call of git failed with `error`. */
export function explainGitFailure(error: unknown): Wording {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return { fr: 'git est introuvable ; installez-le', en: 'git was not found; install it' };
  const detail = fatalLine(error);
  if (detail.startsWith('detected dubious ownership'))
    return {
      fr: 'git refuse ce dépôt, qui est à un autre compte ; déclarez-le : git config --global --add safe.directory <dossier>',
      en: 'git refuses this repository of another account; declare it: git config --global --add safe.directory <folder>',
    };
  return {
    fr: `Aucun dépôt git lisible ici (${detail}) ; lancez la commande dans un clone`,
    en: `No git repository that can be read here (${detail}); run the command in a clone`,
  };
}

/** Why nothing can be said of a repository in which nothing was ever committed. */
export const noCommitReason: Wording = {
  fr: 'Le dépôt git n’a encore aucun commit ; faites le premier',
  en: 'The git repository has no commit yet; make the first one',
};

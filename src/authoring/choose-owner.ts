// Which team a new article belongs to, from what the command line and git say about the person.
import { didYouMean } from '../config/schema-issue.ts';
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';

export interface OwnerHints {
  /** What `--owner` says. */
  readonly asked?: string | undefined;
  /** The git setting `kb.owner`. */
  readonly setting?: string | undefined;
  /** The git setting `user.email`. */
  readonly email?: string | undefined;
}

function checkKnown(owner: string, known: readonly string[], place?: string): string {
  if (known.includes(owner)) return owner;
  const hint = didYouMean(owner, known);
  throw new Problem(
    {
      fr: `Responsable inconnu « ${owner} », attendu : ${known.join(', ')}${hint.fr}`,
      en: `Unknown owner \`${owner}\`, expected one of ${known.join(', ')}${hint.en}`,
    },
    place,
  );
}

/**
 * The owner that the hints lead to: the one asked for, the one of the git setting `kb.owner`, the one whose
 * contact is the person's address, or the only one. Undefined where somebody has to choose.
 *
 * Raises a `Problem` on an owner that the configuration doesn't know.
 */
export function chooseOwner(hints: OwnerHints, owners: Config['owners']): string | undefined {
  const known = Object.keys(owners);
  if (hints.asked !== undefined) return checkKnown(hints.asked, known);
  if (hints.setting !== undefined) return checkKnown(hints.setting, known, 'git config kb.owner');
  const email = hints.email?.toLowerCase();
  const reached = known.filter((key) => email !== undefined && owners[key]?.contact?.toLowerCase() === email);
  if (reached.length === 1) return reached[0];
  return known.length === 1 ? known[0] : undefined;
}

/** What to say where nobody can be asked. */
export function ownerNeeded(owners: Config['owners']): Problem {
  const known = Object.keys(owners).join(', ');
  return new Problem({
    fr: `Responsable à préciser, attendu : --owner et l’un de ${known} (ou, une fois pour toutes, « git config kb.owner <clé> »)`,
    en: `Missing owner, expected --owner with one of ${known} (or, once and for all, \`git config kb.owner <key>\`)`,
  });
}

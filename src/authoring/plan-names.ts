// A new article's names: its title, its id and its folder, each checked before anything is written.
import { posix } from 'node:path';
import { articleExpectations, articleSchema, reservedIds } from '../content/article-schema.ts';
import { Problem } from '../model/problem.ts';
import { idFromTitle } from './id-from-title.ts';
import type { TakenNames } from './taken-names.ts';

/** Longest title, in UTF-16 code units: it has to fit a search result. */
export const titleLengthLimit = 200;

/** Names that Windows keeps for devices: no file can be called so, whatever its extension. */
export const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The title as it will be written. Raises a `Problem` on one that no article should have. */
export function planTitle(text: string): string {
  const title = text.trim();
  const unexpected = (fr: string, en: string) =>
    new Problem({
      fr: `${fr}, attendu : un titre d’une ligne, comme "Colis en retard"`,
      en: `${en}, expected a title on one line, such as "Late parcel"`,
    });
  if (title === '') throw unexpected('Titre vide inattendu', 'Unexpected empty title');
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) {
    throw unexpected(
      'Saut de ligne ou caractère de contrôle inattendu',
      'Unexpected line break or control character',
    );
  }
  // Half a surrogate pair has no UTF-8 form: the file would hold another title.
  if (/\p{Cs}/u.test(title))
    throw unexpected('Caractère incomplet inattendu', 'Unexpected incomplete character');
  if (title.length > titleLengthLimit) {
    const length = `${title.length} > ${titleLengthLimit}`;
    throw unexpected(
      `Titre trop long (${length} caractères)`,
      `Unexpected title length (${length} characters)`,
    );
  }
  if (!/[\p{L}\p{N}]/u.test(title)) {
    throw unexpected('Titre sans lettre ni chiffre', 'Unexpected title without a letter or digit');
  }
  return title;
}

/** The id that `title` gives, with a number at its end where an article of `lang` has it or no article may. */
export function proposeId(title: string, lang: string, taken: TakenNames): string {
  const made = idFromTitle(title, lang) || 'article';
  const id = reservedIds.includes(made) || deviceNames.test(made) ? `${made}-1` : made;
  return taken.ids.has(`${lang}/${id}`) ? freeVariant(id, lang, taken) : id;
}

function freeVariant(id: string, lang: string, { ids }: TakenNames): string {
  for (let number = 2; ; number++) if (!ids.has(`${lang}/${id}-${number}`)) return `${id}-${number}`;
}

/** The id asked for, or the one that `title` gives. Raises a `Problem` on one that is malformed, reserved or taken. */
export function planId(asked: string | undefined, title: string, lang: string, taken: TakenNames): string {
  const id = asked ?? idFromTitle(title, lang);
  if (id === '') {
    throw new Problem({
      fr: 'Aucun identifiant ne peut être tiré de ce titre, attendu : --id et un identifiant, comme colis-en-retard',
      en: 'No id can be made from this title, expected --id with an id such as late-parcel',
    });
  }
  if (!articleSchema.shape.id.safeParse(id).success || deviceNames.test(id)) {
    const reserved = [...reservedIds, 'con', 'nul'].join(', ');
    throw new Problem({
      fr: `Identifiant inattendu « ${id} », attendu : --id et ${articleExpectations.id?.fr}, hors noms réservés (${reserved}…)`,
      en: `Unexpected id \`${id}\`, expected --id with ${articleExpectations.id?.en}, and no reserved name (${reserved}…)`,
    });
  }
  const holder = taken.ids.get(`${lang}/${id}`);
  if (holder !== undefined) {
    const free = freeVariant(id, lang, taken);
    throw new Problem({
      fr: `Identifiant « ${id} » déjà pris par ${holder} ; donnez-en un autre, par exemple --id ${free}`,
      en: `Unexpected id \`${id}\`, already taken by ${holder}; give another, for example --id ${free}`,
    });
  }
  return id;
}

/** One folder name that Windows, macOS and Linux all take and that the reader of the base doesn't leave out. */
const folderName = /^(?![.\s])[^<>:"|?*\p{Cc}\p{Cs}]+(?<![.\s])$/u;

/** The folder asked for, below `content`, with `/`; empty for the content folder itself. Raises a `Problem` on one that leads out. */
export function planFolder(asked: string, content: string): string {
  const slashed = asked.replaceAll('\\', '/');
  // A shell that completes paths gives the folder from the root.
  const inner =
    slashed === content || slashed.startsWith(`${content}/`) ? slashed.slice(content.length + 1) : slashed;
  const folder = posix.normalize(inner).replace(/\/+$/, '');
  if (inner === '' || folder === '.') return '';
  if (folder.split('/').every((name) => folderName.test(name) && !deviceNames.test(name.toLowerCase())))
    return folder;
  throw new Problem({
    fr: `Dossier inattendu « ${asked} », attendu : un dossier sous ${content}/, comme livraison`,
    en: `Unexpected folder \`${asked}\`, expected a folder below ${content}/, such as delivery`,
  });
}

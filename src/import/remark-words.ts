// What an import has to say about a page, in words: each code once, with whether it tells of a loss or of a guess.
import type { Wording } from '../model/wording.ts';

interface RemarkWords extends Wording {
  readonly kind: 'loss' | 'guess';
}

function loss(fr: string, en: string): RemarkWords {
  return { kind: 'loss', fr, en };
}

function guess(fr: string, en: string): RemarkWords {
  return { kind: 'guess', fr, en };
}

export const remarkWords = {
  'element-dropped': loss(
    'élément sans équivalent, laissé de côté',
    'element without an equivalent, left out',
  ),
  'embed-linked': loss('contenu intégré remplacé par un lien', 'embedded content replaced by a link'),
  'drawing-dropped': loss('dessin dans la page, laissé de côté', 'drawing in the page, left out'),
  'formatting-lost': loss(
    'mise en forme perdue ou devenue italique, le texte reste',
    'formatting lost or turned into italics, the text stays',
  ),
  'outside-main': loss(
    'texte hors du contenu principal, laissé de côté (mots)',
    'text outside the main content, left out (words)',
  ),
  'empty-dropped': loss('élément vide, retiré', 'empty element, taken out'),
  'cells-merged': loss(
    'cellules fusionnées, séparées : le texte est dans la première',
    'merged cells, parted: the text is in the first',
  ),
  'cell-flattened': loss(
    'cellule à plusieurs blocs, mise sur une ligne',
    'cell of several blocks, put on one line',
  ),
  'table-nested': loss(
    'tableau dans un tableau, devenu texte de sa cellule',
    'table in a table, now text of its cell',
  ),
  'table-unwrapped': loss(
    'tableau d’une seule cellule, devenu son contenu',
    'table of a single cell, now its content',
  ),
  'link-missing': loss(
    'lien vers une page ou un fichier absent de l’export, réduit à ses mots',
    'link to a page or file that the export lacks, reduced to its words',
  ),
  'link-unsafe': loss(
    'adresse refusée, lien réduit à ses mots',
    'address refused, link reduced to its words',
  ),
  'anchor-missing': loss('lien vers une ancre absente', 'link to an anchor that is not there'),
  'link-to-itself': loss(
    'lien d’une page vers elle-même, réduit à ses mots',
    'link of a page to itself, reduced to its words',
  ),
  'file-refused': loss(
    'pièce jointe d’un type qui n’est pas pris, lien réduit à ses mots',
    'attachment of a type that is not taken, link reduced to its words',
  ),
  'file-large': loss('fichier de plus de 25 Mio, laissé', 'file of more than 25 MiB, left out'),
  'image-missing': loss('image absente de l’export', 'image that the export lacks'),
  'image-refused': loss(
    'fichier qui n’est pas une image affichable, laissé',
    'file that is no picture a page can show, left out',
  ),
  'image-remote': loss(
    'image d’un autre site, remplacée par un lien',
    'image of another site, replaced by a link',
  ),
  'changes-accepted': guess(
    'modifications suivies, prises comme acceptées',
    'tracked changes, taken as accepted',
  ),
  'comments-dropped': loss('commentaires, laissés de côté', 'comments, left out'),
  'text-boxes': guess('zones de texte, mises dans le texte', 'text boxes, put into the text'),
  'formula-dropped': loss('formule, à récrire', 'formula, to be written anew'),
  'margin-dropped': loss(
    'en-tête ou pied de page, laissé de côté',
    'header or footer of the sheet, left out',
  ),
  'page-unreadable': loss('fichier vide ou illisible, laissé de côté', 'empty or unreadable file, left out'),
  'properties-listed': guess('propriétés de la fiche, mises en liste', 'properties of the row, now a list'),
  'database-table': guess('base de données, devenue un tableau (lignes)', 'database, now a table (rows)'),
  unexplained: loss('écart sans explication, à vérifier', 'difference without an explanation, to be checked'),
  'words-lost': loss('mots perdus, à vérifier', 'words lost, to be checked'),
  'title-from-heading': guess('titre tiré du premier intertitre', 'title taken from the first heading'),
  'title-from-name': guess('titre tiré du nom du fichier', 'title taken from the file’s name'),
  'title-cut': guess('titre raccourci', 'title shortened'),
  'headings-moved': guess('niveau d’intertitre changé', 'heading level changed'),
  'table-header': guess(
    'première ligne prise pour l’en-tête du tableau',
    'first row taken for the table’s header',
  ),
  'address-linked': guess('adresse en toutes lettres, devenue un lien', 'bare address, now a link'),
  'image-without-words': guess(
    'image sans description, à écrire',
    'image without a description, to be written',
  ),
  type: guess('type déduit du texte', 'type taken from the text'),
  summary: guess('résumé tiré de la première phrase', 'summary taken from the first sentence'),
  language: guess(
    'langue inconnue de la configuration, remplacée',
    'language that the configuration lacks, replaced',
  ),
  'id-numbered': guess('identifiant déjà pris, numéroté', 'id already taken, numbered'),
} as const satisfies Readonly<Record<string, RemarkWords>>;

export type RemarkCode = keyof typeof remarkWords;
